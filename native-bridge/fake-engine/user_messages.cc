#include "fake-engine/user_messages.h"

#include <cstring>

namespace fake {

int UserMessages::add(const char* name, int size) {
  if (!name || !*name || std::strlen(name) > kMaxName || size > kMaxBytes || size < -1) return 0;
  for (size_t i = 0; i < messages_.size(); ++i) {
    if (messages_[i].name == name) return kFirst + static_cast<int>(i);
  }
  if (kFirst + messages_.size() > kLast) return 0;
  messages_.push_back({name, size});
  return kFirst + static_cast<int>(messages_.size()) - 1;
}

const UserMessage* UserMessages::find(int id) const {
  const size_t index = static_cast<size_t>(id - kFirst);
  return id >= kFirst && index < messages_.size() ? &messages_[index] : nullptr;
}

}  // namespace fake
