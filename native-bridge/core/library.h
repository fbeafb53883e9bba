// A shared library that the core opened: the game DLL or a native plugin.
#pragma once

#include <string>

#include "core/core.h"

namespace mm {

class Library {
 public:
  Library() = default;
  ~Library() { close(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // Refuses a file that this process cannot load, with a reason that names the cure.
  Outcome open(const char* path);
  void close();

  // An exported function of this library itself; null too if only a library it depends on has one of that name.
  AnyFn function(const char* name) const;

  // Whether this library or one that it depends on has a symbol of that name.
  bool reaches(const char* name) const;

  // Whether a function or object lies in this library.
  bool contains(const void* address) const;

  const std::string& path() const { return path_; }
  bool isOpen() const { return handle_ != nullptr; }
  void* handle() const { return handle_; }

 private:
  void* handle_ = nullptr;
  std::string path_;
  std::string openedName_;
};

}  // namespace mm
