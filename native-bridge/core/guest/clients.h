// Who is in the game, for hosts that keep ClientDisconnect to themselves (metamod-fwgs did for a while): plugins would
// never hear that a player left. Such a host cannot be told from outside, so clients are watched until the host has
// passed on a first ClientDisconnect; a client that is gone before that is reported to the listeners by us.
#pragma once

#include <array>

#include "core/core.h"

namespace mm {

class Clients {
 public:
  void mapStarted() { isMapRunning_ = true; }
  // Who is still here stays for the next map, and comes in anew then.
  void mapEnds();
  void entered(edict_t* client);
  // The host passed a ClientDisconnect on.
  void hostTells();
  // Looks who has left since the last time.
  void look();

 private:
  struct Client {
    bool isInGame = false;
    int userId = 0;  // a slot that was given to somebody else at once has another
  };

  static constexpr int kMostClients = 32;  // in every engine

  void look(edict_t* client, Client& known);
  void report(edict_t* client);

  std::array<Client, kMostClients + 1> known_{};  // by edict index
  bool isMapRunning_ = false;
  bool hostTells_ = false;
  bool hasWarned_ = false;
};

Clients& clients();

}  // namespace mm
