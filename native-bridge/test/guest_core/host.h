// A host Metamod in a few lines, with the rules of either kind, and the policy behind the core: the test plays both.
// The first plugin of the host is the bridge; the others are stubs, made from the real template.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/function_table.h"
#include "test/check.h"

struct Plugin {
  std::string path;
  void* library = nullptr;
  plugin_info_t* info = nullptr;
  mm::FunctionTable tables[2] = {};
  bool isRunning = false;
};

// What differs between metamod-r on one side and metamod-p and -fwgs on the other.
enum class Kind { KeepsValues, LosesValues };

class Host final : public mm::Policy {
 public:
  explicit Host(Kind kind = Kind::KeepsValues);
  ~Host();

  // Meta_Init to the getters of the tables, for the bridge or for a stub. Null where it was refused.
  Plugin* load(const std::string& path, PLUG_LOADTIME now = PT_STARTUP);
  Plugin* loadBridge(PLUG_LOADTIME now = PT_STARTUP);
  // The stub of a plugin, in a file of that name.
  Plugin* loadStub(const std::string& name, PLUG_LOADTIME now = PT_STARTUP);
  // As metamod-p does it: Meta_Detach, then the library is unmapped and its tables are gone.
  bool unload(Plugin& plugin, PL_UNLOAD_REASON reason = PNL_COMMAND);
  // The plugin refused after its query: no Meta_Detach.
  void drop(Plugin& plugin);

  // A call through the host's hook tables.
  template <class R, class... A>
  R call(mm::FunctionId id, R (*real)(A...), A... arguments);
  int spawn();  // the call most tests use: an argument, a result, and a real function that answers 1
  void startFrame();
  void serverActivate();
  void serverDeactivate();

  mm::AnyFn hook(const Plugin& plugin, mm::Phase phase, mm::FunctionId id) const { return plugin.tables[phase].at[id]; }

  mm::Core& core;
  const Kind kind;
  std::vector<std::unique_ptr<Plugin>> plugins;
  meta_globals_t globals = {};
  mm::FunctionTable engine = {}, game = {}, hooked = {};
  globalvars_t engineGlobals = {};
  std::vector<edict_t> edicts;
  std::vector<std::string> userInfo;  // by edict index; empty for who is not there
  cvar_t* registered = nullptr;  // as it was given; hosts keep a copy, which is the live one
  cvar_t live = {};
  std::vector<std::string> errors, policyLines, trace;
  mm::AnyFn scriptHooks[2][mm::kFunctionCount] = {};
  std::function<void()> onBoot, onAttach, onMapEnd;
  std::function<int()> realSpawn;
  std::vector<std::string> failedRows;  // files that could not be loaded stay in a host's list
  bool acceptsBadPlugins = false;
  bool agreesToDetach = true;
  int lastSlot = 0;

  void hookScript(int slot, mm::FunctionId id, mm::Phase phase, mm::AnyFn function);
  std::string traced();

 private:
  bool boot() override;
  void mapStarted() override { trace.push_back("mapStarted"); }
  void mapEnded() override {
    trace.push_back("mapEnded");
    if (onMapEnd) onMapEnd();
  }
  void shutdown() override { trace.push_back("shutdown"); }
  void command(int, const char*) override {}
  int loadPlugin(int, const char*, PLUG_LOADTIME, void**) override { return 1; }
  int unloadPlugin(int, const char*, PLUG_LOADTIME, PL_UNLOAD_REASON) override { return 1; }
  int unloadPluginByHandle(int, void*, PLUG_LOADTIME, PL_UNLOAD_REASON) override { return 1; }
  void log(const char* line) override { policyLines.push_back(line); }
  int stubQueried(const char* source, const char* path) override;
  bool stubAttached(int slot, PLUG_LOADTIME now) override;
  bool stubDetached(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;

  void makeEngine();
  void takeTables(Plugin& plugin, const META_FUNCTIONS& getters);
  template <mm::Phase phase, class R, class Entry>
  void runPhase(mm::FunctionId id, R& original, R& overriding, META_RES& status, const Entry& entry);
};

inline Host* host = nullptr;

inline constexpr mm::FunctionId kSpawn = mm::dllId(offsetof(DLL_FUNCTIONS, pfnSpawn));
inline constexpr mm::FunctionId kThink = mm::dllId(offsetof(DLL_FUNCTIONS, pfnThink));
inline constexpr mm::FunctionId kStartFrame = mm::dllId(offsetof(DLL_FUNCTIONS, pfnStartFrame));

// For hooks, which are plain functions.
inline meta_globals_t& globalsOfCore() { return host->core.dispatch().globals; }
inline void answer(META_RES result) { globalsOfCore().mres = result; }
inline void note(const std::string& what) { host->trace.push_back(what); }
inline int slotOfHook() { return host->core.dispatch().hook->firstSlot; }

template <class Function>
mm::AnyFn anyFn(Function* function) {
  return reinterpret_cast<mm::AnyFn>(function);
}
using SpawnHook = int (*)(edict_t*);

// The rules, as METAMOD's plugins meet them: values of OVERRIDE before the real function are kept by the one kind only,
// which also lets a later OVERRIDE win over a SUPERCEDE.
// Both phases are called from one frame, as in the real hosts.
template <mm::Phase phase, class R, class Entry>
[[gnu::always_inline]] inline void Host::runPhase(mm::FunctionId id, R& original, R& overriding, META_RES& status,
                                                  const Entry& entry) {
  static R leftOver{};
  const bool keeps = kind == Kind::KeepsValues;
  META_RES previous = MRES_UNSET;
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    Plugin& plugin = *plugins[i];
    const mm::AnyFn function = plugin.isRunning ? plugin.tables[phase].at[id] : nullptr;
    if (!function) continue;
    const META_RES readable = phase == mm::kPre ? MRES_SUPERCEDE : MRES_OVERRIDE;
    R copy = overriding;
    globals = {MRES_UNSET, previous, status, &original, keeps || status == readable ? &copy : &leftOver};
    leftOver = R(77);
    const R value = entry(function);
    const META_RES answer = globals.mres;
    if (keeps ? answer >= MRES_OVERRIDE : answer == readable) overriding = value;
    if (answer > status) status = answer;
    CHECK(answer != MRES_UNSET);
    previous = answer;
  }
}

template <class R, class... A>
R Host::call(mm::FunctionId id, R (*real)(A...), A... arguments) {
  const meta_globals_t outer = globals;
  R original{}, overriding{};
  META_RES status = MRES_UNSET;
  const auto entry = [&](mm::AnyFn function) __attribute__((always_inline)) {
    return reinterpret_cast<R (*)(A...)>(function)(arguments...);
  };
  runPhase<mm::kPre>(id, original, overriding, status, entry);
  original = status == MRES_SUPERCEDE ? overriding : real(arguments...);
  if (kind == Kind::LosesValues) overriding = R{};
  runPhase<mm::kPost>(id, original, overriding, status, entry);
  globals = outer;
  const bool overridden = kind == Kind::KeepsValues ? status >= MRES_OVERRIDE : status == MRES_OVERRIDE;
  return overridden ? overriding : original;
}
