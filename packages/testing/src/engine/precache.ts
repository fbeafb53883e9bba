/** What clients must have before the map starts: models, sounds, events, other files; each list counts from 1. */
import type { Engine } from './engine.js'

const limits = { models: 512, sounds: 512, generics: 512, events: 256 } as const

class PrecacheTable {
  readonly #engine: Engine
  readonly #place: string
  readonly #limit: number
  #names: string[] = ['']

  constructor(engine: Engine, place: string, limit: number) {
    this.#engine = engine
    this.#place = place
    this.#limit = limit
  }

  add(name: string): number {
    const refuse = (why: string): number => {
      this.#engine.hostError(`${this.#place}: ${why}`)
      return 0
    }
    if (name.charCodeAt(0) <= 32 || name === '')
      return refuse('the name is empty; pass a path below the game directory')
    const known = this.find(name)
    if (known !== 0) return known
    if (!this.#engine.server.isLoading)
      return refuse(`'${name}' came too late; precache from Spawn or ServerActivate, while the map loads`)
    if (this.#names.length >= this.#limit)
      return refuse(`'${name}' is one too many, the limit is ${this.#limit}; precache fewer`)
    return this.#names.push(name) - 1
  }

  /** 0 for a name that is not there. */
  find(name: string): number {
    const wanted = name.toLowerCase()
    return Math.max(
      0,
      this.#names.findIndex((known, index) => index > 0 && known.toLowerCase() === wanted),
    )
  }

  name(index: number): string | null {
    return index > 0 ? (this.#names[index] ?? null) : null
  }

  clear(): void {
    this.#names = ['']
  }
}

export class Precache {
  readonly models: PrecacheTable
  readonly sounds: PrecacheTable
  readonly generics: PrecacheTable
  readonly events: PrecacheTable
  /** How many baselines there are of entities that come and go. */
  instancedBaselines = 0

  constructor(engine: Engine) {
    this.models = new PrecacheTable(engine, 'PrecacheModel', limits.models)
    this.sounds = new PrecacheTable(engine, 'PrecacheSound', limits.sounds)
    this.generics = new PrecacheTable(engine, 'PrecacheGeneric', limits.generics)
    this.events = new PrecacheTable(engine, 'PrecacheEvent', limits.events)
  }

  clear(): void {
    this.instancedBaselines = 0
    for (const table of [this.models, this.sounds, this.generics, this.events]) table.clear()
  }
}
