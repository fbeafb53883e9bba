import { describe, expect, test } from 'vitest'
import { inspect } from 'node:util'
import { Entity } from './entity.js'
import { StaleEntityError } from './errors.js'
import { testServer } from './testing/test-server.js'
import type { TestServer } from './testing/test-server.js'

function serverWithEntity(index: number): TestServer & { entity: Entity } {
  const server = testServer()
  const entity = server.plugin.entity(index)
  if (entity === null) throw new Error('the slot is free')
  return { ...server, entity }
}

describe('variables', () => {
  test('numbers are those in the engine memory, both ways', () => {
    const { memory, entity } = serverWithEntity(5)
    memory.edicts.f32[memory.at(5, 'health') >> 2] = 75
    expect(entity.vars.health).toBe(75)
    entity.vars.health = 50
    expect(memory.edicts.f32[memory.at(5, 'health') >> 2]).toBe(50)
  })

  test('a vector is a copy, and assigned as a whole', () => {
    const { memory, entity } = serverWithEntity(5)
    entity.vars.origin = [1, 2, 3]
    const { origin } = entity.vars
    memory.edicts.f32[memory.at(5, 'origin') >> 2] = 9
    expect(origin).toEqual([1, 2, 3])
    expect(entity.vars.origin).toEqual([9, 2, 3])
  })

  test('texts go through the string pool, entities through the bridge', () => {
    const { memory, plugin, entity } = serverWithEntity(5)
    entity.vars.targetName = 'door'
    expect(memory.pool.get(memory.edicts.i32[memory.at(5, 'targetName') >> 2] ?? 0)).toBe('door')
    expect(entity.vars.targetName).toBe('door')
    entity.vars.owner = plugin.entity(2)
    entity.vars.owner = null
    const offset = memory.at(0, 'owner')
    expect(memory.journal).toEqual([`setEdictField 5 ${offset} 2`, `setEdictField 5 ${offset} -1`])
  })

  test('a stored pointer reads as its entity, and any other as null', () => {
    const { memory, plugin, entity } = serverWithEntity(5)
    const owner = memory.at(5, 'owner') >> 2
    const store = (low: number, high: number): void => memory.edicts.u32.set([low, high], owner)
    expect(entity.vars.owner).toBeNull()
    store(0xfffff000 + 864, 0x7f12)
    expect(entity.vars.owner).toBe(plugin.entity(1))
    store(0xfffff000 + 865, 0x7f12)
    expect(entity.vars.owner).toBeNull()
    store(0xfffff000 - 864, 0x7f12)
    expect(entity.vars.owner).toBeNull()
  })

  test('blocks of bytes are copies of their exact size', () => {
    const { entity } = serverWithEntity(5)
    entity.vars.controller = Uint8Array.of(1, 2, 3, 4)
    expect([...entity.vars.controller]).toEqual([1, 2, 3, 4])
    expect(() => (entity.vars.controller = Uint8Array.of(1))).toThrow(
      new RangeError('EntVars: controller must be a Uint8Array of 4 bytes, got one of 1'),
    )
  })

  test.each([
    ['health', 'x', 'EntVars: health must be a finite number, got "x"'],
    ['health', NaN, 'EntVars: health must be a finite number, got NaN'],
    ['moveType', 1.5, 'EntVars: moveType must be a whole number -2147483648..4294967295, got 1.5'],
    ['origin', [1, 2], 'EntVars: origin must be a Vec3 of three finite numbers, got [1, 2]'],
    ['owner', 3, 'EntVars: owner must be an Entity or null, got 3'],
    ['className', null, 'EntVars: className must be a string, got null'],
  ])('%s refuses %j', (field, value, message) => {
    const { entity } = serverWithEntity(5)
    expect(() => Object.assign(entity.vars, { [field]: value })).toThrow(message)
  })
})

test('what the engine relies on can be read only', () => {
  const { entity } = serverWithEntity(5)
  expect(() => Object.assign(entity.vars, { containingEntity: null })).toThrow(
    'Cannot set property containingEntity of #<EntVars> which has only a getter',
  )
})

