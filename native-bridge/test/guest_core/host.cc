#include "test/guest_core/host.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "guest/guest_services.h"
#include "test/guest_core/stamp.h"

namespace {

template <class Fn>
Fn exported(void* library, const char* name) {
  return reinterpret_cast<Fn>(dlsym(library, name));
}

void* openedCore() {
  static void* const library = dlopen(besideProgram("metamod.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library) return library;
  std::printf("the core cannot be loaded: %s\n", dlerror());
  std::exit(1);
}

mm::Core& theCore() { return *exported<mm::Core* (*)(int)>(openedCore(), "MetamodCore")(mm::kCoreInterface); }

void remember(std::vector<std::string>& lines, const char* format, va_list arguments) {
  char text[8192];
  std::vsnprintf(text, sizeof text, format, arguments);
  lines.push_back(text);
}

void logError(plid_t, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  remember(host->errors, format, arguments);
  va_end(arguments);
}

void logNothing(plid_t, const char*, ...) {}

// A file that is in the list is not loaded again, whether it runs or failed.
int loadPlugin(plid_t, const char* path, PLUG_LOADTIME now, void** handle) {
  const auto isListed = [path](const auto& plugin) { return plugin->path == path; };
  *handle = nullptr;
  if (std::ranges::find(host->failedRows, path) != host->failedRows.end()) return 0;
  if (const auto found = std::ranges::find_if(host->plugins, isListed); found != host->plugins.end()) {
    host->trace.push_back("asked for what runs");
    *handle = (*found)->library;
    return 0;
  }
  const Plugin* const loaded = host->load(path, now);
  if (loaded) *handle = loaded->library;
  return loaded ? 0 : 1;
}

int unloadByHandle(plid_t, void* handle, PLUG_LOADTIME, PL_UNLOAD_REASON reason) {
  for (const auto& plugin : host->plugins) {
    if (plugin->library == handle) return host->unload(*plugin, reason) ? 0 : 1;
  }
  return 1;
}

int unloadByName(plid_t, const char* name, PLUG_LOADTIME, PL_UNLOAD_REASON reason) {
  const auto isIt = [name](const std::string& path) { return path.ends_with(name); };
  return reason == PNL_CMD_FORCED && std::erase_if(host->failedRows, isIt) > 0 ? 0 : 1;
}

const char* pluginPath(plid_t plid) {
  for (const auto& plugin : host->plugins) {
    if (plugin->info == plid) return plugin->path.c_str();
  }
  return nullptr;
}

const char* gameInfo(plid_t, ginfo_t) { return "/game/dlls/hl.so"; }

void getHookTables(plid_t, enginefuncs_t** engine, DLL_FUNCTIONS** dll, NEW_DLL_FUNCTIONS** newDll) {
  *engine = host->hooked.engine();
  *dll = host->hooked.dll();
  *newDll = host->hooked.newDll();
}

mutil_funcs_t makeUtil() {
  mutil_funcs_t util = {};
  util.pfnLogError = logError;
  util.pfnLogConsole = logNothing;
  util.pfnLoadPlugin = loadPlugin;
  util.pfnUnloadPlugin = unloadByName;
  util.pfnUnloadPluginByHandle = unloadByHandle;
  util.pfnGetPluginPath = pluginPath;
  util.pfnGetGameInfo = gameInfo;
  util.pfnGetHookTables = getHookTables;
  return util;
}

}  // namespace

Host::Host(Kind which) : core(theCore()), kind(which), edicts(34), userInfo(34) {
  host = this;
  engineGlobals.maxClients = 4;
  engineGlobals.maxEntities = static_cast<int>(edicts.size());
  core.setPolicy(this);
  core.setScriptHooks(scriptHooks);
  makeEngine();
}

Host::~Host() {
  core.setPolicy(nullptr);
  while (!plugins.empty()) drop(*plugins.back());
  core.reset();
  core.setScriptHooks(nullptr);
  host = nullptr;
}

Plugin* Host::load(const std::string& path, PLUG_LOADTIME now) {
  auto made = std::make_unique<Plugin>();
  Plugin& plugin = *plugins.emplace_back(std::move(made));
  plugin.path = path;
  plugin.library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  mutil_funcs_t util = makeUtil();
  exported<META_INIT_FN>(plugin.library, "Meta_Init")();
  exported<GIVE_ENGINE_FUNCTIONS_FN>(plugin.library, "GiveFnptrsToDll")(engine.engine(), &engineGlobals);
  exported<META_QUERY_FN>(plugin.library, "Meta_Query")(META_INTERFACE_VERSION, &plugin.info, &util);
  META_FUNCTIONS getters = {};
  gamedll_funcs_t tables{game.dll(), game.newDll()};
  const auto attach = exported<META_ATTACH_FN>(plugin.library, "Meta_Attach");
  if (!plugin.info || !attach(now, &getters, &globals, &tables)) {
    drop(plugin);
    failedRows.push_back(path);
    return nullptr;
  }
  takeTables(plugin, getters);
  plugin.isRunning = true;
  return &plugin;
}

Plugin* Host::loadBridge(PLUG_LOADTIME now) { return load(besideProgram("metamod.so"), now); }

Plugin* Host::loadStub(const std::string& name, PLUG_LOADTIME now) {
  return load(stampedStub(name + ".so", name, besideProgram("metamod.so")), now);
}

void Host::takeTables(Plugin& plugin, const META_FUNCTIONS& get) {
  for (const mm::Phase phase : {mm::kPre, mm::kPost}) {
    const bool isPre = phase == mm::kPre;
    mm::FunctionTable& table = plugin.tables[phase];
    int newDll = NEW_DLL_FUNCTIONS_VERSION, dll = INTERFACE_VERSION, engineVersion = ENGINE_INTERFACE_VERSION;
    if (const auto getter = isPre ? get.pfnGetNewDLLFunctions : get.pfnGetNewDLLFunctions_Post) {
      CHECK(getter(table.newDll(), &newDll));
    }
    if (const auto getter = isPre ? get.pfnGetEntityAPI2 : get.pfnGetEntityAPI2_Post) CHECK(getter(table.dll(), &dll));
    if (const auto getter = isPre ? get.pfnGetEngineFunctions : get.pfnGetEngineFunctions_Post) {
      CHECK(getter(table.engine(), &engineVersion));
    }
  }
}

bool Host::unload(Plugin& plugin, PL_UNLOAD_REASON reason) {
  const bool agrees = exported<META_DETACH_FN>(plugin.library, "Meta_Detach")(PT_ANYTIME, reason);
  if (agrees || reason == PNL_CMD_FORCED) drop(plugin);
  return agrees;
}

void Host::drop(Plugin& plugin) {
  const auto found = std::ranges::find_if(plugins, [&](const auto& each) { return each.get() == &plugin; });
  const std::unique_ptr<Plugin> last = std::move(*found);
  plugins.erase(found);
  if (last->library) dlclose(last->library);
}

bool Host::boot() {
  trace.push_back("boot");
  if (onBoot) onBoot();
  return true;
}

// A plugin called "bad…" is not fit; the others get a slot each, the same when they come again.
int Host::stubQueried(const char* source, const char*) {
  const std::string name = source;
  trace.push_back("queried " + name);
  if (name.rfind("bad", 0) == 0 && !acceptsBadPlugins) return 0;
  for (int slot = 1; slot <= lastSlot; ++slot) {
    if (core.info(slot) && name == core.info(slot)->name) return slot;
  }
  core.addScript(++lastSlot, {"5:13", name, "1.0", "2026-01-01", "", "", "TAG", PT_ANYTIME, PT_ANYPAUSE});
  return lastSlot;
}

bool Host::stubAttached(int slot, PLUG_LOADTIME) {
  trace.push_back("attached " + std::to_string(slot));
  if (onAttach) onAttach();
  core.setRunning(slot, true);
  return true;
}

bool Host::stubDetached(int slot, PLUG_LOADTIME, PL_UNLOAD_REASON) {
  trace.push_back("detached " + std::to_string(slot));
  if (agreesToDetach) core.remove(slot);
  return agreesToDetach;
}

void Host::hookScript(int slot, mm::FunctionId id, mm::Phase phase, mm::AnyFn function) {
  scriptHooks[phase][id] = function;
  core.setScriptHooks(scriptHooks);
  core.setScriptHook(slot, id, phase, true);
}

std::string Host::traced() {
  std::string all;
  for (const std::string& line : trace) all += (all.empty() ? "" : ", ") + line;
  trace.clear();
  return all;
}
