// What goes out to a client in each frame. Nothing is put on a wire, but the game is asked for all of it.
#include "fake-engine/engine.h"

namespace fake {
namespace {

void packEntities(Client& client, byte* visible) {
  Engine& e = engine();
  edict_t* host = client.edict();
  for (int i = 1; i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    const bool isPlayer = i <= e.edicts.clients();
    if (entity->free || !entity->pvPrivateData) continue;
    entity_state_t state{};
    const int isSent = e.library.call(&DLL_FUNCTIONS::pfnAddToFullPack, &state, i, entity, host, 0,
                                      static_cast<int>(isPlayer), visible);
    if (!isSent) continue;
    const auto last = client.lastStates.find(i);
    const entity_state_t* baseline = e.baselines.of(i);
    const entity_state_t& from = last != client.lastStates.end() ? last->second : baseline ? *baseline : state;
    e.delta.encode(isPlayer ? "Player_Encode" : "Entity_Encode", from, state);
    client.lastStates[i] = state;
  }
}

}  // namespace

void sendUpdate(Client& client) {
  Engine& e = engine();
  edict_t* player = client.edict();
  edict_t* view = client.viewEntity ? e.edicts.at(client.viewEntity) : player;
  byte* pvs = nullptr;
  byte* pas = nullptr;
  e.library.call(&DLL_FUNCTIONS::pfnSetupVisibility, view == player ? nullptr : view, player, &pvs, &pas);

  constexpr int kSendsWeapons = 1;
  constexpr int kWeapons = 64;
  clientdata_t data{};
  weapon_data_t weapons[kWeapons] = {};
  e.library.call(&DLL_FUNCTIONS::pfnUpdateClientData, static_cast<const edict_t*>(player), kSendsWeapons, &data);
  e.library.call(&DLL_FUNCTIONS::pfnGetWeaponData, player, static_cast<weapon_data_t*>(weapons));
  if (client.isSpawned()) packEntities(client, pvs);
}

}  // namespace fake
