/** What the events of `plugin.events` tell. */
import type { Player } from '../players/player.js'

/** A client connects: the game has let it in, and it loads the map now. */
export interface PlayerConnectEvent {
  /** Who connects. It cannot be sent chat yet, and its entity is not in the game. */
  readonly player: Player
  /** The name it comes with; the same as `player.name`. */
  readonly name: string
  /** Address and port; null for bots, and where it is not known (see `player.address`). */
  readonly address: string | null
  /** Whether it happened before the plugin was there to be told, or while it was paused. */
  readonly replayed: boolean
}

/** A player enters the game; for those who stay, once more in each map. */
export interface PlayerJoinEvent {
  /** Who enters the game. */
  readonly player: Player
  /** Whether it happened before the plugin was there to be told, or while it was paused. */
  readonly replayed: boolean
}

/** A player leaves the server. A change of the map is no leaving. */
export interface PlayerLeaveEvent {
  /**
   * Who leaves. All of it can still be read, and the entity too, if the game is told of it; where the player had not joined
   * yet, or the plugin was paused, the leaving is noticed only afterwards: then `player.isConnected` is false.
   */
  readonly player: Player
  /** What `player.kick` was given, by whichever plugin; null for any other cause, which engines do not tell. */
  readonly reason: string | null
}

/** A player said something that no plugin kept back. */
export interface ChatEvent {
  /** Who said it. */
  readonly player: Player
  /** Without the quotes and without blanks around it; bytes that are no UTF-8 are U+FFFD. Never empty. */
  readonly text: string
  /** Whether only the player's team can read it (`say_team`). */
  readonly isTeam: boolean
}

/** A map starts. */
export interface MapStartEvent {
  /** Its name, such as `crossfire`. */
  readonly map: string
  /** Whether it runs already, because the plugin was loaded late or was paused when it started. */
  readonly replayed: boolean
}

/** A map ends. Entities can be read for the last time. */
export interface MapEndEvent {
  /** Its name, such as `crossfire`. */
  readonly map: string
}

/** A frame of the game. */
export interface FrameEvent {
  /** Game time in seconds; it starts anew with each map. */
  readonly time: number
  /** Seconds of game time since the last frame. */
  readonly delta: number
}

/** The events of `plugin.events` and their listeners. */
// A type and not an interface, because only types fit where any event map may stand, as in the package typed-emitter.
export type PluginEvents = {
  /** A client connects. Rejected ones are not told of. */
  playerConnect: (event: PlayerConnectEvent) => unknown
  /**
   * A player enters the game: now it can be sent text, and has a body. HLDS and Xash3D lose what is sent in
   * `clientPutInServer`, so with them it is told some frames later, once they send the client the game.
   */
  playerJoin: (event: PlayerJoinEvent) => unknown
  /** A player leaves, once for each player. */
  playerLeave: (event: PlayerLeaveEvent) => unknown
  /** A player says something. What the server's own console says is not told of. */
  chat: (event: ChatEvent) => unknown
  /** A map starts: its entities are there. */
  mapStart: (event: MapStartEvent) => unknown
  /** A map ends. */
  mapEnd: (event: MapEndEvent) => unknown
  /** Each frame, before the game thinks. It costs what a hook of `startFrame` costs. */
  frame: (event: FrameEvent) => unknown
}

/** A name of one of the events. */
export type PluginEventName = keyof PluginEvents

/** All names, as they are at run time. */
export const eventNames: readonly PluginEventName[] = [
  'playerConnect',
  'playerJoin',
  'playerLeave',
  'chat',
  'mapStart',
  'mapEnd',
  'frame',
]
