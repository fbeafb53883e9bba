// Stubs come and go as the host says.
#include "test/guest_core/host.h"

#include <dlfcn.h>

#include "guest/guest_services.h"
#include "test/guest_core/stamp.h"

namespace {

bool isMapped(const std::string& path) {
  void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_NOLOAD);
  if (library) dlclose(library);
  return library != nullptr;
}

int countedSpawn(edict_t*) {
  note("spawn " + std::to_string(slotOfHook()));
  answer(MRES_IGNORED);
  return 0;
}

const mm::AnyFn kSpawnHook = anyFn(&countedSpawn);

bool says(const std::vector<std::string>& lines, const std::string& part) {
  return !lines.empty() && lines.back().find(part) != std::string::npos;
}

}  // namespace

TEST("the bridge starts when the host attaches it, and loads stubs from in there") {
  Host host;
  host.onBoot = [&host] {
    const std::string path = stampedStub("alpha.so", "alpha", besideProgram("metamod.so"));
    CHECK_EQ(host.core.loadStub(path.c_str(), PT_STARTUP), 0);
  };
  CHECK(host.loadBridge());
  CHECK_EQ(host.traced(), "boot, queried alpha, attached 1");
  CHECK_EQ(host.plugins.size(), 2U);
  CHECK_EQ(host.core.gameDllPath(), "/game/dlls/hl.so");
  CHECK(host.core.gameDll()->pfnSpawn == host.game.dll()->pfnSpawn);
}

TEST("a stub's plugin_info_t is the plugin's PLID and tells what the plugin said of itself") {
  Host host;
  host.loadBridge();
  const Plugin& stub = *host.loadStub("alpha");
  CHECK_EQ(host.core.info(1), stub.info);
  CHECK_EQ(stub.info->name, "alpha");
  CHECK_EQ(stub.info->unloadable, PT_ANYPAUSE);
  CHECK_EQ(host.core.slotOf(stub.info), 1);
}

TEST("a table's slot is empty until the plugin listens, and again when it stops or is paused") {
  Host host;
  host.loadBridge();
  const Plugin& stub = *host.loadStub("alpha");
  CHECK(host.hook(stub, mm::kPre, kSpawn) == nullptr);
  host.hookScript(1, kSpawn, mm::kPre, kSpawnHook);
  CHECK(host.hook(stub, mm::kPre, kSpawn) != nullptr);
  host.core.setRunning(1, false);
  CHECK(host.hook(stub, mm::kPre, kSpawn) == nullptr);
  host.core.setRunning(1, true);
  host.spawn();
  host.core.setScriptHook(1, kSpawn, mm::kPre, false);
  host.spawn();
  CHECK_EQ(host.traced(), "boot, queried alpha, attached 1, spawn 1");
}

TEST("hooks that a plugin set before the host took its tables are in them") {
  Host host;
  host.loadBridge();
  host.onAttach = [&host] { host.hookScript(1, kSpawn, mm::kPre, kSpawnHook); };
  host.loadStub("alpha");
  host.spawn();
  CHECK_EQ(host.traced(), "boot, queried alpha, attached 1, spawn 1");
}

TEST("an unloaded stub is unmapped, and the core keeps nothing of it") {
  Host host;
  host.loadBridge();
  Plugin& stub = *host.loadStub("alpha");
  const std::string path = stub.path;
  host.hookScript(1, kSpawn, mm::kPre, kSpawnHook);
  CHECK(host.unload(stub));
  CHECK(!isMapped(path));
  CHECK(host.core.info(1) == nullptr);
  host.spawn();
  host.startFrame();
  CHECK_EQ(host.traced(), "boot, queried alpha, attached 1, detached 1");
}

