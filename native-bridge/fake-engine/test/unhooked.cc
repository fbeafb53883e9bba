// Metamod as it is installed in a game directory, started by both kinds of engine, without Node: the game runs on.
#include <dlfcn.h>

#include <cstdlib>

#include "session.h"

using namespace fake;

namespace {

constexpr char kCore[] = "addons/metamod/dlls/metamod.so";
constexpr char kFront[] = "addons/metamod/dlls/metamod_front.so";
constexpr char kGame[] = "dlls/game.so";
constexpr char kConfig[] = "addons/metamod/config.ini";

constexpr Style kXash{Engines::kXash, false};
constexpr Style kHlds{Engines::kHlds, false};

const bool hasNoNode = setenv("METAMOD_LIBNODE", "/no/libnode.so", 1) == 0;

// Writes a value over a field of a template, as packages/loader/src/stamp.ts does.
void stamp(std::string& library, const std::string& field, std::string value) {
  constexpr size_t kFieldBytes = 512;
  value.resize(kFieldBytes, '\0');
  library.replace(library.find("@METAMOD:" + field + "@"), kFieldBytes, value);
}

std::string front() {
  std::string library = contentOf(builtFile("metamod_front.so"));
  stamp(library, "bridge", "$ORIGIN/metamod.so");
  stamp(library, "game", "$ORIGIN/../../../dlls/game.so");
  return library;
}

// What the engine loads is one of the installation's own files, so each session has a Metamod of its own.
Setup installed(const char* library, const Style& style, const std::string& config) {
  return {.library = library,
          .files = {{kCore, contentOf(builtFile("metamod.so"))},
                    {kFront, front()},
                    {kGame, contentOf(builtFile("game/dlls/game.so"))},
                    {kConfig, config}},
          .style = style};
}

const struct {
  const char* library;
  Style style;
} kStarts[] = {{kCore, kXash}, {kFront, kXash}, {kFront, kHlds}, {kFront, {Engines::kHlds, true}}};

const char* const kGameLine = "gamedll dlls/game.so\n";

}  // namespace

TEST("without Node the game runs in both kinds of engine as it does without Metamod") {
  for (const auto& start : kStarts) {
    Session session(installed(start.library, start.style, kGameLine));
    CHECK_EQ(session.started.reason, "");
    if (!session.started.ok) continue;
    CHECK(session.entity("ammo_box") != nullptr);
    const int bob = session.join("Bob");
    session.engine.clientCommand(bob, "say hello");
    session.type("changelevel other");
    session.frames(10);
    CHECK(session.printed("Bob: hello"));
    CHECK(session.edict(bob)->pvPrivateData != nullptr);
    session.type("quit");
    session.engine.stop();
    CHECK(session.printed("game: shut down"));
  }
}

TEST("an engine that looks for classes among exports alone finds the game's behind the front, and none in the core") {
  {
    Session session(installed(kFront, kHlds, kGameLine));
    CHECK(session.entity("trigger_test") != nullptr);
  }
  Session session(installed(kCore, kHlds, kGameLine));
  CHECK(session.entity("trigger_test") == nullptr);
}

TEST("the game that the core loads by its path is the one that the front depends on") {
  Session session(installed(kFront, kHlds, kGameLine));
  const Library& library = session.engine.engine()->library;
  const std::string game = session.directory() + '/' + kGame;
  void* const again = dlopen(game.c_str(), RTLD_NOW | RTLD_NOLOAD);
  CHECK(again != nullptr);
  CHECK_EQ(dlsym(again, "ammo_box"), library.symbol("ammo_box"));
  dlclose(again);
  Dl_info give = {};
  CHECK(dladdr(library.symbol("GiveFnptrsToDll"), &give) != 0);
  CHECK(std::string(give.dli_fname).ends_with("/metamod.so"));
}

TEST("behind a front the game's calls of its own exports reach the game, although ours come first in the search") {
  Session session(installed(kFront, kHlds, kGameLine));
  // The test game answers GetEntityAPI2 by calling its GetEntityAPI. Answered by us, the game's table would be ours,
  // and every call in it one to itself.
  CHECK_EQ(session.started.reason, "");
  CHECK_EQ(session.engine.engine()->server.description(), "Metamod Test Game");
}

TEST("a saved game's functions are found again in both kinds of engine") {
  for (const auto& start : kStarts) {
    Session session(installed(start.library, start.style, kGameLine));
    edict_t* box = session.entity("ammo_box");
    session.join("Bob");
    session.engine.engine()->library.call(&DLL_FUNCTIONS::pfnTouch, box, session.edict(1));
    session.type("save one");
    session.type("load one");
    CHECK_EQ(session.entity("ammo_box")->v.solid, SOLID_NOT);
    session.frames(400);
    CHECK_EQ(session.entity("ammo_box")->v.solid, SOLID_TRIGGER);
    CHECK(!session.printed("no function is called"));
  }
}

TEST("a function's address comes back whole, also above 4 GiB") {
  Session session(installed(kFront, kXash, kGameLine));
  void* const function = session.engine.engine()->library.symbol("ammo_box_returns");
  const auto address = reinterpret_cast<unsigned long>(function);
  if constexpr (sizeof(void*) == 8) CHECK(address >> 32 != 0);
  const char* const name = session.call().pfnNameForFunction(address);
  CHECK_EQ(name, "ammo_box_returns");
  CHECK_EQ(session.call().pfnFunctionFromName(name), address);
}

TEST("METAMOD_GAMEDLL goes before config.ini, and is below the game directory or absolute") {
  for (const std::string& path : {std::string(kGame), builtFile("game/dlls/game.so")}) {
    setenv("METAMOD_GAMEDLL", path.c_str(), 1);
    Session session(installed(kCore, kXash, "gamedll dlls/nothing.so"));
    unsetenv("METAMOD_GAMEDLL");
    CHECK(session.started.ok);
  }
}

TEST("behind a front config.ini need not name the game DLL") {
  Session session(installed(kFront, kHlds, ""));
  CHECK(session.started.ok);
  CHECK(session.entity("trigger_test") != nullptr);
}

TEST("a game DLL that nobody names is found by its exports") {
  Session session(installed(kCore, kXash, "; nothing\n"));
  CHECK_EQ(session.started.reason, "");
}

TEST("where no game DLL is named and none is to be looked for, the line says where to name it") {
  Session session(installed(kCore, kXash, "autodetect no\n"));
  CHECK(!session.started.ok);
  CHECK(session.printed("[META] ERROR: no game DLL was found; add a line such as 'gamedll dlls/hl.so' to " +
                        session.directory() + '/' + kConfig));
}

TEST("a game DLL that is Metamod, its front, missing or no library is refused with its path and the place to correct") {
  const struct {
    const char* game;
    const char* reason;
  } wrong[] = {{kCore, "This is Metamod itself, not a game."},
               {kFront, "This is Metamod itself, not a game."},
               {"dlls/nothing.so", "cannot be read: No such file or directory."},
               {kConfig, "is not a Linux library."}};
  for (const auto& [game, reason] : wrong) {
    Session session(installed(kCore, kXash, std::string("gamedll ") + game));
    CHECK(!session.started.ok);
    CHECK(session.printed("[META] ERROR: game DLL " + session.directory() + '/' + game + ": "));
    CHECK(session.printed(reason));
    CHECK(session.printed("; correct 'gamedll' in " + session.directory() + '/' + kConfig));
  }
}
