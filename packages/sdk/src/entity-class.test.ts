import { describe, expect, test } from 'vitest'

import type { Entity, EntityMaker } from './index.js'
import { testServer } from './raw/testing/test-server.js'

describe('entity classes', () => {
  test('a maker gets the entity of the slot', () => {
    const { memory, host, plugin } = testServer()
    const made: Entity[] = []
    plugin.addEntityClass('my_marker', (entity) => made.push(entity))
    host.callbacks.spawnEntity(1, 'my_marker', 7)
    expect(made).toEqual([plugin.entity(7)])
    expect(memory.journal).toEqual(['addEntityClass 1 my_marker'])
  })

  test('a maker that throws, at once or later, is reported with its class', async () => {
    const { host, plugin, errors } = testServer()
    plugin.addEntityClass('my_marker', () => {
      throw new Error('at once')
    })
    plugin.addEntityClass('my_other', async () => {
      await Promise.resolve()
      throw new Error('later')
    })
    host.callbacks.spawnEntity(1, 'my_marker', 7)
    host.callbacks.spawnEntity(1, 'my_other', 7)
    await new Promise(setImmediate)
    expect(errors).toEqual(['1 entity class my_marker: at once', '1 entity class my_other: later'])
  })

  test('a class that was taken back is nobody’s, and its name is free again', () => {
    const { memory, host, plugin, addPlugin } = testServer()
    const made: string[] = []
    const undo = plugin.addEntityClass('my_marker', () => made.push('first'))
    undo()
    undo()
    host.callbacks.spawnEntity(1, 'my_marker', 7)
    addPlugin(2).plugin.addEntityClass('my_marker', () => made.push('second'))
    undo()
    host.callbacks.spawnEntity(2, 'my_marker', 7)
    expect(made).toEqual(['second'])
    expect(memory.journal.filter((line) => line.startsWith('remove'))).toEqual([
      'removeEntityClass 1 my_marker',
    ])
  })

  test('a plugin’s classes go with it', () => {
    const { memory, host, addPlugin } = testServer()
    const { plugin, dispose } = addPlugin(2)
    let count = 0
    plugin.addEntityClass('my_marker', () => void (count += 1))
    plugin.addEntityClass('my_other', () => void (count += 1))
    dispose()
    host.callbacks.spawnEntity(2, 'my_marker', 7)
    expect(count).toBe(0)
    expect(memory.entityClasses).toEqual(new Set(['info_target']))
    expect(() => plugin.addEntityClass('late', () => undefined)).toThrow(
      expect.objectContaining({ code: 'PLUGIN_UNLOADED' }),
    )
  })

  test('an entity of another plugin’s class, and one in a slot that does not exist, come to nobody', () => {
    const { host, plugin, errors } = testServer()
    let count = 0
    plugin.addEntityClass('my_marker', () => void (count += 1))
    host.callbacks.spawnEntity(2, 'my_marker', 7)
    host.callbacks.spawnEntity(1, 'My_Marker', 7)
    host.callbacks.spawnEntity(1, 'my_marker', 100000)
    host.callbacks.spawnEntity(1, 'my_marker', -1)
    expect([count, errors]).toEqual([0, []])
  })

  test.each([
    ['of the game', 'info_target'],
    ['of another plugin', 'others_class'],
    ['of its own', 'my_marker'],
  ])('a class %s is refused', (_, className) => {
    const { plugin, addPlugin } = testServer()
    addPlugin(2).plugin.addEntityClass('others_class', () => undefined)
    plugin.addEntityClass('my_marker', () => undefined)
    expect(() => plugin.addEntityClass(className, () => undefined)).toThrow(
      expect.objectContaining({
        code: 'ENTITY_CLASS_TAKEN',
        message: `addEntityClass: the game, Metamod or a plugin has the class "${className}" already; choose another name, such as one that begins with your plugin's`,
      }),
    )
  })

  test.each([
    ['', 'addEntityClass: className must be 1..63 characters long, got ""'],
    [
      'n'.repeat(100_000),
      `addEntityClass: className must be 1..63 characters long, got "${'n'.repeat(60)}…"`,
    ],
    ['_x', 'addEntityClass: className must be a letter, then letters, digits and "_", got "_x"'],
    ['9x', 'addEntityClass: className must be a letter, then letters, digits and "_", got "9x"'],
    ['a b', 'addEntityClass: className must be a letter, then letters, digits and "_", got "a b"'],
    ['ä', 'addEntityClass: className must be a letter, then letters, digits and "_", got "ä"'],
    ['a\n', 'addEntityClass: className must be a letter, then letters, digits and "_", got "a\\n"'],
    [5, 'addEntityClass: className must be a string, got 5'],
    [null, 'addEntityClass: className must be a string, got null'],
  ])('the name %# is refused', (className, message) => {
    const { memory, plugin } = testServer()
    expect(() => plugin.addEntityClass(className as string, () => undefined)).toThrow(message)
    expect(memory.journal).toEqual([])
  })

  test('a maker that is no function is refused', () => {
    const { plugin } = testServer()
    expect(() => plugin.addEntityClass('my_marker', {} as unknown as EntityMaker)).toThrow(
      'addEntityClass: maker must be a function',
    )
  })

  test('as a plugin of another Metamod there are none, and the error says what to do', () => {
    const { memory, plugin } = testServer()
    memory.host = 'metamod-r'
    expect(() => plugin.addEntityClass('my_marker', () => undefined)).toThrow(
      expect.objectContaining({
        code: 'UNAVAILABLE',
        message: expect.stringContaining('as a plugin of metamod-r') as string,
      }),
    )
    expect(memory.journal).toEqual([])
  })
})
