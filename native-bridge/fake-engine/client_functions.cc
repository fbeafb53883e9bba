#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

edict_t* createFakeClient(const char* name) {
  Engine& e = engine();
  Client* client = e.server.isActive() ? e.clients.createBot(name) : nullptr;
  return client ? client->edict() : nullptr;
}

void runPlayerMove(edict_t* bot, const float* angles, float forward, float side, float up, unsigned short buttons,
                   byte impulse, byte msec) {
  Client* client = engine().clients.of(bot);
  if (!client || !client->isBot) {
    engine().console.line("RunPlayerMove: the entity is no fake client; make one with CreateFakeClient");
    return;
  }
  usercmd_t command{};
  command.msec = msec;
  store(load(angles), command.viewangles);
  command.forwardmove = forward;
  command.sidemove = side;
  command.upmove = up;
  command.buttons = buttons;
  command.impulse = impulse;
  runCommand(*client, command, static_cast<unsigned int>(engine().random.between(0, 255)));
}

void getPlayerStats(const edict_t* player, int* ping, int* loss) {
  const Client* client = engine().clients.of(player);
  constexpr int kPingMs = 5;
  if (ping) *ping = client && !client->isBot ? kPingMs : 0;
  if (loss) *loss = 0;
}

bool isVoiceSlot(int index) { return index >= 1 && index <= engine().clients.max(); }

qboolean getListening(int receiver, int sender) {
  if (!isVoiceSlot(receiver) || !isVoiceSlot(sender)) return 0;
  return engine().clients.slot(receiver)->listensTo >> (sender - 1) & 1;
}

qboolean setListening(int receiver, int sender, qboolean listens) {
  if (!isVoiceSlot(receiver) || !isVoiceSlot(sender)) return 0;
  uint32_t& bits = engine().clients.slot(receiver)->listensTo;
  const uint32_t bit = 1u << (sender - 1);
  bits = listens ? bits | bit : bits & ~bit;
  return 1;
}

void queryCvar(const edict_t* player, const char* name) {
  engine().clients.queryCvar(player, {name ? name : "", 0, false});
}

void queryCvar2(const edict_t* player, const char* name, int requestId) {
  engine().clients.queryCvar(player, {name ? name : "", requestId, true});
}

// Counted from 0, unlike every other client index of the engine.
int getCurrentPlayer() {
  const Client* client = engine().clients.current();
  return client ? client->index - 1 : -1;
}

// No client predicts its weapons, so no update may be left out.
int canSkipPlayer(const edict_t*) { return 0; }

void setClientMaxspeed(const edict_t* player, float speed) {
  if (Client* client = engine().clients.of(player)) client->edict()->v.maxspeed = speed;
}

// What a player takes along to the next level lived in these two, before save and restore did it.
void spawnParms(edict_t* player) {
  if (!engine().clients.of(player)) engine().hostError("GetSpawnParms, SaveSpawnParms: the entity is no client");
}

}  // namespace

void addClientFunctions(enginefuncs_t& table) {
  table.pfnCreateFakeClient = createFakeClient;
  table.pfnRunPlayerMove = runPlayerMove;
  table.pfnGetPlayerStats = getPlayerStats;
  table.pfnVoice_GetClientListening = getListening;
  table.pfnVoice_SetClientListening = setListening;
  table.pfnQueryClientCvarValue = queryCvar;
  table.pfnQueryClientCvarValue2 = queryCvar2;
  table.pfnGetCurrentPlayer = getCurrentPlayer;
  table.pfnCanSkipPlayer = canSkipPlayer;
  table.pfnSetClientMaxspeed = setClientMaxspeed;
  table.pfnGetSpawnParms = spawnParms;
  table.pfnSaveSpawnParms = spawnParms;
}

}  // namespace fake
