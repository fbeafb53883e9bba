#include "core/commands.h"

#include <strings.h>

#include "core/caller_scope.h"
#include "core/loaded_segments.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

void commandArrived() { state().commands.arrived(); }

void complain(int slot, const char* name, const std::string& why) {
  report(formatted("[META] ERROR: plugin '%s' cannot register command '%s': %s", state().plugins.nameOf(slot),
                   name ? name : "", why.c_str()));
}

std::string ownerOf(int slot, bool isMetamod) {
  if (isMetamod) return "Metamod";
  return slot ? formatted("plugin '%s'", state().plugins.nameOf(slot)) : "another plugin";
}

// Without JavaScript there is nobody who could load a plugin again.
std::string whyNothing(const std::string& lastOwner) {
  if (!state().policy) return "JavaScript is over. Start the server again to have the command.";
  const std::string owner = lastOwner.empty() ? "its plugin" : formatted("plugin '%s'", lastOwner.c_str());
  return owner + " was unloaded. Load it again to have the command.";
}

bool liesInLibrary(AnyFn handler) { return isCode(reinterpret_cast<const void*>(handler)); }

}  // namespace

bool Commands::addNative(int slot, const char* name, AnyFn handler) {
  if (!name || !*name || !handler) {
    complain(slot, name, name && *name ? "its function is null. Pass one." : "it has no name. Pass one.");
    return false;
  }
  if (add(slot, name, handler)) {
    if (slot) return true;
    report(formatted("[META] WARNING: command '%s' has a function that lies in no plugin; it is called for good, also "
                     "when its plugin was unloaded. Register it in a call of Metamod's.", name));
    return true;
  }
  const Command* const known = find(name);
  complain(slot, name, known ? formatted("the name belongs to %s. Rename it.",
                                         ownerOf(known->slot, !known->slot && !known->handler).c_str())
                             : "a cvar has this name. Rename it.");
  return false;
}

bool Commands::addScript(int slot, const char* name) { return add(slot, name, nullptr); }

bool Commands::add(int slot, const char* name, AnyFn handler) {
  if (Command* const known = find(name)) {
    // In slot 0 are Metamod's own and those of unknown plugins, which may replace each other's: after a reload the old
    // function is gone.
    const bool isOwn = known->slot == slot && !known->handler == !handler;
    if (known->isAlive && !isOwn) return false;
    known->slot = slot;
    known->handler = handler;
    known->isOfLibrary = liesInLibrary(handler);
    known->isAlive = true;
    return true;
  }
  // Engines tell nobody which commands they have, but a name that is a cvar would never reach us.
  const enginefuncs_t& engine = *realFunctions.engine();
  if (engine.pfnCVarGetPointer(name)) return false;
  commands_.push_back({name, slot, handler, liesInLibrary(handler), true, {}});
  engine.pfnAddServerCommand(state().lentText.forProcess(name), &commandArrived);
  return true;
}

// Engines compare command names without regard to case, so "Meta" arrives as it was typed.
Commands::Command* Commands::find(const char* name) {
  for (Command& command : commands_) {
    if (strcasecmp(command.name.c_str(), name) == 0) return &command;
  }
  return nullptr;
}

bool Commands::has(const char* name) const {
  const Command* const known = const_cast<Commands*>(this)->find(name);
  return known && known->isAlive;
}

std::vector<RegisteredCommand> Commands::all() const {
  std::vector<RegisteredCommand> list;
  for (const Command& command : commands_) list.push_back({command.name, command.slot, command.isAlive});
  return list;
}

void Commands::removeScript(int slot, const char* name) {
  Command* const known = find(name);
  if (known && known->isAlive && known->slot == slot && !known->handler) {
    known->isAlive = false;
    known->lastOwner = state().plugins.nameOf(slot);
    known->slot = 0;
  }
}

// Another plugin may come into the slot, and must not be taken for the owner.
void Commands::forgetOwner(int slot) {
  for (Command& command : commands_) {
    if (!command.isAlive || command.slot != slot) continue;
    command.isAlive = false;
    command.lastOwner = state().plugins.nameOf(slot);
    command.slot = 0;
  }
}

// A plugin's library is ours to close; that of an unknown owner may be gone.
bool Commands::canBeCalled(const Command& command) {
  if (!command.isAlive) return false;
  if (!command.handler) return state().policy != nullptr;
  return command.slot || !command.isOfLibrary || liesInLibrary(command.handler);
}

void Commands::arrived() {
  const char* const typed = realFunctions.engine()->pfnCmd_Argv(0);
  const Command* const command = typed ? find(typed) : nullptr;
  if (!command || !canBeCalled(*command)) {
    printConsole(formatted("[META] Command '%s' does nothing now: %s", typed ? typed : "",
                           whyNothing(command ? command->lastOwner : "").c_str()));
    return;
  }
  if (command->handler) {
    const CallerScope scope(command->slot);
    command->handler();
  } else {
    // No scope: no native plugin waits for this call, so `meta unload` and `meta reload` may close libraries at once.
    state().policy->command(command->slot, command->name.c_str());
  }
}

}  // namespace mm
