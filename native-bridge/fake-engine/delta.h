// Delta encoding as far as a game DLL takes part in it: named encoders that say which fields of a changed state to
// send.
#pragma once

#include <map>
#include <string>

#include "metamod/metamod.h"

// The engine's own; game DLLs hold a pointer to it and ask by name or number.
struct delta_s {
  static constexpr int kFields = 12;
  static const char* const kNames[kFields];
  bool isSet[kFields];
};

namespace fake {

class Delta {
 public:
  using Encoder = void (*)(delta_t* fields, const byte* from, const byte* to);

  void add(std::string name, Encoder encoder) { encoders_[std::move(name)] = encoder; }
  // Marks the fields that differ, then lets the encoder of that name change the marks. Returns how many are set.
  int encode(const char* name, const entity_state_t& from, const entity_state_t& to) const;

 private:
  std::map<std::string, Encoder> encoders_;
};

}  // namespace fake
