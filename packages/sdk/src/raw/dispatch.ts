/**
 * Runs the listeners of a hook. The core calls in here once for a run of neighbouring script plugins and gets one merged
 * answer; within the run we keep the rules that it keeps between plugins: all are called, the strongest answer counts, the
 * last value given wins, and each sees what those before it answered.
 *
 * A listener may do anything while it runs, also add and remove listeners, and may throw; the lists are therefore
 * immutable, and nothing a listener does reaches the engine but its answer. One that is added waits for the next call: see
 * {@link LateListeners}.
 */
import type { Bridge } from './bridge.js'
import { compileEvent } from './compile-event.js'
import type { CompiledEvent, EventObject } from './compile-event.js'
import { LateListeners } from './dispatch-late.js'
import { wrongType } from './errors.js'
import { FrameOffset, frameSize } from './frame.js'
import { MetaResult } from './generated/enums.js'
import { rows } from './generated/rows.js'
import type { Row } from './generated/rows.js'
import { HookAnswer } from './hook.js'
import type { Undo } from './hook.js'
import type { Runtime } from './runtime.js'

// Plain constants, because the code below runs at every hook, and looking into an object costs as much as what it does.
const { Unset, Ignored, Override, Supercede } = MetaResult
const phaseWord = FrameOffset.phase >> 2
const firstSlotWord = FrameOffset.firstSlot >> 2
const lastSlotWord = FrameOffset.lastSlot >> 2
const statusWord = FrameOffset.status >> 2
const previousWord = FrameOffset.previous >> 2
const metaResultWord = FrameOffset.metaResult >> 2
const lastMetaResultWord = FrameOffset.lastMetaResult >> 2

/** A plugin as the dispatcher sees it. */
export interface Owner {
  readonly slot: number
  readonly isPaused: boolean
  /** What its file exported; null while that is not known. It tells one version of a plugin from the next in its slot. */
  readonly info?: object | null
}

/** Before the real function, or after it. */
export const Phase = { Pre: 0, Post: 1 } as const
export type Phase = (typeof Phase)[keyof typeof Phase]

/** Receives what went wrong in a plugin; `where` names the hook, such as `onPost.startFrame`. */
export type ErrorSink = (slot: number, where: string, error: unknown, owner: Owner) => void

type AnyListener = (event: EventObject) => unknown

interface Entry {
  readonly owner: Owner
  readonly listener: AnyListener
  isActive: boolean
  hasWarned: boolean
}

/** The listeners of one function and phase, in plugin order. */
class HookList {
  readonly row: Row
  readonly phase: Phase
  readonly compiled: CompiledEvent
  readonly frameSize: number
  entries: readonly Entry[] = []
  /** Of the entries, those that a running call is not to reach; null, as nearly always, for none. */
  late: LateListeners<Entry> | null = null

  constructor(runtime: Runtime, row: Row, phase: Phase) {
    this.row = row
    this.phase = phase
    this.compiled = compileEvent(runtime, row)
    this.frameSize = frameSize(row, runtime.bridge.wordSize)
  }

  get where(): string {
    const post = this.phase === Phase.Post ? 'Post' : ''
    return `${this.row.table === 'engine' ? 'onEngine' : 'on'}${post}.${this.row.name}`
  }

  /** Behind all entries of the same and of earlier plugins. */
  add(entry: Entry): void {
    const later = this.entries.findIndex(({ owner }) => owner.slot > entry.owner.slot)
    const place = later === -1 ? this.entries.length : later
    this.entries = [...this.entries.slice(0, place), entry, ...this.entries.slice(place)]
  }

  remove(entry: Entry): void {
    this.entries = this.entries.filter((candidate) => candidate !== entry)
  }

  has(slot: number): boolean {
    return this.entries.some(({ owner }) => owner.slot === slot)
  }
}

export class Dispatcher {
  readonly #runtime: Runtime
  readonly #bridge: Bridge
  readonly #words: Int32Array
  readonly #onError: ErrorSink
  /** Two for each function: that before it and that after it. */
  readonly #lists: (HookList | undefined)[] = Array.from({ length: rows.length * 2 })

  constructor(runtime: Runtime, onError: ErrorSink) {
    this.#runtime = runtime
    this.#bridge = runtime.bridge
    this.#words = runtime.scratch.i32
    this.#onError = onError
  }