describe('stale handles', () => {
  test('a freed entity throws on every access', () => {
    const { memory, plugin, entity } = serverWithEntity(5)
    memory.free(5)
    expect(entity.isValid).toBe(false)
    expect(() => entity.vars.health).toThrow(StaleEntityError)
    expect(() => (entity.vars.health = 1)).toThrow(StaleEntityError)
    expect(() => plugin.engine.setModel(entity, 'a')).toThrow(
      'setModel: entity is entity 5, which was freed since you got it; test entity.isValid, or look it up again with plugin.entity(5)',
    )
    expect(plugin.entity(5)).toBeNull()
  })

  test('the next entity in the slot is another one', () => {
    const { memory, plugin, entity } = serverWithEntity(5)
    memory.reuse(5)
    const next = plugin.entity(5)
    expect(next).not.toBe(entity)
    expect(next?.isValid).toBe(true)
    expect(entity.isValid).toBe(false)
  })

  test('the same entity is the same object', () => {
    const { plugin, entity } = serverWithEntity(5)
    expect(plugin.entity(5)).toBe(entity)
  })

  test('all handles go stale with the map, even where the next map has the same serial numbers', () => {
    const { host, plugin, entity } = serverWithEntity(5)
    host.callbacks.mapEnded()
    expect(entity.isValid).toBe(false)
    expect(() => entity.vars.health).toThrow(StaleEntityError)
    expect(plugin.entity(5)?.isValid).toBe(true)
  })

  test('a stale handle stays stale when its serial number comes again in a later map', () => {
    const { memory, host, plugin, entity } = serverWithEntity(5)
    memory.reuse(5)
    plugin.entity(5)
    host.callbacks.mapEnded()
    memory.edicts.u8.fill(0)
    memory.startMap(host.callbacks)
    expect(plugin.entity(5)?.isValid).toBe(true)
    expect(entity.isValid).toBe(false)
    expect(() => entity.vars.health).toThrow(StaleEntityError)
  })

  test('all handles go stale when the engine moves its entities', () => {
    const { memory, host, entity } = serverWithEntity(5)
    memory.startMap(host.callbacks, 1)
    expect(() => entity.vars.health).toThrow(StaleEntityError)
  })

  test('handles stay good when the same memory is mapped again', () => {
    const { memory, host, entity } = serverWithEntity(5)
    memory.startMap(host.callbacks)
    expect(entity.vars.health).toBe(0)
  })
})

describe('lookup', () => {
  test.each([-1, 64, 1.5, '3'])('the index %j is refused', (index) => {
    const { plugin } = testServer()
    expect(() => plugin.entity(index as number)).toThrow(
      `entity: index must be a whole number 0..63, got ${JSON.stringify(index)}`,
    )
  })

  test('players have the slots up to the limit', () => {
    const { plugin } = testServer()
    expect([0, 1, 4, 5].map((index) => plugin.entity(index)?.isPlayer)).toEqual([false, true, true, false])
  })

  test('before the first map there is nothing to look up', () => {
    const { plugin, host } = testServer()
    host.close()
    const absent = { code: 'NOT_IN_SERVER' }
    expect(() => plugin.entity(1)).toThrow(expect.objectContaining(absent))
    expect(plugin.players.all).toEqual([])
    expect(() => plugin.globals.maxClients).toThrow(expect.objectContaining(absent))
  })

  test('an entity cannot be made up', () => {
    const make = Entity as unknown as new (...parts: unknown[]) => Entity
    expect(() => new make({}, {})).toThrow(
      'Entity: guard must be made by plugin.entity(index), got an object',
    )
  })
})

test('what console.log shows of variables never throws', () => {
  const { memory, entity } = serverWithEntity(5)
  expect(inspect(entity.vars)).toContain('health: 0')
  memory.free(5)
  expect(inspect(entity.vars)).toContain('entity 5 was freed')
  expect(entity.toJSON()).toEqual({ index: 5, serial: 0, className: null })
})
