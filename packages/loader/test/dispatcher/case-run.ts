/** Carries out a case; the two sides differ in what becomes of each action. What is seen goes into one list of lines. */
import type { TestedFunction } from './functions.js'
import { deepestCall, mostPrograms } from './cases.js'
import type { Action, Case, ListenerCase } from './cases.js'

/** What an event, or the reference, shows of the other answers. */
export interface Seen {
  readonly status: number
  readonly previous: number
  readonly original: unknown
  readonly overriding: unknown
}

export const lineOf = (what: string, { status, previous, original, overriding }: Seen): string =>
  `${what}: status ${status}, previous ${previous}, original ${textOf(original)}, overriding ${textOf(overriding)}`

/** A value in words, the same for two values only if they are one to a plugin. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`
  if ('index' in value) return `entity ${String(value.index)}`
  return `pointer ${numberOf(value)}`
}

const numbers = new WeakMap<object, number>()
let numbered = 0

function numberOf(value: object): number {
  const number = numbers.get(value) ?? (numbered += 1)
  numbers.set(value, number)
  return number
}

export abstract class CaseRun {
  protected readonly case: Case
  protected readonly lines: string[] = []
  readonly #functions: readonly TestedFunction[]
  #programsLeft = mostPrograms
  #depth = 0

  constructor(described: Case, all: readonly TestedFunction[]) {
    this.case = described
    this.#functions = described.functions.flatMap((place) => all[place] ?? [])
  }

  protected abstract load(slot: number): void
  protected abstract unload(slot: number): void
  protected abstract setPaused(slot: number, isPaused: boolean): void
  protected abstract add(slot: number, listener: number): void
  protected abstract remove(slot: number, listener: number): void
  /** Calls a function through its hooks and gives its result as C has it. */
  protected abstract callHooked(index: number): unknown

  run(): readonly string[] {
    this.case.plugins.forEach(({ start }, i) => {
      if (start !== 'unloaded') this.load(i + 1)
      if (start === 'paused') this.setPaused(i + 1, true)
    })
    for (const step of this.case.steps) this.#do(step)
    this.case.plugins.forEach((_, i) => this.unload(i + 1))
    return this.lines
  }

  protected function(index: number): TestedFunction {
    const found = this.#functions[index]
    if (found === undefined) throw new Error(`the case has no function ${index}`)
    return found
  }

  protected isScript(slot: number): boolean {
    return this.case.plugins[slot - 1]?.isScript === true
  }

  protected listenersOf(slot: number): readonly ListenerCase[] {
    return this.case.plugins[slot - 1]?.listeners ?? []
  }

  /** A native plugin has one hook a function and phase. */
  protected has(slot: number, listener: number): boolean {
    const all = this.listenersOf(slot)
    const own = all[listener]
    if (own === undefined || this.isScript(slot)) return own !== undefined
    return all.findIndex((it) => it.function === own.function && it.phase === own.phase) === listener
  }

  /** Adds the plugin's listeners that are there from the start, in order. */
  protected addFirst(slot: number): void {
    this.listenersOf(slot).forEach(({ startsOn }, i) => {
      if (startsOn && this.has(slot, i)) this.add(slot, i)
    })
  }

  /** What a listener or a real function does before it answers. */
  protected perform(actions: readonly Action[]): void {
    if (this.#programsLeft === 0) return
    this.#programsLeft -= 1
    for (const action of actions) this.#do(action)
  }

  protected performReal(index: number): void {
    this.lines.push(`the real f${index}`)
    this.perform(this.case.real[index]?.actions ?? [])
  }

  #do(action: Action): void {
    switch (action.op) {
      case 'call':
        this.#call(action.function)
        break
      case 'load':
        this.load(action.slot)
        break
      case 'unload':
        this.unload(action.slot)
        break
      case 'pause':
      case 'resume':
        this.setPaused(action.slot, action.op === 'pause')
        break
      case 'add':
        if (this.has(action.slot, action.listener)) this.add(action.slot, action.listener)
        break
      case 'remove':
        this.remove(action.slot, action.listener)
    }
  }

  #call(index: number): void {
    if (this.#depth === deepestCall) return
    this.#depth += 1
    const result = this.callHooked(index)
    this.#depth -= 1
    this.lines.push(`f${index} gave ${textOf(result)}`)
  }
}
