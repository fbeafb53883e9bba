/**
 * The add-on, the core and the pattern engine in this process: what the tests of the bridge stand on. A test hooks
 * functions as one script plugin and sees the raw frames; nothing of the SDK is in between.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'
import type { Bridge, BridgeCallbacks, EngineMemory } from '../../../packages/sdk/src/raw/bridge.js'
import { FrameOffset } from '../../../packages/sdk/src/raw/frame.js'
import { layouts } from '../../../packages/sdk/src/raw/generated/layouts.js'
import { rows } from '../../../packages/sdk/src/raw/generated/rows.js'
import type { Row } from '../../../packages/sdk/src/raw/generated/rows.js'

/** A struct as the pattern functions describe it: its bytes with zeros for addresses, and what those lead to. */
export interface DescribedStruct {
  readonly bytes: string
  /** Where the addresses lie. */
  readonly addresses: readonly number[]
  readonly texts: readonly (string | null)[]
  readonly entities: readonly number[]
}

/** A value as the pattern functions describe it. */
export type Described = number | string | null | number[] | DescribedStruct

/** The description of a value that can only be a struct. */
export function structIn(described: Described | undefined): DescribedStruct {
  if (typeof described === 'object' && described !== null && !Array.isArray(described)) return described
  throw new Error('this is no struct')
}

export interface Invocation {
  readonly before: Described[]
  readonly after: Described[]
  readonly result: Described
}

interface ProbeAddon {
  start(corePath: string): void
  stop(): void
  invoke(functionId: number): string
  received(functionId: number): string | null
  left(functionId: number): string
  returned(functionId: number): string
  moveEntities(): void
  setCvars(value: number): void
  loadAndUnload(): number
}

/** The built natives; another build than the host's can be named in the environment. */
export const nativeFolder =
  process.env['METAMOD_NATIVE_OUT'] ??
  fileURLToPath(new URL(`../../build/${process.arch === 'arm64' ? 'arm64' : 'amd64'}/out`, import.meta.url))

export const corePath = join(nativeFolder, 'metamod.so')
export const probePath = join(nativeFolder, 'pattern_probe.node')
const require = createRequire(import.meta.url)

export const bridge = require(join(nativeFolder, 'metamod_node.node')) as Bridge
const addon = require(probePath) as ProbeAddon

/** The pattern engine and game DLL. */
export const probe = {
  /** Calls the function as engine or game DLL would, with patterned arguments. */
  invoke: (id: number): Invocation => JSON.parse(addon.invoke(id)) as Invocation,
  /** What the real function received since this was last asked; null if it was not called. */
  received: (id: number): Described[] | null =>
    JSON.parse(addon.received(id) ?? 'null') as Described[] | null,
  /** The arguments as the real function last left them. */
  left: (id: number): Described[] => JSON.parse(addon.left(id)) as Described[],
  /** What the real function last returned. */
  returned: (id: number): Described => JSON.parse(addon.returned(id)) as Described,
  /** The engine's entities lie elsewhere from now on. */
  moveEntities: (): void => addon.moveEntities(),
  /** All of the engine's cvars have this number from now on. */
  setCvars: (value: number): void => addon.setCvars(value),
  /** Loads a plugin as a native one would, and unloads it by its handle; the sum of Metamod's answers. */
  loadAndUnload: (): number => addon.loadAndUnload(),
}

export const slot = 1
export const pluginInfo = {
  interfaceVersion: '5:13',
  name: 'Test',
  version: '1',
  date: '',
  author: '',
  url: '',
  logTag: 'TEST',
  loadable: 4,
  unloadable: 4,
}

/** The row of a function by its name; a name that two tables have means the engine's. */
export function rowOf(name: string): Row {
  const row = rows.find((candidate) => candidate.name === name)
  if (row === undefined) throw new Error(`no row is named ${name}`)
  return row
}

/** What the bridge told us, by callback. */
export const seen = {
  log: [] as string[],
  memory: null as EngineMemory | null,
  mapped: [] as ArrayBuffer[],
}

type Listener = (base: number) => void
const listeners = new Map<number, Listener>()
const key = (id: number, phase: number): number => id * 2 + phase

/** The word of a frame at a byte offset. */
export const words = new Int32Array(bridge.scratch)

export const callbacks: BridgeCallbacks = {
  dispatch: (base) =>
    listeners.get(key(words[base >> 2] ?? -1, words[(base + FrameOffset.phase) >> 2] ?? -1))?.(base),
  boot: () => {
    bridge.addScript(slot, pluginInfo)
    bridge.setRunning(slot, true)
    bridge.loadGameDll(probePath)
    return true
  },
  mapStarted: () => undefined,
  mapEnded: () => undefined,
  shutdown: () => undefined,
  command: () => undefined,
  clientCommand: () => false,
  spawnEntity: () => undefined,
  loadPlugin: () => 0,
  unloadPlugin: () => 1,
  stubQueried: () => 0,
  stubAttached: () => false,
  stubDetached: () => false,
  log: (line) => void seen.log.push(line),
  memory: (memory) => void (seen.memory = memory),
  userMessage: (message) => message,
  overran: () => false,
  stalled: () => undefined,
  mapped: (id, buffer) => void (seen.mapped[id] = buffer),
}

export function startServer(changes: Partial<BridgeCallbacks> = {}): void {
  bridge.open(corePath, { ...callbacks, ...changes })
  addon.start(corePath)
}

export function stopServer(): void {
  listeners.clear()
  bridge.close()
  addon.stop()
}

/**
 * Hooks a function for the time that `body` runs. No exception leaves a hook, so what the listener throws, a failed
 * expectation for one, is thrown when `body` is done; so is an error if the hook was not called at all.
 */
export function hooking<Result>(id: number, phase: 0 | 1, listener: Listener, body: () => Result): Result {
  const failures: unknown[] = []
  let calls = 0
  listeners.set(key(id, phase), (base) => {
    calls += 1
    try {
      listener(base)
    } catch (error) {
      failures.push(error)
    }
  })
  bridge.setHook(slot, id, phase, true)
  const result = body()
  bridge.setHook(slot, id, phase, false)
  listeners.delete(key(id, phase))
  if (failures.length > 0) throw failures[0]
  if (calls === 0) throw new Error(`the hook of function ${id} was not called`)
  return result
}

export const Phase = { Pre: 0, Post: 1 } as const

/** Where a parameter lies in a frame. */
export const at = (row: Row, index: number): number => row.params[index]?.at ?? -1

/** The offset of a field, as the bridge counts it. */
export function offsetOf(struct: string, field: string): number {
  const row = layouts.find(({ cName }) => cName === struct)?.fields.find(({ cName }) => cName === field)
  return row?.offset[bridge.wordSize === 64 ? 'lp64' : 'ilp32'] ?? -1
}

/** The engine's or game DLL's function as JavaScript calls it. */
export const call = (name: string) => bridge.bind(rowOf(name).id, 'real')

/** What the real function received since this was last asked. */
export const received = (name: string) => probe.received(rowOf(name).id)

/** Gives each test of the file a server of its own. */
export function serverForEachTest(): void {
  beforeEach(() => {
    seen.log.length = 0
    startServer()
  })
  afterEach(() => stopServer())
}
