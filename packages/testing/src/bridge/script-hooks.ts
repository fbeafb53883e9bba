/** Hooked calls, by the rules that the loader's reference states: a hook of a plugin is a frame that the SDK dispatches. */
import { Dispatch } from '@csr/metamod-loader'
import { MetaResult } from '@csr/metamod-sdk'
import type { FunctionRow } from '@csr/metamod-sdk/host'

import { mostNestedHooks, type Frames } from './frames.js'

type ScriptPlugin = ReturnType<Dispatch<unknown>['addScript']>

export interface HookSinks {
  /** Runs the hooks of the frame at `base`. */
  readonly dispatch: (base: number) => void
  readonly log: (line: string) => void
}

export class ScriptHooks {
  readonly #frames: Frames
  readonly #sinks: HookSinks
  readonly #dispatch: Dispatch<unknown>
  readonly #plugins = new Map<number, ScriptPlugin>()
  /** Of each plugin, what takes a hook off, by `functionId * 2 + phase`. */
  readonly #undos = new Map<number, Map<number, () => void>>()
  /** How many hooks a function has. */
  readonly #counts = new Map<number, number>()
  readonly #tooDeep = new Set<string>()

  constructor(frames: Frames, sinks: HookSinks) {
    this.#frames = frames
    this.#sinks = sinks
    this.#dispatch = new Dispatch({
      complained: () => undefined,
      threw: (plugin, name, error) => {
        sinks.log(`[META] ERROR: plugin in slot ${plugin.slot}: function ${name}: ${String(error)}`)
      },
    })
  }

  /** Its hooks are not called until it runs. */
  add(slot: number): void {
    this.remove(slot)
    const plugin = this.#dispatch.addScript(slot)
    plugin.pause()
    this.#plugins.set(slot, plugin)
    this.#undos.set(slot, new Map())
  }

  remove(slot: number): void {
    for (const hook of this.hooked(slot)) this.set(slot, hook >> 1, (hook & 1) as 0 | 1, false)
    this.#dispatch.unload(slot)
    this.#plugins.delete(slot)
    this.#undos.delete(slot)
  }

  setRunning(slot: number, isRunning: boolean): void {
    const plugin = this.#plugins.get(slot)
    if (isRunning) plugin?.resume()
    else plugin?.pause()
  }

  /** `functionId * 2 + phase` of each hook of a plugin, ascending. */
  hooked(slot: number): number[] {
    return [...(this.#undos.get(slot)?.keys() ?? [])].sort((a, b) => a - b)
  }

  set(slot: number, functionId: number, phase: 0 | 1, on: boolean): void {
    const undos = this.#undos.get(slot)
    const plugin = this.#plugins.get(slot)
    const hook = functionId * 2 + phase
    const known = undos?.get(hook)
    if (undos === undefined || plugin === undefined || on === (known !== undefined)) return
    this.#counts.set(functionId, (this.#counts.get(functionId) ?? 0) + (on ? 1 : -1))
    if (known === undefined) undos.set(hook, this.#put(plugin, functionId, phase))
    else {
      known()
      undos.delete(hook)
    }
  }

  /** Calls a function through everybody's hooks. */
  call(row: FunctionRow, args: readonly unknown[], real: (args: readonly unknown[]) => unknown): unknown {
    if ((this.#counts.get(row.id) ?? 0) === 0) return real(args)
    const callee = { name: String(row.id), fallback: fallbackOf(row), real }
    this.#rows.set(row.id, row)
    return this.#dispatch.call(callee, args)
  }

  readonly #rows = new Map<number, FunctionRow>()

  #put(plugin: ScriptPlugin, functionId: number, phase: 0 | 1): () => void {
    return plugin.hook(String(functionId), phase === 0 ? 'pre' : 'post', (call) => {
      const row = this.#rows.get(functionId)
      if (row === undefined || this.#isTooDeep(row)) return undefined
      const hasResult = row.returns.kind !== 'void'
      const frame = {
        row,
        phase,
        slot: plugin.slot,
        args: call.args as readonly unknown[],
        status: call.status,
        previous: call.previous,
        original: hasResult && phase === 1 ? call.original : undefined,
        overriding: hasResult && call.status >= MetaResult.Override ? call.overriding : undefined,
      }
      return this.#frames.run(frame, this.#sinks.dispatch)
    })
  }

  #isTooDeep({ name }: FunctionRow): boolean {
    if (this.#frames.depth < mostNestedHooks) return false
    if (!this.#tooDeep.has(name))
      this.#sinks.log(
        `[META] ERROR: ${name}: ${mostNestedHooks} hooks run inside one another, and further ones are skipped; ` +
          'a hook seems to call what it hooks',
      )
    this.#tooDeep.add(name)
    return true
  }
}

/** What a function that does not exist answers. */
function fallbackOf({ returns, defaultResult }: FunctionRow): unknown {
  switch (returns.kind) {
    case 'void':
      return undefined
    case 'cstr':
    case 'pointer':
      return null
    case 'edict':
    case 'entvars':
      return -1
    case 'bool':
      return defaultResult === 1
    case 'char':
      return '\0'
    default:
      return defaultResult ?? 0
  }
}
