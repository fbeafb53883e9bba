// Engines and game DLLs of other times: what each asks for, gives, and has room for.
#include <dlfcn.h>

#include "test/core/hooks.h"

namespace {

template <class Fn>
Fn coreExport(const char* name) {
  void* const library = dlopen(besideProgram("metamod.so").c_str(), RTLD_NOW | RTLD_NOLOAD);
  const auto found = reinterpret_cast<Fn>(dlsym(library, name));
  dlclose(library);
  return found;
}

const auto physicsGetter = [] {
  return coreExport<int (*)(int, server_physics_api_t*, physics_interface_t*)>("Server_GetPhysicsInterface");
};

// Counts the words of a table that differ from what they were.
template <class Table>
std::size_t written(const Table& table, const Table& before) {
  const auto* const now = reinterpret_cast<const mm::AnyFn*>(&table);
  const auto* const then = reinterpret_cast<const mm::AnyFn*>(&before);
  std::size_t count = 0;
  for (std::size_t i = 0; i < sizeof(Table) / sizeof(mm::AnyFn); ++i) count += now[i] != then[i];
  return count;
}

}  // namespace

TEST("a game DLL from before GetEntityAPI2 is asked by GetEntityAPI") {
  Server host({.gameDll = "old_game.so"});
  CHECK_EQ(host.hooked.dll()->pfnSpawn(nullptr), 1);
  CHECK(host.core.newDll() == nullptr);
}

TEST("a game DLL that answers GetEntityAPI2 for another version is asked by GetEntityAPI") {
  Server host({.gameDll = "two_apis_game.so"});
  CHECK_EQ(host.hooked.dll()->pfnSpawn(nullptr), 2);
  CHECK(host.core.gameDll()->pfnThink == nullptr);
}

TEST("all new functions are given where the game DLL has none, and answer as the engine's absence of them would") {
  Server host({.gameDll = "old_game.so"});
  CHECK_EQ(host.hooked.newDll()->pfnShouldCollide(nullptr, nullptr), 1);
  host.hooked.newDll()->pfnGameShutdown();
  host.hooked.newDll()->pfnOnFreeEntPrivateData(nullptr);
  host.hooked.newDll()->pfnCvarValue(nullptr, "");
  host.hooked.newDll()->pfnCvarValue2(nullptr, 1, "", "");
}

TEST("new functions that an older game DLL does not know are absent, and its others are called") {
  Server host({.gameDll = "two_apis_game.so"});
  CHECK_EQ(host.hooked.newDll()->pfnShouldCollide(nullptr, nullptr), 3);
  CHECK(host.core.newDll()->pfnCvarValue == nullptr);
  host.hooked.newDll()->pfnCvarValue2(nullptr, 1, "", "");
}

TEST("what stands behind the end of a shorter engine table is not taken for functions") {
  constexpr int kOldCount = mm::engineId(offsetof(enginefuncs_t, pfnAddServerCommand)) + 1;
  Server host({.engineFunctions = kOldCount});
  CHECK(host.core.engine()->pfnAddServerCommand != nullptr);
  CHECK(host.core.engine()->pfnVoice_GetClientListening == nullptr);
  CHECK(host.core.engine()->pfnCheckParm == nullptr);
  CHECK_EQ(host.hooked.engine()->pfnCheckParm(nullptr, nullptr), 0);
}

TEST("a table of 158 functions is taken whole") {
  Server host({.hasPhysicsInterface = false, .engineFunctions = mm::kEngineCount - 1});
  CHECK(host.core.engine()->pfnCheckParm != nullptr);
  CHECK(host.core.engine()->pfnPEntityOfEntIndexAllEntities == nullptr);
}

TEST("an engine that asks for physics and has the shorter table does not get its neighbour called") {
  Server host({.engineFunctions = mm::kEngineCount - 1});
  CHECK(host.core.engine()->pfnPEntityOfEntIndexAllEntities == nullptr);
}

TEST("an engine gets as many new functions as it has room for") {
  constexpr auto kQuery = mm::engineId(offsetof(enginefuncs_t, pfnQueryClientCvarValue));
  const struct { int engineFunctions; std::size_t room; } engines[] = {{kQuery, 3}, {kQuery + 1, 4}, {kQuery + 2, 5}};
  for (const auto& engine : engines) {
    Server host({.engineFunctions = engine.engineFunctions});
    NEW_DLL_FUNCTIONS table = {};
    int version = NEW_DLL_FUNCTIONS_VERSION;
    CHECK_EQ(coreExport<GETNEWDLLFUNCTIONS_FN>("GetNewDLLFunctions")(&table, &version), 1);
    CHECK_EQ(written(table, NEW_DLL_FUNCTIONS{}), engine.room);
  }
}

