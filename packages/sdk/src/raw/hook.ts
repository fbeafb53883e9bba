/**
 * What a listener is given, and what it may answer. A hook answers by returning: nothing, `handled()`, `override(value)`
 * or `supercede(value)`. Answers are objects of one class, so that the dispatcher can tell them from values that a
 * listener returns by accident (an arrow function without braces returns whatever its expression gives).
 */
import { MetaResult } from './generated/enums.js'

/** The answer of {@link handled}. */
export interface Handled {
  readonly kind: typeof MetaResult.Handled
}

/** The answer of {@link override}. */
export interface Override<Value> {
  readonly kind: typeof MetaResult.Override
  readonly value: Value
}

/** The answer of {@link supercede}. */
export interface Supercede<Value> {
  readonly kind: typeof MetaResult.Supercede
  readonly value: Value
}

/** Everything a listener may return besides nothing. */
export type Answer<Value> = Handled | Override<Value> | Supercede<Value>

/** What every event tells of the call it belongs to. It throws once its hook has returned. */
export interface HookEvent<Result = unknown> {
  /**
   * The strongest answer so far in this call, of all plugins.
   *
   * @native meta_globals_t.status
   */
  readonly status: MetaResult
  /**
   * The answer of the plugin that was called before yours; `MetaResult.Unset` for the first.
   *
   * @native meta_globals_t.prev_mres
   */
  readonly previous: MetaResult
  /**
   * What the real function returned, or the value that superceded it; null before it was called, and for functions that
   * return nothing.
   *
   * @native meta_globals_t.orig_ret
   */
  readonly original: Result | null
  /**
   * The value that the last overriding or superceding plugin gave; null when none did.
   *
   * @native meta_globals_t.override_ret
   */
  readonly overriding: Result | null
}

/** A function called for each engine or game DLL call it was registered for. It must answer before it returns. */
export type Listener<Event, Result, Given = Result> = (
  event: Event & HookEvent<Result>,
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- A listener declared as returning void is fine too.
) => Answer<Given> | undefined | void

/** Takes back one registration. Calling it again does nothing. */
export type Undo = () => void

/**
 * Registers a listener. Listeners of one plugin are called in the order of their registration. One that is registered
 * while a call is in this very hook waits for the next call; one that is taken back is called no more, at once.
 *
 * @returns the function that takes the registration back; unloading the plugin does so too.
 */
export type Hook<Event, Result, Given = Result> = (listener: Listener<Event, Result, Given>) => Undo

/** The one class of answers. Authors make them with the three functions below. */
export class HookAnswer {
  readonly kind: MetaResult
  readonly value: unknown

  constructor(kind: MetaResult, value: unknown) {
    this.kind = kind
    this.value = value
    Object.freeze(this)
  }
}

const handledAnswer = new HookAnswer(MetaResult.Handled, undefined) as Handled

/**
 * Says that the listener did something about the call, which goes on unchanged. Other plugins can see it as
 * {@link HookEvent.status}.
 *
 * @native MRES_HANDLED
 */
export function handled(): Handled {
  return handledAnswer
}

/**
 * Lets the real function run, which returns nothing, and tells other plugins that yours overrode it.
 *
 * @native MRES_OVERRIDE
 */
export function override(): Override<void>
/**
 * Lets the real function run, then returns `value` to the caller instead of its result. The last plugin that overrides
 * or supercedes decides.
 *
 * @native MRES_OVERRIDE
 */
export function override<const Value>(value: Value): Override<Value>
export function override(value?: unknown): unknown {
  return new HookAnswer(MetaResult.Override, value)
}

/**
 * Skips the real function, which returns nothing. All other plugins are still called. In a post hook, where the real
 * function already ran, it counts as {@link override}.
 *
 * @native MRES_SUPERCEDE
 */
export function supercede(): Supercede<void>
/**
 * Skips the real function and returns `value` to the caller. All other plugins are still called. In a post hook, where
 * the real function already ran, it counts as {@link override}.
 *
 * @native MRES_SUPERCEDE
 */
export function supercede<Value>(value: Value): Supercede<Value>
export function supercede(value?: unknown): unknown {
  return new HookAnswer(MetaResult.Supercede, value)
}
