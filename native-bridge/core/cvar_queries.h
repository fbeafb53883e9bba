// Which cvar a client is being asked for, for plugins that want to know before they ask for another.
#pragma once

#include <string>
#include <unordered_map>

#include "core/core.h"

namespace mm {

class CvarQueries {
 public:
  void asked(const edict_t* client, const char* cvar) { names_[client] = cvar; }
  void ended(const edict_t* client) { names_.erase(client); }
  void clear() { names_.clear(); }

  const char* nameFor(const edict_t* client) const {
    const auto found = names_.find(client);
    return found == names_.end() ? nullptr : found->second.c_str();
  }

 private:
  std::unordered_map<const edict_t*, std::string> names_;
};

}  // namespace mm
