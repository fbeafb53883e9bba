#include "core/elf_image.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace mm {
namespace {

using FileHeader = ElfW(Ehdr);
using Entry = ElfW(Dyn);

// Else, on 32 bits, fstat would refuse files that lie on a large file system (core/CMakeLists.txt).
static_assert(sizeof(ino_t) == 8 && sizeof(off_t) == 8);

constexpr unsigned char kOwnClass = sizeof(void*) == 4 ? ELFCLASS32 : ELFCLASS64;

std::uint32_t gnuHash(std::string_view name) {
  std::uint32_t hash = 5381;
  for (const char c : name) hash = hash * 33 + static_cast<unsigned char>(c);
  return hash;
}

std::uint32_t oldHash(std::string_view name) {
  std::uint32_t hash = 0;
  for (const char c : name) {
    hash = (hash << 4) + static_cast<unsigned char>(c);
    const std::uint32_t top = hash & 0xf0000000;
    hash = (hash ^ (top >> 24)) & ~top;
  }
  return hash;
}

}  // namespace

ElfImage::ElfImage(const char* path) {
  map(path);
  readSegments();
  readDynamic();
}

ElfImage::~ElfImage() {
  if (size_) munmap(data_, size_);
}

// O_NONBLOCK, because a pipe of that name would wait for a writer.
void ElfImage::map(const char* path) {
  const int file = ::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  const bool isFile = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
  // On 32 bits a file may have more bytes than the process; mapped in part, it would seem damaged or not at random.
  if (isFile && std::in_range<std::size_t>(status.st_size)) {
    size_ = static_cast<std::size_t>(status.st_size);
    data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (data_ == MAP_FAILED) size_ = 0;
  }
  if (file >= 0) ::close(file);
}

void ElfImage::readSegments() {
  const auto header = at<FileHeader>(0, 1);
  if (header.empty() || std::memcmp(header[0].e_ident, ELFMAG, SELFMAG) != 0) return;
  if (header[0].e_ident[EI_CLASS] != kOwnClass || header[0].e_phentsize != sizeof(Segment)) return;
  const auto segments = at<Segment>(header[0].e_phoff, header[0].e_phnum);
  for (const Segment& segment : segments) {
    if (!reaches(segment.p_offset, segment.p_filesz)) return;
  }
  segments_ = segments;
}

template <class T>
std::span<const T> ElfImage::at(std::size_t offset, std::size_t count) const {
  if (offset > size_ || count > (size_ - offset) / sizeof(T) || offset % alignof(T) != 0) return {};
  // SAFETY: the mapping is page-aligned, and the range was compared with its size above.
  return {reinterpret_cast<const T*>(static_cast<const char*>(data_) + offset), count};
}

std::size_t ElfImage::offsetOf(ElfW(Addr) address) const {
  for (const Segment& segment : segments_) {
    const bool isInside = segment.p_type == PT_LOAD && address >= segment.p_vaddr &&
                          address - segment.p_vaddr < segment.p_filesz;
    if (isInside) return segment.p_offset + (address - segment.p_vaddr);
  }
  return kNowhere;
}

// One table of entries is enough: no linker writes a second, and a damaged file may name it thousands of times.
void ElfImage::readDynamic() {
  const auto dynamic = std::find_if(segments_.begin(), segments_.end(),
                                    [](const Segment& segment) { return segment.p_type == PT_DYNAMIC; });
  if (dynamic == segments_.end()) return;
  for (const Entry& entry : at<Entry>(dynamic->p_offset, dynamic->p_filesz / sizeof(Entry))) {
    switch (entry.d_tag) {
      case DT_NULL: return;
      case DT_SYMTAB: symbols_ = offsetOf(entry.d_un.d_ptr); break;
      case DT_STRTAB: texts_ = offsetOf(entry.d_un.d_ptr); break;
      case DT_GNU_HASH: gnuTable_ = offsetOf(entry.d_un.d_ptr); break;
      case DT_HASH: oldTable_ = offsetOf(entry.d_un.d_ptr); break;
      case DT_SONAME: name_ = entry.d_un.d_val; break;
      default: break;
    }
  }
}

