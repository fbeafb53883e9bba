/** Plugins whose every callback does something rash. Whatever they do, the server goes on, and so do the other plugins. */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { HostedPlugin, Plugin } from '../src/host.js'
import type { Undo } from '../src/index.js'
import { Game, leftovers, lonely, places } from './whole-game.js'

const all = { ...places, ...lonely }
const names = Object.keys(all)

/** What a callback does; the number says to which of the registrations. */
const deeds = [
  'throw',
  'take back',
  'take all back',
  'add',
  'say',
  'give a command',
  'emit',
  'send',
  'pause',
  'end',
] as const
type Deed = readonly [what: (typeof deeds)[number], which: number]

const mostDeeds = 100

class Rash {
  readonly #game: Game
  readonly #hosted: HostedPlugin
  readonly #deeds: readonly Deed[]
  readonly #undos: Undo[] = []
  #done = 0
  #depth = 0
  #isPaused = false
  #hasEnded = false
  calls = 0
  thrown = 0
  /** Calls that must not have been. */
  readonly wrong: string[] = []

  constructor(game: Game, slot: number, doing: readonly Deed[]) {
    this.#game = game
    this.#hosted = game.server.addPlugin(slot)
    this.#deeds = doing
    for (const name of names) this.#add(name)
  }

  get #plugin(): Plugin {
    return this.#hosted.plugin
  }

  #add(name: string): void {
    const listener = (): void => this.#called(name)
    try {
      const undo = all[name]?.(this.#plugin, listener)
      if (typeof undo === 'function') this.#undos.push(undo as Undo)
    } catch (error) {
      // Some places take one listener only, or one plugin only.
      if (!/_TAKEN$/.test((error as { code?: string }).code ?? '')) throw error
    }
  }

  #called(name: string): void {
    this.calls += 1
    const worksPaused = ['addCommand', 'entityClass'].includes(name)
    if (this.#hasEnded || (this.#isPaused && !worksPaused)) this.wrong.push(name)
    const [what, which] = this.#deeds[this.#done++ % this.#deeds.length] ?? ['add', 0]
    // Each deed may lead to any number of further calls.
    if (this.#hasEnded || this.#depth > 3 || this.#done > mostDeeds) return
    this.#depth += 1
    try {
      this.#do(what, which)
    } finally {
      this.#depth -= 1
    }
  }

  #do(what: Deed[0], which: number): void {
    const { slots, server } = this.#game
    const doing: Record<Deed[0], () => void> = {
      throw: () => {
        this.thrown += 1
        throw new Error('rash')
      },
      'take back': () => this.#undos[which % this.#undos.length]?.(),
      'take all back': () => {
        for (const undo of this.#undos) undo()
        this.#plugin.events.removeAllListeners()
      },
      add: () => this.#add(names[which % names.length] ?? ''),
      say: () => slots.type(1, ['say', '!cmd'], '!cmd'),
      'give a command': () => void server.host.runCommand(2, 'cmd'),
      emit: () => void this.#plugin.events.emit('mapEnd', { map: 'x' }),
      send: () => this.#plugin.sendMessage('TextMsg', {}, ['byte', 1]),
      pause: () => this.pause(true),
      end: () => this.end(),
    }
    doing[what]()
  }

  pause(isPaused: boolean): void {
    if (this.#hasEnded) return
    this.#isPaused = isPaused
    this.#hosted.setPaused(isPaused)
  }

  end(): void {
    this.#hasEnded = true
    this.#hosted.dispose()
  }
}

test('no deed of a plugin in any callback harms the server or another plugin', () => {
  const deed = fc.tuple(fc.constantFrom(...deeds), fc.nat(40))
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 30 }), (doing) => {
      const game = new Game()
      const { errors, memory } = game.server
      const rash = new Rash(game, 2, doing)
      const heard: string[] = []
      game.server.plugin.events.on('frame', () => heard.push('frame')).on('mapStart', () => heard.push('map'))
      for (const round of [1, 2, 3]) {
        game.everything()
        rash.pause(false)
        game.everything()
        expect(heard.filter((each) => each === 'map')).toHaveLength(round * 2 + 1)
      }
      expect(heard.filter((each) => each === 'frame')).toHaveLength(6 * 8)
      rash.end()
      const { calls } = rash
      game.everything()
      expect(rash.calls).toBe(calls)
      expect(rash.wrong).toEqual([])
      expect(errors.filter((line) => !line.endsWith(': rash'))).toEqual([])
      expect(errors).toHaveLength(rash.thrown)
      expect(leftovers(memory.journal, 2)).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)
