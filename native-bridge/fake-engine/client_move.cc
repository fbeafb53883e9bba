// One user command, from the client's hands to the game's PM_Move and back into the entity.
#include <cstring>

#include "fake-engine/engine.h"
#include "fake-engine/entities.h"

namespace fake {
namespace {

constexpr float kUseReach = 64;

// Real engines leave +use to the game; pfnUse is there for engines that do not, such as this one.
void useNearby(Client& client) {
  Engine& e = engine();
  edict_t* player = client.edict();
  for (int i = e.edicts.clients() + 1; i < e.edicts.count(); ++i) {
    edict_t* entity = e.edicts.at(i);
    if (entity->free || !entity->pvPrivateData || entity->v.solid == SOLID_NOT) continue;
    if (length(load(entity->v.origin) - load(player->v.origin)) > kUseReach + length(load(entity->v.maxs))) continue;
    e.library.call(&DLL_FUNCTIONS::pfnUse, entity, player);
    return;
  }
}

void think(Client& client, const usercmd_t& command) {
  Engine& e = engine();
  edict_t* player = client.edict();
  player->v.button = command.buttons;
  if (command.impulse) player->v.impulse = command.impulse;
  store(load(command.viewangles), player->v.v_angle);
  if (client.isSpectator) {
    e.library.call(&DLL_FUNCTIONS::pfnSpectatorThink, player);
  } else {
    e.library.call(&DLL_FUNCTIONS::pfnPlayerPreThink, player);
  }
  if (client.isConnected()) runThink(player);
}

void touchAll(Client& client) {
  edict_t* player = client.edict();
  linkEntity(player);
  touchTriggers(player);
  for (const Hit& hit : engine().playerMove.takeTouched()) {
    if (client.isConnected()) impact(player, hit);
  }
}

}  // namespace

void runCommand(Client& client, const usercmd_t& command, unsigned int seed) {
  Engine& e = engine();
  edict_t* player = client.edict();
  // The game is asked at every command, as in GoldSrc; with nobody shooting there is nothing to compensate.
  e.library.call(&DLL_FUNCTIONS::pfnAllowLagCompensation);
  e.library.call(&DLL_FUNCTIONS::pfnCmdStart, static_cast<const edict_t*>(player), &command, seed);
  if (client.isSpawned()) think(client, command);
  if (client.isSpawned()) {
    e.playerMove.run(client, command);
    touchAll(client);
  }
  if (client.isSpawned() && command.buttons & IN_USE && !(player->v.oldbuttons & IN_USE)) useNearby(client);
  if (client.isSpawned()) {
    player->v.oldbuttons = command.buttons;
    if (!client.isSpectator) e.library.call(&DLL_FUNCTIONS::pfnPlayerPostThink, player);
  }
  e.library.call(&DLL_FUNCTIONS::pfnCmdEnd, static_cast<const edict_t*>(player));
}

// Straight on, and a new way where a wall stops it.
void Clients::walk(Client& client) {
  Engine& e = engine();
  edict_t* player = client.edict();
  const Vec3 ahead = basisOf({0, client.walkYaw, 0}).forward;
  const Vec3 origin = load(player->v.origin);
  const Hit hit = e.world.sweep({origin, origin + ahead * 48, {}, true, player, false});
  if (hit.fraction < 1) client.walkYaw += 97;
  usercmd_t command{};
  command.msec = static_cast<byte>(std::min(255.0f, e.globals.frametime * 1000 + 0.5f));
  store({0, client.walkYaw, 0}, command.viewangles);
  command.forwardmove = 200;
  command.buttons = static_cast<unsigned short>(client.buttons | IN_FORWARD);
  client.buttons = 0;
  runCommand(client, command, static_cast<unsigned int>(e.server.frameCount()));
}

}  // namespace fake
