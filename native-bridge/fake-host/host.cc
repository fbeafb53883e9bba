#include "fake-host/host.h"

#include <dlfcn.h>

#include <cstdlib>
#include <memory>

#include "fake-host/hook_table.h"
#include "fake-host/meta_command.h"
#include "fake-host/text.h"

namespace fakehost {
namespace {

std::unique_ptr<Host> current;

// Which host is to be played: METAMOD_FAKE_HOST, else `kind` in config.ini, with single switches turned behind it.
void readConfig() {
  const char* const wanted = std::getenv("METAMOD_FAKE_HOST");
  std::string kind = wanted ? wanted : "metamod-r";
  std::vector<Setting> switches;
  for (const Setting& setting : readConfigIni()) {
    if (setting.key == "gamedll") host().gamePath = host().pathOf(setting.value);
    else if (setting.key != "kind") switches.push_back(setting);
    else if (!wanted) kind = setting.value;
  }
  if (!takeKind(kind, host().kind)) fatal("'%s' is no host: metamod-r, metamod-p or metamod-fwgs", kind.c_str());
  for (const Setting& setting : switches) {
    if (!takeSwitch(host().kind.quirks, setting.key, setting.value == "yes")) {
      fatal("config.ini: '%s' is no switch; the README lists them", setting.key.c_str());
    }
  }
}

bool loadGame() {
  const std::string why = host().game.open(host().gamePath, RTLD_NOW | RTLD_LOCAL);
  if (!why.empty()) logLine("[META] ERROR: no game DLL: %s", why.c_str());
  const auto give = host().game.exported<GIVE_ENGINE_FUNCTIONS_FN>("GiveFnptrsToDll");
  const auto getApi2 = host().game.exported<GETENTITYAPI2_FN>("GetEntityAPI2");
  if (!give || !getApi2) return false;
  give(host().hooks.engine(), host().globals);
  int version = NEW_DLL_FUNCTIONS_VERSION;
  const auto getNew = host().game.exported<GETNEWDLLFUNCTIONS_FN>("GetNewDLLFunctions");
  host().gameHasNewDll = getNew && getNew(host().real.newDll(), &version);
  version = INTERFACE_VERSION;
  return getApi2(host().real.dll(), &version);
}

// metamod-fwgs crashes over a cvar of the heap, and so would the engine's list over one that is gone.
void registerOwn() {
  static cvar_t version = {"metamod_version", "", FCVAR_SERVER, 0, nullptr};
  version.string = host().kind.version.c_str();
  host().engine().pfnCVarRegister(&version);
  host().engine().pfnAddServerCommand("meta", metaCommand);
}

}  // namespace

Host& host() { return *current; }

bool startHost(enginefuncs_t* engine, globalvars_t* globals) {
  current = std::make_unique<Host>();
  *host().real.engine() = *engine;
  host().globals = globals;
  char directory[256] = "";
  engine->pfnGetGameDir(directory);
  host().gameDirectory = directory;
  readConfig();
  makeHookTable();
  registerOwn();
  if (!loadGame()) return false;
  makePluginEngine();
  host().plugins.boot();
  return true;
}

}  // namespace fakehost
