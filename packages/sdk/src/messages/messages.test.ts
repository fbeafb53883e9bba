import { describe, expect, test } from 'vitest'

import { handled, MessageDest, MetaResult, override, supercede } from '../index.js'
import type { UserMessage } from '../index.js'
import type { WholeMessage } from '../raw/bridge.js'
import { testServer } from '../raw/testing/test-server.js'
import type { TestServer } from '../raw/testing/test-server.js'

/** A server whose game has registered a text of any length and a health of one byte. */
function gameServer(): TestServer {
  const server = testServer()
  server.memory.messages.set('TextMsg', { id: 75, size: -1 })
  server.memory.messages.set('Health', { id: 76, size: 1 })
  return server
}

const text: WholeMessage = {
  id: 75,
  dest: MessageDest.All,
  origin: null,
  entityIndex: -1,
  parts: [
    { type: 'byte', value: 4 },
    { type: 'string', value: '#Game' },
    { type: 'entity', value: 2 },
  ],
}

describe('listeners of a message', () => {
  test('see its name, target and values, and the entities as such', () => {
    const { host, plugin } = gameServer()
    const seen: UserMessage[] = []
    plugin.onMessage('TextMsg', (message) => void seen.push(message))
    host.callbacks.userMessage({ ...text, dest: MessageDest.One, entityIndex: 1 })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ name: 'TextMsg', id: 75, dest: MessageDest.One, origin: null })
    expect(seen[0]?.player).toBe(plugin.entity(1))
    expect(seen[0]?.args).toEqual([4, '#Game', plugin.entity(2)])
  })

  test('that change nothing give back the very message', () => {
    const { host, plugin } = gameServer()
    plugin.onMessage('TextMsg', () => handled())
    plugin.onMessage('TextMsg', () => undefined)
    expect(host.callbacks.userMessage(text)).toBe(text)
  })

  test('are called in the order of their plugins, each with what those before made of it', () => {
    const { host, plugin, addPlugin } = gameServer()
    const order: unknown[] = []
    const { plugin: second } = addPlugin(2)
    second.onMessage('TextMsg', ({ args, status }) => {
      order.push(['second', args[0], status])
      return supercede()
    })
    plugin.onMessage('TextMsg', ({ args, status }) => {
      order.push(['first', args[0], status])
      return override([5, args[1] ?? ''])
    })
    addPlugin(3).plugin.onMessage(75, ({ args, status }) => void order.push(['third', args[0], status]))
    expect(host.callbacks.userMessage(text)).toBeNull()
    expect(order).toEqual([
      ['first', 4, MetaResult.Ignored],
      ['second', 5, MetaResult.Override],
      ['third', 5, MetaResult.Supercede],
    ])
  })

  test('that are paused or were taken back, even by one before, are not called', () => {
    const { host, plugin, addPlugin } = gameServer()
    const called: string[] = []
    const paused = addPlugin(2)
    paused.plugin.onMessage('TextMsg', () => void called.push('paused'))
    paused.setPaused(true)
    const undos: (() => void)[] = []
    plugin.onMessage('TextMsg', () => {
      called.push('undoing')
      for (const undo of undos) undo()
    })
    undos.push(plugin.onMessage('TextMsg', () => void called.push('undone')))
    host.callbacks.userMessage(text)
    expect(called).toEqual(['undoing'])
  })

  test('of a guest are those whose stub heard the message begin', () => {
    const { host, plugin, addPlugin } = gameServer()
    const called: number[] = []
    plugin.onMessage('TextMsg', () => void called.push(1))
    addPlugin(2).plugin.onMessage('TextMsg', () => void called.push(2))
    host.callbacks.userMessage({ ...text, slots: [2] })
    expect(called).toEqual([2])
  })

  test('change the parts that they name, and leave a value alone that the game gave though it is out of range', () => {
    const { host, plugin } = gameServer()
    const odd: WholeMessage = { ...text, parts: [{ type: 'byte', value: 300 }, ...text.parts.slice(1)] }
    plugin.onMessage('TextMsg', ({ args, parts }) =>
      override([args[0] ?? 0, 'new', ['long', 7], parts[2] ?? ['byte', 0]]),
    )
    expect(host.callbacks.userMessage(odd)?.parts).toEqual([
      odd.parts[0],
      { type: 'string', value: 'new' },
      { type: 'long', value: 7 },
      text.parts[2],
    ])
  })

  test('change to whom it goes, and the destination follows the player', () => {
    const { host, plugin } = gameServer()
    let change: Parameters<typeof override>[0]
    plugin.onMessage('TextMsg', () => override<object>(change ?? {}))
    const changed = (to: object, from: Partial<WholeMessage> = {}): unknown => {
      change = to
      const message = host.callbacks.userMessage({ ...text, ...from })
      return [message?.dest, message?.entityIndex, message?.origin]
    }
    const { All, Broadcast, One, OneUnreliable, Pvs } = MessageDest
    expect(changed({ player: plugin.entity(1) })).toEqual([One, 1, null])
    expect(changed({ player: { entity: plugin.entity(1) } }, { dest: Broadcast })).toEqual([
      OneUnreliable,
      1,
      null,
    ])
    expect(changed({ player: null }, { dest: One, entityIndex: 1 })).toEqual([All, -1, null])
    expect(changed({ player: null }, { dest: OneUnreliable, entityIndex: 1 })).toEqual([Broadcast, -1, null])
    expect(changed({ dest: Pvs, origin: [1, 2, 3] })).toEqual([Pvs, -1, [1, 2, 3]])
  })

  test('that throw or answer wrongly are reported, and the message stays as it was', () => {
    const { host, plugin, errors } = gameServer()
    const answers: unknown[] = [
      5,
      override('text'),
      override([4]).value,
      override({ args: 'text' }),
      override({ args: ['four', 'x'] }),
      override({ args: [4, '#Game', 2, 9] }),
      override({ args: [['word', 4]] }),
      override({ args: [4, 'é'.repeat(100)] }),
      override({ dest: 1 }),
      override({ dest: 10 }),
      override({ player: plugin.entity(1), dest: MessageDest.All }),
      override({ player: plugin.entity(9) }),
      override({ dest: MessageDest.Pvs }),
      supercede(5),
    ]
    const undo = answers.map((answer) => plugin.onMessage('TextMsg', () => answer as never))
    expect(host.callbacks.userMessage(text)).toBe(text)
    for (const one of undo) one()
    plugin.onMessage('TextMsg', () => {
      throw new Error('oops')
    })
    expect(host.callbacks.userMessage(text)).toBe(text)
    const place = '1 onMessage TextMsg: TextMsg:'
    const wrong = `${place} the answer must be nothing, handled(), override() or supercede(), got`
    expect(errors).toEqual([
      `${wrong} 5`,
      `${place} the value of override() must be an object, got "text"`,
      `${wrong} [4]`,
      `${place} args must be an array, got "text"`,
      `${place} argument 1, a byte, must be a whole number -128..255, got "four"`,
      `${place} argument 4 must be a pair such as ['byte', 1], since it is new, got 9`,
      `${place} the kind of argument 1 must be one of byte, char, short, long, angle, coord, string, entity, got "word"`,
      `${place} the parts of TextMsg must be at most 192 bytes, got 202; shorten its texts, or send several`,
      `${place} a message to one player must name the player; set to`,
      `${place} dest must be a whole number 0..9, got 10`,
      `${place} a message to one player has no other destination, got 2; leave out dest and area, or the player`,
      `${place} player must be a player, or null for all, got an object of class Entity`,
      `${place} a message for those near a place must say where that is; set origin`,
      `${place} returns nothing, so override() and supercede() take no value here, got 5`,
      '1 onMessage TextMsg: oops',
    ])
  })
})

