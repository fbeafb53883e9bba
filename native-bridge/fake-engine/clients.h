// The players. A network client is driven by the engine as a person would drive it, walking about and answering what
// the server asks; a bot is made by game or plugin code and moves only when that code calls RunPlayerMove.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fake-engine/info.h"
#include "fake-engine/messages.h"
#include "metamod/metamod.h"

namespace fake {

struct CvarQuery {
  std::string name;
  int requestId;
  bool hasRequestId;
};

struct Connection {
  std::string name;
  std::string address;
  bool isBot = false;
  bool isSpectator = false;
};

class Client {
 public:
  enum class State { kFree, kConnected, kSpawned };
  static constexpr size_t kMaxReceived = 64;

  bool isConnected() const { return state != State::kFree; }
  bool isSpawned() const { return state == State::kSpawned; }
  edict_t* edict() const;
  std::string name() const { return infoValue(userInfo, "name"); }
  // What GetPlayerAuthId answers.
  std::string authId() const;
  // Name, user id and auth id, as server logs write them.
  std::string logName() const;

  void receive(const Message& message);
  // Text on the player's screen; printed on the server's console too, since nobody else looks there.
  void show(std::string_view where, std::string_view text);
  // Command lines the server makes the client type; they run with its next frame.
  void stuff(std::string_view text) { stuffed += std::string(text) + "\n"; }

  State state = State::kFree;
  int index = 0;  // of the entity, from 1
  int userId = 0;
  bool isBot = false;
  bool isSpectator = false;
  std::string address;
  char userInfo[kUserInfoBytes] = "";
  char physicsInfo[kPhysicsInfoBytes] = "";
  float connectedAt = 0;
  float walkYaw = 0;
  int viewEntity = 0;
  int buttons = 0;  // held for the next frame only
  std::string stuffed;
  std::vector<CvarQuery> queries;
  std::map<std::string, std::string> cvars;
  std::deque<Message> received;
  uint32_t listensTo = 0xffffffffu;  // bit per speaking client, from 0
  std::map<int, entity_state_t> lastStates;
  customization_t logo{};
};

class Clients {
 public:
  static constexpr int kMax = 32;

  void open(int max);
  int max() const { return static_cast<int>(clients_.size()); }
  int count() const;
  std::vector<Client>& all() { return clients_; }
  // By entity index; null if that is no client slot.
  Client* slot(int index);
  // By entity; null if it is no connected client.
  Client* of(const edict_t* edict);
  // By name or `#userid`; null if nobody is called so.
  Client* named(std::string_view name);

  // Asks the game; the client enters it with the next frame. Null, and the reason, if the game refuses.
  Client* connect(const Connection& connection, std::string& reason);
  // A client slot for game code, which calls ClientConnect and ClientPutInServer itself. Null if the server is full.
  Client* createBot(const char* name);
  void drop(Client& client, std::string_view reason);
  // A command typed by the client.
  void command(Client& client, std::string_view line);

  // The clients' part of a frame: entering the game, typed lines, answers, moves.
  void runFrame();
  void sendUpdates();
  // The map goes. Bots leave; the others come in again on the next one, unless the server empties.
  void endMap(bool isChangeLevel);
  // Those who stayed connected ask the game again.
  void enterMap();

  Client* current() const { return current_; }
  void queryCvar(const edict_t* edict, CvarQuery query);

 private:
  Client* take(const Connection& connection);
  bool askGame(Client& client, std::string& reason);
  void putInServer(Client& client);
  void answerQueries(Client& client);
  void typeStuffed(Client& client);
  void walk(Client& client);
  std::string freeName(std::string_view wanted) const;

  std::vector<Client> clients_;
  Client* current_ = nullptr;
  int lastUserId_ = 0;
};

// Runs one user command for the client: the game's CmdStart, thinks, PM_Move, touches and CmdEnd.
void runCommand(Client& client, const usercmd_t& command, unsigned int seed);
// Tells the game what the client would be sent in this frame.
void sendUpdate(Client& client);

}  // namespace fake
