// The Metamod mechanism as its two callers see it: native-bridge/node, which puts JavaScript behind it, and the native
// tests. The core knows C tables, hook lists and libraries; which plugins exist and when they come and go is decided by
// the Policy that the caller hands in. One core lives in a process, on the game's thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/whole_message.h"
#include "metamod/metamod.h"

namespace mm {

inline constexpr int kEngineFirst = 0;
inline constexpr int kEngineCount = 159;
inline constexpr int kDllFirst = kEngineFirst + kEngineCount;
inline constexpr int kDllCount = 50;
inline constexpr int kNewDllFirst = kDllFirst + kDllCount;
inline constexpr int kNewDllCount = 5;
inline constexpr int kFunctionCount = kNewDllFirst + kNewDllCount;
inline constexpr int kMaxPlugins = 4000;  // a slot has to fit into a uint16_t
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
  std::string path = {};  // absolute, of the file or package folder; for those who ask for it by the plugin's PLID
};

// A server command, as `meta cmds` lists it. Slot 0 is the core's own, or nobody's who is known, or that of a plugin
// which was unloaded: its slot may be another's by now.
struct RegisteredCommand {
  std::string name;
  int slot;
  bool isAlive;  // false after its plugin was unloaded; the name waits for it
};

// A cvar that came through us, as `meta cvars` lists it.
struct RegisteredCvar {
  const cvar_t* cvar;  // the engine's live one
  int slot;            // of the first that registered it and is there still; 0 as for commands
  bool isAlive;  // false after its plugin was unloaded; cvars stay for good
};

// A user message, the engine's own among them. Slot 0 is the game, the engine, or a plugin that was unloaded.
struct RegisteredMessage {
  std::string name;
  int id;
  int size;  // -1 for a message of variable length
  int slot;
};

// The answer to where the real game DLL is.
struct FoundGame {
  std::string path;                // absolute; "" where there is none
  std::string source;              // how it was found: "environment", "config", "front", "known", "search"
  std::vector<std::string> tried;  // what was looked at and why it was passed over, a line each
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
  // A client typed `meta`. True if it was answered, so that the game does not hear of it.
  virtual bool clientCommand(edict_t* /*client*/) { return false; }
  // An entity of a class that a script plugin offers is being made.
  virtual void spawnEntity(int /*slot*/, const char* /*className*/, edict_t* /*entity*/) {}

  // A message that was asked for with Core::gatherMessage is complete, and the engine has nothing of it yet. What is left
  // in it is sent if the answer is Changed.
  virtual MessageAnswer userMessage(WholeMessage& /*message*/) { return MessageAnswer::Same; }

  // As a guest of another Metamod: a plugin's stub library asks who it stands for. `source` is the plugin's path that was
  // stamped into the stub. Answers the plugin's slot, or 0 where the plugin is not sound; the log says why.
  virtual int stubQueried(const char* /*source*/, const char* /*stubPath*/) { return 0; }
  virtual bool stubAttached(int /*slot*/, PLUG_LOADTIME) { return false; }
  virtual bool stubDetached(int /*slot*/, PLUG_LOADTIME, PL_UNLOAD_REASON) { return false; }

  // A frame begins, in a function with this stack frame: what still stands below it the engine has left by longjmp, as
  // Host_Error does. False where that was JavaScript: the policy is gone then.
  virtual bool frameStarted(const void* /*frame*/) { return true; }

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
  // Looks for the real game DLL: the one that is named (relative to the game directory, or absolute; "" if none is), else
  // the one that the front names, else with `autodetect` the known one of this game, else whatever exports a game's functions.
  virtual FoundGame findGameDll(const char* named, bool autodetect) = 0;
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
  virtual std::vector<int> hookedFunctions(int slot) const = 0;  // function * 2 + phase of each hook, ascending
  // What pfnLoadPlugin gives its caller: the library's handle for a native plugin, the PLID for a script plugin.
  virtual void* handleOf(int slot) const = 0;
  virtual int slotOfHandle(const void* handle) const = 0;  // 0 for an unknown handle
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
  // The plugin takes it back; until somebody registers the name again, it says that it does nothing.
  virtual void removeScriptCommand(int slot, const char* name) = 0;
  // The core owns the cvar for the life of the process.
  virtual cvar_t* addCvar(int slot, const char* name, const char* value, int flags) = 0;
  virtual std::vector<RegisteredCommand> commands() const = 0;
  virtual std::vector<RegisteredCvar> cvars() const = 0;
  virtual std::vector<RegisteredMessage> userMessages() const = 0;
  // A script plugin registered it by the plugins' engine table, which cannot tell whose call it is.
  virtual void claimUserMessage(int slot, const char* name, int size, int id) = 0;
  // Has the game's messages with a number, 0..255, come to Policy::userMessage while the script plugin runs.
  virtual void gatherMessage(int slot, int id, bool on) = 0;
  // Whoever sends a message must know that none is open: engines end the server over a second one.
  virtual OpenMessage openMessage() const = 0;
  // Writes a line into the engine's log, which does not repeat it at the console.
  virtual void recordLog(const char* line) = 0;
  // What `+localinfo KEY VALUE` set; "" where nothing did.
  virtual std::string localInfo(const char* key) const = 0;
  virtual std::string gameInfo(ginfo_t tag) const = 0;
  // Entities of this class come to Policy::spawnEntity. False: the game or another plugin has the class.
  virtual bool addEntityClass(int slot, const char* className) = 0;
  virtual void removeEntityClass(int slot, const char* className) = 0;
  // Text lent to engine or game DLL: until the map ends, or for the life of the process.
  virtual const char* lendForMap(const char* text) = 0;
  virtual const char* lendForProcess(const char* text) = 0;

 protected:
  ~Core() = default;
};

}  // namespace mm

// The one export for the caller; null for an interface version it does not speak.
MM_EXPORT mm::Core* MetamodCore(int interfaceVersion);
