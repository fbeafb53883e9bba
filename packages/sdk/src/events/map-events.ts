/** `mapStart`, `mapEnd` and `frame`. */
import type { HookTables } from '../hook-table.js'
import type { GlobalVars } from '../raw/generated/structs.js'
import type { FrameStep } from './frame-steps.js'
import { HookSet } from './hook-set.js'
import type { PluginEmitter } from './plugin-emitter.js'

type Globals = Pick<GlobalVars, 'mapName' | 'time' | 'frameTime'>

export class MapEvents {
  /** Tells late listeners of the map that runs. */
  readonly start: FrameStep
  readonly frame: FrameStep
  readonly #emitter: PluginEmitter
  readonly #globals: Globals
  readonly #start: HookSet
  readonly #end: HookSet
  /** Whether a map may be running that the plugin was not told of. It is, if there is a frame before the next one starts. */
  #isStartUntold = false

  constructor(hooks: HookTables, emitter: PluginEmitter, globals: Globals) {
    this.#emitter = emitter
    this.#globals = globals
    this.#start = new HookSet(() => [hooks.onPost.serverActivate(() => this.#tellStart(false))])
    // Before the game hears of it, while the entities are as they were.
    this.#end = new HookSet(() => [hooks.on.serverDeactivate(() => this.#tellEnd())])
    this.start = { wantsFrame: () => this.#isStartUntold, runFrame: () => this.#tellStart(true) }
    this.frame = { wantsFrame: () => emitter.has('frame'), runFrame: () => this.#tellFrame() }
  }

  /** The listeners of one of the events have changed. */
  refresh(): void {
    const wantsStart = this.#emitter.has('mapStart')
    if (wantsStart && !this.#start.isOn) this.#isStartUntold = true
    if (!wantsStart) this.#isStartUntold = false
    this.#start.set(wantsStart)
    this.#end.set(this.#emitter.has('mapEnd'))
  }

  /** The plugin goes on after a pause, in which one map ended and perhaps another one started. */
  resumeInOtherMap(): void {
    this.#isStartUntold = this.#start.isOn
  }

  #tellFrame(): void {
    const { time, frameTime } = this.#globals
    this.#emitter.tell('frame', { time, delta: frameTime })
  }

  #tellEnd(): void {
    if (this.#isStartUntold) this.#tellStart(true)
    this.#emitter.tell('mapEnd', { map: this.#globals.mapName })
  }

  #tellStart(replayed: boolean): void {
    this.#isStartUntold = false
    this.#emitter.tell('mapStart', { map: this.#globals.mapName, replayed })
  }
}
