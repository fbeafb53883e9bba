// The engine's half of player movement: it fills a playermove_t, lets the game's PM_Move change it, and copies the
// result back. The game traces through functions in the same struct.
#pragma once

#include <memory>
#include <vector>

#include "fake-engine/world.h"
#include "metamod/metamod.h"

namespace fake {

class Client;

class PlayerMove {
 public:
  PlayerMove();
  ~PlayerMove();

  // Hull sizes and PM_Init, once the game DLL is loaded.
  void open();
  void run(Client& client, const usercmd_t& command);
  // What the last move ran into.
  std::vector<Hit> takeTouched();
  playermove_t& state() { return *state_; }

 private:
  void fill(Client& client, const usercmd_t& command);
  void collectEntities(const Client& client);
  void copyBack(Client& client);

  // One for the life of the engine: it is a third of a megabyte, and its address may be remembered.
  std::unique_ptr<playermove_t> state_;
  std::unique_ptr<movevars_t> vars_;
};

// The functions that PM_Move calls.
void addPlayerMoveFunctions(playermove_t& move);

}  // namespace fake
