// Everything the core keeps, in one place. Engine and plugins call us through C functions that carry no context, so
// there is one state in a process. (What the hot path reads stands apart, in slots.h, dispatch.h and hook_lists.h.)
#pragma once

#include "core/commands.h"
#include "core/complaints.h"
#include "core/cvar_queries.h"
#include "core/cvars.h"
#include "core/entity_classes.h"
#include "core/game_dll.h"
#include "core/gathered_messages.h"
#include "core/lent_text.h"
#include "core/mutil_caller.h"
#include "core/plugins.h"
#include "core/user_messages.h"

namespace mm {

struct State {
  Policy* policy = nullptr;
  globalvars_t* globals = nullptr;
  const enginefuncs_t* givenEngine = nullptr;  // the engine's own table, where it stands in the engine's memory
  AnyFn scriptHooks[2][kFunctionCount] = {};

  GameDll gameDll;
  Plugins plugins;
  Complaints complaints;
  Commands commands;
  Cvars cvars;
  CvarQueries cvarQueries;
  EntityClasses entityClasses;
  UserMessages userMessages;
  GatheredMessages messages;
  UtilCallers utilCallers;
  LentText lentText;
  int requestCounter = 0;
};

State& state();

}  // namespace mm
