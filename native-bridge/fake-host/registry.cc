#include "fake-host/registry.h"

#include <strings.h>

#include <cstdlib>

#include "fake-host/host.h"
#include "fake-host/text.h"

namespace fakehost {
namespace {

void commandArrived() { host().commands.arrived(); }

}  // namespace

int ownerOf(const void* address, const char* what, const char* name) {
  if (const Plugin* const owner = host().plugins.byAddress(address)) return owner->index;
  if (host().quirks().crashesOnUnknownOwner && !liesInAnyImage(address)) {
    fatal("%s '%s' at %p lies in no library; %s looks its owner up and crashes", what, name, address,
          host().kind.name.c_str());
  }
  logLine("[META] nobody can tell whose %s '%s' is", what, name);
  return 0;
}

void Commands::add(const char* name, AnyFn function) {
  const int owner = ownerOf(reinterpret_cast<const void*>(function), "command", name);
  Command* const known = find(name);
  if (!known) {
    commands_.push_back({name, function, owner, true});
    host().engine().pfnAddServerCommand(commands_.back().name.c_str(), commandArrived);
  } else if (!known->isAlive && !host().quirks().leavesCommandsDead) {
    *known = {std::move(known->name), function, owner, true};
  }
}

Commands::Command* Commands::find(const char* name) {
  for (Command& command : commands_) {
    if (strcasecmp(command.name.c_str(), name) == 0) return &command;
  }
  return nullptr;
}

void Commands::disableOf(int plugin) {
  for (Command& command : commands_) {
    if (command.plugin == plugin) command.isAlive = false;
  }
}

// A paused plugin's commands go on working: nobody asks for the status here.
void Commands::arrived() {
  const char* const typed = host().engine().pfnCmd_Argv(0);
  const Command* const command = find(typed);
  if (command && command->isAlive) command->function();
  else printLine("[META] command '%s' is dead: its plugin was unloaded", typed);
}

std::vector<std::string> Commands::of(int plugin) const {
  std::vector<std::string> names;
  for (const Command& command : commands_) {
    if (command.plugin == plugin && command.isAlive) names.push_back(command.name);
  }
  return names;
}

void Cvars::add(const cvar_t* cvar) {
  const int owner = ownerOf(cvar, "cvar", cvar->name);
  for (const Copy& known : cvars_) {
    if (strcasecmp(known.name.c_str(), cvar->name) == 0) return;
  }
  Copy& copy = cvars_.emplace_back(Copy{cvar->name, cvar->string ? cvar->string : "", {}, owner});
  copy.cvar = {copy.name.c_str(), copy.value.data(), cvar->flags, std::strtof(copy.value.c_str(), nullptr), nullptr};
  host().engine().pfnCVarRegister(&copy.cvar);
}

std::vector<std::string> Cvars::of(int plugin) const {
  std::vector<std::string> names;
  for (const Copy& copy : cvars_) {
    if (copy.plugin == plugin) names.push_back(copy.name);
  }
  return names;
}

const char* CvarQueries::nameFor(const edict_t* client) const {
  const auto found = names_.find(client);
  return found == names_.end() ? nullptr : found->second.c_str();
}

}  // namespace fakehost
