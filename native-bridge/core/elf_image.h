// A library as its file is, read without loading it: dlopen tells more, but it runs the library's constructors, and
// a damaged file crashes the server by then: dlopen maps what the headers promise, also where the file has ended. Every
// number in the file is doubted: one that leads outside of it reads as nothing.
#pragma once

#include <link.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace mm {

class ElfImage {
 public:
  explicit ElfImage(const char* path);
  ~ElfImage();
  ElfImage(const ElfImage&) = delete;
  ElfImage& operator=(const ElfImage&) = delete;

  // Whether the file is a library of this process's word size and has all that its headers promise. Where it is not, it
  // has no name and no exports either.
  bool isWhole() const { return !segments_.empty(); }

  // What the library calls itself; "" where it has no name.
  std::string soname() const;

  // Whether others find this function or object in it, as dlsym would. A library without a hash table exports nothing.
  bool exports(std::string_view name) const;

  // Whether these bytes stand anywhere in the file.
  bool holds(std::string_view bytes) const;

 private:
  using Segment = ElfW(Phdr);
  using Symbol = ElfW(Sym);

  // Empty where the file does not reach so far.
  template <class T>
  std::span<const T> at(std::size_t offset, std::size_t count) const;
  bool reaches(std::size_t offset, std::size_t length) const { return offset <= size_ && length <= size_ - offset; }

  // Where in the file lies what stands at an address of the library; kNowhere for an address outside.
  std::size_t offsetOf(ElfW(Addr) address) const;

  void map(const char* path);
  void readSegments();
  void readDynamic();
  bool isExport(std::size_t symbol, std::string_view name) const;
  bool isInGnuTable(std::string_view name) const;
  bool isInOldTable(std::string_view name) const;

  static constexpr std::size_t kNowhere = SIZE_MAX;
  void* data_ = nullptr;
  std::size_t size_ = 0;
  std::span<const Segment> segments_;
  // Where the dynamic linker's tables lie in the file, and where in the texts the library's name stands.
  std::size_t symbols_ = kNowhere, texts_ = kNowhere, gnuTable_ = kNowhere, oldTable_ = kNowhere, name_ = kNowhere;
};

}  // namespace mm
