#include "test/guest_core/stamp.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "test/check.h"

namespace {

constexpr std::size_t kFieldSize = 512;

std::filesystem::path ownFolder() {
  struct Folder {
    std::filesystem::path path;
    Folder() {
      char name[] = "/tmp/guest_core_XXXXXX";
      path = mkdtemp(name);
    }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return folder.path;
}

void write(std::string& library, const std::string& field, std::string value) {
  const std::size_t place = library.find("@METAMOD:" + field + "@");
  CHECK(place != std::string::npos);
  value.resize(kFieldSize, '\0');
  library.replace(place, kFieldSize, value);
}

}  // namespace

std::string besideProgram(const std::string& name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

std::string stampedStub(const std::string& name, const std::string& source, const std::string& core) {
  std::ifstream file(besideProgram("metamod_stub.so"), std::ios::binary);
  std::string library{std::istreambuf_iterator<char>(file), {}};
  write(library, "source", source);
  write(library, "core", core);
  const std::string path = ownFolder() / name;
  std::ofstream(path, std::ios::binary) << library;
  return path;
}
