// All state of the one fake engine. The C tables carry no context argument, so their functions reach it by engine();
// the parts below know each other only through it.
#pragma once

#include <string>
#include <vector>

#include "fake-engine/baselines.h"
#include "fake-engine/clients.h"
#include "fake-engine/commands.h"
#include "fake-engine/console.h"
#include "fake-engine/cvars.h"
#include "fake-engine/delta.h"
#include "fake-engine/edicts.h"
#include "fake-engine/effects.h"
#include "fake-engine/files.h"
#include "fake-engine/library.h"
#include "fake-engine/messages.h"
#include "fake-engine/player_move.h"
#include "fake-engine/precache.h"
#include "fake-engine/random.h"
#include "fake-engine/save_restore.h"
#include "fake-engine/server.h"
#include "fake-engine/strings.h"
#include "fake-engine/tutor.h"
#include "fake-engine/user_messages.h"
#include "fake-engine/world.h"
#include "metamod/metamod.h"

namespace fake {

struct Engine {
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // What GoldSrc does not survive. Host_Error ends the map at the end of the frame, Sys_Error the server as well; both
  // return here, since neither C code nor JavaScript above us could be unwound.
  __attribute__((format(printf, 2, 3))) void hostError(const char* format, ...);
  __attribute__((format(printf, 2, 3))) void sysError(const char* format, ...);

  std::vector<std::string> arguments;  // the command line, as CheckParm finds it
  Style style;
  globalvars_t globals{};
  enginefuncs_t table{};
  bool hasFailed = false;  // a Host_Error or Sys_Error was met
  bool isInSysError = false;

  Console console;
  Random random;
  Files files;
  Strings strings;
  Library library;
  Edicts edicts;
  Cvars cvars;
  Commands commands;
  Precache precache;
  UserMessages userMessages;
  MessageWriter message;
  Effects effects;
  World world;
  Delta delta;
  Baselines baselines;
  Tutor tutor;
  SaveRestore saves;
  PlayerMove playerMove;
  Clients clients;
  Server server;
};

// SAFETY: an Engine exists from FakeEngine::start to ::stop, and the C tables are called only in between.
Engine& engine();
// Null while no engine runs.
Engine* runningEngine();

}  // namespace fake
