#include "fake-engine/server.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "fake-engine/console_commands.h"
#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"
#include "fake-engine/entities.h"

namespace fake {
namespace {

constexpr float kFirstTime = 1;  // no map starts at 0: game code takes nextthink 0 for "never"
constexpr float kDescriptionSeconds = 1;

// The table to give away. Where HLDS's table ends, other data follows, which is no function.
enginefuncs_t& tableOf(Engines engines) {
  static enginefuncs_t given;
  given = engine().table;
  constexpr std::uintptr_t kNoFunction = 0xdeadbeef;
  auto& last = given.pfnPEntityOfEntIndexAllEntities;
  if (engines == Engines::kHlds) last = reinterpret_cast<edict_t* (*)(int)>(kNoFunction);
  return given;
}

// Real engines run the commands of their command line before they load the game DLL, which reads localinfo at once.
void runCommandLine(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    if (word.starts_with('+') && word.size() > 1) {
      engine().commands.run(line);
      line = word.substr(1);
    } else if (!line.empty()) {
      line += " \"" + word + '"';
    }
  }
  engine().commands.run(line);
}

}  // namespace

Outcome Server::boot(const Options& options) {
  Engine& e = engine();
  e.console.open(options.print);
  e.style = options.style;
  e.files.open(options.gameDirectory);
  e.clients.open(options.maxPlayers);
  e.arguments = {"fake_engine", "-game", options.gameDirectory, "+maxplayers", std::to_string(e.clients.max()),
                 "+map",        options.map};
  e.arguments.insert(e.arguments.end(), options.commandLine.begin(), options.commandLine.end());
  addConsoleCommands(e.commands);
  e.cvars.forEach([this](const cvar_t& cvar) { publishCvar(cvar); });
  if (!isMapValid(options.map)) {
    return Outcome::bad("map '" + options.map + "' is not below maps/ of the game directory");
  }

  runCommandLine(options.commandLine);

  // As on real engines there are neither entities nor strings until the tables have been exchanged.
  enginefuncs_t& given = tableOf(options.style.engines);
  Outcome opened = e.library.open(options.library, options.style, &given, &e.globals);
  if (!opened.ok) return opened;
  e.strings.open();
  e.edicts.allocate(e.clients.max());
  e.globals.pStringBase = e.strings.base();
  e.globals.maxClients = e.clients.max();
  e.globals.maxEntities = Edicts::kMax;
  e.library.call(&DLL_FUNCTIONS::pfnGameInit);
  e.library.call(&DLL_FUNCTIONS::pfnRegisterEncoders);
  e.playerMove.open();
  e.strings.keepAll();
  isRunning_ = true;
  changeMap(options.map, false);
  settle();
  return Outcome::good();
}

void Server::shutdown() {
  Engine& e = engine();
  isRunning_ = false;
  if (e.library.isOpen()) {
    if (state_ != State::kNone) endMap(false);
    e.edicts.release();
    e.library.call(&NEW_DLL_FUNCTIONS::pfnGameShutdown);
  }
  e.cvars.release();
  e.console.flush();
  e.library.close();
}

void Server::frame(float seconds) {
  Engine& e = engine();
  if (!isRunning_) return;
  isInFrame_ = true;
  ++frames_;
  uptime_ += seconds;
  e.commands.execute();
  if (isActive() && isRunning_) {
    e.globals.time += seconds;
    e.globals.frametime = seconds;
    e.clients.runFrame();
    e.library.call(&DLL_FUNCTIONS::pfnStartFrame);
    runEntities();
    askDescription();
    e.clients.sendUpdates();
  }
  isInFrame_ = false;
  settle();
}

void Server::settle() {
  if (isInFrame_) return;
  if (endsMap_ && isActive()) endMap(false);
  endsMap_ = false;
  if (!next_ || !isRunning_) return;
  const Next next = *std::exchange(next_, std::nullopt);
  if (isActive()) endMap(next.isChangeLevel);
  startMap(next);
  // A Host_Error while the map was loading.
  if (endsMap_) endMap(false);
  endsMap_ = false;
}

bool Server::isMapValid(const std::string& map) const {
  const auto isPlain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-'; };
  if (map.empty() || map.size() > 31 || !std::ranges::all_of(map, isPlain)) return false;
  // A game without a maps folder has every map, each the same box room.
  const Files& files = engine().files;
  return !files.isDirectory("maps") || files.size("maps/" + map + ".ent") >= 0;
}

