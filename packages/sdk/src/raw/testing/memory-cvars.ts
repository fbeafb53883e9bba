/** The console variables of a server without native code: what engine calls and the bridge see of them is one store. */
import type { NativePointer } from '../bridge.js'
import { FrameOffset } from '../frame.js'
import type { Arrays } from '../memory.js'

interface MemoryCvar {
  readonly name: string
  readonly flags: number
  string: string
}

type CvarAnswer = (frame: Arrays, base: number, references: readonly unknown[]) => unknown

/** What C's `atof` makes of a text. */
const numberIn = (text: string): number => (/^\s*nan/i.test(text) ? NaN : Number.parseFloat(text) || 0)

export class MemoryCvars {
  readonly #byName = new Map<string, MemoryCvar>()
  readonly #byPointer = new Map<object, MemoryCvar>()
  readonly #pointers = new Map<MemoryCvar, NativePointer>()

  /** Registers one; as in engines it keeps its value when it is there already. */
  add(name: string, string: string, flags = 0): NativePointer {
    const known = this.#pointerTo(name)
    if (known !== null) return known
    const cvar = { name, string, flags }
    const pointer = { type: 'cvar' }
    this.#byName.set(name.toLowerCase(), cvar)
    this.#byPointer.set(pointer, cvar)
    this.#pointers.set(cvar, pointer)
    return pointer
  }

  /** Sets one, as somebody at the console does. */
  set(name: string, string: string): void {
    const cvar = this.#byName.get(name.toLowerCase())
    if (cvar !== undefined) cvar.string = string
  }

  /** The text of one; empty where there is none. */
  text(name: string): string {
    return this.#byName.get(name.toLowerCase())?.string ?? ''
  }

  read(pointer: NativePointer): { name: string; string: string; flags: number; value: number } {
    const cvar = this.#behind(pointer)
    return { ...cvar, value: numberIn(cvar.string) }
  }

  textBehind(pointer: NativePointer): string {
    return this.#behind(pointer).string
  }

  /** The engine's functions for them, by name. */
  get answers(): readonly (readonly [string, CvarAnswer])[] {
    return [
      ['cvarGetPointer', (_frame, _base, [name]) => this.#pointerTo(String(name))],
      ['cvarGetString', (_frame, _base, [name]) => this.text(String(name))],
      ['cvarSetString', (_frame, _base, [name, value]) => this.set(String(name), String(value))],
      [
        'cvarGetFloat',
        (frame, base, [name]) => {
          frame.f32[(base + FrameOffset.result) >> 2] = numberIn(this.text(String(name)))
        },
      ],
    ]
  }

  #behind(pointer: NativePointer): MemoryCvar {
    const cvar = this.#byPointer.get(pointer)
    if (cvar === undefined) throw new Error('no such pointer')
    return cvar
  }

  #pointerTo(name: string): NativePointer | null {
    const cvar = this.#byName.get(name.toLowerCase())
    return cvar === undefined ? null : (this.#pointers.get(cvar) ?? null)
  }
}
