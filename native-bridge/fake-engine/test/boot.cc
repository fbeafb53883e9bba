#include "session.h"

using namespace fake;

TEST("a library that is missing is refused with the loader's reason") {
  Session session({.library = "no-such-library.so"});
  CHECK(!session.started.ok);
  CHECK(session.started.reason.find("no-such-library.so") != std::string::npos);
  CHECK(!session.engine.isRunning());
}

TEST("a program is no game DLL") {
  Session session({.library = "libm.so.6"});
  CHECK(!session.started.ok);
}

TEST("a second engine in the process is refused while the first one runs") {
  Session first;
  Session second;
  CHECK(first.started.ok);
  CHECK(!second.started.ok);
  CHECK_EQ(second.started.reason, "an engine runs in this process already; stop it first");
}

TEST("an engine can be started again after it was stopped") {
  for (int i = 0; i < 3; ++i) {
    Session session;
    CHECK(session.started.ok);
    session.join("Bob");
    session.frames(3);
    CHECK(session.engine.isRunning());
  }
}

TEST("quit ends the server at the end of its frame, and stop tells the game") {
  Session session;
  session.type("quit");
  CHECK(!session.engine.isRunning());
  session.engine.stop();
  CHECK(session.printed("game: shut down"));
  CHECK(!session.engine.hasFailed());
}

TEST("there is a string pool and an entity array when the game sets itself up") {
  Session session;
  CHECK(session.engine.engine()->globals.pStringBase != nullptr);
  CHECK_EQ(session.engine.engine()->globals.maxEntities, 1024);
  CHECK_EQ(session.call().pfnPEntityOfEntIndex(0), session.edict(0));
}

TEST("the game's description is asked for once a second") {
  Session session;
  session.frames(1);
  CHECK_EQ(session.engine.engine()->server.description(), "Metamod Test Game");
}

TEST("the command line can be searched") {
  Session session;
  char parameter[] = "+map";
  char* next = nullptr;
  CHECK(session.call().pfnCheckParm(parameter, &next) > 0);
  CHECK_EQ(static_cast<const char*>(next), "box");
  char unknown[] = "-nosuch";
  CHECK_EQ(session.call().pfnCheckParm(unknown, &next), 0);
}
