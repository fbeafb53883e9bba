#include "core/core_object.h"

#include <algorithm>

#include "core/class_lookup.h"
#include "core/dispatch.h"
#include "core/functions.h"
#include "core/game_info.h"
#include "core/game_search.h"
#include "core/guest/guest.h"
#include "core/guest/host.h"
#include "core/guest/stubs.h"
#include "core/guest/util.h"
#include "core/local_info.h"
#include "core/mutil.h"
#include "core/plugin_engine.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

Outcome noNativePlugin() {
  return Outcome::bad("No native plugin stands in this slot. Call addNative before open, query, attach and detach.");
}

class CoreObject final : public Core {
 public:
  void setPolicy(Policy* policy) override { state().policy = policy; }

  void setScriptHooks(const AnyFn (*hooks)[kFunctionCount]) override {
    for (const Phase phase : {kPre, kPost}) {
      AnyFn* const to = state().scriptHooks[phase];
      if (hooks) std::copy_n(hooks[phase], kFunctionCount, to);
      else std::fill_n(to, kFunctionCount, nullptr);
    }
  }

  Outcome loadGameDll(const char* path) override { return state().gameDll.load(path); }
  FoundGame findGameDll(const char* named, bool autodetect) override { return findGame(named, autodetect); }
  void reset() override {
    forgetEverything();
    leaveHost();
  }

  const enginefuncs_t* engine() const override { return state().givenEngine ? realFunctions.engine() : nullptr; }
  const enginefuncs_t* pluginEngine() const override { return engine() ? &mm::pluginEngine() : nullptr; }
  globalvars_t* globals() const override { return state().globals; }
  const DLL_FUNCTIONS* gameDll() const override {
    return isGuest() || state().gameDll.isLoaded() ? realFunctions.dll() : nullptr;
  }
  const NEW_DLL_FUNCTIONS* newDll() const override {
    const bool hasNewDll = isGuest() ? guest().hasNewDll : state().gameDll.hasNewDll();
    return hasNewDll ? realFunctions.newDll() : nullptr;
  }
  enginefuncs_t* hookedEngine() override { return isGuest() ? hookedTables().engine : thunkTable().engine(); }
  DLL_FUNCTIONS* hookedDll() override { return isGuest() ? hookedTables().dll : thunkTable().dll(); }
  NEW_DLL_FUNCTIONS* hookedNewDll() override { return isGuest() ? hookedTables().newDll : thunkTable().newDll(); }
  edict_t* edicts() const override { return engine() ? engine()->pfnPEntityOfEntIndex(0) : nullptr; }
  int maxEdicts() const override { return globals() ? globals()->maxEntities : 0; }
  const char* gameDllPath() const override {
    return isGuest() ? hostedGameDll() : state().gameDll.library().path().c_str();
  }
  Dispatch& dispatch() override { return running; }

  void addNative(int slot) override {
    auto plugin = std::make_unique<Plugin>();
    plugin->native = std::make_unique<NativePlugin>();
    plugins().add(slot, std::move(plugin));
  }

  void addScript(int slot, const ScriptInfo& info) override {
    auto plugin = std::make_unique<Plugin>();
    plugin->script = std::make_unique<ScriptIdentity>(info);
    plugins().add(slot, std::move(plugin));
    stubs().introduce(slot);
  }

  Outcome open(int slot, const char* path) override {
    NativePlugin* const native = nativeIn(slot);
    return native ? native->open(slot, path) : noNativePlugin();
  }

  Outcome query(int slot) override {
    NativePlugin* const native = nativeIn(slot);
    return native ? native->query(slot) : noNativePlugin();
  }

  Outcome attach(int slot, PLUG_LOADTIME now) override {
    NativePlugin* const native = nativeIn(slot);
    const Outcome attached = native ? native->attach(slot, now) : noNativePlugin();
    plugins().rescanTables();
    return attached;
  }

