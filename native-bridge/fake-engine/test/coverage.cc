#include <cstring>

#include "session.h"

using namespace fake;

TEST("every slot of the engine's table holds a function") {
  Session session;
  // SAFETY: the table is pointers and nothing else.
  void (*slots[sizeof(enginefuncs_t) / sizeof(void (*)())])();
  std::memcpy(slots, &session.call(), sizeof slots);
  int missing = 0;
  for (const auto slot : slots) missing += slot == nullptr;
  CHECK_EQ(std::size(slots), 159u);
  CHECK_EQ(missing, 0);
}

TEST("in a session that tries everything the engine calls every function of the game DLL") {
  const Recorder recorder;
  {
    Session session({.library = Recorder::kFile});
    const int bob = session.join("Bob");
    session.join("Eve");
    session.type("spectate Watcher");
    session.type("as Bob say hello");
    session.type("game_query Bob rate");
    session.type("oob ping");
    session.type("save one");
    session.frames(2);
    // Into the trigger, within reach of it, and then under the lift.
    session.call().pfnSetOrigin(session.edict(bob), session.entity("trigger_test")->v.origin);
    session.type("as Bob +use");
    session.call().pfnSetOrigin(session.edict(bob), session.entity("test_lift")->v.origin);
    session.frames(2);
    session.call().pfnSetOrigin(session.entity("ammo_box"), session.edict(2)->v.origin);
    for (int i = 0; i < 40; ++i) session.engine.frame(0.1f);
    session.type("as Bob kill");
    session.type("inconsistent Eve models/player.mdl");
    session.type("kick Watcher");
    session.type("changelevel other");
    session.type("load one");
    session.call().pfnLightStyle(-1, "m");
  }
  CHECK_EQ(recorder.firstUncalled(), static_cast<const char*>(nullptr));
}
