/** Runs a case in the reference, and notes what the core's driver notes (cases.h, scripts.cc, plugins.cc). */
import { Dispatch, NativePlugin, ScriptPlugin } from '../../../packages/loader/src/reference/index.js'
import type {
  Complaint,
  HookableFunction,
  HookCall,
  Phase,
  Plugin,
} from '../../../packages/loader/src/reference/index.js'
import { deepestCall, mostPrograms, noValue, phases } from './cases.js'
import type { Action, Case, HookProgram, PluginCase } from './cases.js'
import type { ListedFunction } from './driver.js'

/** Words that begin a note. */
export const Note = {
  HookBegins: 1,
  HookAnswers: 2,
  Real: 3,
  Returned: 4,
  Complaint: 5,
  WrongText: 6,
} as const

const complaints: readonly Complaint[] = ['no result', 'unknown result', 'supercede in post']
const none: PluginCase = { isScript: false, startsLoaded: false, hooks: [] }

/** What the reference sees in a case. */
export function runInReference(described: Case, listed: readonly ListedFunction[]): number[] {
  return new CaseRun(described, listed).run()
}

class CaseRun {
  readonly #case: Case
  readonly #functions: readonly (HookableFunction<number, undefined> & { readonly hasResult: boolean })[]
  readonly #trace: number[] = []
  readonly #dispatch: Dispatch<number>
  /** By slot, what takes each hook that is on off again. */
  readonly #on = new Map<number, Map<HookProgram, () => void>>()
  #programsLeft = mostPrograms
  #depth = 0

  constructor(described: Case, listed: readonly ListedFunction[]) {
    this.#case = described
    this.#functions = described.functions.map((place, i) => this.#function(listed[place], i))
    this.#dispatch = new Dispatch<number>({
      complained: (plugin, name, complaint) => {
        this.#note(Note.Complaint, plugin.slot, Number(name), complaints.indexOf(complaint))
      },
      threw: (_plugin, _name, error) => {
        throw error
      },
    })
  }

  run(): number[] {
    this.#case.plugins.forEach((plugin, i) => {
      if (plugin.startsLoaded) this.#load(i + 1)
    })
    for (const step of this.#case.steps) this.#do(step)
    return this.#trace
  }

  #note(...words: number[]): void {
    this.#trace.push(...words)
  }

  #function(
    listed: ListedFunction | undefined,
    i: number,
  ): HookableFunction<number, undefined> & { readonly hasResult: boolean } {
    const hasResult = listed?.hasResult === true
    const program = this.#case.real[i]
    const real = (): number => {
      this.#note(Note.Real, i)
      this.#perform(program?.actions ?? [])
      return hasResult ? (program?.value ?? noValue) : noValue
    }
    return {
      name: String(i),
      fallback: noValue,
      real: listed?.hasReal === true ? real : null,
      hasResult,
    }
  }

  #perform(actions: readonly Action[]): void {
    if (this.#programsLeft === 0) return
    this.#programsLeft -= 1
    for (const action of actions) this.#do(action)
  }

  #do(action: Action): void {
    switch (action.op) {
      case 'call':
        this.#call(action.function)
        break
      case 'load':
        this.#load(action.slot)
        break
      case 'unload':
        this.#on.delete(action.slot)
        this.#dispatch.unload(action.slot)
        break
      case 'pause':
        this.#dispatch.plugin(action.slot)?.pause()
        break
      case 'resume':
        this.#dispatch.plugin(action.slot)?.resume()
        break
      case 'hookOn':
      case 'hookOff':
        this.#setHook(action.slot, action.function, action.phase, action.op === 'hookOn')
        break
      case 'frame':
        this.#dispatch.frame()
    }
  }

  #call(index: number): void {
    const called = this.#functions[index]
    if (called === undefined || this.#depth === deepestCall) return
    this.#depth += 1
    const value = this.#dispatch.call(called, undefined)
    this.#depth -= 1
    this.#note(Note.Returned, index, value)
  }

  #programsOf(slot: number): PluginCase {
    return this.#case.plugins[slot - 1] ?? none
  }

  #load(slot: number): void {
    if (this.#dispatch.plugin(slot) !== null) return
    const { isScript, hooks } = this.#programsOf(slot)
    this.#on.set(slot, new Map())
    const turnOn = (plugin: Plugin<number>): void => {
      for (const hook of hooks) if (hook.startsOn) this.#turnOn(plugin, hook)
    }
    if (isScript) turnOn(this.#dispatch.addScript(slot))
    else this.#dispatch.addNative(slot, turnOn)
  }

  #setHook(slot: number, index: number, phase: Phase, on: boolean): void {
    const plugin = this.#dispatch.plugin(slot)
    const hook = this.#programsOf(slot).hooks.find((it) => it.function === index && it.phase === phase)
    if (plugin === null || hook === undefined) return
    const turnOff = this.#on.get(slot)?.get(hook)
    if (on === (turnOff !== undefined)) return
    if (turnOff === undefined) {
      this.#turnOn(plugin, hook)
    } else {
      this.#on.get(slot)?.delete(hook)
      turnOff()
    }
  }

  #turnOn(plugin: Plugin<number>, program: HookProgram): void {
    const name = String(program.function)
    const isNative = plugin instanceof NativePlugin
    const hook = (call: HookCall<number>): { result: number; value: number } =>
      this.#hook(call, program, isNative)
    if (plugin instanceof NativePlugin) plugin.fill(name, program.phase, hook)
    const turnOff =
      plugin instanceof ScriptPlugin
        ? plugin.hook(name, program.phase, hook)
        : () => {
            if (plugin instanceof NativePlugin) plugin.fill(name, program.phase, null)
          }
    this.#on.get(plugin.slot)?.set(program, turnOff)
  }

  #hook(call: HookCall<number>, program: HookProgram, isNative: boolean): { result: number; value: number } {
    const { answer, value, actions } = program
    const where = [call.plugin.slot, phases.indexOf(program.phase), program.function]
    const { previous, status, original, overriding } = call
    this.#note(Note.HookBegins, ...where, 0, previous, status, original, overriding)
    this.#perform(actions)
    if (isNative) this.#noteGlobals(where, answer)
    return { result: answer, value: this.#functions[program.function]?.hasResult === true ? value : noValue }
  }

  /** Whatever ran inside the hook, it finds its own globals again. */
  #noteGlobals(where: readonly number[], answer: number): void {
    const now = this.#dispatch.globals
    if (now === null) throw new Error('a hook runs without globals')
    this.#note(Note.HookAnswers, ...where, answer, now.previous, now.status, now.original, now.overriding)
  }
}
