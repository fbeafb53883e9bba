#include "core/cvars.h"

#include <cstdlib>
#include <strings.h>

#include "core/slots.h"

namespace mm {

cvar_t* Cvars::add(int slot, const char* name, const char* value, int flags) {
  const enginefuncs_t& engine = *realFunctions.engine();
  if (Owned* const known = find(name)) {
    if (known->slot == 0) known->slot = slot;
    return &known->cvar;
  }
  if (cvar_t* const theirs = engine.pfnCVarGetPointer(name)) return theirs;
  Owned& owned = cvars_.emplace_back(Owned{name, value, {}, slot});
  owned.cvar.name = owned.name.c_str();
  owned.cvar.string = owned.value.data();
  owned.cvar.flags = flags;
  owned.cvar.value = std::strtof(value, nullptr);
  engine.pfnCVarRegister(&owned.cvar);
  return &owned.cvar;
}

Cvars::Owned* Cvars::find(const char* name) {
  for (std::size_t i = firstOfThisEngine_; i < cvars_.size(); ++i) {
    if (strcasecmp(cvars_[i].name.c_str(), name) == 0) return &cvars_[i];
  }
  return nullptr;
}

void Cvars::forgetOwner(int slot) {
  for (Owned& owned : cvars_) {
    if (owned.slot == slot) owned.slot = 0;
  }
}

}  // namespace mm
