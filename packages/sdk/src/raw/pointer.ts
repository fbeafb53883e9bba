/**
 * Things in the engine that TypeScript can hold and hand back, but not look into. Each carries the name of what it points
 * to, and the bridge accepts it only where that is wanted, so that one kind is never taken for another.
 */

/** An opaque handle to something of the engine's or the game's. Valid as long as the engine keeps the thing. */
export interface Pointer<Type extends string = string> {
  /** What it points to, such as `infoBuffer`. */
  readonly type: Type
}
