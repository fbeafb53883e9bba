import { supercede } from '@csr/metamod-sdk'
import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, RejectedError, stopServers } from '../index.js'

afterEach(() => stopServers())

const bouncer = pluginOf('Bouncer', (plugin) => {
  plugin.on.clientConnect(({ name }) => (name === 'Bob' ? supercede({ reject: 'Banned' }) : undefined))
})

test('a superceded hook does not reach the game DLL', () => {
  const server = createServer({ plugins: [bouncer] })
  expect(server.tryConnect('Bob')).toEqual({ accepted: false, reason: 'Banned' })
  expect(server.gameDll.calls('clientConnect')).toBe(0)
  server.connect('Alice')
  expect(server.gameDll.callsOf('clientConnect')).toEqual([
    { player: 1, name: 'Alice', address: '127.0.0.1:27005', rejectReason: 'Connection rejected by game' },
  ])
})

test('connect throws where the player is refused, and says why', () => {
  const server = createServer({ plugins: [bouncer] })
  expect(() => server.connect('Bob')).toThrow(RejectedError)
  expect(() => server.connect('Bob')).toThrow(
    "connect: 'Bob' was rejected: Banned; to test that, use tryConnect",
  )
})

test('two players of one name are told apart, and a name is cut and cleaned', () => {
  const server = createServer()
  expect(server.connect('Alice').name).toBe('Alice')
  expect(server.connect('Alice').name).toBe('(1)Alice')
  expect(server.connect('').name).toBe('unnamed')
  expect(server.connect('x'.repeat(100)).name).toBe('x'.repeat(31))
  expect(() => server.connect('a\nb')).toThrow('connect: name must be one line')
})

test('a full server refuses, until somebody leaves', () => {
  const server = createServer({ maxPlayers: 1 })
  const alice = server.connect('Alice')
  expect(server.tryConnect('Bob')).toEqual({ accepted: false, reason: 'Server is full.' })
  alice.disconnect()
  alice.disconnect()
  expect(alice.dropReason).toBe('Client left the game')
  expect(() => alice.say('hi')).toThrow("command: player 'Alice' is not on the server any more")
  expect(server.connect('Bob').index).toBe(1)
  expect(server.players.map(({ name }) => name)).toEqual(['Bob'])
})

test('a bot is made as plugins make one', () => {
  const server = createServer({ plugins: [bouncer] })
  expect(server.tryConnect('Bob', { isBot: true })).toEqual({ accepted: false, reason: 'Banned' })
  expect(server.connect('Ken', { isBot: true }).authId).toBe('BOT')
})
