// What an engine sees of us when it starts, and when it starts again.
#include <dlfcn.h>

#include <cstdlib>
#include <cstring>

#include "test/core/hooks.h"

namespace {

void* coreLibrary() { return dlopen(besideProgram("metamod.so").c_str(), RTLD_NOW | RTLD_NOLOAD); }

template <class Fn>
Fn coreExport(const char* name) {
  return reinterpret_cast<Fn>(dlsym(coreLibrary(), name));
}

}  // namespace

TEST("the engine gets a table only for the version it speaks, and is told ours") {
  Server host;
  DLL_FUNCTIONS table = {};
  int version = 139;
  CHECK_EQ(coreExport<GETENTITYAPI2_FN>("GetEntityAPI2")(&table, &version), 0);
  CHECK_EQ(version, 140);
  CHECK(table.pfnSpawn == nullptr);
  CHECK_EQ(coreExport<GETENTITYAPI_FN>("GetEntityAPI")(&table, 141), 0);
  CHECK_EQ(coreExport<GETENTITYAPI_FN>("GetEntityAPI")(&table, 140), 1);
  CHECK(table.pfnSpawn == host.hooked.dll()->pfnSpawn);
  NEW_DLL_FUNCTIONS newTable = {};
  version = 2;
  CHECK_EQ(coreExport<GETNEWDLLFUNCTIONS_FN>("GetNewDLLFunctions")(&newTable, &version), 0);
  CHECK_EQ(version, 1);
}

TEST("a caller that speaks another interface gets no core") {
  const auto getCore = coreExport<mm::Core* (*)(int)>("MetamodCore");
  CHECK(getCore(mm::kCoreInterface) != nullptr);
  CHECK(getCore(mm::kCoreInterface + 1) == nullptr);
}

TEST("a game DLL that is missing, no game DLL, or of another version leaves the engine without tables") {
  const ServerOptions bad[] = {
      {.gameDll = "no_game.so"},
      {.gameDll = "missing_attach.so"},
      {.setGame = [](GameControl& game) { game.interfaceVersion = 138; }},
  };
  const char* const reasons[] = {"cannot be read", "not a game DLL", "version 138; this server speaks 140"};
  for (int i = 0; i < 3; ++i) {
    Server host(bad[i]);
    CHECK(host.hooked.dll()->pfnSpawn == nullptr);
    CHECK(host.core.gameDll() == nullptr);
    CHECK_EQ(host.core.gameDllPath(), "");
    CHECK(host.policyLines.at(0).find(reasons[i]) != std::string::npos);
  }
}

TEST("a policy that fails after it loaded the game DLL leaves nothing that leads into it") {
  Server host({.failsAfterGame = true});
  CHECK(host.hooked.dll()->pfnSpawn == nullptr);
  CHECK(host.core.gameDll() == nullptr);
  CHECK_EQ(host.core.hookedDll()->pfnSpawn(host.edicts.data()), 0);
}

TEST("a second game DLL is refused") {
  Server host;
  CHECK(!host.core.loadGameDll(besideProgram("test_game.so").c_str()).ok);
  CHECK_EQ(spawn(), realSpawn());
}

TEST("without a policy or Node the core passes everything on to the game DLL that METAMOD_GAMEDLL names") {
  mm::FunctionTable engine = {};
  { Server host; }
  const auto give = coreExport<GIVE_ENGINE_FUNCTIONS_FN>("GiveFnptrsToDll");
  mm::Core& core = *coreExport<mm::Core* (*)(int)>("MetamodCore")(mm::kCoreInterface);
  globalvars_t globals = {};
  setenv("METAMOD_LIBNODE", "/no/libnode.so", 1);
  setenv("METAMOD_GAMEDLL", besideProgram("test_game.so").c_str(), 1);
  give(engine.engine(), &globals);
  DLL_FUNCTIONS table = {};
  int version = INTERFACE_VERSION;
  CHECK_EQ(coreExport<GETENTITYAPI2_FN>("GetEntityAPI2")(&table, &version), 1);
  unsetenv("METAMOD_GAMEDLL");

  static std::string logged;
  engine.engine()->pfnServerPrint = [](const char* text) { logged += text; };
  engine.engine()->pfnGetGameDir = [](char* directory) { std::strcpy(directory, "/games/valve"); };
  give(engine.engine(), &globals);
  CHECK_EQ(coreExport<GETENTITYAPI2_FN>("GetEntityAPI2")(&table, &version), 0);
  CHECK(logged.find("[META] ERROR: no game DLL was found; add a line such as 'gamedll dlls/hl.so' to ") != logged.npos);
  CHECK(logged.find("/config.ini; what was tried:") != logged.npos);
  CHECK(logged.find("[META]   /games/valve/dlls/hl") != logged.npos);
  core.reset();
}

TEST("after reset the core has forgotten plugins, tables and registries, and calls that still come do nothing") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  onSpawn(plugin) = [](edict_t*) { note("hook"); answer(MRES_IGNORED); return 0; };
  plugin.engine->pfnRegUserMsg("Forgotten", 1);
  nextFrame();
  host.core.reset();
  CHECK(!Server::isMapped("plugin_a.so"));
  CHECK_EQ(spawn(), 0);
  CHECK_EQ(traced(), "");
  CHECK(host.core.engine() == nullptr);
  CHECK(host.core.globals() == nullptr);
  CHECK(host.core.edicts() == nullptr);
  CHECK_EQ(host.core.util()->pfnGetUserMsgID(nullptr, "Forgotten", nullptr), 0);
}

TEST("a second engine in the same process starts as the first did") {
  for (int i = 0; i < 2; ++i) {
    Server host;
    PluginControl& plugin = host.load(1, "plugin_a.so");
    plugin.engine->pfnAddServerCommand("again", plugin.command);
    plugin.engine->pfnCVarRegister(plugin.cvar);
    CHECK_EQ(host.commands.size(), 1U);
    CHECK_EQ(host.cvars.size(), 1U);
    host.type("again");
    CHECK_EQ(plugin.commandCalls, 1);
    CHECK(host.core.edicts() == host.edicts.data());
    CHECK_EQ(host.core.maxEdicts(), 64);
  }
}

TEST("entities are made by the game DLL's classes through the physics interface") {
  Server host;
  CHECK_EQ(host.physics.version, 6);
  CHECK_EQ(host.physics.SV_CreateEntity(&host.edicts[5], "info_test"), 0);
  CHECK_EQ(host.edicts[5].v.health, 42.0F);
  CHECK_EQ(host.physics.SV_CreateEntity(&host.edicts[5], "no_such_class"), -1);
}

TEST("the last engine function is used where the engine has it, and stood in for where its table may be shorter") {
  {
    Server host;
    PluginControl& plugin = host.load(1, "plugin_a.so");
    CHECK(plugin.engine->pfnPEntityOfEntIndexAllEntities(3) == &host.edicts.back());
    CHECK(host.hooked.engine()->pfnPEntityOfEntIndexAllEntities(3) == &host.edicts.back());
  }
  Server host({.hasPhysicsInterface = false});
  PluginControl& plugin = host.load(1, "plugin_a.so");
  CHECK(plugin.engine->pfnPEntityOfEntIndexAllEntities(3) == &host.edicts[3]);
  CHECK(host.core.engine()->pfnPEntityOfEntIndexAllEntities == nullptr);
  CHECK(host.hooked.engine()->pfnPEntityOfEntIndexAllEntities(3) == nullptr);
}
