#include "core/library.h"

#include <dlfcn.h>
#include <link.h>
#include <sys/stat.h>

#include <map>
#include <utility>

#include "core/elf_check.h"

namespace mm {
namespace {

// Else, on 32 bits, stat would refuse files that lie on a large file system (core/CMakeLists.txt).
static_assert(sizeof(ino_t) == 8 && sizeof(off_t) == 8);

using FileId = std::pair<dev_t, ino_t>;

FileId fileAt(const std::string& path) {
  struct stat file = {};
  return stat(path.c_str(), &file) == 0 ? FileId{file.st_dev, file.st_ino} : FileId{};
}

struct OpenedFile {
  FileId file;
  int count;
};

// The libraries that are open, by the name we gave dlopen. Never destroyed: libraries may be closed at exit.
std::map<std::string, OpenedFile>& openedFiles() {
  static auto* const files = new std::map<std::string, OpenedFile>;
  return *files;
}

// dlopen takes a name that it knows for the library it once opened by that name, whatever file is there by now. A plugin
// that was unloaded may still be open (entity_classes.h) when its new version is loaded from the same path, so that one is
// given another name of the same file.
std::string nameFor(const std::string& path) {
  std::string name = path;
  const std::size_t fileName = path.rfind('/') + 1;
  for (;;) {
    const auto known = openedFiles().find(name);
    if (known == openedFiles().end() || known->second.file == fileAt(path)) return name;
    name.insert(fileName, "./");
  }
}

// Whether the dynamic linker kept a library that we closed, as it keeps for good what has a symbol of which a process
// may have one only: C++ compilers make those of inline variables.
bool staysOpen(const char* name) {
  void* const handle = dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
  if (handle) dlclose(handle);
  return handle != nullptr;
}

}  // namespace

Outcome Library::open(const char* path) {
  Outcome checked = checkElf(path);
  if (!checked.ok) return checked;
  // Not RTLD_DEEPBIND: a library that has its own copy of malloc or libstdc++ in it would not share the process's.
  const std::string name = nameFor(path);
  void* const handle = dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    const char* const why = dlerror();
    return Outcome::bad(std::string("The library cannot be loaded: ") + (why ? why : "no reason was given") +
                        ". Install what it needs, or rebuild it for this system.");
  }
  close();
  handle_ = handle;
  path_ = path;
  openedName_ = name;
  OpenedFile& opened = openedFiles()[name];
  opened = {fileAt(path), opened.count + 1};
  return Outcome::good();
}

void Library::close() {
  if (!handle_) return;
  dlclose(handle_);
  const auto opened = openedFiles().find(openedName_);
  const bool isLast = opened != openedFiles().end() && --opened->second.count == 0;
  if (isLast && !staysOpen(openedName_.c_str())) openedFiles().erase(opened);
  handle_ = nullptr;
  path_.clear();
}

AnyFn Library::function(const char* name) const {
  if (!handle_) return nullptr;
  void* const symbol = dlsym(handle_, name);
  return symbol && contains(symbol) ? reinterpret_cast<AnyFn>(symbol) : nullptr;
}

bool Library::reaches(const char* name) const { return handle_ && dlsym(handle_, name); }

bool Library::contains(const void* address) const {
  link_map* own = nullptr;
  if (!handle_ || dlinfo(handle_, RTLD_DI_LINKMAP, &own) != 0) return false;
  Dl_info info;
  link_map* found = nullptr;
  // SAFETY: with RTLD_DL_LINKMAP, dladdr1 stores a link_map pointer into what its third argument points to.
  void** const result = reinterpret_cast<void**>(&found);
  return dladdr1(address, &info, result, RTLD_DL_LINKMAP) != 0 && found == own;
}

}  // namespace mm
