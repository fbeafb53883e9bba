import { describe, expect, test } from 'vitest'

import { MessageDest } from '../index.js'
import type { MessagePart, MessageTarget, Plugin } from '../index.js'
import { rowNamed } from '../raw/testing/memory-bridge.js'
import { testServer } from '../raw/testing/test-server.js'
import type { TestServer } from '../raw/testing/test-server.js'

function gameServer(): TestServer {
  const server = testServer()
  server.memory.messages.set('TextMsg', { id: 75, size: -1 })
  server.memory.messages.set('Health', { id: 76, size: 1 })
  return server
}

/** The engine's functions that were called, in order. */
const called = ({ memory }: TestServer): string[] => memory.calls.map((call) => call.function)

/** Where a message was sent. */
function destination(server: TestServer, target: MessageTarget): number | undefined {
  server.plugin.sendMessage('TextMsg', target)
  const begin = server.memory.calls.filter((call) => call.function === 'messageBegin').at(-1)
  const at = rowNamed('messageBegin').params.find(({ name }) => name === 'dest')?.at ?? 0
  return begin?.frame.i32[at >> 2]
}

test('a message is begun, written part by part, and ended', () => {
  const server = gameServer()
  const parts: MessagePart[] = [
    ['byte', 1],
    ['char', -1],
    ['short', 65_535],
    ['long', 4_294_967_295],
    ['angle', 90],
    ['coord', 0.5],
    ['string', 'hi'],
    ['entity', 3],
  ]
  server.plugin.sendMessage('TextMsg', {}, ...parts)
  const writes = ['Byte', 'Char', 'Short', 'Long', 'Angle', 'Coord', 'String', 'Entity'].map(
    (kind) => `write${kind}`,
  )
  expect(called(server)).toEqual(['messageBegin', ...writes, 'messageEnd'])
})

test('the target says how a message goes', () => {
  const server = gameServer()
  const to = server.plugin.entity(1)
  const origin = [1, 2, 3] as const
  expect(destination(server, {})).toBe(MessageDest.All)
  expect(destination(server, { reliable: false })).toBe(MessageDest.Broadcast)
  expect(destination(server, { to })).toBe(MessageDest.One)
  expect(destination(server, { to, reliable: false, origin })).toBe(MessageDest.OneUnreliable)
  expect(destination(server, { origin, area: 'pvs' })).toBe(MessageDest.Pvs)
  expect(destination(server, { origin, area: 'pvs', reliable: true })).toBe(MessageDest.PvsR)
  expect(destination(server, { origin, area: 'pas' })).toBe(MessageDest.Pas)
  expect(destination(server, { origin, area: 'pas', reliable: true })).toBe(MessageDest.PasR)
  expect(destination(server, { dest: MessageDest.Spec })).toBe(MessageDest.Spec)
})

