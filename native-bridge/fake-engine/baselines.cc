#include "fake-engine/baselines.h"

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {

void Baselines::create() {
  Engine& e = engine();
  states_.assign(static_cast<size_t>(e.edicts.count()), entity_state_t{});
  const int playerModel = e.precache.models.find("models/player.mdl");
  const Box human = hullBox(Hull::kHuman);
  for (int i = 0; i < e.edicts.count(); ++i) {
    edict_t* edict = e.edicts.at(i);
    const bool isPlayer = i >= 1 && i <= e.edicts.clients();
    if (edict->free || (!isPlayer && !edict->v.modelindex)) continue;
    entity_state_t& state = states_[static_cast<size_t>(i)];
    state.number = i;
    vec3_t mins, maxs;
    store(human.mins, mins);
    store(human.maxs, maxs);
    e.library.call(&DLL_FUNCTIONS::pfnCreateBaseline, static_cast<int>(isPlayer), i, &state, edict, playerModel,
                   static_cast<float*>(mins), static_cast<float*>(maxs));
  }
  e.library.call(&DLL_FUNCTIONS::pfnCreateInstancedBaselines);
}

void Baselines::clear() {
  states_.clear();
  instanced_.clear();
}

int Baselines::addInstanced(string_t className, const entity_state_t& state) {
  if (!className || instanced_.size() == kMaxInstanced) return -1;
  instanced_.push_back(state);
  return static_cast<int>(instanced_.size()) - 1;
}

const entity_state_t* Baselines::of(int index) const {
  return index >= 0 && static_cast<size_t>(index) < states_.size() ? &states_[static_cast<size_t>(index)] : nullptr;
}

namespace {

int createInstancedBaseline(int className, entity_state_t* baseline) {
  return baseline ? engine().baselines.addInstanced(className, *baseline) : -1;
}

}  // namespace

void addBaselineFunctions(enginefuncs_t& table) { table.pfnCreateInstancedBaseline = createInstancedBaseline; }

}  // namespace fake
