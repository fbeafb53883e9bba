#include "embed/elf_soname.h"

#include "core/elf_check.h"
#include "core/elf_image.h"
#include "core/format.h"

namespace mm {

Outcome readSoname(const char* path, std::string& soname) {
  soname.clear();
  const Outcome checked = checkElf(path);
  if (!checked.ok) return checked;
  const ElfImage file(path);
  if (!file.isWhole()) {
    return Outcome::bad(
        formatted("%s is damaged: it is shorter than its headers say, or has none. Install it again.", path));
  }
  soname = file.soname();
  return Outcome::good();
}

}  // namespace mm
