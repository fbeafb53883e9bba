// The state each entity is compared with when it is sent first, and the states by class name that a game DLL may add.
#pragma once

#include <vector>

#include "metamod/metamod.h"

namespace fake {

class Baselines {
 public:
  static constexpr size_t kMaxInstanced = 64;

  // Asks the game DLL for a baseline of every entity of the map, then for its instanced ones.
  void create();
  void clear();
  // The index, counted from 0; -1 if there is no room.
  int addInstanced(string_t className, const entity_state_t& state);
  // By entity index; null for an entity that came after the map was loaded.
  const entity_state_t* of(int index) const;

 private:
  std::vector<entity_state_t> states_;
  std::vector<entity_state_t> instanced_;
};

}  // namespace fake
