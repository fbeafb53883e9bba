#include "session.h"

using namespace fake;

TEST("every map has its entities at another address") {
  Session session;
  const edict_t* before = session.edict(0);
  session.type("map other");
  CHECK(session.edict(0) != before);
  CHECK_EQ(session.engine.engine()->server.mapName(), "other");
  CHECK_EQ(session.call().pfnSzFromIndex(session.engine.engine()->globals.mapname), "other");
}

TEST("changelevel keeps people and sends bots away") {
  Session session;
  session.join("Bob");
  session.call().pfnCreateFakeClient("Robot");
  session.type("changelevel other");
  CHECK(session.printed("Dropped Robot from server. Reason: Map changes"));
  CHECK(!session.printed("Dropped Bob"));
  session.frames(1);
  CHECK(session.edict(1)->pvPrivateData != nullptr);
}

TEST("map sends everybody away") {
  Session session;
  session.join("Bob");
  session.type("map other");
  CHECK(session.printed("Dropped Bob from server. Reason: Server shutting down"));
}

TEST("a level change asked for inside a frame happens at its end") {
  Session session;
  session.engine.changeLevel("other");
  CHECK_EQ(session.engine.engine()->server.mapName(), "box");
  session.frames(1);
  CHECK_EQ(session.engine.engine()->server.mapName(), "other");
}

TEST("a game directory with maps has only those, and reads their entities") {
  Session session({.map = "small",
                   .files = {{"maps/small.ent", "{ \"classname\" \"worldspawn\" }\n"
                                                "{ \"classname\" \"trigger_test\" \"_note\" \"x\" }\n"
                                                "{ \"classname\" \"no_such_class\" }\n{ \"origin\" \"0 0 0\" }"}}});
  CHECK(session.started.ok);
  CHECK(session.entity("trigger_test") != nullptr);
  CHECK(session.entity("ammo_box") == nullptr);
  CHECK(session.printed("map: the game has no class 'no_such_class'"));
  CHECK(session.printed("map: an entity has no classname"));
  CHECK(session.call().pfnIsMapValid("small"));
  CHECK(!session.call().pfnIsMapValid("box"));
  session.type("changelevel box");
  CHECK(session.printed("changelevel: map 'box' is not below maps/ of the game directory"));
}

TEST("a first map that does not exist is refused") {
  Session session({.map = "../secret"});
  CHECK(!session.started.ok);
  CHECK_EQ(session.started.reason, "map '../secret' is not below maps/ of the game directory");
}

TEST("without a map nobody can connect, and frames go on") {
  Session session;
  session.call().pfnPrecacheModel("late.mdl");
  session.frames(5);
  CHECK_EQ(session.engine.connect("Bob").reason, "No map is running.");
}

TEST("names of 300 letters are no map") {
  Session session;
  session.type("map " + std::string(300, 'm'));
  CHECK_EQ(session.engine.engine()->server.mapName(), "box");
}
