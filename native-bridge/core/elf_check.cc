#include "core/elf_check.h"

#include <elf.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/format.h"

namespace mm {
namespace {

// Class and machine stand at the same place in the headers of both word sizes.
static_assert(offsetof(Elf32_Ehdr, e_machine) == offsetof(Elf64_Ehdr, e_machine));
constexpr std::size_t kHeadSize = offsetof(Elf64_Ehdr, e_machine) + sizeof(Elf64_Half);

constexpr int kOwnBits = sizeof(void*) * 8;
#if defined(__x86_64__)
constexpr Elf64_Half kOwnMachine = EM_X86_64;
#elif defined(__i386__)
constexpr Elf64_Half kOwnMachine = EM_386;
#elif defined(__aarch64__)
constexpr Elf64_Half kOwnMachine = EM_AARCH64;
#endif

std::string machineName(Elf64_Half machine) {
  switch (machine) {
    case EM_X86_64: return "x86-64";
    case EM_386: return "i386";
    case EM_AARCH64: return "arm64";
    case EM_ARM: return "32-bit ARM";
    default: return formatted("an unknown processor (ELF machine %d)", machine);
  }
}

}  // namespace

Outcome checkElf(const char* path) {
  std::FILE* const file = std::fopen(path, "rb");
  if (!file) {
    return Outcome::bad(formatted("The file %s cannot be read: %s. Check the path.", path, std::strerror(errno)));
  }
  unsigned char head[kHeadSize] = {};
  const std::size_t got = std::fread(head, 1, sizeof head, file);
  std::fclose(file);
  if (got < sizeof head || std::memcmp(head, ELFMAG, SELFMAG) != 0) {
    return Outcome::bad(formatted("%s is not a Linux library. Name the .so file that was built for Linux.", path));
  }
  const int bits = head[EI_CLASS] == ELFCLASS32 ? 32 : 64;
  if (bits != kOwnBits) {
    return Outcome::bad(formatted("%s is a %d-bit library; this server is %d-bit. Use the library's %d-bit build.",
                                  path, bits, kOwnBits, kOwnBits));
  }
  Elf64_Half machine;
  std::memcpy(&machine, head + offsetof(Elf64_Ehdr, e_machine), sizeof machine);
  if (machine != kOwnMachine) {
    return Outcome::bad(formatted("%s is built for %s; this server runs on %s. Use the library's build for that.", path,
                                  machineName(machine).c_str(), machineName(kOwnMachine).c_str()));
  }
  return Outcome::good();
}

}  // namespace mm