describe('nothing is sent and an error tells why', () => {
  const refused = (send: (plugin: Plugin) => void, server = gameServer()): string => {
    let message = ''
    try {
      send(server.plugin)
    } catch (error) {
      message = String(error)
    }
    expect(called(server)).toEqual([])
    return message
  }

  test('for a name that nobody registered, or a number', () => {
    expect(refused((plugin) => plugin.sendMessage('TxtMsg', {}))).toBe(
      'RangeError: sendMessage: no message is called "TxtMsg"; did you mean TextMsg?',
    )
    expect(refused((plugin) => plugin.sendMessage(200, {}))).toMatch(
      /no message is called 200; games register theirs/,
    )
  })

  test('for a value that the message cannot hold', () => {
    const part = (...given: unknown[]): string =>
      refused((plugin) => plugin.sendMessage('TextMsg', {}, ['byte', 1], given as never))
    expect(part('byte', 256)).toBe(
      'RangeError: sendMessage: the byte of part 2 must be a whole number -128..255, got 256',
    )
    expect(part('short', -32_769)).toMatch(/-32768\.\.65535/)
    expect(part('long', 2 ** 32)).toMatch(/-2147483648\.\.4294967295/)
    expect(part('coord', Number.NaN)).toMatch(/the coord of part 2 must be a finite number, got NaN/)
    expect(part('string', 'a\0b')).toMatch(/without zero characters/)
    expect(part('entity', 'Bob')).toMatch(/the entity of part 2 must be an Entity/)
    expect(part('float', 1)).toMatch(/the kind of part 2 must be one of byte, char/)
    expect(part('byte')).toMatch(/part 2 must be a pair such as \['byte', 1\]/)
    expect(refused((plugin) => plugin.sendMessage('TextMsg', {}, 5 as never))).toMatch(
      /part 1 must be a pair/,
    )
  })

  test('for an entity or player that was freed', () => {
    const server = gameServer()
    const { plugin, memory } = server
    const entity = plugin.entity(9)
    const player = plugin.entity(1)
    memory.free(9)
    memory.free(1)
    expect(refused(() => plugin.sendMessage('TextMsg', {}, ['entity', entity as never]), server)).toMatch(
      /StaleEntityError/,
    )
    expect(refused(() => plugin.sendMessage('TextMsg', { to: player }), server)).toMatch(/StaleEntityError/)
  })

  test('for a size that the engine ends the map over, counted in bytes of UTF-8', () => {
    expect(refused((plugin) => plugin.sendMessage('Health', {}))).toMatch(
      /the parts of Health must be 1 bytes, with which it was registered, got 0/,
    )
    expect(refused((plugin) => plugin.sendMessage('TextMsg', {}, ['string', 'é'.repeat(96)]))).toMatch(
      /the parts of TextMsg must be at most 192 bytes, got 193/,
    )
    gameServer().plugin.sendMessage('TextMsg', {}, ['string', `${'é'.repeat(95)}x`])
    gameServer().plugin.sendMessage('svc_temp_entity', {}, ['string', 'x'.repeat(511)])
    expect(refused((plugin) => plugin.sendMessage(23, {}, ['string', 'x'.repeat(512)]))).toMatch(
      /at most 512 bytes/,
    )
  })

  test('for a target that does not fit', () => {
    const to = (target: unknown): string =>
      refused((plugin) => plugin.sendMessage('TextMsg', target as never))
    expect(to(null)).toMatch(/the target must be an object, got null/)
    expect(to(gameServer().plugin.entity(1))).toMatch(
      /the target must be an object such as { to: player }, got an object of class Entity/,
    )
    expect(to({ to: 'Bob' })).toMatch(/to must be a player, or null for all, got "Bob"/)
    expect(to({ area: 'pvs' })).toMatch(/set origin/)
    expect(to({ area: 'all', origin: [0, 0, 0] })).toMatch(/area must be 'pvs' or 'pas'/)
    expect(to({ origin: [0, 0] })).toMatch(/origin must be a Vec3/)
    expect(to({ reliable: 1 })).toMatch(/reliable must be a boolean/)
    expect(to({ dest: MessageDest.One })).toMatch(/must name the player/)
  })

  test('for a plugin that was unloaded', () => {
    const server = gameServer()
    const { plugin, dispose } = server.addPlugin(2)
    dispose()
    expect(() => plugin.sendMessage('TextMsg', {})).toThrow('unloaded')
    expect(() => plugin.onMessage('TextMsg', () => undefined)).toThrow('unloaded')
  })

  test('while another message is open, and its beginner is named', () => {
    const server = gameServer()
    const { plugin, memory } = server
    const opened = (slot: number, id = 76): string => {
      memory.begun = { id, slot }
      return refused(() => plugin.sendMessage('TextMsg', {}), server)
    }
    expect(opened(0)).toMatch(/while Health, begun by the game, is not ended/)
    expect(opened(4)).toMatch(/begun by plugin 'Plugin 4', is not ended/)
    expect(opened(0, 99)).toMatch(/while number 99, begun by the game/)
    memory.begun = null
    server.addPlugin(2).plugin.engine.messageBegin(MessageDest.All, 76, null, null)
    memory.calls.length = 0
    expect(opened(0)).toMatch(/begun by plugin 'Plugin 2', is not ended/)
  })
})
