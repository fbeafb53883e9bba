/** What only clients see or hear: the engine keeps no picture of it, it sends the message that a real client would get. */
import { Channel, EventFlag, MessageDest, TempEntity, type Vec3 } from '@csr/metamod-sdk'
import type { MessagePart } from '@csr/metamod-sdk/host'

import type { Engine } from '../engine.js'
import { engineMessages } from '../message-names.js'

const styles = 64
const svc = (name: string): number => engineMessages.indexOf(`svc_${name}`)

interface Sound {
  readonly channel: number
  readonly sample: string
  readonly volume: number
  readonly attenuation: number
  readonly flags: number
  readonly pitch: number
}

type NumberPart = Exclude<MessagePart['type'], 'string'>
const part = (type: NumberPart, value: number): MessagePart => ({ type, value })
const coords = (at: Vec3 | null): MessagePart[] => (at ?? [0, 0, 0]).map((value) => part('coord', value))

/** False, after a line or Sys_Error, for a value that the client's format cannot hold. */
function isPlayable(engine: Engine, place: string, sound: Sound): boolean {
  const limits = [
    ['volume', 1],
    ['attenuation', 4],
    ['channel', 7],
    ['pitch', 255],
  ] as const
  const wrong = limits.find(([name, most]) => sound[name] < 0 || sound[name] > most)
  if (wrong !== undefined) {
    engine.sysError(`${place}: ${wrong[0]} must be 0..${wrong[1]}, got ${sound[wrong[0]]}`)
    return false
  }
  const isKnown = sound.sample.startsWith('!') || engine.precache.sounds.find(sound.sample) !== 0
  if (!isKnown) engine.console.line(`${place}: '${sound.sample}' is not precached`)
  return isKnown
}

const soundParts = (engine: Engine, sound: Sound, entity: number, origin: Vec3 | null): MessagePart[] => [
  part('short', sound.flags),
  part('byte', Math.trunc(sound.volume * 255)),
  part('byte', Math.trunc(sound.attenuation * 64)),
  part('byte', sound.channel),
  part('short', Math.max(0, entity)),
  part('short', engine.precache.sounds.find(sound.sample)),
  ...coords(origin),
  part('byte', sound.pitch),
]

// eslint-disable-next-line max-lines-per-function -- A table of functions, each short.
export function effectFunctions(engine: Engine) {
  const { clients, edicts, message, precache } = engine
  const send = (dest: number, type: number, origin: Vec3 | null, parts: MessagePart[], only = -1): void =>
    message.deliver({ dest, type, origin, parts }, only)
  return {
    emitSound(entity: number, ...[channel, sample, volume, attenuation, flags, pitch]: SoundArguments): void {
      const sound = { channel, sample, volume, attenuation, flags, pitch }
      if (!isPlayable(engine, 'EmitSound', sound)) return
      const { origin } = edicts.vars(entity)
      send(MessageDest.PasR, svc('sound'), origin, soundParts(engine, sound, entity, origin))
    },
    emitAmbientSound(
      entity: number,
      origin: Vec3,
      ...[sample, volume, attenuation, flags, pitch]: AmbientArguments
    ): void {
      const sound = { channel: Channel.Static, sample, volume, attenuation, flags, pitch }
      if (!isPlayable(engine, 'EmitAmbientSound', sound)) return
      send(MessageDest.PasR, svc('spawnstaticsound'), origin, soundParts(engine, sound, entity, origin))
    },
    buildSoundMsg(
      entity: number,
      ...rest: [...SoundArguments, dest: number, type: number, Vec3, number]
    ): void {
      const [channel, sample, volume, attenuation, flags, pitch, dest, type, origin, only] = rest
      const sound = { channel, sample, volume, attenuation, flags, pitch }
      if (!isPlayable(engine, 'BuildSoundMsg', sound)) return
      message.begin(dest, type, origin, only)
      for (const item of soundParts(engine, sound, entity, origin)) message.write('BuildSoundMsg', item)
      message.end()
    },
    particleEffect(origin: Vec3, direction: Vec3, color: number, count: number): void {
      const ways = direction.map((way) => part('byte', Math.trunc(way * 16)))
      const rest = [part('byte', Math.trunc(count)), part('byte', Math.trunc(color))]
      send(MessageDest.Pvs, svc('particle'), origin, [...coords(origin), ...ways, ...rest])
    },
    lightStyle(style: number, value: string): void {
      if (style < 0 || style >= styles) {
        engine.sysError(`LightStyle: style must be 0..${styles - 1}, got ${style}`)
        return
      }
      engine.lightStyles[style] = value
      send(MessageDest.All, svc('lightstyle'), null, [part('byte', style), { type: 'string', value }])
    },
    staticDecal(origin: Vec3, decal: number, entity: number, model: number): void {
      const place = [part('short', decal), part('short', entity)]
      const parts = [part('byte', TempEntity.BspDecal), ...coords(origin), ...place]
      if (entity !== 0) parts.push(part('short', model))
      send(MessageDest.All, svc('temp_entity'), origin, parts)
    },
    playbackEvent(flags: number, invoker: number, event: number, ...rest: EventArguments): void {
      const [delay, origin, angles, float1, float2, int1, int2, bool1, bool2] = rest
      if (precache.events.name(event) === null) {
        engine.console.line(`PlaybackEvent: event ${event} is not precached`)
        return
      }
      const dest = (flags & EventFlag.Global) === 0 ? MessageDest.Pvs : MessageDest.All
      const numbers = [delay, float1, float2].map((value) => Math.trunc(value * 100))
      const words = [...numbers, int1, int2, Number(bool1), Number(bool2)]
      const parts = [
        part('short', event),
        part('short', Math.max(0, invoker)),
        ...coords(origin),
        ...angles.map((value) => part('angle', value)),
        ...words.map((value) => part('short', value)),
      ]
      for (const client of clients.all) {
        const leftOut = client.index === invoker ? EventFlag.NotHost : EventFlag.HostOnly
        if (client.isSpawned && (flags & leftOut) === 0)
          client.receive({ dest, type: svc('event'), origin, parts })
      }
    },
    setView(player: number, view: number): void {
      const client = clients.of(player)
      if (client === null) return
      client.viewEntity = Math.max(0, view)
      client.receive({
        dest: MessageDest.One,
        type: svc('setview'),
        origin: null,
        parts: [part('short', client.viewEntity)],
      })
    },
    crosshairAngle(player: number, pitch: number, yaw: number): void {
      const parts = [pitch, yaw].map((degrees) => part('byte', Math.trunc(degrees * 5)))
      send(MessageDest.One, svc('crosshairangle'), null, parts, player)
    },
    fadeClientVolume(player: number, percent: number, out: number, hold: number, fadeIn: number): void {
      const parts = [percent, hold, out, fadeIn].map((value) => part('byte', value))
      send(MessageDest.One, svc('soundfade'), null, parts, player)
    },
  }
}

type AmbientArguments = [sample: string, volume: number, attenuation: number, flags: number, pitch: number]
type SoundArguments = [channel: number, ...AmbientArguments]
type EventArguments = [
  delay: number,
  origin: Vec3,
  angles: Vec3,
  float1: number,
  float2: number,
  int1: number,
  int2: number,
  bool1: boolean,
  bool2: boolean,
]
