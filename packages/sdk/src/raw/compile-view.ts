/**
 * Makes the classes through which TypeScript sees C structs: one accessor for each field, at a fixed offset, over typed
 * arrays. See `compile.ts` for why they are compiled at start.
 */
import { checkFunctions } from './check-functions.js'
import { compile } from './compile.js'
import type { Guard } from './entity.js'
import { MetamodError } from './errors.js'
import { fieldCodec } from './field-codec.js'
import { layoutOf } from './layout.js'
import type { Layout, LayoutField } from './layout.js'
import type { Arrays } from './memory.js'
import type { Runtime } from './runtime.js'

/** A view that authors hold: the struct's fields as properties, checked by its guard. */
export interface View {
  /** The memory in which the struct lies; unused in a bound class. */
  $arrays: Arrays
  /** The serial number that an entity must have; unused elsewhere. */
  $serial: number | undefined
  toJSON(): object
}

/** What compiling a layout gives. `place` names the function for messages. */
export interface CompiledStruct {
  readonly size: number
  readonly View: new (arrays: Arrays, offset: number, guard: Guard) => View
  /** Copies the struct into a plain object. */
  read(arrays: Arrays, offset: number, guard: Guard | null): object
  /** Fills the struct from an object's properties; fields that it lacks become zero. */
  write(arrays: Arrays, offset: number, value: object, place: string, guard: Guard | null): void
}

/** The memory of a class whose views all lie in the same. */
interface Bound {
  readonly m: Arrays
  readonly serialBefore: number
}

/** Compiles each layout once for each bridge. */
export class ViewCompiler {
  readonly #runtime: Runtime
  readonly #compiled = new Map<string, CompiledStruct>()

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  of(structName: string): CompiledStruct {
    const known = this.#compiled.get(structName)
    if (known !== undefined) return known
    const compiled = this.#compile(layoutOf(structName, this.#runtime.bridge.wordSize))
    this.#compiled.set(structName, compiled)
    return compiled
  }

  /**
   * The class of entities' variables. It is bound to the one memory that all entities lie in, and tests the serial number
   * itself: with arrays that the optimiser knows, reading a field costs half of what it does through a view that brings
   * its own, and a call to the guard would double it again. Only when the number does not fit is the guard called, which
   * says so.
   *
   * @param serialBefore - How many bytes before the variables the serial number lies.
   */
  entityClass(arrays: Arrays, serialBefore: number): CompiledStruct['View'] {
    return this.#compile(layoutOf('entvars_t', this.#runtime.bridge.wordSize), { m: arrays, serialBefore })
      .View
  }

  #compile(layout: Layout, bound?: Bound): CompiledStruct {
    const nested = Object.fromEntries(
      layout.fields.flatMap((field) =>
        field.struct === undefined ? [] : [[field.struct, this.of(field.struct)]],
      ),
    )
    const scope = { rt: this.#runtime, check: checkFunctions, nested, describeView, ...bound }
    return compile(structSource(layout, bound), scope) as CompiledStruct
  }
}

/** What `console.log` shows: the fields, or why they cannot be read. Printing a stale handle must not throw. */
function describeView(view: View): unknown {
  try {
    return view.toJSON()
  } catch (error) {
    if (error instanceof MetamodError) return `[${error.message}]`
    throw error
  }
}

function structSource(layout: Layout, bound?: Bound): string {
  const accessor = (field: LayoutField): string => accessorSource(field, bound)
  return `const place = ${JSON.stringify(layout.viewName)}
class ${layout.viewName} {
  constructor(arrays, offset, guard) {
${bound === undefined ? '    this.$arrays = arrays\n' : ''}    this.$offset = offset
    this.$guard = guard
    this.$serial = guard.serial
  }
${layout.fields.map(accessor).join('\n')}
  toJSON() {
    this.$guard.check(place)
    return read(${bound === undefined ? 'this.$arrays' : 'm'}, this.$offset, this.$guard)
  }
  [Symbol.for('nodejs.util.inspect.custom')]() {
    return describeView(this)
  }
}
function read(m, o, guard) {
  return {
${layout.fields.map((field) => `    ${field.name}: ${fieldCodec(field).read(`o + ${field.offset}`, field)},`).join('\n')}
  }
}
function write(m, o, value, place, guard) {
  m.u8.fill(0, o, o + ${layout.size})
${layout.fields.map(fillSource).join('\n')}
}
return { size: ${layout.size}, View: ${layout.viewName}, read, write }`
}

function accessorSource(field: LayoutField, bound?: Bound): string {
  const codec = fieldCodec(field)
  const at = `o + ${field.offset}`
  const getter = `  get ${field.name}() {
    ${scopeSource('check', bound)}
    return ${codec.view?.(at, field) ?? codec.read(at, field)}
  }`
  if (codec.write === undefined) return getter
  return `${getter}
  set ${field.name}(value) {
    ${scopeSource('touch', bound)}
    ${codec.write(at, 'value', field)}
  }`
}

/** What every accessor begins with: the names that codecs use, and the test whether there is something to access. */
function scopeSource(test: 'check' | 'touch', bound?: Bound): string {
  const names = `const o = this.$offset, guard = this.$guard`
  if (bound === undefined) return `${names}, m = this.$arrays\n    guard.${test}(place)`
  return `${names}\n    if (m.i32[(o - ${bound.serialBefore}) >> 2] !== this.$serial) guard.${test}(place)`
}

function fillSource(field: LayoutField): string {
  const store = fieldCodec(field).write?.(`o + ${field.offset}`, `value.${field.name}`, field)
  return store === undefined ? '' : `  if (value.${field.name} !== undefined) ${store}`
}
