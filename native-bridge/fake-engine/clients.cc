#include "fake-engine/clients.h"

#include <strings.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "fake-engine/engine.h"

namespace fake {

edict_t* Client::edict() const { return engine().edicts.at(index); }

std::string Client::authId() const {
  if (isBot) return "BOT";
  return "STEAM_0:" + std::to_string(index % 2) + ":" + std::to_string(1000 + index);
}

std::string Client::logName() const {
  return "\"" + name() + "<" + std::to_string(userId) + "><" + authId() + "><>\"";
}

void Client::receive(const Message& message) {
  if (isBot) return;
  Engine& e = engine();
  if (e.cvars.number("sv_showmessages") != 0) {
    e.console.line("%s gets %s, %zu bytes", name().c_str(), messageName(message.type).c_str(), message.bytes.size());
  }
  received.push_back(message);
  if (received.size() > kMaxReceived) received.pop_front();
}

void Client::show(std::string_view where, std::string_view text) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  engine().console.line("%s sees: %s%s", name().c_str(), std::string(where).c_str(), std::string(text).c_str());
}

void Clients::open(int max) {
  clients_.resize(static_cast<size_t>(std::clamp(max, 1, kMax)));
  for (size_t i = 0; i < clients_.size(); ++i) clients_[i].index = static_cast<int>(i) + 1;
}

int Clients::count() const {
  return static_cast<int>(std::ranges::count_if(clients_, [](const Client& c) { return c.isConnected(); }));
}

Client* Clients::slot(int index) {
  return index >= 1 && index <= max() ? &clients_[static_cast<size_t>(index) - 1] : nullptr;
}

Client* Clients::of(const edict_t* edict) {
  Client* client = edict ? slot(engine().edicts.indexOf(edict)) : nullptr;
  return client && client->isConnected() ? client : nullptr;
}

Client* Clients::named(std::string_view name) {
  const int userId = name.starts_with('#') ? std::atoi(std::string(name.substr(1)).c_str()) : 0;
  for (Client& client : clients_) {
    if (!client.isConnected()) continue;
    const bool isNamed = !strcasecmp(client.name().c_str(), std::string(name).c_str());
    if (userId ? client.userId == userId : isNamed) return &client;
  }
  return nullptr;
}

Client* Clients::connect(const Connection& connection, std::string& reason) {
  if (!engine().server.isActive()) {
    reason = "No map is running.";
    return nullptr;
  }
  Client* client = take(connection);
  if (!client) {
    reason = "Server is full.";
    return nullptr;
  }
  if (askGame(*client, reason)) return client;
  client->state = Client::State::kFree;
  client->userInfo[0] = '\0';
  return nullptr;
}

Client* Clients::createBot(const char* name) {
  Client* client = take({name && *name ? name : "Bot", "", true, false});
  if (!client) return nullptr;
  edict_t* edict = client->edict();
  client->state = Client::State::kSpawned;
  edict->v.flags = FL_CLIENT | FL_FAKECLIENT;
  edict->v.netname = engine().strings.setName(client->index, client->name());
  engine().library.call(&DLL_FUNCTIONS::pfnClientUserInfoChanged, edict, static_cast<char*>(client->userInfo));
  return client;
}

// A free slot, made ready for the newcomer.
Client* Clients::take(const Connection& connection) {
  const auto found = std::ranges::find_if(clients_, [](const Client& c) { return !c.isConnected(); });
  if (found == clients_.end()) return nullptr;
  Client& client = *found;
  const int index = client.index;
  client = Client{};
  client.index = index;
  client.userId = ++lastUserId_;
  client.isBot = connection.isBot;
  client.isSpectator = connection.isSpectator;
  client.address = connection.address.empty() ? "127.0.0.1:" + std::to_string(27004 + index) : connection.address;
  client.connectedAt = engine().globals.time;
  client.walkYaw = static_cast<float>(index * 70);
  client.cvars = {{"rate", "20000"}, {"cl_updaterate", "60"}, {"cl_cmdrate", "60"}, {"fps_max", "100"}};
  infoSet("connect", client.userInfo, kUserInfoBytes, "name", freeName(connection.name));
  infoSet("connect", client.userInfo, kUserInfoBytes, "model", "gordon");
  client.state = Client::State::kConnected;
  return &client;
}

