/**
 * Stands in for the core in front of the dispatcher: it makes the list of a function's hooks when a phase begins, asks
 * neighbouring script plugins together and others one by one, and carries the answers on. So does native-bridge/core, and
 * native-bridge/test/differential holds that to the reference.
 */
import { FrameOffset } from '../../../sdk/src/raw/frame.js'
import { MetaResult } from '../../../sdk/src/raw/generated/enums.js'
import type { Row } from '../../../sdk/src/raw/generated/rows.js'
import type { Given } from '../../../sdk/src/raw/testing/encode-value.js'
import type { HookOutcome, MemoryBridge } from '../../../sdk/src/raw/testing/memory-bridge.js'

export interface NativeAnswer {
  readonly result: MetaResult
  readonly value: Given
}

type NativeHook = () => NativeAnswer

interface CorePlugin {
  readonly slot: number
  isRunning: boolean
  /** By `functionId * 2 + phase`; null for a script's. Each is an object of its own, so that one put on anew differs. */
  readonly hooks: Map<number, { readonly native: NativeHook | null }>
}

interface Listed {
  readonly plugin: CorePlugin
  readonly hook: { readonly native: NativeHook | null }
}

interface Running {
  readonly row: Row
  status: MetaResult
  previous: MetaResult
  original: Given
  overriding: Given
}

export class StandInCore {
  readonly #memory: MemoryBridge
  readonly #plugins = new Map<number, CorePlugin>()
  /** Changes whenever a list would. */
  #revision = 0

  constructor(memory: MemoryBridge) {
    this.#memory = memory
    memory.setHook = (slot, functionId, phase, on) => this.setHook(slot, functionId * 2 + phase, on, null)
  }

  load(slot: number): void {
    this.#plugins.set(slot, { slot, isRunning: true, hooks: new Map() })
  }

  unload(slot: number): void {
    this.#revision += 1
    this.#plugins.delete(slot)
  }

  setRunning(slot: number, isRunning: boolean): void {
    const plugin = this.#plugins.get(slot)
    if (plugin === undefined || plugin.isRunning === isRunning) return
    this.#revision += 1
    plugin.isRunning = isRunning
  }

  setHook(slot: number, place: number, on: boolean, native: NativeHook | null): void {
    this.#revision += 1
    if (on) this.#plugins.get(slot)?.hooks.set(place, { native })
    else this.#plugins.get(slot)?.hooks.delete(place)
  }

  /** Calls a function as the engine does; `real` is the one behind the hooks. */
  call(row: Row, real: () => Given): Given {
    if (this.#runs(row.id * 2).length + this.#runs(row.id * 2 + 1).length === 0) return real()
    const now: Running = {
      row,
      status: MetaResult.Unset,
      previous: MetaResult.Unset,
      original: null,
      overriding: null,
    }
    this.#phase(now, 0)
    now.original = now.status === MetaResult.Supercede ? now.overriding : real()
    this.#phase(now, 1)
    return now.status >= MetaResult.Override ? now.overriding : now.original
  }

  /** The hooks to call, those of neighbouring scripts together. A paused plugin parts its neighbours. */
  #runs(place: number): Listed[][] {
    const runs: Listed[][] = []
    let isOpen = false
    for (const plugin of [...this.#plugins.values()].sort((a, b) => a.slot - b.slot)) {
      const hook = plugin.hooks.get(place)
      if (hook === undefined) continue
      const isScript = plugin.isRunning && hook.native === null
      if (plugin.isRunning && isScript && isOpen) runs.at(-1)?.push({ plugin, hook })
      else if (plugin.isRunning) runs.push([{ plugin, hook }])
      isOpen = isScript
    }
    return runs
  }

  #phase(now: Running, phase: 0 | 1): void {
    now.previous = MetaResult.Unset
    const place = now.row.id * 2 + phase
    const runs = this.#runs(place)
    const revision = this.#revision
    for (const run of runs) {
      if (revision === this.#revision) this.#callRun(run, now, phase)
      else for (const one of run) if (this.#isLive(one, place)) this.#callRun([one], now, phase)
    }
  }

  #isLive({ plugin, hook }: Listed, place: number): boolean {
    const isLoaded = this.#plugins.get(plugin.slot) === plugin
    return isLoaded && plugin.isRunning && plugin.hooks.get(place) === hook
  }

  #callRun(run: readonly Listed[], now: Running, phase: 0 | 1): void {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return
    if (first.hook.native !== null) {
      const { result, value } = first.hook.native()
      this.#take(now, result, result, value)
      return
    }
    const outcome = this.#memory.hook({
      function: now.row.name,
      isEngine: now.row.table === 'engine',
      phase,
      slots: [first.plugin.slot, last.plugin.slot],
      status: now.status,
      previous: now.previous,
      ...this.#results(now, phase),
    })
    const { metaResult, last: latest } = outcome
    this.#take(now, metaResult as MetaResult, latest as MetaResult, answered(outcome, now.row))
  }

  #results({ row, status, original, overriding }: Running, phase: 0 | 1): Record<string, Given> {
    if (row.returns.kind === 'void') return {}
    const shown = status >= MetaResult.Override ? { overriding } : {}
    return phase === 1 ? { original, ...shown } : shown
  }

  #take(now: Running, merged: MetaResult, latest: MetaResult, value: Given): void {
    if (merged >= MetaResult.Override) now.overriding = value
    if (merged > now.status) now.status = merged
    now.previous = latest
  }
}

/** The value that listeners left behind. */
function answered({ frame, reference }: HookOutcome, row: Row): Given {
  switch (row.returns.kind) {
    case 'void':
      return null
    case 'cstr':
    case 'pointer':
      return reference as Given
    case 'float':
      return frame.f32[FrameOffset.result >> 2]
    case 'uint':
      return frame.u32[FrameOffset.result >> 2]
    default:
      return frame.i32[FrameOffset.result >> 2]
  }
}
