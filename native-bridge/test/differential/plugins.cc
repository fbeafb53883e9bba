#include "test/differential/plugins.h"

#include <dlfcn.h>
#include <unistd.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "test/differential/control.h"
#include "test/differential/functions.h"
#include "test/differential/scripts.h"

namespace differential {
namespace {

struct Loaded {
  bool isLoaded = false;
  bool isPaused = false;
  bool isOn[kFunctions][2] = {};
  mm::FunctionTable* tables[2] = {};  // in the core's memory; a native plugin's
};

Loaded plugins[kSlots + 1];
mm::Core* theCore = nullptr;
PluginControl* control = nullptr;
void* gameLibrary = nullptr;
mm::FunctionTable engine = {};
mm::FunctionTable hooked = {};
mm::AnyFn scriptHooks[2][mm::kFunctionCount] = {};
globalvars_t globals = {};

std::string besideProgram(const char* name) {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  const std::string program(path, length > 0 ? static_cast<std::size_t>(length) : 0);
  return program.substr(0, program.rfind('/') + 1) + name;
}

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "differential_driver: %s\n", why.c_str());
  std::exit(1);
}

// Never closed: to open a library again is then a matter of counting.
void* opened(const char* name) {
  void* const library = dlopen(besideProgram(name).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) fail(dlerror());
  return library;
}

void require(const mm::Outcome& outcome) {
  if (!outcome.ok) fail(outcome.reason);
}

template <class Fn>
Fn exported(void* library, const char* name) {
  return reinterpret_cast<Fn>(dlsym(library, name));
}

bool names(const std::string& line, const char* function) {
  const std::size_t at = line.find(std::string(" ") + function);
  if (at == line.npos) return false;
  const unsigned char next = line[at + 1 + std::strlen(function)];
  return !std::isalnum(next) && next != '_';
}

class Listener final : public mm::Policy {
  bool boot() override {
    const std::string path = besideProgram("differential_game.so");
    auto* const game = exported<GameControl* (*)()>(gameLibrary, "gameControl")();
    for (const Listed& function : functions()) {
      if (function.hasReal) game->given.at[function.id] = function.real;
    }
    require(core().loadGameDll(path.c_str()));
    return true;
  }

  // "[META] ERROR: plugin 'p3' did not set meta_result in pfnSpawn, ..."
  void log(const char* text) override {
    const std::string line = text;
    const std::size_t at = line.find("plugin 'p");
    if (at == line.npos) fail(line);
    int function = kNoValue;
    for (int i = 0; i < kFunctions; ++i) {
      if (names(line, functions()[current.functions[i]].name)) function = i;
    }
    const bool isUnset = line.find("did not set") != line.npos;
    const bool isPost = line.find("SUPERCEDE in post") != line.npos;
    note({kComplaint, line[at + 9] - '0', function, isUnset ? 0 : isPost ? 2 : 1});
  }

  void mapStarted() override {}
  void mapEnded() override {}
  void shutdown() override {}
  void command(int, const char*) override {}
  int loadPlugin(int, const char*, PLUG_LOADTIME, void**) override { return 1; }
  int unloadPlugin(int, const char*, PLUG_LOADTIME, PL_UNLOAD_REASON) override { return 1; }
  int unloadPluginByHandle(int, void*, PLUG_LOADTIME, PL_UNLOAD_REASON) override { return 1; }
};

Listener listener;

// What a native plugin finds in its own table: its C function for a hook of the case.
mm::AnyFn nativeHook(int slot, int function, mm::Phase phase) {
  return functions()[current.functions[function]].nativeHooks[phase][slot];
}

void loadNative(int slot) {
  Loaded& plugin = plugins[slot];
  control->slot = slot;
  for (const mm::Phase phase : {mm::kPre, mm::kPost}) control->given[phase] = {};
  for (const HookProgram& hook : current.plugins[slot].hooks) {
    if (!hook.startsOn) continue;
    control->given[hook.phase].at[hookIdOf(hook.function)] = nativeHook(slot, hook.function, hook.phase);
  }
  core().addNative(slot);
  require(core().open(slot, besideProgram("differential_plugin.so").c_str()));
  require(core().query(slot));
  require(core().attach(slot, PT_STARTUP));
  for (const mm::Phase phase : {mm::kPre, mm::kPost}) plugin.tables[phase] = control->tables[phase];
  core().setRunning(slot, true);
}

