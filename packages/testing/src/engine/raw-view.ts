/**
 * C structs as the engine and the game of this package see them: objects with a property for each field, over the bytes
 * that plugins read and write through the SDK. A text of the string pool is its handle here and an entity its index (-1
 * for NULL), because an engine knows nothing of the SDK's objects.
 */
import type { Entity, Vec3 } from '@csr/metamod-sdk'
import { Arrays, layoutOf, readText, writeText, type LayoutField } from '@csr/metamod-sdk/host'

import { wordSize, type EntityAddresses } from './entity-addresses.js'

type RawValue<Value> = [Entity] extends [Value]
  ? number
  : Value extends Vec3
    ? Vec3
    : Value extends string
      ? number
      : Value

/** A struct of the SDK's as the engine sees it. */
export type Raw<Struct> = { -readonly [Field in keyof Struct]: RawValue<Struct[Field]> }

/** What every view has besides the fields. */
export class RawView {
  readonly $arrays: Arrays
  readonly $at: number
  readonly $addresses: EntityAddresses
  #texts: Map<number, string | null> | null = null

  constructor(arrays: Arrays, at: number, addresses: EntityAddresses) {
    this.$arrays = arrays
    this.$at = at
    this.$addresses = addresses
  }

  /** The texts behind the `const char *` fields, by their offset. */
  get $texts(): Map<number, string | null> {
    return (this.#texts ??= new Map())
  }

  /** Makes one that was made by {@link newStruct} as good as new. */
  $clear(): void {
    this.$arrays.u8.fill(0)
    this.#texts = null
  }
}

type ViewClass = new (arrays: Arrays, at: number, addresses: EntityAddresses) => RawView

const classes = new Map<string, ViewClass>()

/** The class of the views of a struct. */
export function viewClass(cName: string): ViewClass {
  const known = classes.get(cName)
  if (known !== undefined) return known
  const View = class extends RawView {}
  for (const field of layoutOf(cName, wordSize).fields)
    Object.defineProperty(View.prototype, field.name, accessor(field))
  classes.set(cName, View)
  return View
}

/** A struct by itself, zeroed. */
export function newStruct(cName: string, addresses: EntityAddresses, count = 1): RawView {
  const { size } = layoutOf(cName, wordSize)
  return new (viewClass(cName))(new Arrays(new ArrayBuffer(size * count)), 0, addresses)
}

interface Accessor {
  get(this: RawView): unknown
  set?(this: RawView, value: never): void
}

function numberAccessor(array: 'f32' | 'i32' | 'u32' | 'i16' | 'u16' | 'u8', offset: number): Accessor {
  const shift = array === 'u8' ? 0 : array.endsWith('16') ? 1 : 2
  return {
    get() {
      return this.$arrays[array][(this.$at + offset) >> shift]
    },
    set(value: number) {
      this.$arrays[array][(this.$at + offset) >> shift] = value
    },
  }
}

function vectorAccessor(offset: number): Accessor {
  return {
    get() {
      const { f32 } = this.$arrays
      const at = (this.$at + offset) >> 2
      return [f32[at], f32[at + 1], f32[at + 2]]
    },
    set(value: Vec3) {
      this.$arrays.f32.set(value, (this.$at + offset) >> 2)
    },
  }
}

function accessor(field: LayoutField): Accessor {
  const { offset, word, count } = field
  switch (word) {
    case 'vec3':
      return count === 1 ? vectorAccessor(offset) : blockAccessor(field)
    case 'bool':
    case 'string':
      return numberAccessor('i32', offset)
    case 'char':
      return numberAccessor('u8', offset)
    case 'edict':
      return edictAccessor(offset)
    case 'cstr':
      return textAccessor(offset)
    case 'text':
    case 'bytes':
    case 'struct':
      return blockAccessor(field)
    default:
      return numberAccessor(word, offset)
  }
}

function edictAccessor(offset: number): Accessor {
  return {
    get() {
      return this.$addresses.indexAt(this.$arrays, this.$at + offset)
    },
    set(value: number) {
      this.$addresses.storeIndex(this.$arrays, this.$at + offset, value)
    },
  }
}

function textAccessor(offset: number): Accessor {
  return {
    get() {
      return this.$texts.get(offset) ?? null
    },
    set(value: string | null) {
      this.$texts.set(offset, value)
    },
  }
}

function blockAccessor({ word, offset, count, struct, elementSize }: LayoutField): Accessor {
  if (word === 'text')
    return {
      get() {
        return readText(this.$arrays.u8, this.$at + offset, count)
      },
      set(value: string) {
        writeText(this.$arrays.u8, this.$at + offset, count, value, 'struct', 'text')
      },
    }
  if (word !== 'struct')
    return {
      get() {
        const at = this.$at + offset
        return word === 'bytes'
          ? this.$arrays.u8.subarray(at, at + count)
          : this.$arrays.f32.subarray(at >> 2, (at >> 2) + count * 3)
      },
    }
  const View = viewClass(struct ?? '')
  return {
    get() {
      const at = this.$at + offset
      if (count === 1) return new View(this.$arrays, at, this.$addresses)
      return Array.from(
        { length: count },
        (_, index) => new View(this.$arrays, at + index * elementSize, this.$addresses),
      )
    },
  }
}
