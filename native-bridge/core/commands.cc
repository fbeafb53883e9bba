#include "core/commands.h"

#include <strings.h>

#include "core/caller_scope.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

void commandArrived() { state().commands.arrived(); }

}  // namespace

bool Commands::addNative(int slot, const char* name, AnyFn handler) {
  if (name && handler && add(slot, name, handler)) return true;
  report(formatted("[META] ERROR: plugin '%s' cannot register command '%s': the name belongs to another. Rename it.",
                   state().plugins.nameOf(slot), name ? name : ""));
  return false;
}

bool Commands::add(int slot, const char* name, AnyFn handler) {
  Command* const known = find(name);
  if (known) {
    const bool isFree = !known->isAlive || known->slot == slot;
    if (isFree) *known = {std::move(known->name), slot, handler, true};
    return isFree;
  }
  // Engines tell nobody which commands they have, but a name that is a cvar would never reach us.
  const enginefuncs_t& engine = *realFunctions.engine();
  if (engine.pfnCVarGetPointer(name)) return false;
  commands_.push_back({name, slot, handler, true});
  engine.pfnAddServerCommand(commands_.back().name.c_str(), &commandArrived);
  return true;
}

// Engines compare command names without regard to case, so "Meta" arrives as it was typed.
Commands::Command* Commands::find(const char* name) {
  for (Command& command : commands_) {
    if (strcasecmp(command.name.c_str(), name) == 0) return &command;
  }
  return nullptr;
}

void Commands::forgetOwner(int slot) {
  for (Command& command : commands_) {
    if (command.slot == slot) command.isAlive = false;
  }
}

void Commands::arrived() {
  const char* const typed = realFunctions.engine()->pfnCmd_Argv(0);
  const Command* const command = typed ? find(typed) : nullptr;
  if (!command || !command->isAlive) {
    printConsole(formatted("[META] Command '%s' does nothing now: its plugin was unloaded.", typed ? typed : ""));
    return;
  }
  if (command->handler) {
    const CallerScope scope(command->slot);
    command->handler();
  } else if (state().policy) {
    // No scope: no native plugin waits for this call, so `meta unload` and `meta reload` may close libraries at once.
    state().policy->command(command->slot, command->name.c_str());
  }
}

}  // namespace mm
