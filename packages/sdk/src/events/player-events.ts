/**
 * `playerConnect`, `playerJoin` and `playerLeave`. Mostly the engine tells the game, and we tell what it told. What it does
 * not tell is noticed by looking who is there, in frames in which there is reason to look:
 *
 * - plugins make bots and put them into the game past all hooks; of those the engine only reports their settings;
 * - a client that gives up while it loads the map is dropped without a word to the game;
 * - a plugin that was loaded late, or paused, was not there to hear of it.
 *
 * No player is told of twice, whichever way it became known.
 */
import type { HookTables } from '../hook-table.js'
import type { Connections } from '../players/connections.js'
import { kickReasonOf } from '../players/player.js'
import type { Player } from '../players/player.js'
import type { Players } from '../players/players.js'
import type { Entity } from '../raw/entity.js'
import type { Undo } from '../raw/hook.js'
import type { GlobalVars } from '../raw/generated/structs.js'
import type { FrameStep } from './frame-steps.js'
import { HookSet } from './hook-set.js'
import type { PluginEmitter } from './plugin-emitter.js'

const eventsOfPlayers = ['playerConnect', 'playerJoin', 'playerLeave'] as const
type PlayerEvent = (typeof eventsOfPlayers)[number]

/** A player, and what the plugin was told of it. */
interface Known {
  readonly player: Player
  readonly told: Set<PlayerEvent>
  hasLeft: boolean
}

/** Seconds of game time between two looks at clients that load the map. */
const lookEvery = 0.5

export interface PlayerEventParts {
  readonly hooks: HookTables
  readonly emitter: PluginEmitter
  readonly players: () => Players
  readonly connections: Connections
  readonly globals: Pick<GlobalVars, 'time'>
  /** How many maps have ended. */
  readonly endedMaps: () => number
  /** Tells what is still to be replayed, but of the player in the given slot, of whom something else is about to be told. */
  readonly settle: (exceptIndex: number) => void
  /** Called when `wantsFrame` may have changed. */
  readonly refreshFrames: () => void
}

export class PlayerEvents implements FrameStep {
  readonly #parts: PlayerEventParts
  readonly #hooks: HookSet
  readonly #known = new Map<number, Known>()
  /** Whether the next frame has reason to look. */
  #mustLook = false
  /** Whether what the next look finds happened before the plugin could be told. */
  #isCatchingUp = false
  /** Whether players may have left and come back without our being told. */
  #wasDeaf = false
  /** How many maps had ended when the last listener went. */
  #deafSince = 0
  /** Whether a map has ended, and no frame of the next one was run yet. */
  #isBetweenMaps = false
  /** Whether somebody is on the way into the game. */
  #isAwaiting = false
  #nextLook = 0

  constructor(parts: PlayerEventParts) {
    this.#parts = parts
    this.#hooks = new HookSet(() => this.#hook())
  }

  wantsFrame(): boolean {
    return this.#hooks.isOn && (this.#mustLook || this.#isAwaiting)
  }

