#include "fake-engine/messages.h"

#include <algorithm>

#include "fake-engine/engine.h"

namespace fake {
namespace {

// The engine's own message numbers, as every GoldSrc client knows them.
constexpr const char* kEngineMessages[] = {
    "svc_bad",           "svc_nop",           "svc_disconnect",     "svc_event",            "svc_version",
    "svc_setview",       "svc_sound",         "svc_time",           "svc_print",            "svc_stufftext",
    "svc_setangle",      "svc_serverinfo",    "svc_lightstyle",     "svc_updateuserinfo",   "svc_deltadescription",
    "svc_clientdata",    "svc_stopsound",     "svc_pings",          "svc_particle",         "svc_damage",
    "svc_spawnstatic",   "svc_event_reliable", "svc_spawnbaseline", "svc_temp_entity",      "svc_setpause",
    "svc_signonnum",     "svc_centerprint",   "svc_killedmonster",  "svc_foundsecret",      "svc_spawnstaticsound",
    "svc_intermission",  "svc_finale",        "svc_cdtrack",        "svc_restore",          "svc_cutscene",
    "svc_weaponanim",    "svc_decalname",     "svc_roomtype",       "svc_addangle",         "svc_newusermsg",
    "svc_packetentities", "svc_deltapacketentities", "svc_choke",   "svc_resourcelist",     "svc_newmovevars",
    "svc_resourcerequest", "svc_customization", "svc_crosshairangle", "svc_soundfade",      "svc_filetxferfailed",
    "svc_hltv",          "svc_director",      "svc_voiceinit",      "svc_voicedata",        "svc_sendextrainfo",
    "svc_timescale",     "svc_resourcelocation", "svc_sendcvarvalue", "svc_sendcvarvalue2"};

constexpr uint8_t kTextAtCenter = 4;

// Chat and notices are a number, the speaker or the place, and a text. Those of one client only are printed, because
// nobody else looks at its screen; what goes to all the game prints itself, once.
void show(Client& client, const Message& message) {
  const std::string name = messageName(message.type);
  const bool isText = name == "SayText" || name == "TextMsg";
  if (!isText || client.isBot || message.bytes.size() < 3) return;
  const auto begin = message.bytes.begin() + 1;
  const std::string text(begin, std::find(begin, message.bytes.end(), 0));
  client.show(name == "TextMsg" && message.bytes.front() == kTextAtCenter ? "center: " : "", text);
}

bool needsReceiver(int dest) { return dest == MSG_ONE || dest == MSG_ONE_UNRELIABLE; }

}  // namespace

void Message::word(int value) {
  byte(value);
  byte(value >> 8);
}

void Message::dword(int value) {
  word(value);
  word(value >> 16);
}

void Message::coord(float value) { word(static_cast<int>(value * 8)); }

void Message::angle(float degrees) { byte(static_cast<int>(degrees * 256 / 360) & 255); }

void Message::text(std::string_view value) {
  bytes.insert(bytes.end(), value.begin(), value.end());
  bytes.push_back(0);
}

std::string messageName(int type) {
  if (type >= 0 && type < static_cast<int>(std::size(kEngineMessages))) return kEngineMessages[type];
  const UserMessage* registered = engine().userMessages.find(type);
  return registered ? registered->name : "message " + std::to_string(type);
}

void deliver(const Message& message, edict_t* only) {
  Clients& clients = engine().clients;
  if (only) {
    Client* client = clients.of(only);
    if (!client) return;
    client->receive(message);
    show(*client, message);
    return;
  }
  for (Client& client : clients.all()) {
    const bool isForSpectators = message.dest == MSG_SPEC;
    if (client.isSpawned() && (!isForSpectators || client.isSpectator)) client.receive(message);
  }
}

void MessageWriter::begin(int dest, int type, const float* origin, edict_t* only) {
  Engine& e = engine();
  if (isOpen_) {
    e.sysError("MessageBegin: %s was begun before %s was ended; call MessageEnd first", messageName(type).c_str(),
               messageName(message_.type).c_str());
    isOpen_ = false;
    return;
  }
  if (type <= 0 || type > UserMessages::kLast) {
    e.sysError("MessageBegin: type must be 1..%d, got %d", UserMessages::kLast, type);
  } else if (needsReceiver(dest) && !only) {
    e.sysError("MessageBegin: %s to one client names no client; pass its edict", messageName(type).c_str());
  } else if (!needsReceiver(dest) && only) {
    e.sysError("MessageBegin: %s to many names one client; use MSG_ONE or pass NULL", messageName(type).c_str());
  } else {
    isOpen_ = true;
    only_ = only;
    message_ = Message{dest, type, {}, load(origin)};
  }
}

void MessageWriter::end() {
  Message* message = openFor("MessageEnd");
  if (!message) return;
  isOpen_ = false;
  Engine& e = engine();
  const UserMessage* registered = e.userMessages.find(message->type);
  const int bytes = static_cast<int>(message->bytes.size());
  const std::string name = messageName(message->type);
  if (!registered && message->type >= UserMessages::kFirst) {
    e.sysError("MessageEnd: message type %d was never registered; call RegUserMsg first", message->type);
  } else if (registered && registered->size != -1 && registered->size != bytes) {
    e.sysError("MessageEnd: %s holds %d bytes, registered with %d", name.c_str(), bytes, registered->size);
  } else if (registered && bytes > UserMessages::kMaxBytes) {
    e.hostError("MessageEnd: %s holds %d bytes, the limit is %d", name.c_str(), bytes, UserMessages::kMaxBytes);
  } else {
    // A copy: delivering may run code that begins the next message.
    const Message finished = std::move(*message);
    deliver(finished, only_);
  }
}

Message* MessageWriter::openFor(const char* function) {
  if (isOpen_) return &message_;
  engine().sysError("%s: no message is open; call MessageBegin first", function);
  return nullptr;
}

}  // namespace fake
