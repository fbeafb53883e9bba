// A library that the host opened: the game DLL or a plugin.
#pragma once

#include <string>

#include "core/function_table.h"

namespace fakehost {

class Image {
 public:
  // Answers the loader's reason, or "" for success.
  std::string open(const std::string& path, int flags);
  // Unmaps the library.
  void close();
  // Lets go of it without unmapping; opening it again finds the same statics.
  void leaveMapped() { handle_ = nullptr; }

  bool isOpen() const { return handle_ != nullptr; }
  void* handle() const { return handle_; }
  // A symbol of the library or of one it depends on, as dlsym has it.
  void* symbol(const char* name) const;
  // SAFETY: an export's type is known by its name alone; that is the promise between a host and its plugins.
  template <class Function>
  Function exported(const char* name) const {
    return reinterpret_cast<Function>(symbol(name));
  }
  // Whether a function or an object lies in this library.
  bool contains(const void* address) const;

 private:
  void* handle_ = nullptr;
};

// Whether an address lies in any library of the process, or in the program.
bool liesInAnyImage(const void* address);

}  // namespace fakehost
