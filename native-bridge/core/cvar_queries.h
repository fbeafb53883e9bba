// Which cvar a client is being asked for, for plugins that want to know before they ask for another. That matters for
// QueryClientCvarValue, whose answer names neither the cvar nor who asked: a second question would mix the answers up.
// The answers of QueryClientCvarValue2 carry both, so any number of those may be open at once, beside a plain one; they
// keep nobody waiting, and are not noted here.
#pragma once

#include <string>
#include <unordered_map>

#include "core/core.h"

namespace mm {

class CvarQueries {
 public:
  // Engines drop a question without a name.
  void asked(const edict_t* client, const char* cvar) {
    if (client && cvar && *cvar) names_[client] = cvar;
  }
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
