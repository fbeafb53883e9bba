#include "fake-engine/effects.h"

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {

bool isPlayable(const char* function, const Sound& sound) {
  Engine& e = engine();
  if (!sound.sample) {
    e.console.line("%s: the sample is NULL", function);
  } else if (sound.volume < 0 || sound.volume > 1) {
    e.sysError("%s: volume must be 0..1, got %g", function, static_cast<double>(sound.volume));
  } else if (sound.attenuation < 0 || sound.attenuation > 4) {
    e.sysError("%s: attenuation must be 0..4, got %g", function, static_cast<double>(sound.attenuation));
  } else if (sound.channel < 0 || sound.channel > 7) {
    e.sysError("%s: channel must be 0..7, got %d", function, sound.channel);
  } else if (sound.pitch < 0 || sound.pitch > 255) {
    e.sysError("%s: pitch must be 0..255, got %d", function, sound.pitch);
  } else if (sound.sample[0] != '!' && !e.precache.sounds.find(sound.sample)) {
    e.console.line("%s: '%s' is not precached", function, sound.sample);
  } else {
    return true;
  }
  return false;
}

void writeSound(Message& message, const Sound& sound, int entity, const float* origin) {
  message.word(sound.flags);
  message.byte(static_cast<int>(sound.volume * 255));
  message.byte(static_cast<int>(sound.attenuation * 64));
  message.byte(sound.channel);
  message.word(entity);
  message.word(engine().precache.sounds.find(sound.sample));
  for (int axis = 0; axis < 3; ++axis) message.coord(origin ? origin[axis] : 0);
  message.byte(sound.pitch);
}

namespace {

constexpr int kSvcEvent = 3, kSvcSetView = 5, kSvcSound = 6, kSvcLightStyle = 12, kSvcParticle = 18,
              kSvcSpawnStaticSound = 29, kSvcCrosshairAngle = 47, kSvcSoundFade = 48;

void play(const char* function, int type, edict_t* entity, const float* origin, const Sound& sound) {
  if (!isPlayable(function, sound)) return;
  Message message{MSG_PAS_R, type, {}, load(origin)};
  writeSound(message, sound, entity ? engine().edicts.indexOf(entity) : 0, origin);
  deliver(message, nullptr);
}

void emitSound(edict_t* entity, int channel, const char* sample, float volume, float attenuation, int flags,
               int pitch) {
  const float* origin = entity ? entity->v.origin : nullptr;
  play("EmitSound", kSvcSound, entity, origin, {channel, sample, volume, attenuation, flags, pitch});
}

void emitAmbientSound(edict_t* entity, float* origin, const char* sample, float volume, float attenuation, int flags,
                      int pitch) {
  play("EmitAmbientSound", kSvcSpawnStaticSound, entity, origin,
       {CHAN_STATIC, sample, volume, attenuation, flags, pitch});
}

void buildSoundMsg(edict_t* entity, int channel, const char* sample, float volume, float attenuation, int flags,
                   int pitch, int dest, int type, const float* origin, edict_t* only) {
  const Sound sound{channel, sample, volume, attenuation, flags, pitch};
  if (!isPlayable("BuildSoundMsg", sound)) return;
  MessageWriter& writer = engine().message;
  writer.begin(dest, type, origin, only);
  if (Message* message = writer.openFor("BuildSoundMsg")) {
    writeSound(*message, sound, entity ? engine().edicts.indexOf(entity) : 0, origin);
    writer.end();
  }
}

void particleEffect(const float* origin, const float* direction, float color, float count) {
  Message message{MSG_PVS, kSvcParticle, {}, load(origin)};
  for (int axis = 0; axis < 3; ++axis) message.coord(load(origin)[axis]);
  for (int axis = 0; axis < 3; ++axis) message.byte(static_cast<int>(load(direction)[axis] * 16));
  message.byte(static_cast<int>(count));
  message.byte(static_cast<int>(color));
  deliver(message, nullptr);
}

void lightStyle(int style, const char* value) {
  Engine& e = engine();
  if (style < 0 || style >= Effects::kLightStyles) {
    e.sysError("LightStyle: style must be 0..%d, got %d", Effects::kLightStyles - 1, style);
    return;
  }
  e.effects.lightStyles[static_cast<size_t>(style)] = value ? value : "";
  Message message{MSG_ALL, kSvcLightStyle, {}, {}};
  message.byte(style);
  message.text(value ? value : "");
  deliver(message, nullptr);
}

void staticDecal(const float* origin, int decal, int entity, int model) {
  constexpr int kTeBspDecal = TE_BSPDECAL;
  Message message{MSG_ALL, SVC_TEMPENTITY, {}, load(origin)};
  message.byte(kTeBspDecal);
  for (int axis = 0; axis < 3; ++axis) message.coord(load(origin)[axis]);
  message.word(decal);
  message.word(entity);
  if (entity) message.word(model);
  deliver(message, nullptr);
}

void playbackEvent(int flags, const edict_t* invoker, unsigned short event, float delay, float* origin, float* angles,
                   float fparam1, float fparam2, int iparam1, int iparam2, int bparam1, int bparam2) {
  Engine& e = engine();
  if (!e.precache.events.name(event)) {
    e.console.line("PlaybackEvent: event %d is not precached", event);
    return;
  }
  Message message{flags & FEV_GLOBAL ? MSG_ALL : MSG_PVS, kSvcEvent, {}, load(origin)};
  message.word(event);
  message.word(invoker ? e.edicts.indexOf(invoker) : 0);
  for (int axis = 0; axis < 3; ++axis) message.coord(load(origin)[axis]);
  for (int axis = 0; axis < 3; ++axis) message.angle(load(angles)[axis]);
  for (float value : {delay, fparam1, fparam2}) message.word(static_cast<int>(value * 100));
  for (int value : {iparam1, iparam2, bparam1, bparam2}) message.word(value);
  for (Client& client : e.clients.all()) {
    const bool isInvoker = client.edict() == invoker;
    const bool isLeftOut = isInvoker ? (flags & FEV_NOTHOST) != 0 : (flags & FEV_HOSTONLY) != 0;
    if (client.isSpawned() && !isLeftOut) client.receive(message);
  }
}

void tellClient(const edict_t* edict, const Message& message) {
  if (Client* client = engine().clients.of(edict)) client->receive(message);
}

void setView(const edict_t* player, const edict_t* view) {
  Client* client = engine().clients.of(player);
  if (!client) return;
  client->viewEntity = engine().edicts.indexOf(view);
  Message message{MSG_ONE, kSvcSetView, {}, {}};
  message.word(client->viewEntity);
  client->receive(message);
}

void crosshairAngle(const edict_t* player, float pitch, float yaw) {
  Message message{MSG_ONE, kSvcCrosshairAngle, {}, {}};
  message.byte(static_cast<int>(pitch * 5));
  message.byte(static_cast<int>(yaw * 5));
  tellClient(player, message);
}

void fadeClientVolume(const edict_t* player, int percent, int outSeconds, int holdSeconds, int inSeconds) {
  Message message{MSG_ONE, kSvcSoundFade, {}, {}};
  for (int value : {percent, holdSeconds, outSeconds, inSeconds}) message.byte(value);
  tellClient(player, message);
}

}  // namespace

void addEffectFunctions(enginefuncs_t& table) {
  table.pfnEmitSound = emitSound;
  table.pfnEmitAmbientSound = emitAmbientSound;
  table.pfnBuildSoundMsg = buildSoundMsg;
  table.pfnParticleEffect = particleEffect;
  table.pfnLightStyle = lightStyle;
  table.pfnStaticDecal = staticDecal;
  table.pfnPlaybackEvent = playbackEvent;
  table.pfnSetView = setView;
  table.pfnCrosshairAngle = crosshairAngle;
  table.pfnFadeClientVolume = fadeClientVolume;
}

}  // namespace fake
