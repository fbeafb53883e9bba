#include "embed/elf_soname.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <span>

#include "core/elf_check.h"
#include "core/format.h"

namespace mm {
namespace {

using FileHeader = ElfW(Ehdr);
using Segment = ElfW(Phdr);
using Entry = ElfW(Dyn);

// A file as memory, for as long as the object lives.
class MappedFile {
 public:
  explicit MappedFile(const char* path) {
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file >= 0 && fstat(file, &status) == 0 && status.st_size > 0) {
      size_ = static_cast<std::size_t>(status.st_size);
      data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      if (data_ == MAP_FAILED) size_ = 0;
    }
    if (file >= 0) ::close(file);
  }
  ~MappedFile() {
    if (size_) munmap(data_, size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // Empty where the file does not reach so far.
  template <class T>
  std::span<const T> at(std::size_t offset, std::size_t count) const {
    if (offset > size_ || count > (size_ - offset) / sizeof(T) || offset % alignof(T) != 0) return {};
    // SAFETY: the mapping is page-aligned, and the range was compared with its size above.
    return {reinterpret_cast<const T*>(static_cast<const char*>(data_) + offset), count};
  }

  bool reaches(std::size_t offset, std::size_t length) const { return offset <= size_ && length <= size_ - offset; }

  std::string textAt(std::size_t offset) const {
    if (offset >= size_) return {};
    const char* const text = static_cast<const char*>(data_) + offset;
    return std::string(text, strnlen(text, size_ - offset));
  }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

// Where in the file lies what stands at an address of the library; past every file if nowhere.
std::size_t offsetOf(std::span<const Segment> segments, ElfW(Addr) address) {
  for (const Segment& segment : segments) {
    const bool isInside = segment.p_type == PT_LOAD && address >= segment.p_vaddr &&
                          address - segment.p_vaddr < segment.p_filesz;
    if (isInside) return segment.p_offset + (address - segment.p_vaddr);
  }
  return SIZE_MAX;
}

std::string sonameIn(const MappedFile& file, std::span<const Segment> segments, const Segment& dynamic) {
  ElfW(Addr) texts = 0;
  std::size_t name = SIZE_MAX;
  for (const Entry& entry : file.at<Entry>(dynamic.p_offset, dynamic.p_filesz / sizeof(Entry))) {
    if (entry.d_tag == DT_NULL) break;
    if (entry.d_tag == DT_STRTAB) texts = entry.d_un.d_ptr;
    if (entry.d_tag == DT_SONAME) name = entry.d_un.d_val;
  }
  const std::size_t table = offsetOf(segments, texts);
  if (name == SIZE_MAX || table == SIZE_MAX) return {};
  return file.textAt(table + name);
}

}  // namespace

Outcome readSoname(const char* path, std::string& soname) {
  soname.clear();
  const Outcome checked = checkElf(path);
  if (!checked.ok) return checked;
  const Outcome damaged = Outcome::bad(
      formatted("%s is damaged: it is shorter than its headers say, or has none. Install it again.", path));
  const MappedFile file(path);
  const auto header = file.at<FileHeader>(0, 1);
  if (header.empty()) return damaged;
  const auto segments = file.at<Segment>(header[0].e_phoff, header[0].e_phnum);
  if (segments.empty()) return damaged;
  for (const Segment& segment : segments) {
    if (!file.reaches(segment.p_offset, segment.p_filesz)) return damaged;
  }
  for (const Segment& segment : segments) {
    if (segment.p_type == PT_DYNAMIC) soname = sonameIn(file, segments, segment);
  }
  return Outcome::good();
}

}  // namespace mm
