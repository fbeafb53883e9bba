// The memory that patterned values point into: entities, a string pool, and anchors, which stand for everything that an
// opaque pointer may point to.
#pragma once

#include "metamod/metamod.h"

namespace mm::pattern {

inline constexpr int kEntities = 32;
inline constexpr int kAnchors = 64;

struct World {
  edict_t* entities;  // one of the two arrays below: an engine may move its entities
  edict_t arrays[2][kEntities];
  globalvars_t globals;
  playermove_t playerMove;
  // Cvars, because the core looks into those it is given. Reading a visibility set from the last anchor still finds
  // memory: what follows them is ours.
  cvar_t anchors[kAnchors];
  byte behindAnchors[2048];
  byte buffer[16];
  // Patterned handles lie around the pool, and the core looks into those of entity classes; what they find is "".
  byte beforeStrings[16384];
  char strings[64];
  byte behindStrings[16384];
};

extern World world;

}  // namespace mm::pattern
