#include "core/center_say.h"

#include <algorithm>

#include "core/format.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

// White, in the upper half of the screen (-1 centres), five seconds long.
constexpr hudtextparms_t kDefaults = {
    .x = -1, .y = 0.3F, .effect = 0,
    .r1 = 255, .g1 = 255, .b1 = 255, .a1 = 0, .r2 = 255, .g2 = 255, .b2 = 255, .a2 = 0,
    .fadeinTime = 0.1F, .fadeoutTime = 0.5F, .holdTime = 5, .fxTime = 0, .channel = 1};

// An engine that gathers a message in 512 bytes ends the server when it gets more; the rest of the message needs 30.
constexpr std::size_t kMaxText = 450;

constexpr int kScanOut = 2;  // the effect that has a time of its own

// Converting a float that does not fit is undefined. What is no number becomes the lower bound.
int fixed(float value, int bits) {
  constexpr float kLeast = -32768;
  const float scaled = value * static_cast<float>(1 << bits);
  return static_cast<int>(scaled > kLeast ? std::min(scaled, 65535.0F) : kLeast);
}

void writeText(const enginefuncs_t& engine, const hudtextparms_t& parms, const char* text) {
  engine.pfnWriteByte(TE_TEXTMESSAGE);
  engine.pfnWriteByte(parms.channel & 0xFF);
  engine.pfnWriteShort(fixed(parms.x, 13));
  engine.pfnWriteShort(fixed(parms.y, 13));
  engine.pfnWriteByte(parms.effect);
  for (const byte part : {parms.r1, parms.g1, parms.b1, parms.a1, parms.r2, parms.g2, parms.b2, parms.a2}) {
    engine.pfnWriteByte(part);
  }
  engine.pfnWriteShort(fixed(parms.fadeinTime, 8));
  engine.pfnWriteShort(fixed(parms.fadeoutTime, 8));
  engine.pfnWriteShort(fixed(parms.holdTime, 8));
  if (parms.effect == kScanOut) engine.pfnWriteShort(fixed(parms.fxTime, 8));
  engine.pfnWriteString(text);
}

// Bots have no screen, and some engines mishandle a message to one.
bool canRead(const edict_t* client) {
  return client && !client->free && (client->v.flags & FL_CLIENT) && !(client->v.flags & FL_FAKECLIENT);
}

void sayToAll(const hudtextparms_t& parms, std::string text) {
  if (text.size() > kMaxText) text.resize(kMaxText);
  const enginefuncs_t& engine = *realFunctions.engine();
  for (int index = 1; index <= state().globals->maxClients; ++index) {
    edict_t* const client = engine.pfnPEntityOfEntIndex(index);
    if (!canRead(client)) continue;
    engine.pfnMessageBegin(MSG_ONE_UNRELIABLE, SVC_TEMPENTITY, nullptr, client);
    writeText(engine, parms, text.c_str());
    engine.pfnMessageEnd();
  }
}

}  // namespace

void centerSay(plid_t, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  sayToAll(kDefaults, formattedFrom(format, arguments));
  va_end(arguments);
}

void centerSayParms(plid_t, hudtextparms_t parms, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  sayToAll(parms, formattedFrom(format, arguments));
  va_end(arguments);
}

void centerSayVarargs(plid_t, hudtextparms_t parms, const char* format, va_list arguments) {
  sayToAll(parms, formattedFrom(format, arguments));
}

}  // namespace mm
