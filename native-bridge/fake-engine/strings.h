// The engine's string pool. A string_t is a signed 32-bit distance from globalvars_t.pStringBase, so the pool is one
// block and the base lies inside it: below it the engine keeps texts of its own (client names, as Xash does), above it
// what AllocString was given. Texts of a map are forgotten with the map.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>

#include "metamod/metamod.h"

namespace fake {

class Strings {
 public:
  static constexpr int kNames = 33;
  static constexpr int kNameBytes = 64;
  static constexpr int kPoolBytes = 512 * 1024;

  void open();
  bool isOpen() const { return block_ != nullptr; }
  const char* base() const { return block_.get() + kNames * kNameBytes; }
  // Copies the text, or finds its earlier copy; `\n` written as two characters becomes a newline, as in map files.
  // 0 if the pool is full.
  string_t allocate(const char* text);
  // A text the engine may change in place, in one of kNames places; the handle is negative.
  string_t setName(int place, std::string_view text);
  // "" for 0; null for a handle that points outside the pool.
  const char* text(string_t handle) const;
  // Texts allocated so far outlive maps.
  void keepAll() { kept_ = used_; }
  void forgetMap();

 private:
  char* pool() { return block_.get() + kNames * kNameBytes; }

  std::unique_ptr<char[]> block_;
  int used_ = 1;  // offset 0 is the empty text
  int kept_ = 1;
  std::unordered_map<std::string_view, string_t> known_;
};

}  // namespace fake
