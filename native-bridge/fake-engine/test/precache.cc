#include <cstdio>

#include "session.h"

using namespace fake;

namespace {

constexpr int kTooMany = 600;
char names[kTooMany][32];
int indexes[kTooMany];

void precacheTooMany() {
  for (int i = 0; i < kTooMany; ++i) {
    std::snprintf(names[i], sizeof names[i], "models/%d.mdl", i);
    indexes[i] = engine().table.pfnPrecacheModel(names[i]);
  }
}

}  // namespace

TEST("what the map precached has an index, and precaching it again gives the same") {
  Session session;
  const int index = session.call().pfnModelIndex("models/player.mdl");
  CHECK(index > 0);
  CHECK_EQ(session.call().pfnPrecacheModel("models/player.mdl"), index);
  CHECK_EQ(session.call().pfnModelIndex("maps/box.bsp"), 1);
  CHECK_EQ(session.call().pfnModelFrames(index), 1);
}

TEST("precaching after the map was loaded ends the map, not the process") {
  Session session;
  CHECK_EQ(session.call().pfnPrecacheSound("late.wav"), 0);
  CHECK(session.printed("Host_Error: PrecacheSound: 'late.wav' came too late"));
  session.frames(1);
  CHECK(!session.engine.engine()->server.isActive());
  CHECK(session.engine.isRunning());
  session.type("map box");
  CHECK(session.engine.engine()->server.isActive());
}

TEST("more than 511 models end the map, not the process") {
  const Recorder recorder;
  Session session({.library = Recorder::kFile});
  recorder.callDuringLoad(precacheTooMany);
  session.type("map crowded");
  // The map's own model and the game's two come first.
  CHECK_EQ(indexes[0], 4);
  CHECK_EQ(indexes[507], 511);
  CHECK_EQ(indexes[508], 0);
  CHECK(session.printed("Host_Error: PrecacheModel: 'models/508.mdl' is one too many, the limit is 512"));
  CHECK(!session.engine.engine()->server.isActive());
  recorder.callDuringLoad(nullptr);
  session.type("map box");
  CHECK(session.engine.engine()->server.isActive());
}

TEST("a model that was not precached cannot be set") {
  Session session;
  session.call().pfnSetModel(session.entity("ammo_box"), "models/never.mdl");
  CHECK(session.printed("Host_Error: SetModel: 'models/never.mdl' is not precached"));
}
