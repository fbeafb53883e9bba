#include "core/front.h"

#include <dlfcn.h>
#include <link.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

namespace mm {
namespace {

namespace fs = std::filesystem;

// The names of the libraries that a library depends on, as its file has them.
std::vector<const char*> dependenciesOf(const link_map& library) {
  const char* texts = nullptr;
  for (const ElfW(Dyn)* entry = library.l_ld; entry->d_tag != DT_NULL; ++entry) {
    // SAFETY: on our processors the dynamic linker turned this offset into an address when it loaded the library.
    if (entry->d_tag == DT_STRTAB) texts = reinterpret_cast<const char*>(entry->d_un.d_ptr);
  }
  std::vector<const char*> names;
  for (const ElfW(Dyn)* entry = library.l_ld; texts && entry->d_tag != DT_NULL; ++entry) {
    if (entry->d_tag == DT_NEEDED) names.push_back(texts + entry->d_un.d_val);
  }
  return names;
}

// The dynamic linker's rule: $ORIGIN stands for the folder of the library that names the other.
fs::path resolved(const link_map& library, std::string_view name) {
  constexpr std::string_view kOrigin = "$ORIGIN/";
  if (!name.starts_with(kOrigin)) return fs::path(name);
  return fs::path(library.l_name).parent_path() / name.substr(kOrigin.size());
}

bool isSameFile(const fs::path& a, const fs::path& b) {
  std::error_code failed;
  return fs::equivalent(a, b, failed) && !failed;
}

const link_map* ourselves() {
  Dl_info info;
  link_map* own = nullptr;
  // SAFETY: with RTLD_DL_LINKMAP, dladdr1 stores a link_map pointer into what its third argument points to.
  void** const result = reinterpret_cast<void**>(&own);
  return dladdr1(reinterpret_cast<const void*>(&gameBehindFront), &info, result, RTLD_DL_LINKMAP) ? own : nullptr;
}

}  // namespace

std::string gameBehindFront() {
  const link_map* const own = ourselves();
  const link_map* library = own;
  while (library && library->l_prev) library = library->l_prev;
  for (; library; library = library->l_next) {
    const auto names = dependenciesOf(*library);
    if (names.size() != 2 || !isSameFile(resolved(*library, names[0]), own->l_name)) continue;
    std::error_code failed;
    return fs::absolute(resolved(*library, names[1]), failed).lexically_normal();
  }
  return {};
}

}  // namespace mm
