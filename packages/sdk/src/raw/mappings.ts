/**
 * Structs too large to copy at every call: `playermove_t` has 330 KB. The bridge maps each once, when it first meets its
 * address, and frames name it by a number. The memory stays where it is as long as the server runs, so the view does too.
 */
import { wrongType } from './errors.js'
import type { View, ViewCompiler } from './compile-view.js'
import { Arrays } from './memory.js'

const alwaysThere = { check: () => undefined, touch: () => undefined }

export class Mappings {
  readonly #views: ViewCompiler
  readonly #arrays: Arrays[] = []
  readonly #made: (View | undefined)[] = []
  readonly #ids = new WeakMap<object, number>()

  constructor(views: ViewCompiler) {
    this.#views = views
  }

  add(id: number, buffer: ArrayBuffer): void {
    this.#arrays[id] = new Arrays(buffer)
    this.#made[id] = undefined
  }

  /** The struct as authors see it; null for the -1 of a NULL pointer. */
  view(id: number, struct: string): View | null {
    const arrays = this.#arrays[id]
    if (arrays === undefined) return null
    return (this.#made[id] ??= this.#make(id, struct, arrays))
  }

  /** The number of a view that an author hands back. */
  idOf(given: unknown, place: string, what: string): number {
    const id = typeof given === 'object' && given !== null ? this.#ids.get(given) : undefined
    if (id === undefined) throw wrongType(place, what, 'the object that a hook was given', given)
    return id
  }

  #make(id: number, struct: string, arrays: Arrays): View {
    const { View } = this.#views.of(struct)
    const view = new View(arrays, 0, alwaysThere)
    this.#ids.set(view, id)
    return view
  }
}