TEST("an engine that never asks for new functions or physics runs the game") {
  Server host({.hasPhysicsInterface = false, .asksForNewDll = false});
  CHECK_EQ(spawn(), realSpawn());
}

TEST("the game's physics interface is passed on, and entities are looked for where Xash would look without us") {
  Server host({.gameDll = "xash_game.so"});
  physics_interface_t table = {};
  auto* const engine = reinterpret_cast<server_physics_api_t*>(&table);
  CHECK_EQ(physicsGetter()(6, engine, &table), 1);
  CHECK_EQ(table.reserved[0], static_cast<void*>(engine));
  edict_t& entity = host.edicts[5];
  CHECK_EQ(table.SV_CreateEntity(&entity, "info_exported"), 0);
  CHECK_EQ(entity.v.health, 8.0F);
  CHECK_EQ(table.SV_CreateEntity(&entity, "xash_only"), 0);
  CHECK_EQ(entity.v.health, 7.0F);
  CHECK_EQ(table.SV_CreateEntity(&entity, "no_such_class"), -1);
}

TEST("a game without physics, or whose getter answers no, leaves the engine all but entity classes") {
  for (const char* const game : {"test_game.so", "refusing_game.so"}) {
    Server host({.gameDll = game});
    physics_interface_t table = {};
    CHECK_EQ(physicsGetter()(6, nullptr, &table), 1);
    CHECK_EQ(table.version, 6);
    CHECK(table.reserved[0] == nullptr);
    CHECK_EQ(table.SV_CreateEntity(&host.edicts[5], "no_such_class"), -1);
  }
}

TEST("a physics interface of another version is between engine and game") {
  Server host({.gameDll = "xash_game.so"});
  physics_interface_t table = {};
  CHECK_EQ(physicsGetter()(7, nullptr, &table), 1);
  CHECK_EQ(table.version, 7);
  edict_t& entity = host.edicts[5];
  CHECK_EQ(table.SV_CreateEntity(&entity, "info_exported"), -1);
}

TEST("exports whose absence tells the engine something are found exactly if the game has them") {
  {
    Server host({.gameDll = "xash_game.so"});
    char comment[16] = "";
    coreExport<void (*)(char*, int)>("SV_SaveGameComment")(comment, sizeof comment);
    CHECK_EQ(static_cast<const char*>(comment), "a comment");
    entvars_t vars = {};
    coreExport<void (*)(entvars_t*)>("custom")(&vars);
    CHECK_EQ(vars.health, 9.0F);
    int studio = 0;
    void* blending = nullptr;
    const auto getBlending = coreExport<int (*)(int, void**, void*, float*, float*)>("Server_GetBlendingInterface");
    CHECK_EQ(getBlending(1, &blending, &studio, nullptr, nullptr), 1);
    CHECK_EQ(blending, static_cast<void*>(&studio));
  }
  Server host;
  CHECK(coreExport<void (*)()>("SV_SaveGameComment") == nullptr);
  CHECK(coreExport<void (*)()>("custom") == nullptr);
  CHECK(coreExport<void (*)()>("Server_GetBlendingInterface") == nullptr);
}

TEST("a function that the engine does not find by its name is found in the game DLL, in either way to write it") {
  Server host({.gameDll = "old_game.so", .findsFunctions = false});
  const auto find = host.hooked.engine()->pfnFunctionFromName;
  const auto exported = reinterpret_cast<unsigned long>(
      dlsym(dlopen(besideProgram("old_game.so").c_str(), RTLD_NOW | RTLD_NOLOAD), "_ZN5CDoor4OpenEv"));
  CHECK(exported != 0);
  CHECK_EQ(find("_ZN5CDoor4OpenEv"), exported);
  CHECK_EQ(find("Open@CDoor"), exported);
  CHECK(find("Close@CDoor") != 0);
  CHECK_EQ(find("Lock@CDoor"), 0UL);
  CHECK_EQ(find("malloc"), 0UL);
  CHECK_EQ(find(nullptr), 0UL);
  CHECK_EQ(host.core.pluginEngine()->pfnFunctionFromName("Open@CDoor"), exported);
}

TEST("Metamod is refused as the game DLL") {
  Server host({.gameDll = "metamod.so"});
  CHECK_EQ(host.policyLines.at(0),
           "This is Metamod itself, not a game. Name the game's own library, such as dlls/hl.so.");
}
