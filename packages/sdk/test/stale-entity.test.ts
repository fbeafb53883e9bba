/** An entity that was freed, in every call that takes one: the call and the parameter are named, and C never hears of it. */
import { beforeEach, describe, expect, test } from 'vitest'

import { MetaResult, StaleEntityError, supercede } from '../src/index.js'
import { isInput } from '../src/raw/codec.js'
import type { Entity } from '../src/raw/entity.js'
import { rows } from '../src/raw/generated/rows.js'
import type { ParamRow, Row } from '../src/raw/generated/rows.js'
import { answerClient } from '../src/raw/testing/answer-client.js'
import { testServer } from '../src/raw/testing/test-server.js'
import type { TestServer } from '../src/raw/testing/test-server.js'

type AnyCall = (...given: unknown[]) => unknown

const freed = 7
let server: TestServer
/** Two entities; the engine has freed the second since then. */
let living: Entity
let stale: Entity

beforeEach(() => {
  server = testServer()
  living = entityAt(5)
  stale = entityAt(freed)
  server.memory.free(freed)
  server.memory.calls.length = 0
})

function entityAt(index: number): Entity {
  const entity = server.plugin.entity(index)
  if (entity === null) throw new Error(`slot ${index} is free`)
  return entity
}

const takesEntity = ({ kind }: ParamRow): boolean => kind === 'edict' || kind === 'entvars'

const isCallable = (row: Row): boolean => row.notCallable === undefined && row.handwritten === undefined

/** Something that the parameter may be. */
function sample(param: ParamRow): unknown {
  if (takesEntity(param)) return living
  switch (param.kind) {
    case 'bool':
      return false
    case 'char':
      return 'a'
    case 'vec3':
      return [0, 0, 0]
    case 'cstr':
    case 'format':
    case 'stringT':
      return 'text'
    case 'bytes':
      return new Int32Array(1)
    case 'struct':
      return {}
    case 'pointer':
      return null
    default:
      return 0
  }
}

const cases = rows
  .filter(isCallable)
  .flatMap((row) =>
    row.params
      .filter((param) => takesEntity(param) && isInput(param))
      .map((param) => ({ row, param, title: `${row.table} ${row.name}, ${param.name}` })),
  )

describe.each(['real', 'hooked'] as const)('a freed entity in a call (%s)', (target) => {
  const callOf = ({ table, name }: Row): AnyCall => {
    const { engine, gamedll } = target === 'real' ? server.plugin : server.plugin.hooked
    return (table === 'engine' ? engine : gamedll)[name as never]
  }

  test.each(cases)('$title', ({ row, param }) => {
    const given = (entity: Entity): unknown[] =>
      row.params.filter(isInput).map((each) => (each === param ? entity : sample(each)))
    expect(() => callOf(row)(...given(stale))).toThrow(
      expect.objectContaining({
        name: StaleEntityError.name,
        index: freed,
        message: expect.stringMatching(
          new RegExp(`^${row.name}: ${param.name} is entity ${freed}, which was freed since you got it; `),
        ) as string,
      }),
    )
    expect(server.memory.calls).toEqual([])
    // The entity was all that was wrong.
    answerClient(server.memory, 1, 'Ann')
    callOf(row)(...given(living))
    expect(server.memory.calls.at(-1)?.function).toBe(row.name)
  })
})

test.each<[place: string, what: string, call: (entity: Entity) => unknown]>([
  ['callGameEntity', 'entity', (entity) => server.plugin.util.callGameEntity('info_target', entity)],
  ['isQueryingClientCvar', 'player', (player) => server.plugin.util.isQueryingClientCvar(player)],
  ['getInfoKeyBuffer', 'entity', (entity) => server.plugin.infoBuffer(entity)],
])('a freed entity in %s', (place, what, call) => {
  expect(() => call(stale)).toThrow(
    `${place}: ${what} is entity ${freed}, which was freed since you got it; `,
  )
  expect(server.memory.calls).toEqual([])
})

describe('a freed entity that a listener answers with', () => {
  const answering = rows.filter(({ returns }) => returns.kind === 'edict' || returns.kind === 'entvars')

  test.each(answering.map((row) => ({ row, title: `${row.table} ${row.name}` })))('$title', ({ row }) => {
    const isEngine = row.table === 'engine'
    const { on, onEngine } = server.plugin
    const hook = (isEngine ? onEngine : on)[row.name as never] as (listener: () => unknown) => void
    hook(() => supercede(stale))
    const { metaResult } = server.memory.hook({ function: row.name, isEngine })
    expect(metaResult).toBe(MetaResult.Ignored)
    expect(server.errors).toEqual([
      expect.stringContaining(
        `${row.name}: the answer is entity ${freed}, which was freed since you got it; `,
      ),
    ])
  })
})

test('a freed entity in a field of another', () => {
  expect(() => {
    living.vars.owner = stale
  }).toThrow(StaleEntityError)
  expect(server.memory.journal).toEqual([])
})
