// What a client says to the server: typed commands, what the server made it type, and answers to cvar queries.
#include "fake-engine/engine.h"

namespace fake {
namespace {

// A cvar that no client has, as GoldSrc clients answer.
constexpr const char* kNoSuchCvar = "Bad CVAR request";
constexpr const char* kNoSuchPlayer = "Bad Player";

void userInfoChanged(Client& client) {
  Engine& e = engine();
  edict_t* edict = client.edict();
  edict->v.netname = e.strings.setName(client.index, client.name());
  e.library.call(&DLL_FUNCTIONS::pfnClientUserInfoChanged, edict, static_cast<char*>(client.userInfo));
}

void setInfo(Client& client, const std::string& key, const std::string& value) {
  if (!key.empty() && key.front() == '*') return;
  if (infoSet("setinfo", client.userInfo, kUserInfoBytes, key, value)) userInfoChanged(client);
}

void answer(const edict_t* edict, const CvarQuery& query, const char* value) {
  const Library& library = engine().library;
  if (query.hasRequestId) {
    library.call(&NEW_DLL_FUNCTIONS::pfnCvarValue2, edict, query.requestId, query.name.c_str(), value);
  } else {
    library.call(&NEW_DLL_FUNCTIONS::pfnCvarValue, edict, value);
  }
}

// The commands that the engine answers itself; false if the game is to have the line.
bool runByEngine(Client& client, const CommandLine& line) {
  Engine& e = engine();
  const std::string& name = line.words[0];
  const auto word = [&](size_t i) { return i < line.words.size() ? line.words[i] : std::string(); };
  if (name == "kill") {
    e.library.call(&DLL_FUNCTIONS::pfnClientKill, client.edict());
  } else if (name == "name") {
    setInfo(client, "name", word(1));
  } else if (name == "setinfo") {
    setInfo(client, word(1), word(2));
  } else if (name == "disconnect" || name == "dropclient") {
    e.clients.drop(client, "Client left the game");
  } else if (name == "+use") {
    client.buttons |= IN_USE;
  } else if (name == "+attack") {
    client.buttons |= IN_ATTACK;
  } else if (name == "+jump") {
    client.buttons |= IN_JUMP;
  } else {
    return false;
  }
  return true;
}

}  // namespace

void Clients::command(Client& client, std::string_view line) {
  Engine& e = engine();
  if (!client.isConnected()) return;
  e.commands.with(line, [&] {
    const CommandLine& words = e.commands.current();
    if (words.words.empty() || runByEngine(client, words)) return;
    if (client.isSpawned()) e.library.call(&DLL_FUNCTIONS::pfnClientCommand, client.edict());
  });
}

void Clients::typeStuffed(Client& client) {
  const std::string lines = std::move(client.stuffed);
  client.stuffed.clear();
  size_t at = 0;
  while (at < lines.size() && client.isConnected()) {
    const size_t end = std::min(lines.find_first_of("\n;", at), lines.size());
    command(client, std::string_view(lines).substr(at, end - at));
    at = end + 1;
  }
}

void Clients::queryCvar(const edict_t* edict, CvarQuery query) {
  Client* client = of(edict);
  if (client && !client->isBot) {
    client->queries.push_back(std::move(query));
  } else {
    answer(edict, query, kNoSuchPlayer);
  }
}

void Clients::answerQueries(Client& client) {
  const std::vector<CvarQuery> queries = std::move(client.queries);
  client.queries.clear();
  for (const CvarQuery& query : queries) {
    if (!client.isConnected()) return;
    const auto found = client.cvars.find(query.name);
    answer(client.edict(), query, found == client.cvars.end() ? kNoSuchCvar : found->second.c_str());
  }
}

}  // namespace fake