std::string ElfImage::soname() const {
  if (texts_ >= size_ || name_ >= size_ - texts_) return {};
  // SAFETY: the text begins inside of the file and is read no further than the file's end.
  const char* const text = static_cast<const char*>(data_) + texts_ + name_;
  return std::string(text, strnlen(text, size_ - texts_ - name_));
}

bool ElfImage::exports(std::string_view name) const {
  return gnuTable_ != kNowhere ? isInGnuTable(name) : isInOldTable(name);
}

bool ElfImage::isExport(std::size_t symbol, std::string_view name) const {
  if (symbols_ >= size_ || texts_ >= size_ || symbol >= size_ / sizeof(Symbol)) return false;
  const auto found = at<Symbol>(symbols_ + symbol * sizeof(Symbol), 1);
  if (found.empty() || found[0].st_shndx == SHN_UNDEF || found[0].st_name >= size_ - texts_) return false;
  const auto text = at<char>(texts_ + found[0].st_name, name.size() + 1);
  return !text.empty() && std::memcmp(text.data(), name.data(), name.size()) == 0 && text.back() == '\0';
}

// The table of all linkers today: a filter, the first symbol of each bucket, and for each symbol its hash, whose lowest
// bit ends the bucket. The symbols of a bucket stand in a row, so the walk ends with the file at the latest.
bool ElfImage::isInGnuTable(std::string_view name) const {
  const auto head = at<std::uint32_t>(gnuTable_, 4);
  if (head.empty() || head[0] == 0) return false;
  const std::size_t bucketCount = head[0], firstSymbol = head[1], filterWords = head[2];
  if (filterWords > size_ || bucketCount > size_) return false;
  const std::size_t buckets = gnuTable_ + 4 * sizeof(std::uint32_t) + filterWords * sizeof(ElfW(Addr));
  const std::size_t hashes = buckets + bucketCount * sizeof(std::uint32_t);
  const std::uint32_t hash = gnuHash(name);
  const auto bucket = at<std::uint32_t>(buckets + hash % bucketCount * sizeof(std::uint32_t), 1);
  if (bucket.empty() || bucket[0] < firstSymbol) return false;
  for (std::size_t symbol = bucket[0];; ++symbol) {
    const auto entry = at<std::uint32_t>(hashes + (symbol - firstSymbol) * sizeof(std::uint32_t), 1);
    if (entry.empty()) return false;
    if ((entry[0] | 1) == (hash | 1) && isExport(symbol, name)) return true;
    if (entry[0] & 1) return false;
  }
}

// The table of old linkers: each symbol names the next of its bucket. A damaged one may lead in a circle, so no more
// steps are gone than there are symbols.
bool ElfImage::isInOldTable(std::string_view name) const {
  const auto head = at<std::uint32_t>(oldTable_, 2);
  if (head.empty() || head[0] == 0 || head[0] > size_) return false;
  const std::size_t firstBucket = oldTable_ + 2 * sizeof(std::uint32_t);
  const auto buckets = at<std::uint32_t>(firstBucket, head[0]);
  const auto next = at<std::uint32_t>(firstBucket + head[0] * sizeof(std::uint32_t), head[1]);
  if (buckets.empty() || next.empty()) return false;
  std::size_t symbol = buckets[oldHash(name) % buckets.size()];
  for (std::size_t steps = 0; symbol != STN_UNDEF && symbol < next.size() && steps < next.size(); ++steps) {
    if (isExport(symbol, name)) return true;
    symbol = next[symbol];
  }
  return false;
}

bool ElfImage::holds(std::string_view bytes) const {
  return size_ && memmem(data_, size_, bytes.data(), bytes.size());
}

}  // namespace mm
