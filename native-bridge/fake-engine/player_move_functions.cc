#include <algorithm>
#include <chrono>
#include <cstdarg>
#include <type_traits>

#include "fake-engine/engine.h"

namespace fake {
namespace {

playermove_t& move() { return engine().playerMove.state(); }

const edict_t* mover() { return engine().edicts.at(move().player_index + 1); }

Box usedHull() {
  const int hull = std::clamp(move().usehull, 0, kHulls - 1);
  return {load(move().player_mins[hull]), load(move().player_maxs[hull])};
}

// The place of an entity in physents, which is how movement code names what it met; -1 if it is not there.
int physentOf(const edict_t* entity) {
  const int index = entity ? engine().edicts.indexOf(entity) : -1;
  for (int i = 0; index >= 0 && i < move().numphysent; ++i) {
    if (move().physents[i].info == index) return i;
  }
  return -1;
}

pmtrace_t traceOf(const Hit& hit) {
  pmtrace_t trace{};
  trace.allsolid = hit.isAllSolid;
  trace.startsolid = hit.startsSolid;
  trace.inopen = !hit.isAllSolid;
  trace.fraction = hit.fraction;
  store(hit.end, trace.endpos);
  store(hit.normal, trace.plane.normal);
  trace.plane.dist = hit.distance;
  trace.ent = physentOf(hit.entity);
  return trace;
}

pmtrace_t sweep(const float* start, const float* end, Box box) {
  return traceOf(engine().world.sweep({load(start), load(end), box, false, mover(), false}));
}

pmtrace_t playerTrace(float* start, float* end, int, int) { return sweep(start, end, usedHull()); }

pmtrace_t playerTraceEx(float* start, float* end, int, int (*)(physent_t*)) { return sweep(start, end, usedHull()); }

pmtrace_t* traceLine(float* start, float* end, int, int, int) {
  static pmtrace_t answer;
  answer = sweep(start, end, {});
  return &answer;
}

pmtrace_t* traceLineEx(float* start, float* end, int flags, int hull, int (*)(physent_t*)) {
  return traceLine(start, end, flags, hull, 0);
}

// The physent that the player is stuck in, or -1.
int testPosition(float* position, pmtrace_t* out) {
  const pmtrace_t trace = sweep(position, position, usedHull());
  if (out) *out = trace;
  return trace.startsolid ? std::max(trace.ent, 0) : -1;
}

int testPositionEx(float* position, pmtrace_t* out, int (*)(physent_t*)) { return testPosition(position, out); }

int truePointContents(float* point) { return engine().table.pfnPointContents(point); }

int pointContents(float* point, int* trueContents) {
  const int contents = truePointContents(point);
  if (trueContents) *trueContents = contents;
  return contents;
}

int hullPointContents(hull_t*, int, float* point) { return truePointContents(point); }

void stuckTouch(int physent, pmtrace_t* trace) {
  constexpr int kMost = static_cast<int>(std::extent_v<decltype(playermove_t::touchindex)>);
  if (!trace || move().numtouch >= kMost) return;
  pmtrace_t& touch = move().touchindex[move().numtouch++];
  touch = *trace;
  touch.ent = physent;
}

void particle(float*, int, float, int, int) {}

void say(const char* format, va_list arguments) { engine().console.write(formatText(format, arguments)); }

void conPrintf(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  say(format, arguments);
  va_end(arguments);
}

void conDPrintf(const char* format, ...) {
  if (engine().cvars.number("developer") == 0) return;
  va_list arguments;
  va_start(arguments, format);
  say(format, arguments);
  va_end(arguments);
}

// Text at a fixed place of the screen; a server has none.
void conNPrintf(int, char*, ...) {}

double floatTime() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

const char* infoValueForKey(const char* info, const char* key) { return engine().table.pfnInfoKeyValue(info, key); }

int randomLong(int low, int high) { return engine().random.between(low, high); }
float randomFloat(float low, float high) { return engine().random.between(low, high); }

// Every model is a plain box, which counts as a brush model.
int modelType(model_t*) { return 0; }

void modelBounds(model_t*, float* mins, float* maxs) {
  store({}, mins);
  store({}, maxs);
}

void* hullForBsp(physent_t*, float* offset) {
  store({}, offset);
  return nullptr;
}

float traceModel(physent_t* physent, float* start, float* end, trace_t*) {
  if (!physent) return 1;
  edict_t* entity = engine().edicts.at(physent->info);
  return engine().world.sweepAgainst({load(start), load(end), {}, false, nullptr, false}, entity).fraction;
}

int fileSize(const char* path) { return engine().table.pfnGetFileSize(path); }

byte* loadFile(const char* path, int, int* length) { return engine().table.pfnLoadFileForMe(path, length); }

void freeFile(void* buffer) { engine().table.pfnFreeFile(buffer); }

// One line of a file in memory, with its newline; null at the end.
char* memoryGets(byte* memory, int bytes, int* position, char* out, int outBytes) {
  if (!memory || !position || !out || outBytes < 2 || *position >= bytes) return nullptr;
  int length = 0;
  while (*position < bytes && length < outBytes - 1) {
    const char c = static_cast<char>(memory[(*position)++]);
    out[length++] = c;
    if (c == '\n') break;
  }
  out[length] = '\0';
  return out;
}

void playSound(int channel, const char* sample, float volume, float attenuation, int flags, int pitch) {
  edict_t* player = engine().edicts.at(move().player_index + 1);
  engine().table.pfnEmitSound(player, channel, sample, volume, attenuation, flags, pitch);
}

const char* traceTexture(int physent, float* start, float* end) {
  const bool isKnown = physent > 0 && physent < move().numphysent;
  edict_t* entity = isKnown ? engine().edicts.at(move().physents[physent].info) : nullptr;
  return engine().table.pfnTraceTexture(entity, start, end);
}

void playbackEvent(int flags, int client, unsigned short event, float delay, float* origin, float* angles,
                   float fparam1, float fparam2, int iparam1, int iparam2, int bparam1, int bparam2) {
  engine().table.pfnPlaybackEvent(flags, engine().edicts.at(client + 1), event, delay, origin, angles, fparam1, fparam2,
                                  iparam1, iparam2, bparam1, bparam2);
}

msurface_t* traceSurface(int, float*, float*) { return nullptr; }

}  // namespace

void addPlayerMoveFunctions(playermove_t& move) {
  move.PM_Info_ValueForKey = infoValueForKey;
  move.PM_Particle = particle;
  move.PM_TestPlayerPosition = testPosition;
  move.PM_TestPlayerPositionEx = testPositionEx;
  move.Con_NPrintf = conNPrintf;
  move.Con_DPrintf = conDPrintf;
  move.Con_Printf = conPrintf;
  move.Sys_FloatTime = floatTime;
  move.PM_StuckTouch = stuckTouch;
  move.PM_PointContents = pointContents;
  move.PM_TruePointContents = truePointContents;
  move.PM_HullPointContents = hullPointContents;
  move.PM_PlayerTrace = playerTrace;
  move.PM_PlayerTraceEx = playerTraceEx;
  move.PM_TraceLine = traceLine;
  move.PM_TraceLineEx = traceLineEx;
  move.RandomLong = randomLong;
  move.RandomFloat = randomFloat;
  move.PM_GetModelType = modelType;
  move.PM_GetModelBounds = modelBounds;
  move.PM_HullForBsp = hullForBsp;
  move.PM_TraceModel = traceModel;
  move.COM_FileSize = fileSize;
  move.COM_LoadFile = loadFile;
  move.COM_FreeFile = freeFile;
  move.memfgets = memoryGets;
  move.PM_PlaySound = playSound;
  move.PM_TraceTexture = traceTexture;
  move.PM_PlaybackEventFull = playbackEvent;
  move.PM_TraceSurface = traceSurface;
}

}  // namespace fake
