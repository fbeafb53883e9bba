// Messages that the game DLL and plugins name themselves. Ids are given from 64 upwards and last for the life of the
// engine.
#pragma once

#include <string>
#include <vector>

namespace fake {

struct UserMessage {
  std::string name;
  int size;  // bytes after the id; -1 if it differs from message to message
};

class UserMessages {
 public:
  static constexpr int kFirst = 64;
  static constexpr int kLast = 255;
  static constexpr size_t kMaxName = 11;
  static constexpr int kMaxBytes = 192;

  // The id, also for a name that is registered already; 0 if there is no room or the name or size is out of bounds.
  int add(const char* name, int size);
  const UserMessage* find(int id) const;

 private:
  std::vector<UserMessage> messages_;
};

}  // namespace fake
