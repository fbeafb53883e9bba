#include "core/center_say.h"

#include <algorithm>

#include "core/format.h"
#include "core/mutil_caller.h"
#include "core/mutil_log.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

// What people know from other Metamods: green, written letter by letter in the upper half of the screen (-1 centres),
// ten seconds long.
constexpr hudtextparms_t kDefaults = {
    .x = -1, .y = 0.25F, .effect = 2,
    .r1 = 0, .g1 = 255, .b1 = 0, .a1 = 0, .r2 = 0, .g2 = 0, .b2 = 0, .a2 = 0,
    .fadeinTime = 0, .fadeoutTime = 0, .holdTime = 10, .fxTime = 10, .channel = 1};

// An engine that gathers a message in 512 bytes ends the server when it gets more; the rest of the message needs 30.
constexpr std::size_t kMaxText = 450;

constexpr int kScanOut = 2;  // the effect that has a time of its own

// Fixed point with so many bits behind the point. Converting a float that does not fit is undefined, and a number that
// does not fit into the message would turn its sign over. What is no number becomes the lower bound.
int fixed(float value, int bits, float least, float most) {
  const float scaled = value * static_cast<float>(1 << bits);
  return static_cast<int>(scaled > least ? std::min(scaled, most) : least);
}

// The client reads places as signed and times as unsigned numbers of 16 bits.
int place(float value) { return fixed(value, 13, -32768, 32767); }
int seconds(float value) { return fixed(value, 8, 0, 65535); }

void writeText(const enginefuncs_t& engine, const hudtextparms_t& parms, const char* text) {
  engine.pfnWriteByte(TE_TEXTMESSAGE);
  engine.pfnWriteByte(parms.channel & 0xFF);
  engine.pfnWriteShort(place(parms.x));
  engine.pfnWriteShort(place(parms.y));
  engine.pfnWriteByte(parms.effect & 0xFF);
  for (const byte part : {parms.r1, parms.g1, parms.b1, parms.a1, parms.r2, parms.g2, parms.b2, parms.a2}) {
    engine.pfnWriteByte(part);
  }
  engine.pfnWriteShort(seconds(parms.fadeinTime));
  engine.pfnWriteShort(seconds(parms.fadeoutTime));
  engine.pfnWriteShort(seconds(parms.holdTime));
  if (parms.effect == kScanOut) engine.pfnWriteShort(seconds(parms.fxTime));
  engine.pfnWriteString(text);
}

// Bots have no screen, and some engines mishandle a message to one.
bool canRead(const edict_t* client) {
  return client && !client->free && (client->v.flags & FL_CLIENT) && !(client->v.flags & FL_FAKECLIENT);
}

void sayToAll(plid_t plid, const hudtextparms_t& parms, std::string text) {
  logTagged(*plid, "(centersay) ", text);
  cutTo(text, kMaxText);
  const enginefuncs_t& engine = *realFunctions.engine();
  for (int index = 1; index <= state().globals->maxClients; ++index) {
    edict_t* const client = engine.pfnPEntityOfEntIndex(index);
    if (!canRead(client)) continue;
    engine.pfnMessageBegin(MSG_ONE, SVC_TEMPENTITY, nullptr, client);
    writeText(engine, parms, text.c_str());
    engine.pfnMessageEnd();
  }
}

}  // namespace

void centerSay(plid_t plid, const char* format, ...) {
  if (!utilCaller(plid, "CenterSay")) return;
  va_list arguments;
  va_start(arguments, format);
  sayToAll(plid, kDefaults, formattedFrom(format, arguments));
  va_end(arguments);
}

void centerSayParms(plid_t plid, hudtextparms_t parms, const char* format, ...) {
  if (!utilCaller(plid, "CenterSayParms")) return;
  va_list arguments;
  va_start(arguments, format);
  sayToAll(plid, parms, formattedFrom(format, arguments));
  va_end(arguments);
}

void centerSayVarargs(plid_t plid, hudtextparms_t parms, const char* format, va_list arguments) {
  if (utilCaller(plid, "CenterSayVarargs")) sayToAll(plid, parms, formattedFrom(format, arguments));
}

}  // namespace mm
