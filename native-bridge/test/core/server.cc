#include "test/core/server.h"

#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace {

alignas(16) char arena[pattern::Sink::kArenaSize];

void tellServer(const pattern::Seen& call) {
  server->seen.push_back(call);
  if (server->whenSeen) server->whenSeen(call);
}

const pattern::Sink sink{tellServer, arena};

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

mm::Core& coreOf(void* library) { return *exported<mm::Core* (*)(int)>(library, "MetamodCore")(mm::kCoreInterface); }

}  // namespace

std::string besideProgram(const char* name) {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  const std::string program(path, static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  return program.substr(0, program.rfind('/') + 1) + name;
}

std::string traced() {
  std::string all;
  for (const std::string& line : trace) all += (all.empty() ? "" : " ") + line;
  trace.clear();
  return all;
}

Server::Server(const ServerOptions& options) : core(coreOf(openedCore())), edicts(64), options_(options) {
  server = this;
  trace.clear();
  pattern::self.sink = &sink;
  globals.maxClients = 4;
  globals.maxEntities = static_cast<int>(edicts.size());
  core.setPolicy(this);
  core.setScriptHooks(scriptHooks);
  makeEngine();
  startEngine();
}

Server::~Server() {
  core.reset();
  core.setPolicy(nullptr);
  core.setScriptHooks(nullptr);
  if (gameHandle_) dlclose(gameHandle_);
  server = nullptr;
}

// As Xash does it: the engine's table, then the game's tables, then the physics interface.
void Server::startEngine() {
  void* const library = openedCore();
  exported<GIVE_ENGINE_FUNCTIONS_FN>(library, "GiveFnptrsToDll")(engine_.engine(), &globals);
  int version = NEW_DLL_FUNCTIONS_VERSION;
  if (options_.asksForNewDll) {
    exported<GETNEWDLLFUNCTIONS_FN>(library, "GetNewDLLFunctions")(hooked.newDll(), &version);
  }
  version = INTERFACE_VERSION;
  exported<GETENTITYAPI2_FN>(library, "GetEntityAPI2")(hooked.dll(), &version);
  *hooked.engine() = game ? *game->engine : *core.hookedEngine();
  if (!options_.hasPhysicsInterface) return;
  using Getter = int (*)(int, server_physics_api_t*, physics_interface_t*);
  exported<Getter>(library, "Server_GetPhysicsInterface")(6, nullptr, &physics);
}

bool Server::boot() {
  const std::string path = besideProgram(options_.gameDll);
  gameHandle_ = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (const auto control = gameHandle_ ? exported<GameControl* (*)()>(gameHandle_, "gameControl") : nullptr) {
    game = control();
    game->self->sink = &sink;
    if (options_.setGame) options_.setGame(*game);
  }
  const mm::Outcome loaded = core.loadGameDll(path.c_str());
  if (!loaded.ok) policyLines.push_back(loaded.reason);
  return loaded.ok && !options_.failsAfterGame;
}

mm::Outcome Server::tryLoad(int slot, const char* name, void (*set)(PluginControl&)) {
  const std::string path = besideProgram(name);
  // A second handle, to set the plugin up before the core opens it; given back below, so that only the core holds it.
  void* const handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  const auto control = handle ? exported<PluginControl* (*)()>(handle, "pluginControl") : nullptr;
  if (control) {
    control()->self->sink = &sink;
    control()->self->plugin = slot;
    if (set) set(*control());
  }
  core.addNative(slot);
  mm::Outcome outcome = core.open(slot, path.c_str());
  if (outcome.ok) outcome = core.query(slot);
  if (outcome.ok) outcome = core.attach(slot, PT_STARTUP);
  if (outcome.ok) core.setRunning(slot, true);
  if (handle) dlclose(handle);
  return outcome;
}

PluginControl& Server::load(int slot, const char* name, void (*set)(PluginControl&)) {
  const mm::Outcome outcome = tryLoad(slot, name, set);
  CHECK_EQ(outcome.reason, "");
  void* const handle = dlopen(besideProgram(name).c_str(), RTLD_NOW | RTLD_NOLOAD);
  PluginControl& control = *exported<PluginControl* (*)()>(handle, "pluginControl")();
  dlclose(handle);
  return control;
}

void Server::addScript(int slot, const char* name) {
  core.addScript(slot, {"5:13", name, "1.0", "", "", "", "SCRIPT", PT_ANYTIME, PT_ANYPAUSE});
  core.setRunning(slot, true);
}

bool Server::isMapped(const char* library) {
  void* const handle = dlopen(besideProgram(library).c_str(), RTLD_NOW | RTLD_NOLOAD);
  if (handle) dlclose(handle);
  return handle != nullptr;
}

void Server::command(int slot, const char* name) {
  trace.push_back(std::to_string(slot) + ":" + name);
  if (whenCommand) whenCommand();
}

void Server::spawnEntity(int slot, const char* className, edict_t* entity) {
  trace.push_back(std::to_string(slot) + ":" + className + ":" + std::to_string(entity - edicts.data()));
}

void Server::log(const char* line) { policyLines.push_back(line); }

int Server::loadPlugin(int caller, const char* line, PLUG_LOADTIME, void** handle) {
  if (handle) *handle = this;
  return onLoadPlugin ? onLoadPlugin(caller, line) : 1;
}

int Server::unloadPlugin(int caller, const char* line, PLUG_LOADTIME, PL_UNLOAD_REASON) {
  trace.push_back("unload by " + std::to_string(caller) + " of " + line);
  return 0;
}

int Server::unloadPluginByHandle(int caller, void* handle, PLUG_LOADTIME, PL_UNLOAD_REASON) {
  trace.push_back("unload by " + std::to_string(caller) + (handle == this ? " by handle" : ""));
  return 0;
}
