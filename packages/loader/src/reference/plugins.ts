/**
 * The plugins and what they hook. A function is known by a name, a hook by function and phase.
 *
 * A script plugin's hooks are put on and taken off one by one, and one that is put on again is a new hook. A native plugin
 * has a table, in which it fills and clears entries as it likes and tells nobody: an entry that it fills counts from the
 * next look at the table on (a frame, a plugin's loading, its own pause and resumption), one that it clears is silent at
 * once, and one that it swaps is the new function at once.
 */
import type { Answer, Phase } from './answers.js'

/** What `gpMetaGlobals` shows. */
export interface Globals<Value> {
  /** What the plugin before this one answered in this phase; UNSET for the first. */
  readonly previous: number
  /** The highest answer so far, over both phases. */
  readonly status: number
  /** The default until the real function ran; then its result, or the value that superceded it. */
  readonly original: Value
  /** The value of the last OVERRIDE or SUPERCEDE so far, else the default. */
  readonly overriding: Value
}

/** What is told to a hook while it runs. */
export interface HookCall<Value, Args = unknown> extends Globals<Value> {
  readonly args: Args
  readonly plugin: Plugin<Value>
}

/** Nothing answered is nothing done: IGNORED from a script plugin, and an error of a native one. */
export type Hook<Value> = (call: HookCall<Value>) => Answer<Value> | undefined

/** A hook in the list that a phase goes through. */
export interface Listed<Value> {
  readonly plugin: Plugin<Value>
  /** What to call at the plugin's turn; null when it is not to be called any more. */
  current(): Hook<Value> | null
}

export type Place = `${Phase} ${string}`

const placeOf = (name: string, phase: Phase): Place => `${phase} ${name}`

export abstract class Plugin<Value> {
  readonly slot: number
  #isLoaded = true
  #isPaused = false

  constructor(slot: number) {
    this.slot = slot
  }

  /** Loaded and not paused. */
  get isRunning(): boolean {
    return this.#isLoaded && !this.#isPaused
  }

  pause(): void {
    if (!this.#isPaused) this.look()
    this.#isPaused = true
  }

  resume(): void {
    if (this.#isPaused) this.look()
    this.#isPaused = false
  }

  /** For good: the same plugin loaded again is a new one. */
  unload(): void {
    this.#isLoaded = false
  }

  /** What the plugin has in a list that is made now; null for nothing. */
  abstract listed(name: string, phase: Phase): Listed<Value> | null

  /** Sees which entries of its table a native plugin filled and cleared. */
  look(): void {
    return undefined
  }
}

export class ScriptPlugin<Value> extends Plugin<Value> {
  readonly #hooks = new Map<Place, Hook<Value>>()

  /** Puts a hook on in place of the one that was there; the answer takes it off. */
  hook(name: string, phase: Phase, hook: Hook<Value>): () => void {
    const place = placeOf(name, phase)
    // A function of its own, so that the same one put on twice is two hooks.
    const own: Hook<Value> = (call) => hook(call)
    this.#hooks.set(place, own)
    return () => {
      if (this.#hooks.get(place) === own) this.#hooks.delete(place)
    }
  }

  override listed(name: string, phase: Phase): Listed<Value> | null {
    const place = placeOf(name, phase)
    const hook = this.#hooks.get(place)
    if (hook === undefined) return null
    return { plugin: this, current: () => (this.#hooks.get(place) === hook && this.isRunning ? hook : null) }
  }
}

export class NativePlugin<Value> extends Plugin<Value> {
  readonly #table = new Map<Place, Hook<Value>>()
  #seen: ReadonlySet<Place> = new Set()

  /** Fills an entry of the plugin's table; null clears it. */
  fill(name: string, phase: Phase, hook: Hook<Value> | null): void {
    if (hook === null) this.#table.delete(placeOf(name, phase))
    else this.#table.set(placeOf(name, phase), hook)
  }

  override look(): void {
    this.#seen = new Set(this.#table.keys())
  }

  override listed(name: string, phase: Phase): Listed<Value> | null {
    const place = placeOf(name, phase)
    if (!this.#seen.has(place)) return null
    return { plugin: this, current: () => (this.isRunning ? (this.#table.get(place) ?? null) : null) }
  }
}
