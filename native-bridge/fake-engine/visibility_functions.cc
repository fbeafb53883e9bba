// Who sees whom. One room hides nothing, so every set is full: all that is inside the room is visible from everywhere
// in it.
#include <array>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

std::array<byte, 32> fullSet() {
  std::array<byte, 32> set;
  set.fill(0xff);
  return set;
}

byte* setFatPVS(const float*) {
  static std::array<byte, 32> pvs = fullSet();
  return pvs.data();
}

byte* setFatPAS(const float*) {
  static std::array<byte, 32> pas = fullSet();
  return pas.data();
}

int checkVisibility(const edict_t* entity, byte* set) {
  if (!set) return 1;
  return entity && !engine().world.isSolidAt(load(entity->v.origin));
}

}  // namespace

void addVisibilityFunctions(enginefuncs_t& table) {
  table.pfnSetFatPVS = setFatPVS;
  table.pfnSetFatPAS = setFatPAS;
  table.pfnCheckVisibility = checkVisibility;
}

}  // namespace fake
