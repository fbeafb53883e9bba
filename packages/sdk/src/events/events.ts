/** Puts `plugin.events` together: the emitter that authors see, and what listens for it while somebody listens to it. */
import type { Calls } from '../call-table.js'
import type { HookTables } from '../hook-table.js'
import type { PluginScope } from '../plugin-scope.js'
import type { Connections } from '../players/connections.js'
import type { Players } from '../players/players.js'
import type { GlobalVars } from '../raw/generated/structs.js'
import { ChatEvents } from './chat-events.js'
import { FrameSteps } from './frame-steps.js'
import { MapEvents } from './map-events.js'
import { PlayerEvents } from './player-events.js'
import { PluginEmitter } from './plugin-emitter.js'
import type { PluginEventName } from './plugin-events.js'
import type { PluginEventEmitter } from './typed-events.js'

/** What a plugin's events work on. */
export interface EventParts {
  readonly scope: PluginScope
  readonly hooks: HookTables
  readonly engine: Calls['engine']
  readonly globals: GlobalVars
  readonly connections: Connections
  /** How many maps have ended. */
  readonly endedMaps: () => number
  /** Made when first asked for. */
  readonly players: () => Players
}

export class Events {
  /** For the plugin. */
  readonly emitter: PluginEventEmitter
  readonly #map: MapEvents
  readonly #players: PlayerEvents
  readonly #chat: ChatEvents
  readonly #frames: FrameSteps
  readonly #endedMaps: () => number
  /** How many maps had ended when the plugin was paused. */
  #pausedAfter = 0

  constructor(parts: EventParts) {
    const { scope, hooks, engine, globals, connections, players } = parts
    const emitter = new PluginEmitter(scope, (name) => this.#changed(name))
    const refreshFrames = (): void => this.#frames.refresh()
    this.#map = new MapEvents(hooks, emitter, globals)
    const settle = (exceptIndex = 0): void => this.#settle(exceptIndex)
    this.#players = new PlayerEvents({
      ...{ hooks, emitter, players, connections, globals, settle, refreshFrames },
      endedMaps: parts.endedMaps,
    })
    this.#chat = new ChatEvents({ hooks, emitter, players, engine, settle })
    // Late listeners are told of the map first, then of the players in it, and then of the frame.
    this.#frames = new FrameSteps(hooks, [this.#map.start, this.#players, this.#map.frame])
    this.#endedMaps = parts.endedMaps
    // The emitter is Node's, which checks the names that the type has.
    this.emitter = emitter as unknown as PluginEventEmitter
  }

  pause(): void {
    this.#pausedAfter = this.#endedMaps()
  }

  /** The plugin goes on after a pause. */
  resume(): void {
    const isOtherMap = this.#endedMaps() !== this.#pausedAfter
    if (isOtherMap) this.#map.resumeInOtherMap()
    this.#players.resume(isOtherMap)
    this.#chat.resume()
    this.#frames.refresh()
  }

  #settle(exceptIndex: number): void {
    if (this.#map.start.wantsFrame()) this.#map.start.runFrame()
    this.#players.settle(exceptIndex)
  }

  #changed(name: PluginEventName): void {
    if (name === 'chat') this.#chat.refresh()
    else if (name.startsWith('player')) this.#players.refresh(name as 'playerJoin')
    else this.#map.refresh()
    this.#frames.refresh()
  }
}
