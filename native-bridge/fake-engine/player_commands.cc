#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "fake-engine/console_commands.h"
#include "fake-engine/engine.h"

namespace fake {
namespace {

const CommandLine& line() { return engine().commands.current(); }

std::string word(size_t index) { return index < line().words.size() ? line().words[index] : std::string(); }

// The line after its first `count` words, as typed.
std::string restAfter(size_t count) {
  std::string rest = line().rest;
  for (size_t i = 1; i < count; ++i) {
    const size_t at = rest.find(word(i));
    if (at == std::string::npos) return {};
    rest.erase(0, at + word(i).size());
    // Past a closing quote and the blanks behind the word.
    rest.erase(0, std::min(rest.find_first_not_of("\" \t"), rest.size()));
  }
  return rest;
}

Client* namedClient() {
  Client* client = engine().clients.named(word(1));
  if (!client) engine().console.line("%s: nobody is called '%s'; see status", word(0).c_str(), word(1).c_str());
  return client;
}

void status() {
  Engine& e = engine();
  e.console.line("hostname:  %s", e.table.pfnCVarGetString("hostname"));
  e.console.line("version :  fake engine, %d-bit", static_cast<int>(sizeof(void*) * 8));
  const std::string& game = e.server.description();
  e.console.line("game    :  %s", game.empty() ? "(not described)" : game.c_str());
  e.console.line("map     :  %s", e.server.isActive() ? e.server.mapName().c_str() : "(none)");
  e.console.line("players :  %d active (%d max)", e.clients.count(), e.clients.max());
  e.console.line("#      name userid uniqueid frag time ping loss adr");
  int row = 0;
  for (Client& client : e.clients.all()) {
    if (!client.isConnected()) continue;
    const int seconds = static_cast<int>(e.globals.time - client.connectedAt);
    int ping = 0;
    int loss = 0;
    e.table.pfnGetPlayerStats(client.edict(), &ping, &loss);
    e.console.line("#%2d %8s %d %s %3d %02d:%02d %4d %4d %s", ++row, ("\"" + client.name() + "\"").c_str(),
                   client.userId, client.authId().c_str(), static_cast<int>(client.edict()->v.frags), seconds / 60,
                   seconds % 60, ping, loss, client.address.c_str());
  }
  e.console.line("%d users", row);
}

void kick() {
  // `kick #3` and `kick # 3` name a user id.
  const bool isParted = word(1) == "#";
  Client* client = isParted ? engine().clients.named("#" + word(2)) : namedClient();
  if (!client) return;
  std::string reason = restAfter(isParted ? 3 : 2);
  // The quote before it went with the word before it.
  if (reason.ends_with('"')) reason.pop_back();
  engine().clients.drop(*client, reason.empty() ? "Kicked by Console" : reason);
}

void say() {
  Engine& e = engine();
  const std::string text = "<" + std::string(e.table.pfnCVarGetString("hostname")) + "> " + line().rest;
  e.console.line("%s", text.c_str());
  for (Client& client : e.clients.all()) {
    if (client.isSpawned() && !client.isBot) client.show("", text);
  }
}

void as() {
  if (line().words.size() < 3) {
    engine().console.line("usage: as NAME COMMAND...");
  } else if (Client* client = namedClient()) {
    engine().clients.command(*client, restAfter(2));
  }
}

void join(bool isSpectator) {
  Engine& e = engine();
  std::string reason;
  if (!e.clients.connect({word(1), "", false, isSpectator}, reason)) {
    e.console.line("%s: %s was rejected: %s", word(0).c_str(), word(1).c_str(), reason.c_str());
  }
}

// A packet without a connection, as server browsers send them; the game may answer.
void outOfBand() {
  netadr_t from{};
  from.type = NA_IP;
  from.ip[0] = 127;
  from.ip[3] = 1;
  constexpr unsigned short kPort = 27005;
  from.port = static_cast<unsigned short>(kPort << 8 | kPort >> 8);  // network byte order
  char response[2048] = "";
  int bytes = static_cast<int>(sizeof response);
  const netadr_t* sender = &from;
  const std::string text = line().rest;
  const int isAnswered = engine().library.call(&DLL_FUNCTIONS::pfnConnectionlessPacket, sender, text.c_str(),
                                               static_cast<char*>(response), &bytes);
  if (isAnswered && bytes > 0 && bytes <= static_cast<int>(sizeof response)) {
    engine().console.line("answer: %.*s", bytes, response);
  } else {
    engine().console.line("oob: the game gave no answer to '%s'", text.c_str());
  }
}

// A client whose copy of a file differs from the server's.
void inconsistent() {
  Client* client = namedClient();
  if (!client) return;
  char reason[256] = "Bad file";
  const std::string file = word(2);
  const edict_t* player = client->edict();
  if (engine().library.call(&DLL_FUNCTIONS::pfnInconsistentFile, player, file.c_str(), static_cast<char*>(reason))) {
    engine().clients.drop(*client, reason);
  }
}

// Letters as they are, and other bytes by number.
std::string readable(const std::vector<uint8_t>& bytes) {
  std::string text;
  for (const uint8_t byte : bytes) {
    char number[8];
    std::snprintf(number, sizeof number, byte > ' ' && byte < 127 && byte != '\\' ? "%c" : "\\x%02x", byte);
    text += number;
  }
  return text;
}

void showMessages() {
  Client* client = namedClient();
  if (!client) return;
  const bool showsBytes = word(2) == "bytes";
  for (const Message& message : client->received) {
    const std::string name = messageName(message.type);
    if (showsBytes) engine().console.line("%s to %d: %s", name.c_str(), message.dest, readable(message.bytes).c_str());
    else engine().console.line("%s: %zu bytes", name.c_str(), message.bytes.size());
  }
  engine().console.line("%zu messages", client->received.size());
}

}  // namespace

void addPlayerCommands(Commands& commands) {
  commands.add("status", status);
  commands.add("kick", kick);
  commands.add("say", say);
  commands.add("as", as);
  commands.add("bot", [] { join(false); });
  commands.add("spectate", [] { join(true); });
  commands.add("oob", outOfBand);
  commands.add("inconsistent", inconsistent);
  commands.add("messages", showMessages);
}

}  // namespace fake
