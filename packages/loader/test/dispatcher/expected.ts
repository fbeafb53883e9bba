/**
 * Runs a case in the reference. That has one hook a plugin, function and phase, so each listener is a plugin to it: those
 * of one plugin stand next to each other in the order of their registration, and are paused together.
 */
import { MetaResult } from '@csr/metamod-sdk'

import { Dispatch } from '../../src/reference/index.js'
import type { Answer, HookCall, ScriptPlugin } from '../../src/reference/index.js'
import { CaseRun, lineOf } from './case-run.js'
import type { Case, ListenerCase } from './cases.js'
import type { TestedFunction } from './functions.js'

/** No value yet; else the number of one of the function's. */
const none = -1
/** More than the registrations of a plugin in a case. */
const room = 10_000

interface Loaded {
  isPaused: boolean
  readonly on: Map<number, ScriptPlugin<number>>
}

/** What plugins should see in a case, and what the calls should give. */
export function runInReference(described: Case, all: readonly TestedFunction[]): readonly string[] {
  return new ReferenceRun(described, all).run()
}

class ReferenceRun extends CaseRun {
  readonly #plugins = new Map<number, Loaded>()
  #registrations = 0
  readonly #dispatch = new Dispatch<number>({
    complained: () => undefined,
    threw: ({ slot }, place) => {
      this.lines.push(`error of plugin ${Math.floor(slot / room)} in ${this.#thrownIn(place)}`)
    },
  })
  #phase: 'pre' | 'post' = 'pre'

  protected load(slot: number): void {
    if (this.#plugins.has(slot) || this.case.plugins[slot - 1] === undefined) return
    this.#plugins.set(slot, { isPaused: false, on: new Map() })
    this.addFirst(slot)
  }

  protected unload(slot: number): void {
    for (const hook of this.#plugins.get(slot)?.on.values() ?? []) this.#dispatch.unload(hook.slot)
    this.#plugins.delete(slot)
  }

  protected setPaused(slot: number, isPaused: boolean): void {
    const plugin = this.#plugins.get(slot)
    if (plugin === undefined) return
    plugin.isPaused = isPaused
    for (const hook of plugin.on.values()) {
      if (isPaused) hook.pause()
      else hook.resume()
    }
  }

  protected add(slot: number, listener: number): void {
    const plugin = this.#plugins.get(slot)
    const program = this.listenersOf(slot)[listener]
    if (plugin === undefined || program === undefined || plugin.on.has(listener)) return
    const hook = this.#dispatch.addScript(slot * room + (this.#registrations += 1))
    const what = `${slot}.${listener}`
    const run = this.isScript(slot) ? this.#listener(what, program) : this.#native(what, program)
    hook.hook(String(program.function), program.phase, run)
    if (plugin.isPaused) hook.pause()
    plugin.on.set(listener, hook)
  }

  protected remove(slot: number, listener: number): void {
    const on = this.#plugins.get(slot)?.on
    const hook = on?.get(listener)
    if (hook !== undefined) this.#dispatch.unload(hook.slot)
    on?.delete(listener)
  }

  protected callHooked(index: number): unknown {
    const { samples } = this.function(index)
    const real = (): number => {
      this.performReal(index)
      return this.case.real[index]?.value ?? 0
    }
    const place = this.#dispatch.call({ name: String(index), fallback: none, real }, undefined)
    return samples[place]?.inC
  }

  #thrownIn(place: string): string {
    const { row } = this.function(Number(place))
    const post = this.#phase === 'post' ? 'Post' : ''
    return `${row.table === 'engine' ? 'onEngine' : 'on'}${post}.${row.name}`
  }

  #listener(what: string, program: ListenerCase): (call: HookCall<number>) => Answer<number> | undefined {
    return (call) => {
      const seen = this.#shown(call, program)
      this.lines.push(lineOf(`${what} begins`, seen))
      this.perform(program.actions)
      this.lines.push(lineOf(`${what} answers`, seen))
      return this.#answer(program)
    }
  }

  /** An event shows the real result after the real function only, and no value that nobody gave. */
  #shown(
    { status, previous, original, overriding }: HookCall<number>,
    { function: index, phase }: ListenerCase,
  ) {
    const { row, samples } = this.function(index)
    const hasResult = row.returns.kind !== 'void'
    const shown = (place: number): unknown => samples[place]?.shown ?? null
    return {
      status,
      previous,
      original: hasResult && phase === 'post' ? shown(original) : null,
      overriding: hasResult && status >= MetaResult.Override ? shown(overriding) : null,
    }
  }

  #answer({ answer, value, phase }: ListenerCase): Answer<number> | undefined {
    switch (answer) {
      case 'nothing':
        return undefined
      case 'handled':
        return { result: MetaResult.Handled, value }
      case 'override':
        return { result: MetaResult.Override, value }
      case 'supercede':
        return { result: MetaResult.Supercede, value }
      default:
        this.#phase = phase
        throw new Error(answer)
    }
  }

  #native(what: string, program: ListenerCase): () => Answer<number> | undefined {
    const mistakes: readonly string[] = ['throw', 'async', 'rejected', 'wrong', 'stray']
    return () => {
      this.lines.push(`native ${what}`)
      return mistakes.includes(program.answer) ? undefined : this.#answer(program)
    }
  }
}
