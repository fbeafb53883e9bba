#include "session.h"

using namespace fake;

TEST("the same text gets the same handle") {
  Session session;
  const int first = session.call().pfnAllocString("some text");
  CHECK_EQ(session.call().pfnAllocString("some text"), first);
  CHECK_EQ(session.call().pfnSzFromIndex(first), "some text");
}

TEST("a handle of 0 reads as empty text") {
  Session session;
  CHECK_EQ(session.call().pfnSzFromIndex(0), "");
}

TEST("a written \\n becomes a newline") {
  Session session;
  CHECK_EQ(session.call().pfnSzFromIndex(session.call().pfnAllocString("a\\nb")), "a\nb");
}

TEST("a player's name has a negative handle, so signs matter") {
  Session session;
  const int bob = session.join("Bob");
  const string_t handle = session.edict(bob)->v.netname;
  CHECK(handle < 0);
  CHECK_EQ(session.engine.engine()->globals.pStringBase + handle, "Bob");
}

TEST("a text of one map is gone on the next") {
  Session session;
  const int handle = session.call().pfnAllocString("of this map");
  session.type("map other");
  CHECK(std::string(session.call().pfnSzFromIndex(handle)) != "of this map");
}

TEST("a full pool ends the map, not the process") {
  Session session;
  const std::string filler(4000, 'x');
  for (int i = 0; i < 200; ++i) session.call().pfnAllocString((filler + std::to_string(i)).c_str());
  CHECK(session.printed("Host_Error: AllocString: the pool of 524288 bytes is full"));
  session.frames(1);
  CHECK(session.engine.isRunning());
  CHECK(!session.engine.engine()->server.isActive());
  session.type("map again");
  CHECK(session.engine.engine()->server.isActive());
}
