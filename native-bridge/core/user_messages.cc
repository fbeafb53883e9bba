#include "core/user_messages.h"

namespace mm {
namespace {

// The engine's own messages, by number. Plugins ask for these names too.
constexpr const char* kServerMessages[] = {
    "svc_bad", "svc_nop", "svc_disconnect", "svc_event", "svc_version", "svc_setview", "svc_sound", "svc_time",
    "svc_print", "svc_stufftext", "svc_setangle", "svc_serverinfo", "svc_lightstyle", "svc_updateuserinfo",
    "svc_deltadescription", "svc_clientdata", "svc_stopsound", "svc_pings", "svc_particle", "svc_damage",
    "svc_spawnstatic", "svc_event_reliable", "svc_spawnbaseline", "svc_tempentity", "svc_setpause", "svc_signonnum",
    "svc_centerprint", "svc_killedmonster", "svc_foundsecret", "svc_spawnstaticsound", "svc_intermission",
    "svc_finale", "svc_cdtrack", "svc_restore", "svc_cutscene", "svc_weaponanim", "svc_decalname", "svc_roomtype",
    "svc_addangle", "svc_newusermsg", "svc_packetentities", "svc_deltapacketentities", "svc_choke",
    "svc_resourcelist", "svc_newmovevars", "svc_resourcerequest", "svc_customization", "svc_crosshairangle",
    "svc_soundfade", "svc_filetxferfailed", "svc_hltv", "svc_director", "svc_voiceinit", "svc_voicedata",
    "svc_sendextrainfo", "svc_timescale", "svc_resourcelocation", "svc_sendcvarvalue", "svc_sendcvarvalue2",
};

}  // namespace

UserMessages::UserMessages() {
  int id = 0;
  for (const char* name : kServerMessages) messages_.push_back({name, id++, -1});
}

void UserMessages::registered(const char* name, int size, int id) {
  if (!name || id <= 0 || byName(name)) return;
  messages_.push_back({name, id, size});
}

const UserMessage* UserMessages::byName(const char* name) const {
  for (const UserMessage& message : messages_) {
    if (message.name == name) return &message;
  }
  return nullptr;
}

const UserMessage* UserMessages::byId(int id) const {
  for (const UserMessage& message : messages_) {
    if (message.id == id) return &message;
  }
  return nullptr;
}

}  // namespace mm
