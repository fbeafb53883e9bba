/** Console variables. The core owns the memory of plugins' own, because the engine keeps them for the life of the process. */
import type { Calls } from './call-table.js'
import { plainText } from './cvar-rules.js'
import type { CvarRules, CvarValue } from './cvar-rules.js'
import type { Bridge, NativePointer } from './raw/bridge.js'
import { describe, wrongType } from './raw/errors.js'
import type { Undo } from './raw/hook.js'

/**
 * Told of a variable that somebody set: its value, and the one it had when listeners were last told. It may be an async
 * function.
 */
export type CvarListener<Value = CvarValue> = (value: Value, previous: Value) => unknown

/** What a variable needs of the plugin that has it. */
export interface CvarParts {
  readonly bridge: Bridge
  readonly engine: Calls['engine']
  readonly name: string
  readonly pointer: NativePointer
  readonly rules: CvarRules
  /** Whether values against the rules are set back; those of the server's own variables are not ours to judge. */
  readonly isOwn: boolean
  /** Whether it is watched for good, also without listeners. */
  readonly isRuled: boolean
  readonly help: string
  /** Prints a line to the server console. */
  readonly say: (line: string) => void
  /** Has the variable looked at in every frame from now on, until undone. */
  readonly watch: (cvar: Cvar) => Undo
  /** Calls a listener; its errors go to the log. */
  readonly run: (where: string, call: () => unknown) => unknown
  /** Throws once the plugin was unloaded. */
  readonly requireLoaded: (place: string) => void
  /** Throws once the server has gone, and its memory with it. */
  readonly requireServer: (place: string) => void
}

let noticeOf: (cvar: Cvar) => void

/** Looks whether a variable changed, and tells its listeners. */
export const noticeChange = (cvar: Cvar): void => noticeOf(cvar)

/**
 * A console variable. Whoever sets it at the console or in a config file changes what you read here.
 *
 * @native cvar_t
 */
export class Cvar<Value extends CvarValue = CvarValue> {
  static {
    noticeOf = (cvar) => cvar.#notice()
  }

  readonly #parts: CvarParts
  // Not of the type Value: a variable of numbers has to be one of any values too.
  readonly #listeners = new Set<(value: never, previous: never) => unknown>()
  #unwatch: Undo | null = null
  /** The text that was looked at last, and the good value it stood for. */
  #seen: string | null = null
  #good: CvarValue
  /** What listeners know. */
  #told: CvarValue
  /** The last text that was refused with a line: somebody who insists is not told again in every frame. */
  #refused: string | null = null
  /**
   * The name at the console.
   *
   * @native cvar_t.name
   */
  readonly name: string
  /** One sentence that says what the variable does, for lists that a plugin prints; empty if its author gave none. */
  readonly help: string

  /** @internal Made by `plugin.addCvar` and `plugin.cvar`. */
  constructor(parts: CvarParts, fallback: Value) {
    this.#parts = parts
    this.name = parts.name
    this.help = parts.help
    this.#good = fallback
    this.#told = this.get()
  }

  /**
   * The value as a number, whatever the variable's type; 0 for text that does not start with one.
   *
   * @native cvar_t.value
   */
  get value(): number {
    return this.#parts.engine.cvarGetFloat(this.name)
  }

  /**
   * The value as text, whatever the variable's type.
   *
   * @native cvar_t.string
   */
  get string(): string {
    return this.#parts.engine.cvarGetString(this.name)
  }

  /**
   * Bits of `CvarFlag`.
   *
   * @native cvar_t.flags
   */
  get flags(): number {
    const { bridge, pointer, requireServer } = this.#parts
    requireServer('cvar.flags')
    return bridge.readCvar(pointer).flags
  }

  /**
   * The value in the variable's type and range. If somebody set another at the console, it is set back, with a line that says
   * so: to the nearest number in range, or to the last good value where the text means none.
   *
   * Of the server's own variables (`plugin.cvar`) nothing is set back: text that is no number counts as 0, or as false.
   *
   * @native cvar_t.string
   */
  get(): Value {
    const { bridge, pointer, rules, isOwn, requireServer } = this.#parts
    requireServer('cvar.get')
    const text = bridge.cvarText(pointer)
    if (text === this.#seen) return this.#good as Value
    this.#seen = text
    const judged = rules.judge(text)
    if (isOwn) this.#take(text, judged.value, judged.isGood)
    else this.#good = judged.value ?? rules.ofNumber(bridge.readCvar(pointer).value)
    return this.#good as Value
  }

  /**
   * Sets the value. Listeners are told in one of the next frames.
   *
   * @throws TypeError for what is neither a string, a number nor a boolean.
   * @throws RangeError for a value that is not of the variable's type or range.
   * @native enginefuncs_t.pfnCVarSetString
   */
  set(value: CvarValue): void {
    const { rules, isOwn, engine } = this.#parts
    engine.cvarSetString(this.name, isOwn ? rules.textOf(value, this.name) : plainText(value, this.name))
  }

  /**
   * Calls a function when the variable has another value, whoever set it. Engines tell nobody, so variables with listeners are
   * looked at in every frame. Of two changes in between only the second is seen. While the plugin is paused nobody is called;
   * what changed meanwhile is told afterwards.
   *
   * @returns the function that takes the listener back.
   */
  onChange(listener: CvarListener<Value>): Undo {
    const { watch, requireLoaded } = this.#parts
    requireLoaded('onChange')
    if (typeof listener !== 'function') throw wrongType('onChange', 'listener', 'a function', listener)
    if (this.#listeners.size === 0) this.#told = this.get()
    // A function of its own, so that one that is given twice is called twice.
    const own: CvarListener<Value> = (value, previous) => listener(value, previous)
    this.#listeners.add(own)
    this.#unwatch ??= watch(this)
    return () => {
      this.#listeners.delete(own)
      if (this.#listeners.size > 0 || this.#parts.isRuled) return
      this.#unwatch?.()
      this.#unwatch = null
    }
  }

  /** Takes a new text for the value, or sets it back. */
  #take(text: string, value: CvarValue | null, isGood: boolean): void {
    if (value !== null) this.#good = value
    if (isGood) {
      this.#refused = null
      return
    }
    const { rules, engine, say } = this.#parts
    const kept = plainText(this.#good, this.name)
    engine.cvarSetString(this.name, kept)
    this.#seen = kept
    // "on" for 1 is no mistake.
    if (text === this.#refused || (rules.type === 'boolean' && value !== null)) return
    this.#refused = text
    say(`${this.name}: must be ${rules.expected}, got ${describe(text)}; set to ${kept}`)
  }

  #notice(): void {
    const value = this.get()
    const previous = this.#told
    if (value === previous) return
    this.#told = value
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener))
        this.#parts.run(`cvar ${this.name}`, () => listener(value as never, previous as never))
    }
  }
}