TEST("a stub that is unloaded and loaded again is as new") {
  Host host;
  host.loadBridge();
  for (int slot = 1; slot <= 3; ++slot) {
    Plugin& stub = *host.loadStub("alpha", PT_ANYTIME);
    host.hookScript(slot, kSpawn, mm::kPre, kSpawnHook);
    host.spawn();
    CHECK(host.unload(stub, PNL_RELOAD));
  }
  CHECK_EQ(host.traced(),
           "boot, queried alpha, attached 1, spawn 1, detached 1, queried alpha, attached 2, spawn 2, detached 2, "
           "queried alpha, attached 3, spawn 3, detached 3");
}

TEST("a plugin that refuses to go keeps its hooks, unless it is forced") {
  Host host;
  host.loadBridge();
  Plugin& stub = *host.loadStub("alpha");
  host.hookScript(1, kSpawn, mm::kPre, kSpawnHook);
  host.agreesToDetach = false;
  host.traced();
  CHECK(!host.unload(stub));
  host.spawn();
  CHECK(host.unload(stub, PNL_CMD_FORCED));
  host.spawn();
  CHECK_EQ(host.traced(), "detached 1, spawn 1, detached 1");
}

TEST("a host may drop a stub after its query without a word") {
  Host host;
  host.loadBridge();
  host.onAttach = [&host] { host.core.setRunning(1, false); };
  Plugin& stub = *host.loadStub("alpha");
  host.drop(stub);
  CHECK_EQ(host.core.info(1)->name, "alpha");
  CHECK(host.loadStub("alpha"));
}

TEST("a hook may unload the plugin that it belongs to") {
  Host host;
  host.loadBridge();
  host.loadStub("alpha");
  host.loadStub("beta");
  host.hookScript(2, kSpawn, mm::kPre, anyFn(+[](edict_t*) {
    CHECK_EQ(::host->core.unloadStub(2, PT_ANYTIME, PNL_PLUGIN), 0);
    answer(MRES_SUPERCEDE);
    return 7;
  }));
  CHECK_EQ(host.spawn(), 7);
  host.startFrame();
  CHECK_EQ(host.spawn(), 1);
}

TEST("a hook may override a call and unload its own plugin, on a host that loses the value") {
  Host host(Kind::LosesValues);
  host.loadBridge();
  host.loadStub("alpha");
  host.hookScript(1, kSpawn, mm::kPre, anyFn(+[](edict_t*) {
    CHECK_EQ(::host->core.unloadStub(1, PT_ANYTIME, PNL_PLUGIN), 0);
    answer(MRES_OVERRIDE);
    return 7;
  }));
  host.spawn();
  host.startFrame();
  CHECK_EQ(host.spawn(), 1);
}

TEST("a plugin that ends with the map is not called by the hook before which the end was told") {
  Host host;
  host.loadBridge();
  host.loadStub("alpha");
  host.hookScript(1, kSpawn, mm::kPre, kSpawnHook);
  host.onMapEnd = [&host] { CHECK_EQ(host.core.unloadStub(1, PT_CHANGELEVEL, PNL_PLUGIN), 0); };
  host.serverActivate();
  host.serverDeactivate();
  host.traced();
  CHECK_EQ(host.spawn(), 1);
  CHECK_EQ(host.traced(), "mapEnded, detached 1");
}

TEST("a stub that stands above the bridge in plugins.ini is refused, and told where to stand") {
  Host host;
  CHECK(!host.load(stampedStub("early.so", "early", "/nowhere/metamod_ts.so")));
  CHECK(says(host.errors, "plugin early ("));
  CHECK(says(host.errors, "early.so): Metamod for TypeScript (/nowhere/metamod_ts.so) is not loaded; "
                          "put its line above this one in plugins.ini"));
}

TEST("a stub whose core did not start is refused") {
  Host host;
  CHECK(!host.loadStub("alpha"));
  CHECK(says(host.errors, "Metamod for TypeScript did not start"));
}