std::string Clients::freeName(std::string_view wanted) const {
  // What cannot stand in userinfo is taken out rather than refused, as in a real server.
  std::string name;
  for (const char c : wanted.substr(0, 31)) {
    if (c != '\\' && c != '"' && static_cast<unsigned char>(c) >= ' ') name += c;
  }
  while (name.find("..") != std::string::npos) name.erase(name.find(".."), 1);
  if (name.empty()) name = "unnamed";
  std::string candidate = name;
  const auto isTaken = [&candidate](const Client& client) {
    return client.isConnected() && !strcasecmp(client.name().c_str(), candidate.c_str());
  };
  for (int copy = 1; std::ranges::any_of(clients_, isTaken); ++copy) {
    candidate = "(" + std::to_string(copy) + ")" + name;
  }
  return candidate;
}

bool Clients::askGame(Client& client, std::string& reason) {
  Engine& e = engine();
  edict_t* edict = client.edict();
  e.edicts.freePrivate(edict);
  edict->v = entvars_t{};
  edict->v.pContainingEntity = edict;
  edict->v.flags = FL_CLIENT | (client.isSpectator ? FL_SPECTATOR : 0);
  edict->v.netname = e.strings.setName(client.index, client.name());
  e.library.call(&DLL_FUNCTIONS::pfnClientUserInfoChanged, edict, static_cast<char*>(client.userInfo));
  const auto clientConnect = e.library.dll().pfnClientConnect;
  char refusal[128] = "Connection rejected by game";
  const std::string name = client.name();
  if (clientConnect && !clientConnect(edict, name.c_str(), client.address.c_str(), refusal)) {
    refusal[sizeof refusal - 1] = '\0';
    reason = refusal;
    while (!reason.empty() && reason.back() == '\n') reason.pop_back();
    return false;
  }
  e.console.log(client.logName() + " connected, address \"" + client.address + "\"");
  return true;
}

void Clients::putInServer(Client& client) {
  Engine& e = engine();
  edict_t* edict = client.edict();
  client.state = Client::State::kSpawned;
  if (client.isSpectator) {
    e.library.call(&DLL_FUNCTIONS::pfnSpectatorConnect, edict);
    return;
  }
  e.library.call(&DLL_FUNCTIONS::pfnClientPutInServer, edict);
  if (!client.isSpawned()) return;
  // A client's spray logo reaches the game once the client is in it.
  client.logo.bInUse = 1;
  client.logo.resource.type = t_decal;
  std::snprintf(client.logo.resource.szFileName, sizeof client.logo.resource.szFileName, "tempdecal.wad");
  client.logo.resource.playernum = static_cast<byte>(client.index - 1);
  e.library.call(&DLL_FUNCTIONS::pfnPlayerCustomization, edict, &client.logo);
}

void Clients::enterMap() {
  for (Client& client : clients_) {
    std::string reason;
    if (client.isConnected() && !askGame(client, reason)) drop(client, reason);
  }
}

void Clients::drop(Client& client, std::string_view reason) {
  if (!client.isConnected()) return;
  Engine& e = engine();
  edict_t* edict = client.edict();
  if (client.isSpectator && client.isSpawned()) {
    e.library.call(&DLL_FUNCTIONS::pfnSpectatorDisconnect, edict);
  } else {
    e.library.call(&DLL_FUNCTIONS::pfnClientDisconnect, edict);
  }
  e.console.line("Dropped %s from server. Reason: %s", client.name().c_str(), std::string(reason).c_str());
  client.state = Client::State::kFree;
  // As engines do; of those that leave the number of the client in the slot, this is how one tells that it is free.
  client.userInfo[0] = '\0';
  e.edicts.freePrivate(edict);
  ++edict->serialnumber;
  edict->v = entvars_t{};
  edict->v.pContainingEntity = edict;
}

void Clients::runFrame() {
  for (Client& client : clients_) {
    if (!client.isConnected()) continue;
    current_ = &client;
    std::string reason;
    if (client.state == Client::State::kConnected) {
      putInServer(client);
    } else if (!client.isBot) {
      typeStuffed(client);
      if (client.isConnected()) answerQueries(client);
      if (client.isConnected()) walk(client);
    }
    current_ = nullptr;
  }
}

void Clients::sendUpdates() {
  for (Client& client : clients_) {
    if (!client.isSpawned() || client.isBot) continue;
    current_ = &client;
    sendUpdate(client);
    current_ = nullptr;
  }
}

void Clients::endMap(bool isChangeLevel) {
  for (Client& client : clients_) {
    if (!client.isConnected()) continue;
    if (client.isBot || !isChangeLevel) {
      drop(client, isChangeLevel ? "Map changes" : "Server shutting down");
      continue;
    }
    client.state = Client::State::kConnected;
    client.queries.clear();
    client.stuffed.clear();
    client.lastStates.clear();
    client.received.clear();
  }
}

}  // namespace fake
