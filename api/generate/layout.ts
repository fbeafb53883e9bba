/**
 * Where C puts the fields of a struct. The rules are those of the System V ABI on both word sizes: a field begins at a
 * multiple of its alignment, a struct ends at a multiple of its largest. The compiler checks the outcome in
 * `layout_asserts.h`.
 */
import type { Field, FieldWord, Struct } from '../schema.js'

/** lp64: 64-bit x86 and ARM. ilp32: 32-bit x86. */
export type DataModel = 'lp64' | 'ilp32'

export type PerModel = Readonly<Record<DataModel, number>>

export interface StructLayout {
  readonly size: PerModel
  readonly offsets: ReadonlyMap<string, PerModel>
}

interface Extent {
  readonly size: number
  readonly alignment: number
}

const scalar = (size: number): Extent => ({ size, alignment: size })

const pointers: Record<DataModel, Extent> = { lp64: scalar(8), ilp32: scalar(4) }

const scalars: Record<Exclude<FieldWord, 'struct' | 'edict' | 'cstr' | 'ptr'>, Extent> = {
  f32: scalar(4),
  i32: scalar(4),
  u32: scalar(4),
  i16: scalar(2),
  u16: scalar(2),
  u8: scalar(1),
  char: scalar(1),
  bool: scalar(4),
  string: scalar(4),
  bytes: scalar(1),
  text: scalar(1),
  vec3: { size: 12, alignment: 4 },
}

export const alignUp = (offset: number, alignment: number): number =>
  Math.ceil(offset / alignment) * alignment

export class Layouts {
  readonly #structs: ReadonlyMap<string, Struct>

  constructor(structs: readonly Struct[]) {
    this.#structs = new Map(structs.map((struct) => [struct.cName, struct]))
  }

  of(cName: string): StructLayout {
    const struct = this.#struct(cName)
    const lp64 = this.#place(struct, 'lp64')
    const ilp32 = this.#place(struct, 'ilp32')
    const offsets = struct.fields.map(({ cName }, i): [string, PerModel] => {
      return [cName, { lp64: lp64.offsets[i] ?? 0, ilp32: ilp32.offsets[i] ?? 0 }]
    })
    return { size: { lp64: lp64.size, ilp32: ilp32.size }, offsets: new Map(offsets) }
  }

  #place(struct: Struct, model: DataModel): Extent & { offsets: number[] } {
    const offsets: number[] = []
    let end = 0
    let alignment = 1
    for (const field of struct.fields) {
      const extent = this.#extent(field, model)
      const offset = alignUp(end, extent.alignment)
      offsets.push(offset)
      end = offset + extent.size * field.count
      alignment = Math.max(alignment, extent.alignment)
    }
    return { size: alignUp(end, alignment), alignment, offsets }
  }

  #extent(field: Field, model: DataModel): Extent {
    switch (field.word) {
      case 'struct':
        return this.#place(this.#struct(field.struct ?? ''), model)
      case 'edict':
      case 'cstr':
      case 'ptr':
        return pointers[model]
      default:
        return scalars[field.word]
    }
  }

  #struct(cName: string): Struct {
    const struct = this.#structs.get(cName)
    if (struct === undefined)
      throw new Error(`api/structs.ts has no struct ${cName}; add it before its first use`)
    return struct
  }
}
