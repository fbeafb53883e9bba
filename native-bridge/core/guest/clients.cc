#include "core/guest/clients.h"

#include <algorithm>

#include "core/format.h"
#include "core/guest/host.h"
#include "core/guest/listeners.h"
#include "core/guest/own_tables.h"
#include "core/report.h"
#include "core/slots.h"

namespace mm {
namespace {

const enginefuncs_t& engine() { return *realFunctions.engine(); }

// Engines empty what they know of a client when it is dropped; its number may stay as it was.
bool isThere(edict_t* client) {
  const char* const info = engine().pfnGetInfoKeyBuffer(client);
  return info && *info;
}

bool isBot(const edict_t& client) { return (client.v.flags & FL_FAKECLIENT) != 0; }

}  // namespace

Clients& clients() {
  static Clients* const clients = new Clients;
  return *clients;
}

void Clients::entered(edict_t* client) {
  const int index = engine().pfnIndexOfEdict(client);
  if (index < 1 || index > kMostClients || hostTells_) return;
  known_[static_cast<std::size_t>(index)] = {true, engine().pfnGetPlayerUserId(client)};
}

void Clients::hostTells() {
  hostTells_ = true;
}

void Clients::mapEnds() {
  look();
  isMapRunning_ = false;
  known_ = {};
}

void Clients::look() {
  if (hostTells_ || !isMapRunning_) return;
  const int count = std::min(state().globals->maxClients, kMostClients);
  for (int index = 1; index <= count; ++index) {
    edict_t* const client = engine().pfnPEntityOfEntIndex(index);
    if (client) look(client, known_[static_cast<std::size_t>(index)]);
  }
}

void Clients::look(edict_t* client, Client& known) {
  const bool isHere = isThere(client);
  const int userId = isHere ? engine().pfnGetPlayerUserId(client) : 0;
  if (known.isInGame && (!isHere || userId != known.userId)) {
    known.isInGame = false;
    report(client);
  }
  // Bots are put into the game past all plugins, so nobody tells when they enter.
  if (isHere && isBot(*client)) known = {true, userId};
}

void Clients::report(edict_t* client) {
  if (!hasWarned_) {
    hasWarned_ = true;
    mm::report(formatted("[META] %s %s keeps ClientDisconnect to itself; plugins in TypeScript hear of it from us",
                         hostName(), hostVersion()));
  }
  callListeners(kClientDisconnect, kPre, client);
  callListeners(kClientDisconnect, kPost, client);
}

}  // namespace mm