void Server::startMap(const Next& next) {
  Engine& e = engine();
  map_ = next.map;
  e.console.log("Loading map \"" + map_ + "\"");
  state_ = State::kLoading;
  if (next.isChangeLevel) {
    e.library.call(&DLL_FUNCTIONS::pfnParmsChangeLevel);
  } else {
    e.library.call(&DLL_FUNCTIONS::pfnResetGlobalState);
    e.library.call(&DLL_FUNCTIONS::pfnParmsNewLevel);
  }
  prepareMap();
  spawnEntities();
  activate();
  if (!next.save.empty()) e.saves.restore(next.save);
  if (e.files.size("server.cfg") >= 0) e.commands.queue("exec server.cfg");
}

void Server::prepareMap() {
  Engine& e = engine();
  e.strings.forgetMap();
  e.precache.clear();
  e.baselines.clear();
  e.effects.lightStyles.fill({});
  e.edicts.allocate(e.clients.max());
  globalvars_t& globals = e.globals;
  globals.time = kFirstTime;
  globals.frametime = 0;
  globals.deathmatch = e.cvars.number("deathmatch");
  globals.coop = e.cvars.number("coop");
  globals.teamplay = e.cvars.number("teamplay");
  globals.mapname = e.strings.allocate(map_.c_str());
  globals.startspot = 0;
  globals.force_retouch = 0;
  nextDescription_ = 0;
  worldModel_ = "maps/" + map_ + ".bsp";
  edict_t* world = e.edicts.at(0);
  world->v.model = e.strings.allocate(worldModel_.c_str());
  world->v.modelindex = e.precache.models.add(worldModel_.c_str());
  world->v.solid = SOLID_BSP;
  world->v.movetype = MOVETYPE_PUSH;
}

void Server::spawnEntities() {
  const auto file = engine().files.readText("maps/" + map_ + ".ent");
  bool isWorld = true;
  for (const EntityText& entity : parseEntities(file ? *file : defaultMap())) {
    spawnFromText(entity, isWorld);
    isWorld = false;
  }
}

void Server::activate() {
  Engine& e = engine();
  e.library.call(&DLL_FUNCTIONS::pfnServerActivate, e.edicts.first(), e.edicts.count(), e.clients.max());
  e.baselines.create();
  state_ = State::kActive;
  e.console.log("Started map \"" + map_ + "\"");
  askDescription();
  e.clients.enterMap();
}

void Server::endMap(bool isChangeLevel) {
  Engine& e = engine();
  e.clients.endMap(isChangeLevel);
  e.library.call(&DLL_FUNCTIONS::pfnServerDeactivate);
  state_ = State::kNone;
}

void Server::askDescription() {
  Engine& e = engine();
  if (e.globals.time < nextDescription_) return;
  nextDescription_ = e.globals.time + kDescriptionSeconds;
  const char* text = e.library.call(&DLL_FUNCTIONS::pfnGetGameDescription);
  description_ = text ? text : "";
}

void Server::publishCvar(const cvar_t& cvar) {
  if (!(cvar.flags & FCVAR_SERVER)) return;
  const std::string shown = cvar.flags & FCVAR_PROTECTED ? (*cvar.string ? "1" : "0") : cvar.string;
  infoSet("serverinfo", serverInfo_, kServerInfoBytes, cvar.name, shown);
}

namespace {

void changeLevel(const char* map, const char*) {
  Engine& e = engine();
  if (!map) return;
  if (e.server.isMapValid(map)) {
    e.server.changeMap(map, true);
  } else {
    e.console.line("ChangeLevel: map '%s' is not below maps/ of the game directory", map);
  }
}

int isMapValid(const char* map) { return map && engine().server.isMapValid(map); }

int isDedicatedServer() { return 1; }

float serverTime() { return engine().server.uptime(); }

int checkParm(char* name, char** next) {
  std::vector<std::string>& arguments = engine().arguments;
  if (next) *next = nullptr;
  for (size_t i = 1; name && i < arguments.size(); ++i) {
    if (arguments[i] != name) continue;
    if (next && i + 1 < arguments.size()) *next = arguments[i + 1].data();
    return static_cast<int>(i);
  }
  return 0;
}

}  // namespace

void addServerFunctions(enginefuncs_t& table) {
  table.pfnChangeLevel = changeLevel;
  table.pfnIsMapValid = isMapValid;
  table.pfnIsDedicatedServer = isDedicatedServer;
  table.pfnTime = serverTime;
  table.pfnCheckParm = checkParm;
}

}  // namespace fake
