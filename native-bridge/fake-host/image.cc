#include "fake-host/image.h"

#include <dlfcn.h>
#include <link.h>

namespace fakehost {
namespace {

// The library that holds an address; null for the heap, the stack and code made at run time.
link_map* imageOf(const void* address) {
  Dl_info info;
  link_map* found = nullptr;
  // SAFETY: with RTLD_DL_LINKMAP, dladdr1 stores a link_map pointer into what its third argument points to.
  void** const result = reinterpret_cast<void**>(&found);
  return dladdr1(address, &info, result, RTLD_DL_LINKMAP) ? found : nullptr;
}

}  // namespace

std::string Image::open(const std::string& path, int flags) {
  handle_ = dlopen(path.c_str(), flags);
  return handle_ ? "" : dlerror();
}

void Image::close() {
  if (handle_) dlclose(handle_);
  handle_ = nullptr;
}

void* Image::symbol(const char* name) const { return handle_ ? dlsym(handle_, name) : nullptr; }

bool Image::contains(const void* address) const {
  link_map* own = nullptr;
  return handle_ && dlinfo(handle_, RTLD_DI_LINKMAP, &own) == 0 && imageOf(address) == own;
}

bool liesInAnyImage(const void* address) { return imageOf(address) != nullptr; }

}  // namespace fakehost