describe('a message by name', () => {
  test('is gathered once for each plugin, and no more when its last listener is gone', () => {
    const { memory, plugin, addPlugin } = gameServer()
    const undo = plugin.onMessage('TextMsg', () => undefined)
    const undoSecond = plugin.onMessage(75, () => undefined)
    const other = addPlugin(2)
    other.plugin.onMessage('TextMsg', () => undefined)
    undo()
    undo()
    undoSecond()
    other.dispose()
    expect(memory.journal).toEqual([
      'gatherMessage 1 75 on',
      'gatherMessage 2 75 on',
      'gatherMessage 1 75 off',
      'gatherMessage 2 75 off',
    ])
  })

  test('that is not registered yet is waited for, until the game or a plugin registers it', () => {
    const { memory, host, plugin } = testServer()
    const seen: string[] = []
    plugin.onMessage('TextMsg', ({ name }) => void seen.push(name))
    expect(memory.journal).toEqual(['setHook 1 regUserMsg 1 on'])
    memory.hook({ function: 'regUserMsg', phase: 1, params: { name: 'Other', size: -1 }, original: 74 })
    memory.messages.set('TextMsg', { id: 75, size: -1 })
    memory.hook({ function: 'regUserMsg', phase: 1, params: { name: 'TextMsg', size: -1 }, original: 75 })
    expect(memory.journal.filter((line) => !line.startsWith('fetch'))).toEqual([
      'setHook 1 regUserMsg 1 on',
      'gatherMessage 1 75 on',
      'setHook 1 regUserMsg 1 off',
    ])
    host.callbacks.userMessage(text)
    expect(seen).toEqual(['TextMsg'])
  })

  test('that has another number in the next map is heard by that', () => {
    const { memory, host, plugin } = gameServer()
    const seen: number[] = []
    plugin.onMessage('TextMsg', ({ id }) => void seen.push(id))
    memory.messages.set('TextMsg', { id: 80, size: -1 })
    host.callbacks.mapStarted()
    host.callbacks.userMessage(text)
    host.callbacks.userMessage({ ...text, id: 80 })
    expect(seen).toEqual([80])
  })

  test('that nobody registers is reported once when a map has started, with the nearest names', () => {
    const { host, plugin, errors } = gameServer()
    plugin.onMessage('TextMgs', () => undefined)
    expect(errors).toEqual([])
    host.callbacks.mapStarted()
    host.callbacks.mapStarted()
    expect(errors).toEqual(['1 onMessage: onMessage: no message is called "TextMgs"; did you mean TextMsg?'])
  })

  test('must be a name or a number, and its listener a function', () => {
    const { plugin } = gameServer()
    expect(() => plugin.onMessage(256, () => undefined)).toThrow('the number must be a whole number 1..255')
    expect(() => plugin.onMessage(null as never, () => undefined)).toThrow(
      'onMessage: the name must be a string',
    )
    expect(() => plugin.onMessage('TextMsg', 5 as never)).toThrow(
      'onMessage: the listener must be a function',
    )
  })
})
