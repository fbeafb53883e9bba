#include "core/late_engine.h"

#include "core/slots.h"
#include "core/state.h"

namespace mm {

constexpr FunctionId kLateId = engineId(offsetof(enginefuncs_t, pfnPEntityOfEntIndexAllEntities));
static_assert(kLateId == kEngineFirst + kEngineCount - 1);

void takeLateEngineFunction() {
  const enginefuncs_t* const given = state().givenEngine;
  if (!given) return;
  // SAFETY: the engine that asks for a physics interface has the longer table, in static memory.
  realFunctions.engine()->pfnPEntityOfEntIndexAllEntities = given->pfnPEntityOfEntIndexAllEntities;
  aimSlot(kLateId);
}

edict_t* entityOfAnyIndex(int index) {
  const enginefuncs_t& engine = *realFunctions.engine();
  const auto late = engine.pfnPEntityOfEntIndexAllEntities;
  return late ? late(index) : engine.pfnPEntityOfEntIndex(index);
}

}  // namespace mm
