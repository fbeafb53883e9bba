/** Players who come and go, a plugin that listens or does not, and maps, in whatever order a test wants. */
import { PlayerSlots } from '../../players/testing/player-slots.js'
import type { TestClient } from '../../players/testing/player-slots.js'
import { testServer } from '../../raw/testing/test-server.js'

interface Guest extends TestClient {
  isIn: boolean
}

/** What may happen. */
export const deeds = {
  connect: (crowd: Crowd, index: number) => crowd.connect(index, false),
  bot: (crowd: Crowd, index: number) => crowd.connect(index, true),
  enter: (crowd: Crowd, index: number) => crowd.enter(index),
  leave: (crowd: Crowd, index: number) => crowd.leave(index),
  'give up': (crowd: Crowd, index: number) => crowd.giveUp(index),
  retry: (crowd: Crowd, index: number) => crowd.retry(index),
  frame: (crowd: Crowd) => crowd.frame(),
  pause: (crowd: Crowd) => crowd.hosted.setPaused(true),
  'go on': (crowd: Crowd) => crowd.hosted.setPaused(false),
  'stop listening': (crowd: Crowd) => crowd.stopListening(),
  listen: (crowd: Crowd) => crowd.listen(),
  map: (crowd: Crowd) => crowd.changeMap(),
}

export type Deed = keyof typeof deeds

export class Crowd {
  readonly server = testServer()
  readonly hosted = this.server.addPlugin(2)
  readonly guests = new Map<number, Guest>()
  /** Of each user id, in order: `c` for connect, `j` for join, `l` for leave, and `m` for a map's end that it saw. */
  readonly story = new Map<number, string>()
  readonly #slots = new PlayerSlots(this.server.memory)
  #nextUserId = 1
  #isListening = false

  listen(): void {
    if (this.#isListening) return
    this.#isListening = true
    this.hosted.plugin.events
      .on('playerConnect', ({ player }) => this.#note(player.userId, 'c'))
      .on('playerJoin', ({ player }) => this.#note(player.userId, 'j'))
      .on('playerLeave', ({ player }) => this.#note(player.userId, 'l'))
  }

  stopListening(): void {
    this.#isListening = false
    this.hosted.plugin.events.removeAllListeners()
  }

  /** Long enough for the next look at those who load the map. */
  frame(): void {
    this.hosted.plugin.globals.time += 0.625
    this.#slots.frame()
  }

  connect(index: number, isBot: boolean): void {
    if (this.guests.has(index)) return
    const userId = this.#nextUserId++
    const guest = { index, userId, name: `P${userId}`, isBot, isIn: isBot }
    this.guests.set(index, guest)
    this.#slots.take(guest)
    if (!isBot) {
      this.#slots.connect(guest)
      return
    }
    this.#slots.hook('clientUserInfoChanged', index)
    this.#slots.spawn(index)
  }

  enter(index: number): void {
    const guest = this.guests.get(index)
    if (guest === undefined || guest.isIn) return
    guest.isIn = true
    this.#slots.spawn(index)
    this.#slots.hook('clientPutInServer', index)
  }

  leave(index: number): void {
    if (this.guests.get(index)?.isIn !== true) return
    this.guests.delete(index)
    this.#slots.leave(index)
  }

  /** Nobody is told of a client that leaves while it loads the map. */
  giveUp(index: number): void {
    if (this.guests.get(index)?.isIn !== false) return
    this.guests.delete(index)
    this.#slots.drop(index)
  }

  /** The client comes back with its number. */
  retry(index: number): void {
    const guest = this.guests.get(index)
    if (guest?.isIn !== true || guest.isBot === true) return
    guest.isIn = false
    this.#slots.leave(index)
    this.#slots.drop(index)
    this.#slots.take(guest)
    this.#slots.connect(guest)
  }

  /** Persons stay and load the next map; bots leave. */
  changeMap(): void {
    const { memory, host } = this.server
    memory.hook({ function: 'serverDeactivate' })
    for (const [index, guest] of this.guests) {
      if (guest.isBot === true) this.leave(index)
      else {
        this.#slots.drop(index)
        this.#slots.take(guest)
        guest.isIn = false
        this.#note(guest.userId, 'm')
      }
    }
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    this.hosted.plugin.globals.time = 1
    host.callbacks.mapStarted()
  }

  #note(userId: number, what: string): void {
    this.story.set(userId, (this.story.get(userId) ?? '') + what)
  }
}
