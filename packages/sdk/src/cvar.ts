/** Console variables of plugins. The core owns their memory, because the engine keeps them for the life of the process. */
import type { Calls } from './call-table.js'
import { consoleName } from './console-name.js'
import type { PluginScope } from './plugin-scope.js'
import { finiteNumber, text, wholeNumber } from './raw/checks.js'
import { wrongType } from './raw/errors.js'
import type { Bridge, NativePointer } from './raw/bridge.js'

/** How a console variable behaves. */
export interface CvarOptions {
  /** Bits of `CvarFlag` or-ed together; none if left out. */
  readonly flags?: number
}

/**
 * A console variable. Whoever sets it at the console or in a config file changes what you read here.
 *
 * @native cvar_t
 */
export class Cvar {
  readonly #bridge: Bridge
  readonly #engine: Calls['engine']
  readonly #pointer: NativePointer
  /**
   * The name at the console.
   *
   * @native cvar_t.name
   */
  readonly name: string

  /** @internal Made by {@link createCvar}. */
  constructor(bridge: Bridge, engine: Calls['engine'], name: string, pointer: NativePointer) {
    this.#bridge = bridge
    this.#engine = engine
    this.#pointer = pointer
    this.name = name
  }

  /**
   * The value as a number; 0 for text that does not start with one.
   *
   * @native cvar_t.value
   */
  get value(): number {
    return this.#engine.cvarGetFloat(this.name)
  }

  /**
   * The value as text.
   *
   * @native cvar_t.string
   */
  get string(): string {
    return this.#engine.cvarGetString(this.name)
  }

  /**
   * Bits of `CvarFlag`.
   *
   * @native cvar_t.flags
   */
  get flags(): number {
    return this.#bridge.readCvar(this.#pointer).flags
  }

  /**
   * Sets the value.
   *
   * @throws TypeError for what is neither a string nor a number.
   * @native enginefuncs_t.pfnCVarSetString
   */
  set(value: string | number): void {
    this.#engine.cvarSetString(this.name, valueText(value, this.name))
  }
}

/** Registers a variable, or finds it again after a reload; then it keeps its value. */
export function createCvar(
  scope: PluginScope,
  bridge: Bridge,
  engine: Calls['engine'],
  ...[name, value, options]: [name: string, value: string | number, options: CvarOptions]
): Cvar {
  const place = 'addCvar'
  const flags = wholeNumber(options.flags ?? 0, -(2 ** 31), 2 ** 32 - 1, place, 'flags') | 0
  const pointer = bridge.addCvar(scope.slot, consoleName(name, place), valueText(value, place), flags)
  return new Cvar(bridge, engine, name, pointer)
}

function valueText(value: unknown, place: string): string {
  if (typeof value === 'number') return String(finiteNumber(value, place, 'value'))
  if (typeof value !== 'string') throw wrongType(place, 'value', 'a string or number', value)
  return text(value, place, 'value')
}
