#include "core/user_messages.h"

namespace mm {
namespace {

// The engine's own messages, by number. Plugins ask for these names too.
constexpr const char* kServerMessages[] = {
    "svc_bad", "svc_nop", "svc_disconnect", "svc_event", "svc_version", "svc_setview", "svc_sound", "svc_time",
    "svc_print", "svc_stufftext", "svc_setangle", "svc_serverinfo", "svc_lightstyle", "svc_updateuserinfo",
    "svc_deltadescription", "svc_clientdata", "svc_stopsound", "svc_pings", "svc_particle", "svc_damage",
    "svc_spawnstatic", "svc_event_reliable", "svc_spawnbaseline", "svc_temp_entity", "svc_setpause", "svc_signonnum",
    "svc_centerprint", "svc_killedmonster", "svc_foundsecret", "svc_spawnstaticsound", "svc_intermission",
    "svc_finale", "svc_cdtrack", "svc_restore", "svc_cutscene", "svc_weaponanim", "svc_decalname", "svc_roomtype",
    "svc_addangle", "svc_newusermsg", "svc_packetentities", "svc_deltapacketentities", "svc_choke",
    "svc_resourcelist", "svc_newmovevars", "svc_resourcerequest", "svc_customization", "svc_crosshairangle",
    "svc_soundfade", "svc_filetxferfailed", "svc_hltv", "svc_director", "svc_voiceinit", "svc_voicedata",
    "svc_sendextrainfo", "svc_timescale", "svc_resourcelocation", "svc_sendcvarvalue", "svc_sendcvarvalue2",
};

// Both spellings are about.
constexpr const char* kOtherSpelling = "svc_tempentity";

// 0 is the number of the engine's first message, and of those that lost theirs.
bool hasNumber(const UserMessage& message) { return message.id != 0 || message.name == kServerMessages[0]; }

}  // namespace

UserMessages::UserMessages() {
  int id = 0;
  for (const char* name : kServerMessages) messages_.push_back({name, id++, -1, 0, true});
}

// Games register their messages anew with each map. An engine answers with the number that it gave before, and goes on
// with the size that it was told first, so that is what stands here. Where the number is another, all is new.
UserMessage* UserMessages::note(const char* name, int size, int id) {
  if (!name || id <= 0) return nullptr;
  UserMessage* const known = const_cast<UserMessage*>(byName(name));
  for (UserMessage& other : messages_) {
    if (other.id == id && &other != known) other.id = 0;
  }
  if (!known) {
    messages_.push_back({name, id, size, 0});
    return &messages_.back();
  }
  if (known->id != id) known->size = size;
  known->id = id;
  return known;
}

void UserMessages::registeredByGame(const char* name, int size, int id) {
  UserMessage* const message = note(name, size, id);
  if (!message) return;
  message->slot = 0;
  message->isGames = true;
}

void UserMessages::registeredByPlugin(int slot, const char* name, int size, int id) {
  UserMessage* const message = note(name, size, id);
  if (message && !message->isGames && message->slot == 0) message->slot = slot;
}

void UserMessages::forgetOwner(int slot) {
  for (UserMessage& message : messages_) {
    if (message.slot == slot) message.slot = 0;
  }
}

const UserMessage* UserMessages::byName(const char* name) const {
  const std::string_view wanted = std::string_view(name) == kOtherSpelling ? "svc_temp_entity" : name;
  for (const UserMessage& message : messages_) {
    if (message.name == wanted) return &message;
  }
  return nullptr;
}

const UserMessage* UserMessages::byId(int id) const {
  for (const UserMessage& message : messages_) {
    if (message.id == id && hasNumber(message)) return &message;
  }
  return nullptr;
}

std::vector<RegisteredMessage> UserMessages::all() const {
  std::vector<RegisteredMessage> list;
  for (const UserMessage& message : messages_) {
    if (hasNumber(message)) list.push_back({message.name, message.id, message.size, message.slot});
  }
  return list;
}

}  // namespace mm
