// All that the double holds while it is loaded: which host it plays, the real tables on both sides, and its registries.
#pragma once

#include <string>

#include "fake-host/plugin_list.h"
#include "fake-host/quirks.h"
#include "fake-host/registry.h"

namespace fakehost {

struct Host {
  Kind kind;
  std::string gameDirectory;
  FunctionTable real = {};          // the engine's and the game DLL's own functions
  FunctionTable pluginEngine = {};  // the engine's as plugins get them; only the part of the engine is used
  FunctionTable hooks = {};         // what engine and game DLL get from us, and pfnGetHookTables gives plugins
  globalvars_t* globals = nullptr;
  meta_globals_t metaGlobals = {};  // gpMetaGlobals of every plugin
  Image game;
  std::string gamePath;
  bool gameHasNewDll = false;
  int requestCounter = 0;
  PluginList plugins;
  Commands commands;
  Cvars cvars;
  UserMessages userMessages;
  CvarQueries cvarQueries;

  const Quirks& quirks() const { return kind.quirks; }
  const enginefuncs_t& engine() { return *real.engine(); }
  std::string pathOf(const std::string& name) const { return name[0] == '/' ? name : gameDirectory + "/" + name; }
};

// SAFETY: a Host exists from GiveFnptrsToDll until the library is closed, and nobody calls us before or after.
Host& host();

// Reads config.ini, loads the game DLL and the plugins. False: there is no game to play.
bool startHost(enginefuncs_t* engine, globalvars_t* globals);

}  // namespace fakehost
