#include "core/cvars.h"

#include <strings.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "core/format.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

cvar_t registered[4096];

cvar_t* refuse(int slot, const char* name, const char* why) {
  report(formatted("[META] ERROR: plugin '%s' cannot register cvar '%s': %s", state().plugins.nameOf(slot), name, why));
  return nullptr;
}

}  // namespace

cvar_t* Cvars::add(int slot, const char* name, const char* value, int flags) {
  cvar_t* const known = realFunctions.engine()->pfnCVarGetPointer(name);
  cvar_t* const live = known ? known : make(slot, name, value, flags);
  Entry* const entry = find(name);
  if (live && entry && std::ranges::find(entry->owners, slot) == entry->owners.end()) entry->owners.push_back(slot);
  return live;
}

void Cvars::addNative(int slot, const cvar_t* cvar) {
  if (!cvar || !cvar->name || !*cvar->name) refuse(slot, "", "it has no name. Fill in cvar_t.name first.");
  else add(slot, cvar->name, cvar->string ? cvar->string : "", cvar->flags);
}

cvar_t* Cvars::make(int slot, const char* name, const char* value, int flags) {
  const enginefuncs_t& engine = *realFunctions.engine();
  if (state().commands.has(name)) return refuse(slot, name, "a command has this name. Rename it.");
  if (used_ == std::size(registered)) return refuse(slot, name, "there is no room for more. Restart the server.");
  cvar_t& cvar = registered[used_++];
  LentText& texts = state().lentText;
  cvar = {texts.forProcess(name), texts.forProcess(value), flags, std::strtof(value, nullptr), nullptr};
  engine.pfnCVarRegister(&cvar);
  cvar_t* const live = engine.pfnCVarGetPointer(name);
  if (!live) return refuse(slot, name, "the engine refused it; it may have a command of this name. Rename it.");
  entries_.push_back({name, {}});
  return live;
}

// Engines compare cvar names without regard to case.
Cvars::Entry* Cvars::find(const char* name) {
  const auto found = std::ranges::find_if(entries_, [name](const Entry& entry) {
    return strcasecmp(entry.name.c_str(), name) == 0;
  });
  return found == entries_.end() ? nullptr : &*found;
}

void Cvars::forgetOwner(int slot) {
  for (Entry& entry : entries_) std::erase(entry.owners, slot);
}

// The engine is asked for each: what it has may have moved, and in some engines it goes with the game.
std::vector<RegisteredCvar> Cvars::all() const {
  std::vector<RegisteredCvar> list;
  for (const Entry& entry : entries_) {
    const cvar_t* const live = realFunctions.engine()->pfnCVarGetPointer(entry.name.c_str());
    if (!live) continue;
    const bool isAlive = !entry.owners.empty();
    list.push_back({live, isAlive ? entry.owners.front() : 0, isAlive});
  }
  return list;
}

}  // namespace mm
