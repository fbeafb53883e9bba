// User messages by name and number. Engines can register them and do not tell afterwards, so we listen.
#pragma once

#include <deque>
#include <string>

#include "core/core.h"

namespace mm {

struct UserMessage {
  std::string name;
  int id;
  int size;  // -1 for a message of variable length
};

class UserMessages {
 public:
  UserMessages();

  // 0 as id means that the engine refused.
  void registered(const char* name, int size, int id);
  const UserMessage* byName(const char* name) const;
  const UserMessage* byId(int id) const;

 private:
  std::deque<UserMessage> messages_;  // whose elements stay in place, because plugins keep the names they are given
};

}  // namespace mm
