/** Which TypeScript type a kind has, as authors give it to a call and as they find it in an event. */
import type { Kind, Parameter, Struct, Typed } from '../schema.js'

/** Maps a struct's C name to the name of its view. */
export type ViewNames = ReadonlyMap<string, string>

export const viewNames = (structs: readonly Struct[]): ViewNames =>
  new Map(structs.flatMap(({ cName, view }) => (view === null ? [] : [[cName, view] as const])))

export const isOutput = (type: Kind): boolean =>
  type.kind.endsWith('Out') || type.kind === 'outText' || (type.kind === 'struct' && type.mode !== 'in')

export const isInput = (type: Kind): boolean =>
  !isOutput(type) || type.kind.endsWith('InOut') || (type.kind === 'struct' && type.mode === 'inout')

/** A struct is written field by field, and a `char *` of the callee's not at all. */
export const isAssignable = (type: Kind): boolean =>
  isOutput(type) && type.kind !== 'struct' && type.kind !== 'cstrOut'

function viewType(struct: string, views: ViewNames): string {
  const view = views.get(struct)
  if (view === undefined)
    throw new Error(`api/structs.ts gives no view for ${struct}; declare it with viewed()`)
  return view
}

/** The type of a value that is there. */
function presentType(type: Kind, views: ViewNames): string {
  switch (type.kind) {
    case 'void':
      return 'void'
    case 'bool':
      return 'boolean'
    case 'edict':
    case 'entvars':
      return 'Entity'
    case 'vec3':
    case 'vec3Out':
      return 'Vec3'
    case 'char':
    case 'cstr':
    case 'format':
    case 'outText':
    case 'cstrOut':
    case 'stringT':
      return 'string'
    case 'pointer':
      return `Pointer<'${type.pointer}'>`
    case 'bytes':
      return "Pointer<'customPointer'>"
    case 'callback':
      return "Pointer<'function'>"
    case 'struct':
      return type.count > 1 ? `readonly ${viewType(type.struct, views)}[]` : viewType(type.struct, views)
    case 'mapped':
      return viewType(type.struct, views)
    default:
      return 'number'
  }
}

const isReference = (type: Kind): boolean =>
  type.kind === 'edict' || type.kind === 'entvars' || type.kind === 'pointer'

/** The type of what a function answers. */
export function resultType(type: Typed, views: ViewNames): string {
  return isReference(type) ? `${presentType(type, views)} | null` : presentType(type, views)
}

/** The type of an output as a call answers it. A call asks for all of them, so none is null. */
export const outputType = (param: Parameter, views: ViewNames): string => presentType(param, views)

/** The type of an argument. Fields that a struct leaves out count as zero. */
export function argumentType(param: Parameter, views: ViewNames): string {
  const present = presentType(param, views)
  const given =
    param.kind === 'struct'
      ? `Partial<${present}>`
      : param.kind === 'bytes'
        ? 'Uint8Array | Int32Array'
        : present
  return param.isNullable ? `${given} | null` : given
}

/** The type of an event's property. A text that is NULL reads as empty. */
export function propertyType(param: Parameter, views: ViewNames): string {
  const isText = param.kind === 'cstr'
  const mayBeNull =
    param.isNullable || param.kind === 'pointer' || param.kind === 'bytes' || param.kind === 'callback'
  return mayBeNull && !isText ? `${presentType(param, views)} | null` : presentType(param, views)
}