void loadScript(int slot) {
  core().addScript(slot, {"5:13", "script", "1", "", "", "", "", PT_ANYTIME, PT_ANYPAUSE});
  core().setRunning(slot, true);
  for (const HookProgram& hook : current.plugins[slot].hooks) {
    if (hook.startsOn) addScriptHook(slot, hook.function, hook.phase);
  }
}

bool isScript(int slot) { return current.plugins[slot].isScript; }

}  // namespace

void startServer() {
  void* const library = opened("metamod.so");
  gameLibrary = opened("differential_game.so");
  control = exported<PluginControl* (*)()>(opened("differential_plugin.so"), "pluginControl")();
  theCore = exported<mm::Core* (*)(int)>(library, "MetamodCore")(mm::kCoreInterface);
  if (!theCore) fail("the core speaks another version of its interface");
  for (const Listed& function : functions()) {
    if (function.id < mm::kDllFirst) engine.at[function.id] = function.real;
    for (const mm::Phase phase : {mm::kPre, mm::kPost}) scriptHooks[phase][function.id] = function.scriptHooks[phase];
  }
  theCore->setPolicy(&listener);
  theCore->setScriptHooks(scriptHooks);
  exported<GIVE_ENGINE_FUNCTIONS_FN>(library, "GiveFnptrsToDll")(engine.engine(), &globals);
  *hooked.engine() = *theCore->hookedEngine();
  *hooked.dll() = *theCore->hookedDll();
  *hooked.newDll() = *theCore->hookedNewDll();
}

void stopServer() {
  theCore->reset();
  theCore->setPolicy(nullptr);
}

mm::FunctionTable& hookedTables() { return hooked; }
mm::Core& core() { return *theCore; }
mm::FunctionId hookIdOf(int function) { return functions()[current.functions[function]].id; }
bool isPaused(int slot) { return plugins[slot].isPaused; }

void load(int slot) {
  Loaded& plugin = plugins[slot];
  if (plugin.isLoaded) return;
  plugin = {};
  plugin.isLoaded = true;
  for (const HookProgram& hook : current.plugins[slot].hooks) plugin.isOn[hook.function][hook.phase] = hook.startsOn;
  isScript(slot) ? loadScript(slot) : loadNative(slot);
}

void unload(int slot) {
  if (!plugins[slot].isLoaded) return;
  plugins[slot].isLoaded = false;
  if (isScript(slot)) removeScriptHooks(slot);
  core().remove(slot);
}

void pause(int slot) {
  if (!plugins[slot].isLoaded) return;
  plugins[slot].isPaused = true;
  core().setRunning(slot, false);
}

void resume(int slot) {
  if (!plugins[slot].isLoaded) return;
  plugins[slot].isPaused = false;
  core().setRunning(slot, true);
}

void setHook(int slot, int function, mm::Phase phase, bool on) {
  Loaded& plugin = plugins[slot];
  if (!plugin.isLoaded || !current.plugins[slot].find(function, phase)) return;
  if (plugin.isOn[function][phase] == on) return;
  plugin.isOn[function][phase] = on;
  if (isScript(slot)) {
    on ? addScriptHook(slot, function, phase) : removeScriptHook(slot, function, phase);
  } else {
    plugin.tables[phase]->at[hookIdOf(function)] = on ? nativeHook(slot, function, phase) : nullptr;
  }
}

void frame() { hooked.dll()->pfnStartFrame(); }

int runNativeHook(int slot, int function, mm::Phase phase, int (*numberAt)(const void*)) {
  meta_globals_t& now = *control->globals;
  const Program& program = current.plugins[slot].find(function, phase)->program;
  const auto noteGlobals = [&](Note what) {
    int answer;
    std::memcpy(&answer, &now.mres, sizeof answer);
    note({what, slot, phase, function, answer, now.prev_mres, now.status, numberAt(now.orig_ret),
          numberAt(now.override_ret)});
  };
  noteGlobals(kHookBegins);
  std::memcpy(&now.mres, &program.answer, sizeof program.answer);
  perform(program.actions);
  noteGlobals(kHookAnswers);
  return program.value;
}

}  // namespace differential
