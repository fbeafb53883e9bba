/**
 * The views of entities' variables. All entities lie in one block of memory, so their class is bound to it. When the
 * engine moves the block, the accessors are compiled anew and put onto the same class: objects keep their shape, and code
 * of plugins that was optimised for it stays so.
 */
import type { View, ViewCompiler } from './compile-view.js'
import type { Guard } from './entity.js'
import type { EntVars } from './generated/structs.js'
import type { Arrays } from './memory.js'

export class EntityVars {
  readonly #compiler: ViewCompiler
  readonly #serialBefore: number
  readonly #class: new (arrays: Arrays, offset: number, guard: Guard) => View
  #arrays: Arrays

  constructor(compiler: ViewCompiler, serialBefore: number, arrays: Arrays) {
    this.#compiler = compiler
    this.#serialBefore = serialBefore
    this.#arrays = arrays
    this.#class = compiler.entityClass(arrays, serialBefore)
  }

  /** Lets all views, those that exist too, read from other arrays. */
  bind(arrays: Arrays): void {
    const { prototype } = this.#compiler.entityClass(arrays, this.#serialBefore)
    const members = Object.getOwnPropertyDescriptors(prototype)
    Object.defineProperties(this.#class.prototype, { ...members, constructor: { value: this.#class } })
    this.#arrays = arrays
  }

  make(offset: number, guard: Guard): EntVars {
    // The class has the fields of EntVars, because both come from the same rows of api/.
    return new this.#class(this.#arrays, offset, guard) as View & EntVars
  }

  /** Makes a view throw from here on. */
  expire(vars: EntVars): void {
    ;(vars as View & EntVars).$serial = noSerial
  }
}

/** No entity has it: engines count serial numbers up from 0. */
export const noSerial = -1
