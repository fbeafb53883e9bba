/**
 * The rules by which a hooked call runs, in plain TypeScript: what native-bridge/core does in C++ (core/dispatch.h) is
 * held against this on random plugins (native-bridge/test/differential), and a server without native code runs on it.
 *
 * 1. The hooks before the real function run in the order of the plugins' slots, then the real function unless one of them
 *    superceded it, then the hooks after it. All of them are called, whatever the others answer.
 * 2. The result is the value of the last OVERRIDE or SUPERCEDE in the order of the calls, else the real function's. Where
 *    there is no real function its place is taken by a default value. A value that superceded the real function is its
 *    result for the hooks after it.
 * 3. Each hook sees what the one before it in its phase answered, the highest answer so far, the real result and the
 *    overriding one. A call inside a hook has all of these for itself.
 * 4. An answer that is none counts as IGNORED, SUPERCEDE after the real function as OVERRIDE. A native plugin is told so
 *    once for each function; not by a hook that had its own plugin paused or unloaded, or cleared itself.
 * 5. A script hook that throws counts as IGNORED.
 * 6. Plugins and hooks may come and go at any time. Each phase goes through the hooks as they are when it begins: one that
 *    comes later waits for the next call, and one that is there is called at its turn if its plugin is still loaded and not
 *    paused (also if it was in between) and the hook is still on. A call of a function that nobody hooks when the call
 *    begins is the real function's alone to its end.
 */
import { MetaResult } from '@csr/metamod-sdk'

import { counted } from './answers.js'
import type { Answer, Complaint, Phase } from './answers.js'
import { NativePlugin, ScriptPlugin } from './plugins.js'
import type { Globals, Hook, Listed, Plugin } from './plugins.js'

/** A function of engine or game. */
export interface HookableFunction<Value, Args> {
  readonly name: string
  /** The result where there is no real function: 0 or null, but TRUE for ClientConnect and 1 for ShouldCollide. */
  readonly fallback: Value
  /** Null where engine or game lack the function. */
  readonly real: ((args: Args) => Value) | null
}

/** Where mistakes of plugins go. */
export interface Mistakes<Value> {
  /** Once for each plugin, function and kind of mistake. */
  complained(plugin: Plugin<Value>, name: string, complaint: Complaint): void
  threw(plugin: Plugin<Value>, name: string, error: unknown): void
}

/** One call while it runs. */
interface Running<Value, Args> {
  readonly name: string
  readonly args: Args
  status: MetaResult
  previous: MetaResult
  original: Value
  overriding: Value
}

const isGiven = (result: MetaResult): boolean => result >= MetaResult.Override

export class Dispatch<Value> {
  readonly #mistakes: Mistakes<Value>
  readonly #plugins = new Map<number, Plugin<Value>>()
  readonly #complaints = new WeakMap<Plugin<Value>, Set<string>>()
  #globals: Globals<Value> | null = null
  #depth = 0

  constructor(mistakes: Mistakes<Value>) {
    this.#mistakes = mistakes
  }

  /** Hooked calls that run inside one another now. */
  get depth(): number {
    return this.#depth
  }

  /** What the innermost running hook sees; null outside every hook. */
  get globals(): Globals<Value> | null {
    return this.#globals
  }

  /** The plugin in a slot; null for an empty one. */
  plugin(slot: number): Plugin<Value> | null {
    return this.#plugins.get(slot) ?? null
  }

  addScript(slot: number): ScriptPlugin<Value> {
    return this.#add(new ScriptPlugin<Value>(slot))
  }

  /** `fill` does what the plugin does when it is asked for its table. */
  addNative(slot: number, fill: (plugin: NativePlugin<Value>) => void): NativePlugin<Value> {
    const plugin = this.#add(new NativePlugin<Value>(slot))
    fill(plugin)
    this.frame()
    return plugin
  }

  unload(slot: number): void {
    this.#plugins.get(slot)?.unload()
    this.#plugins.delete(slot)
  }

  /** A frame begins: what native plugins filled into their tables counts from now on. */
  frame(): void {
    for (const plugin of this.#plugins.values()) plugin.look()
  }

  /** Calls a function as engine and game do, past all plugins. */
  call<Args>(callee: HookableFunction<Value, Args>, args: Args): Value {
    const { name, fallback, real } = callee
    if (!this.#isHooked(name)) return real === null ? fallback : real(args)
    const outer = this.#globals
    this.#depth += 1
    try {
      return this.#run({ ...callee, args, ...unanswered(fallback) }, real)
    } finally {
      this.#depth -= 1
      this.#globals = outer
    }
  }

  #run<Args>(now: Running<Value, Args>, real: HookableFunction<Value, Args>['real']): Value {
    this.#runPhase(now, 'pre')
    if (now.status === MetaResult.Supercede) now.original = now.overriding
    else if (real !== null) now.original = real(now.args)
    this.#runPhase(now, 'post')
    return isGiven(now.status) ? now.overriding : now.original
  }

  #runPhase(now: Running<Value, unknown>, phase: Phase): void {
    now.previous = MetaResult.Unset
    for (const listed of this.#listed(now.name, phase)) {
      const hook = listed.current()
      if (hook === null) continue
      const { previous, status, original, overriding } = now
      this.#globals = { previous, status, original, overriding }
      const answer = this.#ask(hook, listed.plugin, now, this.#globals)
      now.previous = this.#take(answer, listed, now, phase)
    }
  }

  #ask(
    hook: Hook<Value>,
    plugin: Plugin<Value>,
    now: Running<Value, unknown>,
    globals: Globals<Value>,
  ): Answer<Value> | undefined {
    if (plugin instanceof NativePlugin) return hook({ ...globals, args: now.args, plugin })
    try {
      return hook({ ...globals, args: now.args, plugin })
    } catch (error) {
      this.#mistakes.threw(plugin, now.name, error)
      return undefined
    }
  }

  /** Merges an answer into the call and gives what it counted as. */
  #take(
    answer: Answer<Value> | undefined,
    listed: Listed<Value>,
    now: Running<Value, unknown>,
    phase: Phase,
  ): MetaResult {
    const { result, complaint } = counted(answer?.result ?? MetaResult.Unset, phase)
    if (answer !== undefined && isGiven(result)) now.overriding = answer.value
    if (result > now.status) now.status = result
    if (complaint !== null && listed.current() !== null) this.#complain(listed.plugin, now.name, complaint)
    return result
  }

  #complain(plugin: Plugin<Value>, name: string, complaint: Complaint): void {
    if (!(plugin instanceof NativePlugin)) return
    const said = this.#complaints.get(plugin) ?? new Set<string>()
    this.#complaints.set(plugin, said)
    const key = `${complaint} ${name}`
    if (said.has(key)) return
    said.add(key)
    this.#mistakes.complained(plugin, name, complaint)
  }

  #isHooked(name: string): boolean {
    return this.#listed(name, 'pre').length > 0 || this.#listed(name, 'post').length > 0
  }

  #listed(name: string, phase: Phase): Listed<Value>[] {
    return [...this.#plugins.values()]
      .filter((plugin) => plugin.isRunning)
      .sort((a, b) => a.slot - b.slot)
      .flatMap((plugin) => plugin.listed(name, phase) ?? [])
  }

  #add<Added extends Plugin<Value>>(plugin: Added): Added {
    this.unload(plugin.slot)
    this.#plugins.set(plugin.slot, plugin)
    return plugin
  }
}

/** The state of a call in which nobody answered yet. */
const unanswered = <Value>(fallback: Value) => ({
  status: MetaResult.Unset,
  previous: MetaResult.Unset,
  original: fallback,
  overriding: fallback,
})
