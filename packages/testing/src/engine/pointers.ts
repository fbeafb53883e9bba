/**
 * What plugins hold and hand back without looking into it. Only objects of this class are taken back, so that nobody makes
 * a pointer of their own.
 */
import type { NativePointer, PointerType } from '@csr/metamod-sdk/host'

export class EnginePointer implements NativePointer {
  readonly type: PointerType

  constructor(type: PointerType) {
    this.type = type
  }
}

/** A set of what is visible; in one room that is everything. */
export class VisibilitySet extends EnginePointer {
  readonly bytes = new Uint8Array(1024).fill(0xff)

  constructor() {
    super('visibility')
  }
}

/** A function of the game's, by its name. */
export class FunctionPointer extends EnginePointer {
  readonly name: string

  constructor(name: string) {
    super('function')
    this.name = name
  }
}

/** A function of the game's, such as the handler of a command, is a plain function here. */
export function asPointer(value: unknown): EnginePointer | null {
  if (typeof value === 'function') return new FunctionPointer(value.name)
  return value instanceof EnginePointer ? value : null
}

/** A place where a function leaves something for its caller. */
export interface Cell<Value> {
  value: Value
}

export const cell = <Value>(value: Value): Cell<Value> => ({ value })
