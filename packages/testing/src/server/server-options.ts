/** What a test says of the server it wants. */
import type { PluginDefinition } from '@csr/metamod-sdk'

import { defaultMap, type MapEntity } from '../engine/map-entities.js'
import type { ServerSettings } from '../engine/server.js'
import { checkGiven, oneLine, seconds, show, text, trueOrFalse, wholeNumber, type Check } from './checks.js'

/** What {@link createServer} is told. Everything has a default. */
export interface ServerOptions {
  /** What is loaded, in this order: what `definePlugin` returned, or the path of a plugin's file or folder. None if left out. */
  readonly plugins?: readonly (PluginDefinition | string)[]
  /** How many players fit, 1..32; 8 if left out. */
  readonly maxPlayers?: number
  /** The name of the first map; `box` if left out. */
  readonly map?: string
  /**
   * The maps that there are, and the entities of each, the world first. If left out, every name is a map with the same few
   * entities.
   */
  readonly maps?: Readonly<Record<string, readonly MapEntity[]>>
  /** Entities that every map has beside its own, such as `{ classname: 'info_target', origin: '0 0 64' }`. */
  readonly entities?: readonly MapEntity[]
  /** Values of console variables, set when plugins have registered theirs and before the first map. */
  readonly cvars?: Readonly<Record<string, string | number>>
  /** Where the files are that plugins load through the engine; there are none if left out. */
  readonly gameDirectory?: string
  /** Seconds of game time that a frame takes, 0.001..1; 0.01 if left out. */
  readonly frameSeconds?: number
  /** Is given each line of the console as it comes: `console.log` shows what a test does. */
  readonly print?: (line: string) => void
  /** Whether `stop` throws if plugins made mistakes that were logged and that the test never looked at (`server.errors`). */
  readonly failOnErrors?: boolean
}

/** How a player comes in. */
export interface ConnectOptions {
  /** Address and port; `127.0.0.1:27005` and so on if left out. */
  readonly address?: string
  /** What plugins are told as the player's auth id; made up from its place on the server if left out. */
  readonly authId?: string
  /** Whether it is a bot, as plugins make them: the server sends it nothing. */
  readonly isBot?: boolean
  /** Whether it only watches. */
  readonly isSpectator?: boolean
  /** Whether it walks about, as the players of the development server do; it stands still if left out. */
  readonly walks?: boolean
  /** Whether a frame is run, with which the player enters the game; true if left out. */
  readonly enters?: boolean
}

export const defaultFrameSeconds = 0.01
const mostPlayers = 32

const isPlugin = (value: unknown): boolean => typeof value === 'object' && value !== null && 'attach' in value

const list: Check = (value, place) => {
  if (!Array.isArray(value))
    throw new TypeError(`${place} must be an array, got ${show(value)}; write [ ] around it`)
}
const record: Check = (value, place) => {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`${place} must be an object, got ${show(value)}`)
}
const callback: Check = (value, place) => {
  if (typeof value !== 'function') throw new TypeError(`${place} must be a function, got ${show(value)}`)
}

const serverChecks: Readonly<Record<keyof ServerOptions, Check>> = {
  plugins: list,
  maxPlayers: (value, place) => wholeNumber(value, 1, mostPlayers, place),
  map: text,
  maps: record,
  entities: list,
  cvars: record,
  gameDirectory: text,
  frameSeconds: (value, place) => seconds(value, 0.001, 1, place),
  print: callback,
  failOnErrors: trueOrFalse,
}

const connectChecks: Readonly<Record<keyof ConnectOptions, Check>> = {
  address: oneLine,
  authId: oneLine,
  isBot: trueOrFalse,
  isSpectator: trueOrFalse,
  walks: trueOrFalse,
  enters: trueOrFalse,
}

/** @throws TypeError or RangeError that names the option and `place`. */
export const checkConnectOptions: Check = (options, place) => checkGiven(options, place, connectChecks)

export function checkOptions(options: ServerOptions): ServerSettings {
  const place = 'createServer'
  if (isPlugin(options))
    throw new TypeError(`${place}: got a plugin; write createServer({ plugins: [plugin] })`)
  checkGiven(options, place, serverChecks)
  const extra = options.entities ?? []
  const own = options.maps ?? null
  return {
    map: options.map ?? 'box',
    maxPlayers: options.maxPlayers ?? 8,
    maps:
      own &&
      Object.fromEntries(Object.entries(own).map(([name, entities]) => [name, [...entities, ...extra]])),
    entities: [...defaultMap, ...extra],
    cvars: Object.fromEntries(
      Object.entries(options.cvars ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  }
}

export function noSuchMap(place: string, map: string): RangeError {
  return new RangeError(
    `${place}: map must be the name of a map, got '${map}'; the option maps lists them, and without it every name of ` +
      '1..31 letters, digits, _ and - is one',
  )
}
