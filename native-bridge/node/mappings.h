// Large structs that stay where they are (playermove_t, 330 KB) are not copied into frames but mapped once per address;
// a frame names them by a small number. An engine has one or two, so the table is short and the oldest entry gives way.
#pragma once

#include <array>
#include <cstddef>

#include "node/js.h"

namespace mm::node {

struct Bridge;

class Mappings {
 public:
  // The number of the struct at this address, mapping it if it is new; -1 for NULL.
  int idOf(Bridge& bridge, void* address, std::size_t size) {
    if (!address) return -1;
    for (int id = 0; id < kCount; ++id) {
      if (entries_[id].address == address && entries_[id].size == size) return id;
    }
    return add(bridge, address, size);
  }

  // Null for a number that names nothing of this size.
  void* at(int id, std::size_t size) const {
    return id >= 0 && id < kCount && entries_[id].size == size ? entries_[id].address : nullptr;
  }

  void clear(Bridge& bridge);

 private:
  static constexpr int kCount = 8;
  struct Entry {
    void* address = nullptr;
    std::size_t size = 0;
    napi_ref buffer = nullptr;
  };

  int add(Bridge& bridge, void* address, std::size_t size);

  std::array<Entry, kCount> entries_;
  int next_ = 0;
};

}  // namespace mm::node
