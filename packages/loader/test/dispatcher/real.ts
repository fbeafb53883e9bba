/** Runs a case in the dispatcher that servers run: packages/sdk/src/raw/dispatch.ts. */
import { PluginScope } from '../../../sdk/src/plugin-scope.js'
import { Dispatcher, Phase } from '../../../sdk/src/raw/dispatch.js'
import type { HookEvent, Undo } from '../../../sdk/src/raw/hook.js'
import { MetaResult } from '../../../sdk/src/raw/generated/enums.js'
import { Runtime } from '../../../sdk/src/raw/runtime.js'
import { MemoryBridge } from '../../../sdk/src/raw/testing/memory-bridge.js'
import { handled, override, supercede } from '@csr/metamod-sdk'

import { CaseRun, lineOf } from './case-run.js'
import type { Case, ListenerCase } from './cases.js'
import { testedFunctions } from './functions.js'
import type { TestedFunction } from './functions.js'
import { StandInCore } from './stand-in-core.js'

const memory = new MemoryBridge()
const runtime = new Runtime(memory.bridge)
let onError: (slot: number, where: string, error: unknown) => void = () => undefined
// One for all cases, as a server has one for all plugins that come and go.
const dispatcher = new Dispatcher(runtime, (slot, where, error) => onError(slot, where, error))
memory.startMap({
  dispatch: dispatcher.dispatch,
  memory: (given) => runtime.map(given),
  mapped: () => undefined,
})

/** The functions that a case may choose from. */
export const functions = testedFunctions((index) => runtime.entities.at(index))

/** What plugins see in a case, and what the calls give. */
export function runInDispatcher(described: Case): readonly string[] {
  memory.journal.length = 0
  return new RealRun(described, functions).run()
}

class RealRun extends CaseRun {
  readonly #core = new StandInCore(memory)
  readonly #plugins = new Map<number, { readonly scope: PluginScope; readonly on: Map<number, Undo> }>()

  constructor(described: Case, all: readonly TestedFunction[]) {
    super(described, all)
    onError = (slot, where, error) => {
      const message = error instanceof Error ? error.message : String(error)
      if (!message.includes('counts as override()') && message !== 'rejected')
        this.lines.push(`error of plugin ${slot} in ${where}`)
    }
  }

  protected load(slot: number): void {
    if (this.#plugins.has(slot) || this.case.plugins[slot - 1] === undefined) return
    this.#core.load(slot)
    this.#plugins.set(slot, {
      scope: new PluginScope(slot, { run: (_owner, _where, call) => call() }),
      on: new Map(),
    })
    this.addFirst(slot)
  }

  protected unload(slot: number): void {
    this.#plugins.get(slot)?.scope.dispose()
    this.#plugins.delete(slot)
    this.#core.unload(slot)
  }

  protected setPaused(slot: number, isPaused: boolean): void {
    const plugin = this.#plugins.get(slot)
    if (plugin === undefined) return
    plugin.scope.isPaused = isPaused
    this.#core.setRunning(slot, !isPaused)
  }

  protected add(slot: number, listener: number): void {
    const plugin = this.#plugins.get(slot)
    const program = this.listenersOf(slot)[listener]
    if (plugin === undefined || program === undefined || plugin.on.has(listener)) return
    const { row } = this.function(program.function)
    const phase = program.phase === 'pre' ? Phase.Pre : Phase.Post
    const what = `${slot}.${listener}`
    plugin.on.set(
      listener,
      this.isScript(slot)
        ? plugin.scope.keep(dispatcher.add(plugin.scope, row, phase, this.#listener(what, program)))
        : this.#addNative(slot, row.id * 2 + phase, what, program),
    )
  }

  protected remove(slot: number, listener: number): void {
    const on = this.#plugins.get(slot)?.on
    on?.get(listener)?.()
    on?.delete(listener)
  }

  protected callHooked(index: number): unknown {
    const { row, samples } = this.function(index)
    return this.#core.call(row, () => {
      this.performReal(index)
      return samples[this.case.real[index]?.value ?? 0]?.inC
    })
  }

  #listener(what: string, program: ListenerCase): (event: HookEvent) => unknown {
    return (event) => {
      this.lines.push(lineOf(`${what} begins`, event))
      this.perform(program.actions)
      // Whatever ran inside, the event tells of its own call.
      this.lines.push(lineOf(`${what} answers`, event))
      return this.#answer(program)
    }
  }

  #answer({ answer, value, function: index }: ListenerCase): unknown {
    const { row, samples } = this.function(index)
    const given = samples[value]?.given
    switch (answer) {
      case 'nothing':
        return undefined
      case 'handled':
        return handled()
      case 'override':
        return override(given)
      case 'supercede':
        return supercede(given)
      case 'throw':
        throw new Error('thrown')
      case 'async':
        return Promise.resolve(supercede(given))
      case 'rejected':
        return Promise.reject(new Error('rejected'))
      case 'wrong':
        return supercede(row.returns.kind === 'void' ? 1 : Symbol('wrong'))
      case 'stray':
        return value
    }
  }

  #addNative(slot: number, place: number, what: string, program: ListenerCase): Undo {
    const { samples } = this.function(program.function)
    const results: Partial<Record<ListenerCase['answer'], MetaResult>> = {
      handled: MetaResult.Handled,
      override: MetaResult.Override,
      supercede: program.phase === 'pre' ? MetaResult.Supercede : MetaResult.Override,
    }
    const result = results[program.answer] ?? MetaResult.Ignored
    const native = () => {
      this.lines.push(`native ${what}`)
      return { result, value: samples[program.value]?.inC }
    }
    this.#core.setHook(slot, place, true, native)
    return () => this.#core.setHook(slot, place, false, null)
  }
}
