#include "core/guest/host.h"

#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <string>

#include "core/guest/guest.h"
#include "core/guest/stubs.h"
#include "core/slots.h"

namespace mm {
namespace {

constexpr int kFailed = 1;

int loadsInProgress = 0;
bool isAsleep = false;

// What dlopen gives for a library is its place in the linker's list, so a host's handle can be told from here.
void* handleOf(const Stub& library) {
  link_map* map = nullptr;
  Dl_info info;
  // SAFETY: with RTLD_DL_LINKMAP, dladdr1 stores a link_map pointer into what its third argument points to.
  const int found = dladdr1(&library, &info, reinterpret_cast<void**>(&map), RTLD_DL_LINKMAP);
  return found ? map : nullptr;
}

bool isAttached(const void* handle) {
  for (const auto& stub : stubs().all()) {
    if (stub->isAttached && handleOf(*stub->library) == handle) return true;
  }
  return false;
}

std::string fileName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// True when the stub is a running plugin now.
bool tryToLoad(const char* path, PLUG_LOADTIME now) {
  void* handle = nullptr;
  ++loadsInProgress;
  const int answer = guest().util.pfnLoadPlugin(&bridgeInfo(), path, now, &handle);
  --loadsInProgress;
  return answer == 0 && isAttached(handle);
}

// A host keeps a plugin that it could not load in its list, and then takes it for loaded. One that is forced to unload
// it takes it out of the list, though there is nothing to unload.
void clearFailedStub(const char* path, PLUG_LOADTIME now) {
  guest().util.pfnUnloadPlugin(&bridgeInfo(), fileName(path).c_str(), now, PNL_CMD_FORCED);
}

}  // namespace

const char* hostVersion() {
  const char* const version = realFunctions.engine()->pfnCVarGetString("metamod_version");
  return version ? version : "";
}

const char* hostName() {
  if (!isGuest()) return "";
  if (guest().speaksExtensions) return "metamod-p";
  // Only these two have versions of four numbers. They share most of their code, but not what becomes of answers.
  const std::string version = hostVersion();
  if (std::ranges::count(version, '.') != 3) return "metamod";
  const bool isR = guest().rules.isTested ? guest().rules.keepsPreOverride : version.rfind("1.0.", 0) != 0;
  return isR ? "metamod-r" : "metamod-fwgs";
}

int loadStub(const char* path, PLUG_LOADTIME now) {
  if (!isGuest()) return kFailed;
  const int queriesBefore = stubs().queries();
  if (tryToLoad(path, now)) return 0;
  if (stubs().queries() != queriesBefore) return kFailed;
  clearFailedStub(path, now);
  return tryToLoad(path, now) ? 0 : kFailed;
}

int unloadStub(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  const GuestStub* const stub = stubs().inSlot(slot);
  if (!isGuest() || !stub) return kFailed;
  const std::string name = fileName(stub->library->path);
  const mutil_funcs_t& util = guest().util;
  const int answer = util.pfnUnloadPluginByHandle(&bridgeInfo(), handleOf(*stub->library), now, reason);
  if (answer == 0 || !stubs().inSlot(slot)) return answer;
  return util.pfnUnloadPlugin(&bridgeInfo(), name.c_str(), now, reason);
}

// Asked each time: some hosts make their tables only when the engine asks for them, after the plugins are loaded.
HookedTables hookedTables() {
  HookedTables tables;
  if (isGuest()) guest().util.pfnGetHookTables(&bridgeInfo(), &tables.engine, &tables.dll, &tables.newDll);
  return tables;
}

const char* hostedGameDll() {
  const char* const path = guest().util.pfnGetGameInfo(&bridgeInfo(), GINFO_REALDLL_FULLPATH);
  return path ? path : "";
}

void noteLateAttach() {
  if (loadsInProgress == 0) isAsleep = true;
}

void wakeHost() {
  if (!isAsleep) [[likely]] return;
  isAsleep = false;
  // To be asked for a plugin that is there makes metamod-r make its code anew; no other host does anything.
  const mutil_funcs_t& util = guest().util;
  const char* const path = util.pfnGetPluginPath(&bridgeInfo());
  void* handle = nullptr;
  if (path) util.pfnLoadPlugin(&bridgeInfo(), std::string(path).c_str(), PT_ANYTIME, &handle);
}

}  // namespace mm
