#include "session.h"

using namespace fake;

TEST("a saved game brings entities back to where they were") {
  Session session;
  edict_t* trigger = session.entity("trigger_test");
  const vec3_t place = {11, 22, 33};
  session.call().pfnSetOrigin(trigger, place);
  session.type("save one");
  CHECK(session.printed("saved 'one'"));
  session.type("map other");
  session.type("load one");
  CHECK_EQ(session.engine.engine()->server.mapName(), "box");
  CHECK_EQ(session.entity("trigger_test")->v.origin[1], 22.0f);
}

TEST("an entity goes on with the function that it was told to think with when the game was saved") {
  Session session;
  edict_t* box = session.entity("ammo_box");
  session.call().pfnSetOrigin(session.edict(session.join("Bob")), box->v.origin);
  session.engine.engine()->library.call(&DLL_FUNCTIONS::pfnTouch, box, session.edict(1));
  CHECK_EQ(box->v.solid, SOLID_NOT);
  session.type("save one");
  session.type("load one");
  CHECK_EQ(session.entity("ammo_box")->v.solid, SOLID_NOT);
  session.frames(400);
  CHECK_EQ(session.entity("ammo_box")->v.solid, SOLID_TRIGGER);
}

TEST("a game that was never saved cannot be loaded") {
  Session session;
  session.type("load nothing");
  CHECK(session.printed("load: nothing was saved as 'nothing'; use save nothing first"));
}
