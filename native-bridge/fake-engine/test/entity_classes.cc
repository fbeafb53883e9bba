// Entity classes of plugins in both kinds of engine: what maps and CreateNamedEntity find, and how long they keep it.
#include <dlfcn.h>

#include <algorithm>

#include "metamod.h"
#include "session.h"

using namespace fake;

namespace {

constexpr char kCrates[] = "crates";
constexpr char kMap[] =
    "{ \"classname\" \"worldspawn\" }\n"
    "{ \"targetname\" \"first\" \"classname\" \"crate\" \"origin\" \"1 2 3\" }\n"
    "{ \"classname\" \"crate_stack\" }\n"
    "{ \"classname\" \"crate_gone\" \"message\" \"here\" }\n"
    "{ \"classname\" \"crate_count\" }\n"
    "{ \"classname\" \"Meta_Query\" }\n{ \"classname\" \"Meta_Init\" }\n{ \"classname\" \"Meta_Attach\" }\n"
    "{ \"classname\" \"GiveFnptrsToDll\" }\n{ \"classname\" \"GetEntityAPI2\" }\n{ \"classname\" \"custom\" }\n"
    "{ \"classname\" \"no_such_class\" \"message\" \"there\" }\n"
    "{ \"classname\" \"ammo_box\" }\n";

const std::string kHugeName(1500, 'x');

const Style kStyles[] = {{Engines::kXash, false}, {Engines::kHlds, false}};

// The front, stamped with this program's own Metamod and game, as packages/loader/src/stamp.ts does it.
std::string front() {
  std::string library = contentOf(builtFile("metamod_front.so"));
  for (const auto& [field, path] : {std::pair{"bridge", "metamod.so"}, {"game", "game/dlls/game.so"}}) {
    constexpr size_t kFieldBytes = 512;
    std::string value = builtFile(path);
    value.resize(kFieldBytes, '\0');
    library.replace(library.find(std::string("@METAMOD:") + field + "@"), kFieldBytes, value);
  }
  return library;
}

Setup setup(const Style& style) {
  const std::string map = kMap + ("{ \"classname\" \"" + kHugeName + "\" }");
  const std::string second = "{ \"classname\" \"worldspawn\" }\n{ \"classname\" \"crate\" }";
  return {.library = "front.so",
          .map = "small",
          .files = {{"front.so", front()}, {"maps/small.ent", map}, {"maps/second.ent", second}},
          .style = style};
}

bool isMapped() {
  void* const handle = dlopen(builtFile("game/addons/crates/crates.so").c_str(), RTLD_NOW | RTLD_NOLOAD);
  if (handle) dlclose(handle);
  return handle != nullptr;
}

int countOf(Session& session, const char* className) {
  int count = 0;
  for (edict_t* at = nullptr;
       (at = session.call().pfnFindEntityByString(at, "classname", className)) && at != session.edict(0);) {
    ++count;
  }
  return count;
}

}  // namespace

TEST("a map's entities of a plugin's classes are made, told their pairs and spawned as the game's are") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    CHECK_EQ(session.started.reason, "");
    edict_t* crate = session.call().pfnFindEntityByString(nullptr, "targetname", "first");
    CHECK_EQ(session.call().pfnSzFromIndex(crate->v.classname), "crate");
    CHECK_EQ(crate->v.health, 50.0f);
    CHECK_EQ(crate->v.origin[1], 2.0f);
    CHECK_EQ(crate->v.solid, SOLID_TRIGGER);
    CHECK_EQ(session.entity("ammo_box")->v.health, 0.0f);
    CHECK_EQ(countOf(session, "crate"), 2);
    CHECK_EQ(countOf(session, "crate_stack"), 1);
    session.frames(5);
  }
}

TEST("an entity that its class removes is gone, and data, Metamod's functions and absurd names are no classes") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    for (const char* name : {"crate_gone", "crate_count", "no_such_class", kHugeName.c_str()}) {
      CHECK_EQ(countOf(session, name), 0);
    }
    CHECK(session.printed("map: the game has no class 'crate_count'; the entity is left out"));
    CHECK(session.printed("map: the game has no class 'no_such_class'"));
    CHECK(!session.printed("map: the game has no class 'crate_gone'"));
    CHECK(!session.printed("Host_Error"));
    for (const char* name : {"Meta_Query", "GiveFnptrsToDll"}) {
      session.type(std::string("crates_make ") + name);
      CHECK(session.printed(std::string("crates: ") + name + " is no class"));
      CHECK(metamod.logged(std::string("CreateNamedEntity: '") + name + "' is no entity class"));
    }
    session.frames(5);
    session.type("changelevel small");
    CHECK(session.entity("ammo_box") != nullptr);
  }
}

TEST("CreateNamedEntity of a plugin makes its classes, in each other as well") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    session.type("crates_make crate_stack");
    CHECK(session.printed("crates: crate_stack is crate_stack"));
    CHECK_EQ(countOf(session, "crate_stack"), 2);
    CHECK_EQ(countOf(session, "crate"), 3);
    session.type("crates_make crate_count");
    CHECK(session.printed("crates: crate_count is no class"));
    session.type("crates_make ammo_box");
    CHECK(session.printed("crates: ammo_box is ammo_box"));
  }
}

TEST("a class that makes entities of itself without end is stopped, and the server goes on") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    session.type("crates_make crate_tower");
    CHECK_EQ(countOf(session, "crate_tower"), 64);
    CHECK(metamod.logged("plugin 'Crates': entity class crate_tower: 64 entities are being made inside each other"));
    CHECK(!session.printed("Host_Error"));
    session.frames(5);
  }
}

TEST("calls through the hook tables pass the plugins' hooks, and others do not") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    session.type("crates_make crate");
    session.type("crates_seen");
    CHECK(session.printed("crates: saw 0 named, 9 spawned, 0 collide"));
    session.type("crates_hooked crate");
    session.type("crates_seen");
    CHECK(session.printed("crates: saw 1 named, 10 spawned, 1 collide"));
  }
}

TEST("an unloaded plugin's code stays until the map of its entities is over; then its class is unknown") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    metamod.core().remove(1);
    session.frames(5);
    CHECK(isMapped());
    CHECK_EQ(countOf(session, "crate"), 2);
    session.type("changelevel second");
    session.frames(2);
    CHECK(!isMapped());
    CHECK(session.printed("map: the game has no class 'crate'"));
  }
}

TEST("a paused plugin's classes are found by the next map") {
  for (const Style& style : kStyles) {
    NativeMetamod metamod({kCrates});
    Session session(setup(style));
    metamod.core().setRunning(1, false);
    session.type("changelevel second");
    CHECK_EQ(countOf(session, "crate"), 1);
  }
}
