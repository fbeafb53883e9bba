// User messages by name and number. Engines can register them and do not tell afterwards, so we listen.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "core/core.h"

namespace mm {

struct UserMessage {
  std::string name;
  int id;    // 0 for one whose number the engine gave to another
  int size;  // -1 for a message of variable length
  int slot;  // 0 for the engine's, the game's, and those of plugins that were unloaded or that nobody can name
  bool isGames = false;
};

class UserMessages {
 public:
  UserMessages();

  // 0 as id means that the engine refused: its list is full, or the name or size too large.
  void registeredByGame(const char* name, int size, int id);
  // What the game has stays the game's: plugins register its messages too, to learn their numbers.
  void registeredByPlugin(int slot, const char* name, int size, int id);
  void forgetOwner(int slot);
  const UserMessage* byName(const char* name) const;
  const UserMessage* byId(int id) const;
  std::vector<RegisteredMessage> all() const;

 private:
  UserMessage* note(const char* name, int size, int id);

  std::deque<UserMessage> messages_;  // whose elements stay in place, because plugins keep the names they are given
};

}  // namespace mm
