/**
 * Makes the classes through which TypeScript sees C structs: one accessor for each field, at a fixed offset, over typed
 * arrays. See `compile.ts` for why they are compiled at start.
 */
import { checkFunctions } from './check-functions.js'
import { compile } from './compile.js'
import type { Guard, VarsFactory } from './entity.js'
import { MetamodError } from './errors.js'
import { fieldCodec } from './field-codec.js'
import type { EntVars, GlobalVars } from './generated/structs.js'
import { layoutOf } from './layout.js'
import type { Layout, LayoutField } from './layout.js'
import type { Arrays } from './memory.js'
import type { Runtime } from './runtime.js'

/** A view that authors hold: the struct's fields as properties, checked by its guard. */
export interface View {
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
   * The views of entities test the serial number themselves, because a call to the guard would double the cost of reading a
   * field, and entities are what plugins read most. Only when it does not fit is the guard called, which says so.
   *
   * @param serialBefore - How many bytes before the variables the serial number lies.
   */
  varsFactory(serialBefore: number): VarsFactory {
    const { View } = this.#compile(layoutOf('entvars_t', this.#runtime.bridge.wordSize), serialBefore)
    // The class has the fields of EntVars, because both come from the same rows of api/.
    return (arrays, offset, guard) => new View(arrays, offset, guard) as unknown as EntVars
  }

  globals(arrays: Arrays, guard: Guard): GlobalVars {
    const { View } = this.of('globalvars_t')
    return new View(arrays, 0, guard) as unknown as GlobalVars
  }

  #compile(layout: Layout, serialBefore?: number): CompiledStruct {
    const nested = Object.fromEntries(
      layout.fields.flatMap((field) =>
        field.struct === undefined ? [] : [[field.struct, this.of(field.struct)]],
      ),
    )
    const scope = { rt: this.#runtime, check: checkFunctions, nested, describeView }
    return compile(structSource(layout, serialBefore), scope) as CompiledStruct
  }
}

/** What `console.log` shows: the fields, or why they cannot be read; it must not throw itself. */
function describeView(view: View): unknown {
  try {
    return view.toJSON()
  } catch (error) {
    if (error instanceof MetamodError) return `[${error.message}]`
    throw error
  }
}

function structSource(layout: Layout, serialBefore?: number): string {
  const accessor = (field: LayoutField): string => accessorSource(field, serialBefore)
  return `const place = ${JSON.stringify(layout.viewName)}
class ${layout.viewName} {
  constructor(arrays, offset, guard) {
    this.$arrays = arrays
    this.$offset = offset
    this.$guard = guard
    this.$serial = guard.serial
  }
${layout.fields.map(accessor).join('\n')}
  toJSON() {
    this.$guard.check(place)
    return read(this.$arrays, this.$offset, this.$guard)
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

function guardSource(serialBefore: number | undefined, test: 'check' | 'touch'): string {
  if (serialBefore === undefined) return `guard.${test}(place)`
  return `if (m.i32[(o - ${serialBefore}) >> 2] !== this.$serial) guard.${test}(place)`
}

function accessorSource(field: LayoutField, serialBefore?: number): string {
  const codec = fieldCodec(field)
  const at = `o + ${field.offset}`
  const scope = `const m = this.$arrays, o = this.$offset, guard = this.$guard`
  const getter = `  get ${field.name}() {
    ${scope}
    ${guardSource(serialBefore, 'check')}
    return ${codec.view?.(at, field) ?? codec.read(at, field)}
  }`
  if (codec.write === undefined) return getter
  return `${getter}
  set ${field.name}(value) {
    ${scope}
    ${guardSource(serialBefore, 'touch')}
    ${codec.write(at, 'value', field)}
  }`
}

function fillSource(field: LayoutField): string {
  const store = fieldCodec(field).write?.(`o + ${field.offset}`, `value.${field.name}`, field)
  return store === undefined ? '' : `  if (value.${field.name} !== undefined) ${store}`
}
