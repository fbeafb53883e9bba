// The world is one empty room with solid walls, and the boxes of the entities in it.
#pragma once

#include "fake-engine/vector.h"
#include "metamod/metamod.h"

namespace fake {

enum class Hull { kPoint = 0, kHuman = 1, kLarge = 2, kHead = 3 };
inline constexpr int kHulls = 4;

// A hull number out of range counts as the point hull.
Box hullBox(int hull);
inline Box hullBox(Hull hull) { return hullBox(static_cast<int>(hull)); }

inline constexpr Box kRoom{{-512, -512, 0}, {512, 512, 384}};

struct Sweep {
  Vec3 start;
  Vec3 end;
  Box box;                    // swept box, about the moving point
  bool ignoresEntities = false;
  const edict_t* skip = nullptr;
  bool asksGame = true;       // ShouldCollide is the game's; prediction code must not call it
};

struct Hit {
  bool isAllSolid = false;
  bool startsSolid = false;
  float fraction = 1;
  Vec3 end;
  Vec3 normal;
  float distance = 0;  // of the plane from the origin
  edict_t* entity = nullptr;  // null in mid-air
};

class World {
 public:
  Hit sweep(const Sweep& sweep) const;
  // Against one entity alone.
  Hit sweepAgainst(const Sweep& sweep, edict_t* entity) const;
  bool isSolidAt(Vec3 point) const { return !contains(kRoom, point); }
  // Entities whose groupinfo does not match the mask let traces through.
  void setGroupMask(int mask, int operation);

 private:
  bool blocks(const Sweep& sweep, edict_t* entity) const;
  bool isInGroup(const edict_t* entity, const edict_t* mover) const;

  int groupMask_ = 0;
  int groupOperation_ = GROUP_OP_AND;
};

}  // namespace fake
