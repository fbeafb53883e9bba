// Who a client is, and the keys that tell its prediction how the game wants it to move.
#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

const char* getAuthId(edict_t* player) {
  // A static buffer, as in the real engine: valid until the next call.
  static std::string answer;
  const Client* client = engine().clients.of(player);
  answer = client ? client->authId() : "";
  return answer.c_str();
}

unsigned int getWonId(edict_t* player) {
  const Client* client = engine().clients.of(player);
  return client && !client->isBot ? static_cast<unsigned int>(client->userId) : static_cast<unsigned int>(-1);
}

int getUserId(edict_t* player) {
  Clients& clients = engine().clients;
  // Xash answers with the number of the last client of a slot that is free.
  if (engine().style.engines == Engines::kXash) {
    const Client* client = player ? clients.slot(engine().edicts.indexOf(player)) : nullptr;
    return client ? client->userId : -1;
  }
  const Client* client = clients.of(player);
  return client ? client->userId : -1;
}

const char* getPhysicsKey(const edict_t* player, const char* key) {
  const Client* client = engine().clients.of(player);
  return client ? engine().table.pfnInfoKeyValue(client->physicsInfo, key) : "";
}

void setPhysicsKey(const edict_t* player, const char* key, const char* value) {
  Client* client = engine().clients.of(player);
  if (client && key && value) infoSet("SetPhysicsKeyValue", client->physicsInfo, kPhysicsInfoBytes, key, value);
}

const char* getPhysicsInfo(const edict_t* player) {
  const Client* client = engine().clients.of(player);
  return client ? client->physicsInfo : "";
}

}  // namespace

void addClientInfoFunctions(enginefuncs_t& table) {
  table.pfnGetPlayerAuthId = getAuthId;
  table.pfnGetPlayerWONId = getWonId;
  table.pfnGetPlayerUserId = getUserId;
  table.pfnGetPhysicsKeyValue = getPhysicsKey;
  table.pfnSetPhysicsKeyValue = setPhysicsKey;
  table.pfnGetPhysicsInfoString = getPhysicsInfo;
}

}  // namespace fake
