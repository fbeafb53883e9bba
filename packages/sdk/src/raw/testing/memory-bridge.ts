/**
 * A bridge for tests without native code: the same scratch block and entity memory, filled by the test instead of by C.
 * It plays both neighbours of the SDK: `hook()` does what the core does when the engine calls a hooked function, and
 * `answers` holds what a called function leaves behind.
 */
import type { Bridge, BridgeCallbacks, NativeCall, NativePointer, ReferenceArgument } from '../bridge.js'
import { FrameFlag, FrameOffset, frameSize } from '../frame.js'
import { MetaResult } from '../generated/enums.js'
import { rows } from '../generated/rows.js'
import type { Row } from '../generated/rows.js'
import { layoutOf, offsetIn, sizeOf } from '../layout.js'
import { Arrays } from '../memory.js'
import { encodeValue } from './encode-value.js'
import type { Given } from './encode-value.js'
import { MemoryRegistry } from './memory-registry.js'

/** A frame while its listeners run, and what it held when they had returned. */
export interface HookCall {
  readonly function: string
  /** A few names stand for a function of the engine and one of the game DLL; the latter is meant unless this is set. */
  readonly isEngine?: boolean
  readonly phase?: 0 | 1
  readonly params?: Readonly<Record<string, Given>>
  readonly slots?: readonly [first: number, last: number]
  readonly status?: number
  readonly previous?: number
  readonly original?: Given
  readonly overriding?: Given
}

export interface HookOutcome {
  readonly metaResult: number
  readonly last: number
  readonly dirty: number
  /** The frame's bytes, for reading what listeners wrote. */
  readonly frame: Arrays
  /** The answer, where it is a text or pointer. */
  readonly reference: unknown
}

/** A call of the SDK's that reached C. */
export interface RecordedCall {
  readonly function: string
  readonly target: string
  readonly base: number
  readonly references: readonly ReferenceArgument[]
  /** The frame as C found it. */
  readonly frame: Arrays
}

type Answer = (frame: Arrays, base: number, references: readonly ReferenceArgument[]) => unknown

/** The row of a function; where engine and game DLL have one of that name, the game DLL's unless told otherwise. */
export function rowNamed(name: string, isEngine?: boolean): Row {
  const named = rows.filter((row) => row.name === name)
  const row = named.find(({ table }) => (table === 'engine') === (isEngine ?? named.length < 2)) ?? named[0]
  if (row === undefined) throw new Error(`there is no function ${name}`)
  return row
}

const edictCount = 64
const edictsLow = 0xfffff000
const edictsHigh = 0x7f12
const farAway = 0x100000
const edict = {
  size: sizeOf('edict_t', 64),
  layout: layoutOf('edict_t', 64),
  vars: layoutOf('entvars_t', 64),
}

export class MemoryBridge extends MemoryRegistry implements Partial<Bridge> {
  readonly scratch = new ArrayBuffer(1 << 16)
  readonly wordSize = 64
  readonly calls: RecordedCall[] = []
  readonly answers = new Map<string, Answer>(this.console.answers)
  readonly pool = new Map<number, string>([[0, '']])
  edicts = new Arrays(new ArrayBuffer(edict.size * edictCount))
  globals = new Arrays(new ArrayBuffer(sizeOf('globalvars_t', 64)))
  readonly #frame = new Arrays(this.scratch)
  #top = 0
  #serial = 0
  #frames: { base: number; row: Row; given: HookCall; reference: unknown }[] = []
  callbacks: Pick<BridgeCallbacks, 'dispatch' | 'memory' | 'mapped'> | undefined

  /** The bridge as the SDK takes it. What is missing would be a bug of the test. */
  get bridge(): Bridge {
    return this as unknown as Bridge
  }

  /** Gives the SDK the engine's memory, as at the start of a map. */
  startMap(callbacks: Pick<BridgeCallbacks, 'dispatch' | 'memory' | 'mapped'>, at = 0): void {
    this.callbacks = callbacks
    this.globals.i32[offsetIn(layoutOf('globalvars_t', 64), 'maxClients') >> 2] = 4
    const low = edictsLow + at * farAway
    callbacks.memory({
      edicts: this.edicts.u8.buffer as ArrayBuffer,
      edictCount,
      globals: this.globals.u8.buffer as ArrayBuffer,
      edictsLow: low >>> 0,
      edictsHigh: edictsHigh + Math.floor(low / 2 ** 32),
    })
  }

  /** The byte offset of a field of an entity's variables. */
  at(index: number, field: string): number {
    return index * edict.size + offsetIn(edict.layout, 'vars') + offsetIn(edict.vars, field)
  }

