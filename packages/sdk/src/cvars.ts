/** The console variables of one plugin: how it gets them, and who looks after those that must not go unwatched. */
import type { Calls } from './call-table.js'
import { consoleName } from './console-name.js'
import { Cvar, noticeChange } from './cvar.js'
import type { CvarListener, CvarParts } from './cvar.js'
import { CvarRules, typeOfDefault } from './cvar-rules.js'
import type { CvarType, CvarValue, CvarValues } from './cvar-rules.js'
import type { PluginScope } from './plugin-scope.js'
import type { NativePointer } from './raw/bridge.js'
import { record, text, wholeNumber } from './raw/checks.js'
import { MetamodError, wrongType } from './raw/errors.js'
import type { Undo } from './raw/hook.js'
import type { Runtime } from './raw/runtime.js'

/** How a console variable behaves. */
export interface CvarOptions<Type extends CvarType = CvarType> {
  /** Bits of `CvarFlag` or-ed together; none if left out. */
  readonly flags?: number
  /** What it may be set to; if left out, what the default is: a number, a boolean or a text. */
  readonly type?: Type
  /** The least allowed number; for the types `number` and `integer`. */
  readonly min?: number
  /** The greatest allowed number; for the types `number` and `integer`. */
  readonly max?: number
  /** One sentence that says what the variable does. Engines show it nowhere; a plugin's own list may. */
  readonly help?: string
  /** Told when somebody set the variable to another value; see {@link Cvar.onChange}. */
  readonly onChange?: CvarListener<CvarValues[Type]>
}

/** The type of a variable whose author named none. */
export type TypeOfDefault<Value extends CvarValue> = Value extends number
  ? 'number'
  : Value extends boolean
    ? 'boolean'
    : 'text'

/** What {@link Cvars} stand on. */
export interface CvarsParts {
  readonly scope: PluginScope
  readonly runtime: Runtime
  readonly engine: Calls['engine']
  readonly say: (line: string) => void
  /** Has a function called in every frame. */
  readonly onFrame: (listener: () => void) => Undo
}

export class Cvars {
  readonly #parts: CvarsParts
  /** In lower case, as engines compare them. */
  readonly #own = new Set<string>()
  #watched: readonly Cvar[] = []
  #unhook: Undo | null = null

  constructor(parts: CvarsParts) {
    this.#parts = parts
  }

  add(name: string, value: CvarValue, options: CvarOptions): Cvar {
    const place = 'addCvar'
    const { scope, runtime } = this.#parts
    scope.requireLoaded(place)
    record(options, place, 'options')
    const key = consoleName(name, place).toLowerCase()
    const rules = new CvarRules(options.type ?? typeOfDefault(value), options.min, options.max, place)
    const flags = wholeNumber(options.flags ?? 0, -(2 ** 31), 2 ** 32 - 1, place, 'flags') | 0
    const help = text(options.help ?? '', place, 'help')
    const { onChange } = options
    if (onChange !== undefined && typeof onChange !== 'function')
      throw wrongType(place, 'onChange', 'a function', onChange)
    const initial = rules.textOf(value, place)
    if (this.#own.has(key)) {
      const cure = 'keep what addCvar returned the first time'
      throw new MetamodError('CVAR_TAKEN', `${place}: this plugin has "${name}" already; ${cure}`)
    }
    const pointer = runtime.bridge.addCvar(scope.slot, name, initial, flags)
    this.#own.add(key)
    // The rules found the text good, so it means something.
    const fallback = rules.judge(initial).value as CvarValue
    const isRuled = isWatched(options)
    const cvar = this.#make(name, pointer, rules, { isOwn: true, isRuled, help, fallback })
    if (isRuled) this.#watch(cvar)
    if (onChange !== undefined) cvar.onChange(onChange)
    return cvar
  }

  find(name: string, type: CvarType): Cvar | null {
    const place = 'cvar'
    this.#parts.scope.requireLoaded(place)
    const rules = new CvarRules(type, undefined, undefined, place)
    const pointer = this.#parts.engine.cvarGetPointer(text(name, place, 'name'))
    if (pointer === null) return null
    const real = this.#parts.runtime.bridge.readCvar(pointer).name
    return this.#make(real, pointer, rules, { isOwn: false, isRuled: false, help: '', fallback: '' })
  }

  #make(
    name: string,
    pointer: NativePointer,
    rules: CvarRules,
    { fallback, ...own }: Pick<CvarParts, 'isOwn' | 'isRuled' | 'help'> & { readonly fallback: CvarValue },
  ): Cvar {
    const { scope, runtime, engine, say } = this.#parts
    return new Cvar(
      {
        ...{ bridge: runtime.bridge, engine, name, pointer, rules, say, ...own },
        watch: (cvar) => this.#watch(cvar),
        run: (where, call) => (scope.isRunning ? scope.run(where, call) : undefined),
        requireLoaded: (place) => scope.requireLoaded(place),
        requireServer: (place) => runtime.callBase(place),
      },
      fallback,
    )
  }

  #watch(cvar: Cvar): Undo {
    if (!this.#watched.includes(cvar)) this.#watched = [...this.#watched, cvar]
    this.#unhook ??= this.#parts.onFrame(() => this.#look())
    return () => {
      this.#watched = this.#watched.filter((each) => each !== cvar)
      if (this.#watched.length > 0) return
      this.#unhook?.()
      this.#unhook = null
    }
  }

  #look(): void {
    for (const cvar of this.#watched) {
      // A listener may have paused or unloaded the plugin.
      if (!this.#parts.scope.isRunning) return
      noticeChange(cvar)
    }
  }
}

/** A variable with rules is watched for good: nobody else would set it back before it is read. */
function isWatched({ type, min, max }: CvarOptions): boolean {
  return (type ?? 'text') !== 'text' || min !== undefined || max !== undefined
}
