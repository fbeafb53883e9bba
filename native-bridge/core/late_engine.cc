#include "core/late_engine.h"

#include "core/loaded_segments.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {

constexpr FunctionId kLateId = engineId(offsetof(enginefuncs_t, pfnPEntityOfEntIndexAllEntities));
static_assert(kLateId == kEngineFirst + kEngineCount - 1);

void takeLateEngineFunction() {
  const enginefuncs_t* const given = state().givenEngine;
  if (!given) return;
  const auto* const place = &given->pfnPEntityOfEntIndexAllEntities;
  if (bytesFrom(place) < sizeof *place) return;
  // SAFETY: the engine that asks for a physics interface keeps its table in static memory. The first of these engines
  // had the shorter table, so what stands there must be code as well.
  const auto late = *place;
  if (!isCode(reinterpret_cast<const void*>(late))) return;
  realFunctions.engine()->pfnPEntityOfEntIndexAllEntities = late;
  aimSlot(kLateId);
}

edict_t* entityOfAnyIndex(int index) {
  const enginefuncs_t& engine = *realFunctions.engine();
  const auto late = engine.pfnPEntityOfEntIndexAllEntities;
  return late ? late(index) : engine.pfnPEntityOfEntIndex(index);
}

}  // namespace mm