  Outcome detach(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override {
    NativePlugin* const native = nativeIn(slot);
    return native ? native->detach(slot, now, reason) : noNativePlugin();
  }

  void setRunning(int slot, bool isRunning) override { plugins().setRunning(slot, isRunning); }
  void remove(int slot) override { plugins().remove(slot); }
  void removeScripts() override { plugins().removeScripts(); }

  const plugin_info_t* info(int slot) const override {
    const Plugin* const plugin = plugins().find(slot);
    return plugin ? plugin->info() : nullptr;
  }

  int slotOf(plid_t plid) const override { return plugins().slotOf(plid); }

  void setScriptHook(int slot, FunctionId function, Phase phase, bool on) override {
    plugins().setScriptHook(slot, function, phase, on);
  }

  int hookCount(int slot) const override {
    const Plugin* const plugin = plugins().find(slot);
    return plugin ? static_cast<int>(plugin->hooks[kPre].count() + plugin->hooks[kPost].count()) : 0;
  }

  std::vector<int> hookedFunctions(int slot) const override {
    std::vector<int> functions;
    const Plugin* const plugin = plugins().find(slot);
    for (FunctionId id = 0; plugin && id < kFunctionCount; ++id) {
      for (const Phase phase : {kPre, kPost}) {
        if (plugin->hooks[phase].test(id)) functions.push_back(id * 2 + phase);
      }
    }
    return functions;
  }

  void* handleOf(int slot) const override {
    const Plugin* const plugin = plugins().find(slot);
    if (!plugin) return nullptr;
    return plugin->native ? plugin->native->library().handle() : const_cast<plugin_info_t*>(plugin->info());
  }

  int slotOfHandle(const void* handle) const override {
    for (const auto& [slot, plugin] : plugins().bySlot()) {
      if (handle && handleOf(slot) == handle) return slot;
    }
    return 0;
  }

  const mutil_funcs_t* util() const override { return isGuest() ? &guestUtil() : &utilFunctions(); }

  const char* hostName() const override { return mm::hostName(); }
  int loadStub(const char* path, PLUG_LOADTIME now) override { return mm::loadStub(path, now); }
  int unloadStub(int slot, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override {
    return mm::unloadStub(slot, now, reason);
  }

  bool addScriptCommand(int slot, const char* name) override { return state().commands.addScript(slot, name); }
  void removeScriptCommand(int slot, const char* name) override { state().commands.removeScript(slot, name); }
  cvar_t* addCvar(int slot, const char* name, const char* value, int flags) override {
    return state().cvars.add(slot, name, value, flags);
  }
  std::vector<RegisteredCommand> commands() const override { return state().commands.all(); }
  std::vector<RegisteredCvar> cvars() const override {
    return engine() ? state().cvars.all() : std::vector<RegisteredCvar>();
  }
  std::vector<RegisteredMessage> userMessages() const override { return state().userMessages.all(); }
  void claimUserMessage(int slot, const char* name, int size, int id) override {
    state().userMessages.registeredByPlugin(slot, name, size, id);
  }
  void gatherMessage(int slot, int id, bool on) override { state().messages.gather(slot, id, on); }
  OpenMessage openMessage() const override { return state().messages.open(); }
  void recordLog(const char* line) override { mm::recordLog(line); }
  std::string localInfo(const char* key) const override { return mm::localInfo(key); }
  std::string gameInfo(ginfo_t tag) const override {
    const char* const text = isGuest() ? guest().util.pfnGetGameInfo(&bridgeInfo(), tag) : mm::gameInfo(tag);
    return text ? text : "";
  }
  bool addEntityClass(int slot, const char* className) override { return state().entityClasses.add(slot, className); }
  void removeEntityClass(int slot, const char* className) override { state().entityClasses.remove(slot, className); }
  const char* lendForMap(const char* text) override { return state().lentText.forMap(text); }
  const char* lendForProcess(const char* text) override { return state().lentText.forProcess(text); }

 private:
  static Plugins& plugins() { return state().plugins; }

  static NativePlugin* nativeIn(int slot) {
    const Plugin* const plugin = plugins().find(slot);
    return plugin ? plugin->native.get() : nullptr;
  }
};

}  // namespace

Core& coreObject() {
  static CoreObject object;
  return object;
}

void forgetEverything() {
  State& all = state();
  forgetRunning();
  forgetLookups();
  all.entityClasses.clear();
  all.plugins.clear();
  all.plugins.destroyRemoved();
  clearHookLists();
  freeRetiredLists();
  all.gameDll.unload();
  all.commands.clear();
  all.cvars.clear();
  all.cvarQueries.clear();
  all.userMessages = UserMessages();
  all.messages.clear();
  all.utilCallers = UtilCallers();
  all.requestCounter = 0;
  all.givenEngine = nullptr;
  all.globals = nullptr;
  realFunctions = {};
  aimAllSlots();
}

}  // namespace mm
