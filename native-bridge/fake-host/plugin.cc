#include "fake-host/plugin.h"

#include <dlfcn.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "fake-host/host.h"
#include "fake-host/mutil.h"
#include "fake-host/text.h"

namespace fakehost {

// What a plugin is given and may keep pointers to: its own copies, which go when it is unloaded.
struct Plugin::Lent {
  mutil_funcs_t util;
  FunctionTable engine;
  FunctionTable game;
  // metamod-fwgs has a third member behind the two, for the physics interface.
  struct {
    gamedll_funcs_t known;
    physics_interface_t* physics;
  } gamePointers;
  ExtensionFunctions extension;
};

Plugin::Plugin(int number) : index(number) {}
Plugin::~Plugin() = default;

bool Plugin::load(PLUG_LOADTIME now) {
  pending = PA_NONE;
  // A plugin whose Meta_Attach answered no is left open, and only attached when it is tried again.
  if (!image.isOpen() && (!open() || !query())) return false;
  if (!mayLoad(now, PA_LOAD)) {
    const bool isDelayed = pending == PA_LOAD;
    close();
    status = isDelayed ? PL_VALID : PL_FAILED;
    return false;
  }
  if (!attach(now)) return false;
  status = PL_RUNNING;
  loadedAt_ = std::time(nullptr);
  logLine("[META] loaded plugin '%s'", title().c_str());
  // A plugin that comes late is told of the game's start through its own hook; nothing else is replayed.
  const DLL_FUNCTIONS* const dll = tables_[kPre] ? tables_[kPre]->dll() : nullptr;
  if (now != PT_STARTUP && dll && dll->pfnGameInit) dll->pfnGameInit();
  return true;
}

bool Plugin::open() {
  lent_ = std::make_unique<Lent>();
  const int deep = RTLD_LOCAL | RTLD_DEEPBIND;
  const std::string why = image.open(path, RTLD_NOW | (host().quirks().bindsDeep ? deep : 0));
  if (!why.empty()) return fails(why);
  if (!image.symbol("Meta_Query")) return fails("it does not export Meta_Query");
  if (const auto init = image.exported<META_INIT_FN>("Meta_Init")) init();
  const auto give = image.exported<GIVE_ENGINE_FUNCTIONS_FN>("GiveFnptrsToDll");
  if (!give) return fails("it does not export GiveFnptrsToDll");
  lent_->engine = host().pluginEngine;
  give(lent_->engine.engine(), host().globals);
  status = PL_OPENED;
  return true;
}

bool Plugin::query() {
  lent_->util = utilFunctions();
  const bool isWilling = image.exported<META_QUERY_FN>("Meta_Query")(META_INTERFACE_VERSION, &info, &lent_->util);
  if (!info) return fails("Meta_Query gave no plugin_info_t");
  if (host().quirks().givesExtensionFunctions) {
    const auto give = image.exported<GiveExtensionFunctions>("Meta_PExtGiveFnptrs");
    lent_->extension = extensionFunctions();
    if (give) give(kExtensionVersion, &lent_->extension);
  }
  // "5:13": the same major number, and no later minor number than ours.
  char* minor = nullptr;
  const long theirMajor = std::strtol(info->ifvers, &minor, 10);
  const long theirMinor = *minor == ':' ? std::strtol(minor + 1, nullptr, 10) : 0;
  if (theirMajor != 5 || theirMinor > 13) return fails(std::string("it wants interface ") + info->ifvers);
  return isWilling || fails("Meta_Query answered no");
}

bool Plugin::attach(PLUG_LOADTIME now) {
  const auto metaAttach = image.exported<META_ATTACH_FN>("Meta_Attach");
  if (!metaAttach) return fails("it does not export Meta_Attach");
  lent_->game = host().real;
  lent_->gamePointers.known = {lent_->game.dll(), host().gameHasNewDll ? lent_->game.newDll() : nullptr};
  lent_->gamePointers.physics = nullptr;
  META_FUNCTIONS getters = {};
  if (!metaAttach(now, &getters, &host().metaGlobals, &lent_->gamePointers.known)) {
    logLine("[META] ERROR: plugin '%s': Meta_Attach answered no", title().c_str());
    status = PL_FAILED;
    pending = PA_LOAD;
    return false;
  }
  fillTables(getters);
  checkTableEnds();
  return true;
}

// What stands where a table of 158 functions is over. It is never called; a plugin that writes there changes it.
static void behindTheTable() {}

FunctionTable& Plugin::table(Phase phase) {
  if (!tables_[phase]) {
    tables_[phase] = std::make_unique<FunctionTable>();
    if (host().quirks().has158EngineFunctions) tables_[phase]->at[kLastEngineFunction] = behindTheTable;
  }
  return *tables_[phase];
}

// A table that no getter asks for does not exist, so nothing a plugin does later can make it heard.
void Plugin::fillTables(const META_FUNCTIONS& get) {
  int version = NEW_DLL_FUNCTIONS_VERSION;
  if (get.pfnGetNewDLLFunctions) get.pfnGetNewDLLFunctions(table(kPre).newDll(), &version);
  version = NEW_DLL_FUNCTIONS_VERSION;
  if (get.pfnGetNewDLLFunctions_Post) get.pfnGetNewDLLFunctions_Post(table(kPost).newDll(), &version);
  version = INTERFACE_VERSION;
  if (get.pfnGetEntityAPI2) get.pfnGetEntityAPI2(table(kPre).dll(), &version);
  version = INTERFACE_VERSION;
  if (get.pfnGetEntityAPI2_Post) get.pfnGetEntityAPI2_Post(table(kPost).dll(), &version);
  if (!get.pfnGetEntityAPI2 && !get.pfnGetEntityAPI2_Post) {
    if (get.pfnGetEntityAPI) get.pfnGetEntityAPI(table(kPre).dll(), INTERFACE_VERSION);
    if (get.pfnGetEntityAPI_Post) get.pfnGetEntityAPI_Post(table(kPost).dll(), INTERFACE_VERSION);
  }
  version = ENGINE_INTERFACE_VERSION;
  if (get.pfnGetEngineFunctions) get.pfnGetEngineFunctions(table(kPre).engine(), &version);
  version = ENGINE_INTERFACE_VERSION;
  if (get.pfnGetEngineFunctions_Post) get.pfnGetEngineFunctions_Post(table(kPost).engine(), &version);
}

// The real table ends there, and what stands behind it is somebody else's memory.
void Plugin::checkTableEnds() const {
  if (!host().quirks().has158EngineFunctions) return;
  for (const auto& table : tables_) {
    if (table && table->at[kLastEngineFunction] != behindTheTable) {
      logLine("[META] ERROR: plugin '%s' writes a 159th engine function; %s has room for 158", title().c_str(),
              host().kind.name.c_str());
    }
  }
}

bool Plugin::mayLoad(PLUG_LOADTIME now, PLUG_ACTION later) {
  if (info->loadable >= now) return true;
  if (info->loadable > PT_STARTUP) pending = later;
  logLine("[META] plugin '%s' cannot be loaded now%s", title().c_str(), pending == later ? "; later" : "");
  return false;
}

bool Plugin::mayUnload(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const bool isForced = reason == PNL_CMD_FORCED || reason == PNL_PLG_FORCED;
  if (isForced || info->unloadable >= now) return true;
  const bool isDelayed = info->unloadable > PT_STARTUP;
  if (isDelayed) pending = reason == PNL_RELOAD ? PA_RELOAD : PA_UNLOAD;
  logLine("[META] plugin '%s' cannot be unloaded now%s", title().c_str(), isDelayed ? "; later" : "");
  return false;
}

bool Plugin::detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const auto metaDetach = image.exported<META_DETACH_FN>("Meta_Detach");
  isUnloading = true;
  const bool isWilling = metaDetach && metaDetach(now, reason);
  isUnloading = false;
  if (isWilling || reason == PNL_CMD_FORCED || reason == PNL_RELOAD) return true;
  logLine("[META] plugin '%s' answers no to Meta_Detach", title().c_str());
  return false;
}

void Plugin::close() {
  info = nullptr;
  isRebuilt = false;
  for (auto& table : tables_) table.reset();
  if (host().quirks().keepsLibrariesMapped) image.leaveMapped();
  else image.close();
  lent_.reset();
}

bool Plugin::fails(const std::string& why) {
  logLine("[META] ERROR: plugin '%s': %s", title().c_str(), why.c_str());
  close();
  status = PL_BADFILE;
  pending = PA_LOAD;
  return false;
}

std::string Plugin::title() const {
  if (!description.empty()) return description;
  return info && info->name ? info->name : file();
}

bool Plugin::isFileNewer() const {
  struct stat found;
  return stat(path.c_str(), &found) == 0 && std::max(found.st_mtime, found.st_ctime) > loadedAt_;
}

}  // namespace fakehost