  /** Registers a listener and gives the function that takes it back. */
  add(owner: Owner, row: Row, phase: Phase, listener: unknown): Undo {
    if (typeof listener !== 'function') throw wrongType(row.name, 'the listener', 'a function', listener)
    const list = (this.#lists[row.id * 2 + phase] ??= new HookList(this.#runtime, row, phase))
    const entry: Entry = { owner, listener: listener as AnyListener, isActive: true, hasWarned: false }
    const isFirst = !list.has(owner.slot)
    list.add(entry)
    if (isFirst) this.#bridge.setHook(owner.slot, row.id, phase, true)
    // The core has a running call pass by a plugin that hooks anew, but knows nothing of a plugin's further listeners.
    else this.#holdBack(entry, list)
    return () => {
      if (!entry.isActive) return
      entry.isActive = false
      list.remove(entry)
      if (!list.has(owner.slot)) this.#bridge.setHook(owner.slot, row.id, phase, false)
    }
  }

  /** Runs the listeners for which the frame at `base` was made. Given to the bridge, which calls it for every hook. */
  readonly dispatch = (base: number): void => {
    const head = base >> 2
    const list = this.#lists[(this.#words[head] ?? 0) * 2 + (this.#words[head + phaseWord] ?? 0)]
    if (list === undefined) return
    const { top: outer, running } = this.#runtime
    this.#runtime.top = base + list.frameSize
    try {
      this.#run(list, base, head)
    } finally {
      this.#runtime.top = outer
      this.#runtime.running = running
    }
  }

  /** Has the calls of the list that run now go by without a listener that came after they began. */
  #holdBack(entry: Entry, list: HookList): void {
    const words = this.#words
    // Frames lie one behind the other, which spares every hook to note where its own does.
    for (let base = 0; base < this.#runtime.top;) {
      const head = base >> 2
      const running = this.#lists[(words[head] ?? 0) * 2 + (words[head + phaseWord] ?? 0)]
      if (running === undefined) return
      if (running === list) {
        list.late ??= new LateListeners()
        list.late.add(entry, base, words[head + lastSlotWord] ?? 0)
      }
      base += running.frameSize
    }
  }

  /** The listeners that the call of the frame at `base` may reach. */
  #inTime(list: HookList, late: LateListeners<Entry>, base: number, head: number): readonly Entry[] {
    const words = this.#words
    const isFirst = words[head + previousWord] === Unset
    late.enter(base, isFirst, words[head + firstSlotWord] ?? 0, words[head + lastSlotWord] ?? 0)
    if (!late.isEmpty) return list.entries.filter((entry) => !late.has(entry, base))
    list.late = null
    return list.entries
  }

  #run(list: HookList, base: number, head: number): void {
    const words = this.#words
    const first = words[head + firstSlotWord] ?? 0
    const last = words[head + lastSlotWord] ?? 0
    const event = new list.compiled.Event(base)
    let merged: MetaResult = Ignored
    let latest: MetaResult = Ignored
    const entries = list.late === null ? list.entries : this.#inTime(list, list.late, base, head)
    for (const entry of entries) {
      const { slot, isPaused } = entry.owner
      if (slot < first || slot > last || isPaused || !entry.isActive) continue
      this.#runtime.running = entry.owner
      latest = this.#ask(entry, list, event, base)
      if (latest > merged) merged = latest
      // The next listener of the run finds here what this one answered.
      words[head + previousWord] = latest
      if ((words[head + statusWord] ?? 0) < latest) words[head + statusWord] = latest
    }
    // The frame came with IGNORED in both.
    if (merged === Ignored) return
    words[head + metaResultWord] = merged
    words[head + lastMetaResultWord] = latest
  }

  /** Calls one listener; an error counts as no answer. */
  #ask(entry: Entry, list: HookList, event: EventObject, base: number): MetaResult {
    try {
      const answer = entry.listener(event)
      return answer === undefined ? Ignored : this.#take(answer, entry, list, event, base)
    } catch (error) {
      this.#fail(entry, list, error)
      return Ignored
    }
  }

  #take(answer: unknown, entry: Entry, list: HookList, event: EventObject, base: number): MetaResult {
    if (!(answer instanceof HookAnswer)) throw this.#notAnAnswer(answer, entry, list)
    if (answer.kind < Override) return answer.kind
    const value =
      list.row.name === 'clientConnect' ? this.#takeReason(answer.value, list, base) : answer.value
    list.compiled.answer(base, value)
    event.$given = value
    if (list.phase === Phase.Pre || answer.kind !== Supercede) return answer.kind
    this.#warnOfSupercede(entry, list)
    return Override
  }

  /** ClientConnect's answer may carry the text that the client is shown; it travels in a parameter of the call. */
  #takeReason(value: unknown, list: HookList, base: number): unknown {
    if (typeof value !== 'object' || value === null || !('reject' in value)) return value
    list.compiled.assign(base, 'rejectReason', value.reject)
    return false
  }

  #notAnAnswer(answer: unknown, entry: Entry, list: HookList): TypeError {
    const expected = 'nothing, handled(), override() or supercede()'
    if (!(answer instanceof Promise)) return wrongType(list.row.name, 'the answer', expected, answer)
    // Nobody else waits for it, and an unhandled rejection would end the process.
    answer.catch((error: unknown) => this.#fail(entry, list, error))
    return new TypeError(
      `${list.row.name}: the answer must be ${expected}, got a Promise; the game does not wait, so start async work in a function of its own and return nothing`,
    )
  }

  #fail({ owner }: Entry, list: HookList, error: unknown): void {
    this.#onError(owner.slot, list.where, error, owner)
  }

  #warnOfSupercede(entry: Entry, list: HookList): void {
    if (entry.hasWarned) return
    entry.hasWarned = true
    const message = `${list.row.name}: supercede() in a post hook counts as override(), because the real function already ran`
    this.#fail(entry, list, new TypeError(message))
  }
}
