#include <cstring>

#include "session.h"

using namespace fake;

namespace {

edict_t* create(Session& session, const char* className) {
  return session.call().pfnCreateNamedEntity(session.call().pfnAllocString(className));
}

}  // namespace

TEST("a freed entity has a new serial number when its slot is used again") {
  Session session;
  edict_t* box = create(session, "ammo_box");
  const int index = session.call().pfnIndexOfEdict(box);
  const int serial = box->serialnumber;
  session.call().pfnRemoveEntity(box);
  CHECK(box->free);
  edict_t* next = create(session, "ammo_box");
  CHECK_EQ(session.call().pfnIndexOfEdict(next), index);
  CHECK(next->serialnumber != serial);
}

TEST("an entity knows its own place") {
  Session session;
  edict_t* box = session.entity("ammo_box");
  CHECK(box != nullptr);
  const int index = session.call().pfnIndexOfEdict(box);
  CHECK_EQ(session.call().pfnPEntityOfEntIndex(index), box);
  CHECK_EQ(session.call().pfnPEntityOfEntOffset(session.call().pfnEntOffsetOfPEntity(box)), box);
  CHECK_EQ(session.call().pfnFindEntityByVars(&box->v), box);
  CHECK_EQ(box->v.pContainingEntity, box);
}

TEST("an index outside the array, or of a free slot, is no entity") {
  Session session;
  for (const int index : {-1, 1024, 100000, 500}) CHECK(session.call().pfnPEntityOfEntIndex(index) == nullptr);
}

TEST("the last client slot is hidden from PEntityOfEntIndex until somebody plays there, as in GoldSrc") {
  Session session({.maxPlayers = 2});
  CHECK(session.call().pfnPEntityOfEntIndex(1) != nullptr);
  CHECK(session.call().pfnPEntityOfEntIndex(2) == nullptr);
  CHECK(session.call().pfnPEntityOfEntIndexAllEntities(2) != nullptr);
}

TEST("a class that the game lacks is no entity") {
  Session session;
  const int before = session.call().pfnNumberOfEntities();
  CHECK(create(session, "no_such_class") == nullptr);
  CHECK(session.printed("CreateNamedEntity: the game has no class 'no_such_class'"));
  session.call().pfnCreateEntity();
  CHECK(session.call().pfnNumberOfEntities() <= before + 2);
}

TEST("searches find by text field and by distance") {
  Session session;
  edict_t* trigger = session.call().pfnFindEntityByString(nullptr, "targetname", "middle");
  CHECK_EQ(trigger, session.entity("trigger_test"));
  CHECK_EQ(session.call().pfnFindEntityByString(trigger, "targetname", "middle"), session.edict(0));
  CHECK(session.call().pfnFindEntityByString(nullptr, "health", "1") == nullptr);
  const vec3_t center = {0, 0, 32};
  bool isFound = false;
  for (edict_t* at = nullptr; (at = session.call().pfnFindEntityInSphere(at, center, 10)) != session.edict(0);) {
    isFound |= at == trigger;
  }
  CHECK(isFound);
}

TEST("what is tossed falls to the floor and stays there") {
  Session session;
  edict_t* box = session.entity("ammo_box");
  CHECK(box->v.origin[2] > 60);
  session.frames(200);
  CHECK(box->v.origin[2] < 1);
  CHECK(box->v.flags & FL_ONGROUND);
}

TEST("a player who runs into an ammo box gets its ammo, and the box comes back later") {
  Session session;
  const int bob = session.join("Bob");
  edict_t* box = session.entity("ammo_box");
  session.call().pfnSetOrigin(box, session.edict(bob)->v.origin);
  session.frames(2);
  CHECK_EQ(box->v.solid, SOLID_NOT);
  session.call().pfnSetOrigin(session.edict(bob), session.entity("info_player_start")->v.origin);
  for (int i = 0; i < 35; ++i) session.engine.frame(0.1f);
  CHECK_EQ(box->v.solid, SOLID_TRIGGER);
}

TEST("private data is freed with its entity") {
  Session session;
  edict_t* box = create(session, "ammo_box");
  CHECK(session.call().pfnPvEntPrivateData(box) != nullptr);
  session.call().pfnFreeEntPrivateData(box);
  CHECK(session.call().pfnPvEntPrivateData(box) == nullptr);
  CHECK(session.call().pfnPvAllocEntPrivateData(box, 0) == nullptr);
}

TEST("an array full of entities ends the map, not the process") {
  Session session;
  for (int i = 0; i < 1100; ++i) session.call().pfnCreateEntity();
  CHECK(session.printed("Host_Error: CreateEntity: all 1024 entities are in use"));
  session.frames(1);
  CHECK(!session.engine.engine()->server.isActive());
}

TEST("the world and client slots cannot be removed") {
  Session session;
  session.call().pfnRemoveEntity(session.edict(1));
  CHECK(!session.edict(1)->free);
  CHECK(session.printed("RemoveEntity: entity 1 is the world or a client slot"));
}

TEST("a monster steps over the floor and is refused by a wall") {
  Session session;
  edict_t* walker = create(session, "info_player_start");
  const vec3_t mins = {-16, -16, 0}, maxs = {16, 16, 72}, origin = {300, 300, 10};
  session.call().pfnSetSize(walker, mins, maxs);
  session.call().pfnSetOrigin(walker, origin);
  CHECK_EQ(session.call().pfnDropToFloor(walker), 1);
  CHECK(session.call().pfnEntIsOnFloor(walker) != 0);
  CHECK(session.call().pfnWalkMove(walker, 0, 16, WALKMOVE_NORMAL) != 0);
  CHECK_EQ(walker->v.origin[0], 316.0f);
  CHECK_EQ(session.call().pfnWalkMove(walker, 0, 400, WALKMOVE_NORMAL), 0);
  walker->v.ideal_yaw = 90;
  walker->v.yaw_speed = 30;
  session.call().pfnChangeYaw(walker);
  CHECK_EQ(walker->v.angles[1], 30.0f);
}
