// The Metamod mechanism as its two callers see it: native-bridge/node, which puts JavaScript behind it, and the native
// tests. The core knows C tables, hook lists and libraries; which plugins exist and when they come and go is decided by
// the Policy that the caller hands in. One core lives in a process, on the game's thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "metamod/metamod.h"

namespace mm {

inline constexpr int kEngineFirst = 0;
inline constexpr int kEngineCount = 159;
inline constexpr int kDllFirst = kEngineFirst + kEngineCount;
inline constexpr int kDllCount = 50;
inline constexpr int kNewDllFirst = kDllFirst + kDllCount;
inline constexpr int kNewDllCount = 5;
inline constexpr int kFunctionCount = kNewDllFirst + kNewDllCount;
inline constexpr int kMaxPlugins = 255;
inline constexpr int kCoreInterface = 1;

// One function of the three tables: 0..158 engine, 159..208 game DLL, 209..213 new game DLL functions.
using FunctionId = int;
enum Phase : uint8_t { kPre = 0, kPost = 1 };
using AnyFn = void (*)();

// A place in a hook list. `entry` points into the plugin's own table (or the script table), and is read at every call, so
// that a plugin may clear or swap a slot while it runs. Neighbouring script plugins share one hook: first..last.
struct Hook {
  const AnyFn* entry;
  uint16_t firstSlot;
  uint16_t lastSlot;
  bool isScript;
};

// What a running hook may look at. `globals` is what native plugins know as gpMetaGlobals.
struct Dispatch {
  meta_globals_t globals;
  const Hook* hook;       // the hook that is being called
  META_RES lastInRun;     // set by a script hook that ran several plugins: the answer of the last; else MRES_UNSET
  uint32_t depth;         // nested dispatches; 0 outside every hook
};

struct Outcome {
  bool ok;
  std::string reason;  // empty when ok
  static Outcome good() { return {true, {}}; }
  static Outcome bad(std::string why) { return {false, std::move(why)}; }
};

struct ScriptInfo {
  std::string interfaceVersion, name, version, date, author, url, logTag;
  PLUG_LOADTIME loadable, unloadable;
};

// Where the game's thread stands, seen from JavaScript: outside it, running it, or in a C function that it called.
enum class Standing { Outside, InsideScript, InsideCall };

// Decisions that the core does not take itself. Each call comes on the game's thread.
class Policy {
 public:
  // Inside GiveFnptrsToDll: load the game DLL and the plugins. False means: no game DLL could be loaded.
  virtual bool boot() = 0;
  virtual void mapStarted() = 0;    // after ServerActivate; the edicts may have moved
  virtual void mapEnded() = 0;      // after ServerDeactivate
  virtual void shutdown() = 0;      // after GameShutdown
  virtual void command(int slot, const char* name) = 0;  // a server command that a script plugin registered
  virtual int loadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, void** handle) = 0;
  virtual int unloadPlugin(int callerSlot, const char* cmdline, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) = 0;
  virtual int unloadPluginByHandle(int callerSlot, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) = 0;
  virtual void log(const char* line) = 0;  // a line the core wants in the server's log

  // As a guest of another Metamod: a plugin's stub library asks who it stands for. `source` is the plugin's path that was
  // stamped into the stub. Answers the plugin's slot, or 0 where the plugin is not sound; the log says why.
  virtual int stubQueried(const char* /*source*/, const char* /*stubPath*/) { return 0; }
  virtual bool stubAttached(int /*slot*/, PLUG_LOADTIME) { return false; }
  virtual bool stubDetached(int /*slot*/, PLUG_LOADTIME, PL_UNLOAD_REASON) { return false; }

  // For whoever turns the event loop: whether JavaScript was entered since this was last asked, and whether it may be
  // taken down now.
  virtual bool takeHasRun() { return false; }
  virtual Standing standing() const { return Standing::Outside; }

 protected:
  ~Policy() = default;
};

