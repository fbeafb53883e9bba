/** What a test says of the server it wants. */
import type { PluginDefinition } from '@csr/metamod-sdk'

import { defaultMap, type MapEntity } from './engine/map-entities.js'
import type { ServerSettings } from './engine/server.js'
import { seconds, wholeNumber } from './checks.js'

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

export function checkOptions(options: ServerOptions): ServerSettings {
  const place = 'createServer'
  const given: unknown = options
  if (typeof given !== 'object' || given === null)
    throw new TypeError(`${place}: its argument must be an object of options`)
  if (options.plugins !== undefined && !Array.isArray(options.plugins))
    throw new TypeError(`${place}: plugins must be an array; write plugins: [plugin]`)
  seconds(options.frameSeconds ?? defaultFrameSeconds, 0.001, 1, `${place}: frameSeconds`)
  const extra = options.entities ?? []
  const own = options.maps ?? null
  return {
    map: options.map ?? 'box',
    maxPlayers: wholeNumber(options.maxPlayers ?? 8, 1, mostPlayers, `${place}: maxPlayers`),
    maps:
      own &&
      Object.fromEntries(Object.entries(own).map(([name, entities]) => [name, [...entities, ...extra]])),
    entities: [...defaultMap, ...extra],
    cvars: Object.fromEntries(
      Object.entries(options.cvars ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  }
}
