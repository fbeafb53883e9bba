// A server for the core's tests: an engine made of patterns with a few real parts (console, cvars, user messages), the
// test game DLL, and the core between them, loaded by dlopen as an engine does it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "test/check.h"
#include "test/core/test_game.h"
#include "test/core/test_plugin.h"

// Lines that a test and its hooks write, to compare the order of things.
inline std::vector<std::string> trace;
std::string traced();  // all lines, separated by blanks; forgets them

std::string besideProgram(const char* name);  // path of a file next to the test program

struct ServerOptions {
  bool usesPatternsOnly = false;      // the engine's real parts are patterns too
  bool hasPhysicsInterface = true;    // the engine is one with the longer table
  void (*setGame)(GameControl& game) = nullptr;  // before it is loaded
  const char* gameDll = "test_game.so";
  int engineFunctions = mm::kEngineCount;  // how long the engine's table is
  bool asksForNewDll = true;
  bool failsAfterGame = false;             // the policy loads the game DLL, and then cannot go on
  bool findsFunctions = true;              // pfnFunctionFromName is a pattern, which answers something
  bool makesEntities = false;              // pfnCreateEntity gives entities of the array in turn
};

class Server final : public mm::Policy {
 public:
  explicit Server(const ServerOptions& options = {});
  ~Server();

  // Loads and starts a native plugin; what `set` does comes before the plugin is opened.
  PluginControl& load(int slot, const char* name, void (*set)(PluginControl& plugin) = nullptr);
  mm::Outcome tryLoad(int slot, const char* name, void (*set)(PluginControl& plugin) = nullptr);
  void addScript(int slot, const char* name);
  static bool isMapped(const char* library);

  void type(const std::string& command);

  mm::Core& core;
  GameControl* game = nullptr;
  mm::FunctionTable hooked = {};  // what engine and game hold: every call through it passes the plugins
  globalvars_t globals = {};
  physics_interface_t physics = {};
  std::vector<edict_t> edicts;
  std::string gameDirectory = "/games/valve";
  mm::AnyFn scriptHooks[2][mm::kFunctionCount] = {};

  std::vector<pattern::Seen> seen;
  std::function<void(const pattern::Seen&)> whenSeen;
  std::vector<std::string> policyLines, engineLog, console;
  std::map<std::string, void (*)()> commands;
  std::map<std::string, cvar_t*> cvars;
  std::vector<std::string> typed;
  std::function<void()> whenCommand;
  std::function<bool(edict_t* client)> onClientCommand;
  std::function<int(int caller, const std::string& line)> onLoadPlugin;
  std::function<mm::MessageAnswer(mm::WholeMessage& message)> onUserMessage;
  int namedByEngine = 0;  // calls of the engine's own CreateNamedEntity
  void (*whenNamed)(edict_t* entity) = nullptr;  // makes what that one returns
  int removedByCore = 0;  // calls of its RemoveEntity

 private:
  bool boot() override;
  void mapStarted() override { trace.push_back("mapStarted"); }
  void mapEnded() override { trace.push_back("mapEnded"); }
  void shutdown() override { trace.push_back("shutdown"); }
  void command(int slot, const char* name) override;
  bool clientCommand(edict_t* client) override { return onClientCommand && onClientCommand(client); }
  mm::MessageAnswer userMessage(mm::WholeMessage& message) override {
    return onUserMessage ? onUserMessage(message) : mm::MessageAnswer::Same;
  }
  int loadPlugin(int caller, const char* line, PLUG_LOADTIME now, void** handle) override;
  int unloadPlugin(int caller, const char* line, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  int unloadPluginByHandle(int caller, void* handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) override;
  void log_(const char* line);
  void log(const char* line) override;
  void spawnEntity(int slot, const char* className, edict_t* entity) override;

  void makeEngine();
  void startEngine();

  const ServerOptions options_;
  mm::FunctionTable engine_ = {};
  void* gameHandle_ = nullptr;
};

// The server of the running test, for hooks, which are plain functions.
inline Server* server = nullptr;