class Core {
 public:
  // --- set-up -------------------------------------------------------------------------------------------------------
  virtual void setPolicy(Policy* policy) = 0;
  // hooks[phase][function]: C functions with each row's own signature, which carry a call to the script plugins.
  virtual void setScriptHooks(const AnyFn (*hooks)[kFunctionCount]) = 0;
  // Opens the real game DLL, gives it our engine table and takes its tables. Path is absolute.
  virtual Outcome loadGameDll(const char* path) = 0;
  // Forgets everything: plugins, hooks, registries, the game DLL. For a host that starts a second engine.
  virtual void reset() = 0;

  // --- tables -------------------------------------------------------------------------------------------------------
  virtual const enginefuncs_t* engine() const = 0;          // the engine's own; null before GiveFnptrsToDll
  virtual const enginefuncs_t* pluginEngine() const = 0;    // the same as plugins call it: it notes what they register
  virtual globalvars_t* globals() const = 0;
  virtual const DLL_FUNCTIONS* gameDll() const = 0;         // the real game DLL's; null before loadGameDll
  virtual const NEW_DLL_FUNCTIONS* newDll() const = 0;      // null where the game DLL has none
  virtual enginefuncs_t* hookedEngine() = 0;                // calls through these three pass every plugin
  virtual DLL_FUNCTIONS* hookedDll() = 0;
  virtual NEW_DLL_FUNCTIONS* hookedNewDll() = 0;
  virtual edict_t* edicts() const = 0;                      // the first edict, null before the engine has any
  virtual int maxEdicts() const = 0;
  virtual const char* gameDllPath() const = 0;              // "" before loadGameDll
  virtual Dispatch& dispatch() = 0;

  // --- plugins ------------------------------------------------------------------------------------------------------
  virtual void addNative(int slot) = 0;
  virtual void addScript(int slot, const ScriptInfo& info) = 0;
  virtual Outcome open(int slot, const char* path) = 0;     // dlopen, exports, Meta_Init, GiveFnptrsToDll
  virtual Outcome query(int slot) = 0;                      // Meta_Query; the version rule is the caller's
  virtual Outcome attach(int slot, PLUG_LOADTIME now) = 0;  // Meta_Attach and the table getters
  virtual Outcome detach(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) = 0;
  virtual void setRunning(int slot, bool running) = 0;      // running plugins' hooks are called; paused ones' are not
  // Takes the plugin out of every hook list and registry; its library is closed once no hook is running.
  virtual void remove(int slot) = 0;
  // The same for every script plugin, when their side goes and the game stays.
  virtual void removeScripts() = 0;
  virtual const plugin_info_t* info(int slot) const = 0;    // the PLID; null before query
  virtual int slotOf(plid_t plid) const = 0;                // 0 for an unknown PLID
  virtual void setScriptHook(int slot, FunctionId function, Phase phase, bool on) = 0;
  virtual int hookCount(int slot) const = 0;
  virtual const mutil_funcs_t* util() const = 0;

  // --- as a guest ---------------------------------------------------------------------------------------------------
  // The Metamod whose plugin we are, such as "metamod-r"; "" where we are the Metamod ourselves.
  virtual const char* hostName() const = 0;
  // Asks the host to load a stub, or to unload the one in a slot. Answers what the host answers: 0 for success.
  virtual int loadStub(const char* path, PLUG_LOADTIME now) = 0;
  virtual int unloadStub(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) = 0;

  // --- registries ---------------------------------------------------------------------------------------------------
  // A command of a script plugin arrives at Policy::command. False: the name belongs to the engine or another plugin.
  virtual bool addScriptCommand(int slot, const char* name) = 0;
  // The core owns the cvar for the life of the process.
  virtual cvar_t* addCvar(int slot, const char* name, const char* value, int flags) = 0;
  // Text lent to engine or game DLL: until the map ends, or for the life of the process.
  virtual const char* lendForMap(const char* text) = 0;
  virtual const char* lendForProcess(const char* text) = 0;

 protected:
  ~Core() = default;
};

}  // namespace mm

// The one export for the caller; null for an interface version it does not speak.
MM_EXPORT mm::Core* MetamodCore(int interfaceVersion);
