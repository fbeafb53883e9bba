/** The functions that take part, one or more of every result type, and for each what a listener may answer. */
import type { Entity } from '../../../sdk/src/raw/entity.js'
import type { Row } from '../../../sdk/src/raw/generated/rows.js'
import type { Given } from '../../../sdk/src/raw/testing/encode-value.js'
import { rowNamed } from '../../../sdk/src/raw/testing/memory-bridge.js'

/** A value as a listener gives it, as C has it, and as an event shows it. */
export interface Sample {
  readonly given: unknown
  readonly inC: Given
  readonly shown: unknown
}

export interface TestedFunction {
  readonly row: Row
  /** Of the same number for every function, so that a case says which by a number. */
  readonly samples: readonly Sample[]
}

const same = (value: number | boolean | string): Sample => ({
  given: value,
  inC: typeof value === 'boolean' ? Number(value) : value,
  shown: value,
})
const nothing: Sample = { given: null, inC: null, shown: null }
const noEntity: Sample = { given: null, inC: -1, shown: null }
const character = (value: string): Sample => ({ given: value, inC: value.charCodeAt(0), shown: value })
const wrapped = (value: number): Sample => ({ given: value, inC: value | 0, shown: value | 0 })
const rounded = (value: number): Sample => ({
  given: value,
  inC: Math.fround(value),
  shown: Math.fround(value),
})
const refused: Sample = { given: { reject: 'Full' }, inC: 0, shown: false }

type At = (index: number) => Entity | null

function samplesOf(row: Row, at: At): Sample[] {
  const entity = (index: number): Sample => ({ given: at(index), inC: index, shown: at(index) })
  // Where the engine says "none" by the world, so does a listener.
  const world: Sample = { given: at(0), inC: 0, shown: null }
  const pointer = (): Sample => {
    const made = { type: row.returns.pointer ?? '' }
    return { given: made, inC: made, shown: made }
  }
  if (row.name === 'clientConnect') return [same(false), same(true), refused, refused]
  switch (row.returns.kind) {
    case 'void':
      return Array.from({ length: 4 }, () => ({ given: undefined, inC: null, shown: null }))
    case 'float':
      return [same(0), same(1.5), rounded(0.1), rounded(-1e10)]
    case 'edict':
    case 'entvars':
      return [noEntity, row.returns.worldMeansNull === true ? world : entity(0), entity(7), entity(63)]
    case 'bool':
      return [false, true, false, true].map(same)
    case 'cstr':
      return ['', 'Zombies', 'ß', 'a b'].map(same)
    case 'pointer':
      return [nothing, pointer(), pointer(), pointer()]
    case 'char':
      return ['C', 'M', '\0', '\xff'].map(character)
    case 'uint':
      return [0, 1, 0x7fffffff, 0xffffffff].map(same)
    case 'ushort':
      return [0, 1, 300, 65535].map(same)
    default:
      return [same(0), same(1), same(-1), wrapped(0xfffffff0)]
  }
}

const game = 'startFrame spawn clientConnect getGameDescription pmFindTextureType shouldCollide'.split(' ')
const engine = (
  'setModel modelIndex vecToYaw findEntityByString createEntity walkMove szFromIndex getVarsOfEnt crc32Final ' +
  'precacheEvent getInfoKeyBuffer pvAllocEntPrivateData cvarGetPointer'
).split(' ')

/** @param at - The entity at an index. */
export function testedFunctions(at: At): TestedFunction[] {
  const tested = (row: Row): TestedFunction => ({ row, samples: samplesOf(row, at) })
  return [
    ...game.map((name) => tested(rowNamed(name, false))),
    ...engine.map((name) => tested(rowNamed(name, true))),
  ]
}