TEST("a stub that plugins.ini names twice is refused the second time, and the first goes on") {
  Host host;
  host.loadBridge();
  const Plugin& stub = *host.loadStub("alpha");
  host.hookScript(1, kSpawn, mm::kPre, kSpawnHook);
  CHECK(!host.load(stub.path));
  CHECK(says(host.errors, "the stub is loaded already; name it once in plugins.ini"));
  CHECK(!host.load(stampedStub("copy.so", "alpha", besideProgram("metamod.so"))));
  CHECK(says(host.errors, "another stub stands for this plugin already; name one of them in plugins.ini"));
  host.traced();
  host.spawn();
  CHECK_EQ(host.traced(), "spawn 1");
}

TEST("a plugin that is not fit, and the template itself, are refused") {
  Host host;
  host.loadBridge();
  CHECK(!host.loadStub("bad"));
  CHECK(says(host.errors, "the plugin is not fit to be loaded"));
  CHECK(!host.load(besideProgram("metamod_stub.so")));
  CHECK(says(host.errors, "this is the template of the stubs"));
}

TEST("a plugin that was not fit and is now is loaded although the host has its row from before") {
  Host host;
  host.loadBridge();
  const std::string path = stampedStub("bad.so", "bad", besideProgram("metamod.so"));
  CHECK_EQ(host.core.loadStub(path.c_str(), PT_ANYTIME), 1);
  CHECK_EQ(host.core.loadStub(path.c_str(), PT_ANYTIME), 1);
  host.acceptsBadPlugins = true;
  CHECK_EQ(host.core.loadStub(path.c_str(), PT_ANYTIME), 0);
  CHECK_EQ(host.core.info(1)->name, "bad");
}

TEST("a stub that the host attached by itself has the host woken in the next frame, once") {
  Host host;
  host.loadBridge();
  host.loadStub("alpha", PT_ANYTIME);
  host.traced();
  host.startFrame();
  host.startFrame();
  CHECK_EQ(host.traced(), "asked for what runs");
}

TEST("a host may be asked for a stub that runs, and nothing comes of it") {
  Host host;
  host.loadBridge();
  const Plugin& stub = *host.loadStub("alpha");
  CHECK_EQ(host.core.loadStub(stub.path.c_str(), PT_ANYTIME), 0);
  CHECK_EQ(host.traced(), "boot, queried alpha, attached 1, asked for what runs");
}

TEST("the bridge is attached only at start-up, once, and is not unloaded") {
  Host host;
  CHECK(!host.loadBridge(PT_ANYTIME));
  CHECK(says(host.errors, "can be loaded only when the server starts"));
  Plugin& bridge = *host.loadBridge();
  host.loadStub("alpha");
  CHECK(!host.loadBridge());
  CHECK(says(host.errors, "is loaded already; name it once in plugins.ini"));
  CHECK(!host.unload(bridge));
  CHECK(says(host.errors, "cannot be unloaded, because JavaScript starts only once"));
  CHECK_EQ(host.core.info(1)->name, "alpha");
}

TEST("a map has ended only when every plugin has heard of it") {
  Host host;
  host.loadBridge();
  host.loadStub("alpha");
  const mm::FunctionId id = mm::dllId(offsetof(DLL_FUNCTIONS, pfnServerDeactivate));
  host.hookScript(1, id, mm::kPost, anyFn(+[] { note("post"); answer(MRES_IGNORED); }));
  host.traced();
  host.serverActivate();
  host.serverDeactivate();
  host.startFrame();
  host.startFrame();
  CHECK_EQ(host.traced(), "mapStarted, post, mapEnded");
}

TEST("at shutdown the listeners are called, and then the policy ends") {
  Host host;
  Plugin& bridge = *host.loadBridge();
  host.loadStub("alpha");
  const mm::FunctionId id = mm::newDllId(offsetof(NEW_DLL_FUNCTIONS, pfnGameShutdown));
  host.hookScript(1, id, mm::kPost, anyFn(+[] { note("last words"); answer(MRES_IGNORED); }));
  host.traced();
  bridge.tables[mm::kPost].newDll()->pfnGameShutdown();
  CHECK_EQ(host.traced(), "last words, shutdown");
}