  /** Does to a slot what the engine does when it frees the entity in it. */
  free(index: number): void {
    this.edicts.i32[(index * edict.size) >> 2] = 1
    this.reuse(index)
  }

  /** Does to a slot what the engine does when it gives it to another entity. */
  reuse(index: number): void {
    const at = (index * edict.size + offsetIn(edict.layout, 'serialNumber')) >> 2
    this.edicts.i32[at] = (this.edicts.i32[at] ?? 0) + 1
  }

  /** Lets the engine call a hooked function. */
  hook(given: HookCall): HookOutcome {
    const row = rowNamed(given.function, given.isEngine)
    const base = this.#top
    this.#top += frameSize(row, this.wordSize)
    const frame = { base, row, given, reference: undefined as unknown }
    this.#frames.push(frame)
    this.#fill(base, row, given)
    this.callbacks?.dispatch(base)
    const outcome: HookOutcome = {
      metaResult: this.#word(base + FrameOffset.metaResult),
      last: this.#word(base + FrameOffset.lastMetaResult),
      dirty: this.#word(base + FrameOffset.dirty),
      frame: new Arrays(this.scratch.slice(base, this.#top)),
      reference: frame.reference,
    }
    this.#frame.i32[(base + FrameOffset.serial) >> 2] = 0
    this.#frames.pop()
    this.#top = base
    return outcome
  }

  #word(at: number): number {
    return this.#frame.i32[at >> 2] ?? 0
  }

  #fill(base: number, row: Row, given: HookCall): void {
    const [first, last] = given.slots ?? [1, 255]
    const hasOriginal = given.original === undefined ? 0 : FrameFlag.original
    const hasOverride = given.overriding === undefined ? 0 : FrameFlag.override
    const { Ignored } = MetaResult
    const header = [row.id, given.phase ?? 0, first, last, ++this.#serial, 0, Ignored, Ignored]
    const state = [given.status ?? 0, given.previous ?? 0, hasOriginal | hasOverride, 0]
    this.#frame.i32.set([...header, ...state], base >> 2)
    for (const param of row.params)
      encodeValue(this.#frame, base + param.at, param, given.params?.[param.name])
    encodeValue(this.#frame, base + FrameOffset.original, row.returns, given.original)
    encodeValue(this.#frame, base + FrameOffset.override, row.returns, given.overriding)
  }

  bind(functionId: number, target: string): NativeCall {
    const row = rows[functionId]
    if (row === undefined) throw new Error(`there is no function ${functionId}`)
    return (...references) => {
      const base = this.#top
      const frame = new Arrays(this.scratch.slice(base, base + frameSize(row, this.wordSize)))
      this.calls.push({ function: row.name, target, base, references, frame })
      return this.answers.get(row.name)?.(this.#frame, base, references) as ReturnType<NativeCall>
    }
  }

  #given(base: number, which: number): Given {
    const frame = this.#frames.find((candidate) => candidate.base === base)
    if (frame === undefined) throw new Error(`no frame at ${base}`)
    this.journal.push(`fetch ${which}`)
    if (which === -2) return frame.given.original ?? null
    if (which === -3) return frame.given.overriding ?? null
    return frame.given.params?.[frame.row.params[which]?.name ?? ''] ?? null
  }

  frameText(base: number, which: number): string | null {
    return this.#given(base, which) as string | null
  }

  framePointer(base: number, which: number): NativePointer | null {
    return this.#given(base, which) as NativePointer | null
  }

  setFrameText(base: number, _which: number, text: string | null): void {
    for (const frame of this.#frames) if (frame.base === base) frame.reference = text
  }

  setFramePointer(base: number, which: number, pointer: NativePointer | null): void {
    this.setFrameText(base, which, pointer as unknown as string)
  }

  structText(base: number, parameter: number, offset: number): string {
    return `text of parameter ${parameter} at ${offset} of frame ${base}`
  }

  setStructText(base: number, parameter: number, offset: number, text: string): void {
    this.journal.push(`setStructText ${base} ${parameter} ${offset} ${text}`)
  }

  string(handle: number): string {
    return this.pool.get(handle) ?? ''
  }

  allocString(text: string): number {
    this.pool.set(this.pool.size, text)
    return this.pool.size - 1
  }

  setEdictField(entityIndex: number, offset: number, targetIndex: number): void {
    this.journal.push(`setEdictField ${entityIndex} ${offset} ${targetIndex}`)
  }

  setHook(slot: number, functionId: number, phase: 0 | 1, on: boolean): void {
    this.journal.push(`setHook ${slot} ${rows[functionId]?.name ?? '?'} ${phase} ${on ? 'on' : 'off'}`)
  }
}
