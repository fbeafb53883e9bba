// Libraries read from their files, sound ones and ones that are not.
#include "core/elf_image.h"

#include <sys/mman.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <random>

#include "test/core/server.h"

using mm::ElfImage;

namespace {

// A file in memory, for the many that are written here.
class TemporaryFile {
 public:
  TemporaryFile() : file_(memfd_create("library", 0)), path_("/proc/self/fd/" + std::to_string(file_)) {}
  ~TemporaryFile() { close(file_); }
  const char* write(const std::string& bytes) {
    const bool isWritten = ftruncate(file_, 0) == 0 &&
                           pwrite(file_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
    CHECK(isWritten);
    return path_.c_str();
  }

 private:
  const int file_;
  const std::string path_;
};

std::string contentOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Asks a file for everything; what it answers does not matter.
void readAll(const char* path) {
  const ElfImage image(path);
  image.isWhole();
  image.soname();
  for (const char* const name : {"GiveFnptrsToDll", "GetEntityAPI2", "no_such_name", ""}) image.exports(name);
  image.holds("Meta_Attach");
}

}  // namespace

TEST("exports are found in libraries with either kind of hash table, and nothing else is") {
  for (const char* const library : {"test_game.so", "old_game.so"}) {
    const ElfImage image(besideProgram(library).c_str());
    CHECK(image.isWhole());
    CHECK(image.exports("GiveFnptrsToDll"));
    CHECK(image.exports("GetEntityAPI") || image.exports("GetEntityAPI2"));
    CHECK(!image.exports("GiveFnptrsToDl"));
    CHECK(!image.exports("GiveFnptrsToDlls"));
    CHECK(!image.exports(""));
    // What it takes from other libraries is not its own.
    CHECK(!image.exports("strlen") && !image.exports("memcpy") && !image.exports("__cxa_finalize"));
  }
}

TEST("what is no library, or not a whole one, exports nothing") {
  TemporaryFile file;
  const std::string whole = contentOf(besideProgram("old_game.so"));
  for (const std::string& bytes : {std::string(), std::string("text"), std::string(4096, '\x7f'), whole.substr(0, 70),
                                   whole.substr(0, whole.size() / 4)}) {
    const ElfImage image(file.write(bytes));
    CHECK(!image.isWhole());
    CHECK(!image.exports("GiveFnptrsToDll"));
    CHECK_EQ(image.soname(), "");
  }
  for (const char* const path : {"/no/such/file.so", "/", "/dev/null", "/dev/zero"}) CHECK(!ElfImage(path).isWhole());
}

TEST("a library cut at any place is read without reading past its end") {
  TemporaryFile file;
  for (const char* const library : {"xash_game.so", "old_game.so"}) {
    const std::string whole = contentOf(besideProgram(library));
    for (std::size_t length = 0; length < whole.size(); length += 37) readAll(file.write(whole.substr(0, length)));
  }
}

// Numbers that lead far, to a boundary or backwards, and any others.
TEST("a library with bytes written over it is read without reading past its end, and to an end") {
  TemporaryFile file;
  std::mt19937 random(20261121);
  const unsigned char odd[] = {0x00, 0xff, 0x7f, 0x80, 0x01};
  for (const char* const library : {"xash_game.so", "old_game.so"}) {
    const std::string whole = contentOf(besideProgram(library));
    // Most of what is read stands in the first pages: headers, hash tables, symbols, names.
    for (int round = 0; round < 4000; ++round) {
      std::string bytes = whole;
      for (int change = 1 + static_cast<int>(random() % 8); change > 0; --change) {
        const std::size_t reach = random() % 4 == 0 ? bytes.size() : 4096;
        const unsigned value = random();
        bytes[random() % reach] = static_cast<char>(value % 3 == 0 ? value >> 8 : odd[(value >> 8) % sizeof odd]);
      }
      readAll(file.write(bytes));
    }
  }
}
