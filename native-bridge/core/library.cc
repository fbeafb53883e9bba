#include "core/library.h"

#include <dlfcn.h>
#include <link.h>

#include "core/elf_check.h"

namespace mm {

Outcome Library::open(const char* path) {
  Outcome checked = checkElf(path);
  if (!checked.ok) return checked;
  // Not RTLD_DEEPBIND: a library that has its own copy of malloc or libstdc++ in it would not share the process's.
  void* const handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    const char* const why = dlerror();
    return Outcome::bad(std::string("The library cannot be loaded: ") + (why ? why : "no reason was given") +
                        ". Install what it needs, or rebuild it for this system.");
  }
  close();
  handle_ = handle;
  path_ = path;
  return Outcome::good();
}

void Library::close() {
  if (handle_) dlclose(handle_);
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