  /** The listeners of one of the events have changed. */
  refresh(name: PlayerEvent): void {
    const { emitter } = this.#parts
    const isWanted = eventsOfPlayers.some((each) => emitter.has(each))
    if (isWanted && !this.#hooks.isOn) this.#hearAgain()
    if (!isWanted && this.#hooks.isOn) this.#deafSince = this.#parts.endedMaps()
    this.#hooks.set(isWanted)
    if (emitter.has(name)) this.#catchUp()
    if (!isWanted) this.#mustLook = false
  }

  /**
   * The plugin goes on after a pause.
   *
   * @param isOtherMap - Whether the map ended meanwhile.
   */
  resume(isOtherMap: boolean): void {
    if (isOtherMap) this.#forgetJoins()
    this.#wasDeaf = true
    if (this.#hooks.isOn) this.#catchUp()
  }

  runFrame(): void {
    this.#isBetweenMaps = false
    const { time } = this.#parts.globals
    const isEarly = time < this.#nextLook && time >= this.#nextLook - lookEvery
    if (!this.#mustLook && isEarly) return
    this.#nextLook = time + lookEvery
    this.#mustLook = false
    if (this.#wasDeaf) this.#forgetReturns()
    this.#lookAtAll()
    if (!this.#parts.emitter.isHeard) return
    const awaited = [...this.#known.values()].filter((known) => this.#isOnTheWay(known))
    this.#isAwaiting = awaited.length > 0
    // Nothing but looking tells that a bot has joined, or that the engine has begun to send a client the game.
    const { connections } = this.#parts
    this.#mustLook = awaited.some(({ player }) => player.isBot || connections.isBeginning(player.index))
  }

  /** Tells what is still to be replayed, because something new is about to be told. */
  settle(exceptIndex: number): void {
    if (this.#isCatchingUp) this.#lookAtAll(exceptIndex)
  }

  #lookAtAll(exceptIndex = 0): void {
    const isReplay = this.#isCatchingUp
    this.#isCatchingUp = false
    const { maxClients } = this.#parts.connections
    for (let index = 1; index <= maxClients; index += 1)
      if (index !== exceptIndex && this.#parts.emitter.isHeard) this.#look(index, isReplay)
  }

  #hook(): Undo[] {
    const { on, onPost } = this.#parts.hooks
    // What they note of a connection has to be noted before we tell of it.
    this.#parts.players()
    return [
      onPost.clientConnect(({ player, original, overriding }) => {
        if ((overriding ?? original) !== false) this.#connected(player)
      }),
      onPost.clientPutInServer(({ player }) => this.#joined(player)),
      onPost.spectatorConnect(({ player }) => this.#joined(player)),
      onPost.clientUserInfoChanged(({ player }) => this.#changed(player)),
      on.clientDisconnect(({ player }) => this.#disconnects(player)),
      on.spectatorDisconnect(({ player }) => this.#disconnects(player)),
      on.serverDeactivate(() => this.#mapEnds()),
    ]
  }

  #connected(entity: Entity): void {
    this.#parts.settle(entity.index)
    const known = this.#meet(entity.index)
    this.#lookSoon()
    if (known === null) return
    // The same client once more, because it typed `retry`.
    if (known.hasLeft) known.told.clear()
    known.hasLeft = false
    this.#tellConnect(known, false)
  }

  #joined(entity: Entity): void {
    this.#parts.settle(entity.index)
    const known = this.#meet(entity.index)
    if (known === null || known.hasLeft) return
    this.#tellConnect(known, true)
    if (known.player.hasJoined) this.#tellJoin(known, false)
    else this.#lookSoon()
  }

  /** A client's settings changed. For a bot that a plugin makes this is all that the game is told. */
  #changed(entity: Entity): void {
    const known = this.#known.get(entity.index)
    if (known?.player.isConnected !== true) this.#lookSoon()
  }

  #disconnects(entity: Entity): void {
    this.#parts.settle(0)
    // Where the engine has emptied the slot by now, the one who was there is meant.
    const known = this.#known.get(entity.index) ?? this.#meet(entity.index)
    if (known !== null && !this.#staysForNextMap(known)) {
      // A bot may be made and leave within a frame.
      this.#tellConnect(known, false)
      this.#tellLeave(known)
    }
    this.#lookSoon()
  }

  /** At the end of a map HLDS has all clients leave the game, and keeps them. Who is not kept is missed in the next frame. */
  #staysForNextMap({ player }: Known): boolean {
    return this.#isBetweenMaps && player.isConnected && !player.isBot
  }

  /** Those who stay enter the next map as they entered this one. */
  #mapEnds(): void {
    this.#isBetweenMaps = true
    this.#forgetJoins()
    this.#isAwaiting = true
    this.#parts.refreshFrames()
  }

  #look(index: number, isReplay: boolean): void {
    const before = this.#known.get(index)
    if (before?.player.isConnected === false) {
      this.#tellLeave(before)
      this.#known.delete(index)
    }
    const player = this.#parts.players().at(index)
    // Of a person the game will hear. It may be one who is refused yet.
    const isOurs = player !== null && (isReplay || player.isBot || this.#known.get(index)?.player === player)
    const known = isOurs ? this.#meet(index) : null
    if (known === null || known.hasLeft) return
    this.#tellConnect(known, isReplay)
    // Whoever was told may have ended the plugin, to which players say nothing more.
    if (!this.#parts.emitter.isHeard) return
    if (known.player.isConnected && known.player.hasJoined) this.#tellJoin(known, isReplay)
  }

  /** The player who is in a slot now, known from here on; null if it is free. */
  #meet(index: number): Known | null {
    const player = this.#parts.players().at(index)
    const before = this.#known.get(index)
    if (player === null) return null
    if (before?.player === player) return before
    if (before !== undefined) this.#tellLeave(before)
    const known = { player, told: new Set<PlayerEvent>(), hasLeft: false }
    this.#known.set(index, known)
    return known
  }

  #isOnTheWay({ player, hasLeft }: Known): boolean {
    return !hasLeft && player.isConnected && !player.hasJoined
  }

  #tellConnect(known: Known, replayed: boolean): void {
    if (!this.#isNews(known, 'playerConnect')) return
    const { player } = known
    const address = player.isConnected ? player.address : null
    this.#parts.emitter.tell('playerConnect', { player, name: player.name, address, replayed })
  }

  #tellJoin(known: Known, replayed: boolean): void {
    if (this.#isNews(known, 'playerJoin')) {
      this.#parts.emitter.tell('playerJoin', { player: known.player, replayed })
    }
  }

  #tellLeave(known: Known): void {
    if (known.hasLeft || !this.#parts.emitter.isHeard) return
    known.hasLeft = true
    const { player } = known
    const reason = kickReasonOf(player)
    if (this.#isNews(known, 'playerLeave')) this.#parts.emitter.tell('playerLeave', { player, reason })
  }

  /** Whether somebody listens who was not told yet; from here on everybody was. */
  #isNews({ told }: Known, name: PlayerEvent): boolean {
    const { emitter } = this.#parts
    if (told.has(name) || !emitter.has(name) || !emitter.isHeard) return false
    told.add(name)
    return true
  }

  /** Somebody listens again: what has happened since the last listener went was told to nobody. */
  #hearAgain(): void {
    for (const [index, { player }] of this.#known) if (!player.isConnected) this.#known.delete(index)
    if (this.#parts.endedMaps() !== this.#deafSince) this.#forgetJoins()
    this.#wasDeaf = true
  }

  /** Who has left and is there, between two frames, came back by `retry` while nobody told us. */
  #forgetReturns(): void {
    this.#wasDeaf = false
    for (const known of this.#known.values()) {
      if (!known.hasLeft || !known.player.isConnected) continue
      known.hasLeft = false
      known.told.clear()
    }
  }

  #forgetJoins(): void {
    for (const { told } of this.#known.values()) told.delete('playerJoin')
  }

  #catchUp(): void {
    this.#isCatchingUp = true
    this.#mustLook = true
  }

  #lookSoon(): void {
    this.#mustLook = true
    this.#parts.refreshFrames()
  }
}
