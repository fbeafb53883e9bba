#include "core/loaded_segments.h"

#include <link.h>

#include <cstdint>
#include <limits>

namespace mm {
namespace {

struct Search {
  std::uintptr_t address;
  std::uintptr_t end;  // of the segment; 0 until it is found
  bool isExecutable;
};

int searchLibrary(dl_phdr_info* library, std::size_t, void* data) {
  auto& search = *static_cast<Search*>(data);
  for (int i = 0; i < library->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = library->dlpi_phdr[i];
    const std::uintptr_t begin = library->dlpi_addr + segment.p_vaddr;
    if (segment.p_type != PT_LOAD || search.address < begin || search.address - begin >= segment.p_memsz) continue;
    search.end = begin + segment.p_memsz;
    search.isExecutable = segment.p_flags & PF_X;
    return 1;
  }
  return 0;
}

Search find(const void* address) {
  Search search{reinterpret_cast<std::uintptr_t>(address), 0, false};
  dl_iterate_phdr(searchLibrary, &search);
  return search;
}

}  // namespace

bool isCode(const void* address) { return find(address).isExecutable; }

std::size_t bytesFrom(const void* address) {
  const Search found = find(address);
  return found.end ? found.end - found.address : std::numeric_limits<std::size_t>::max();
}

}  // namespace mm
