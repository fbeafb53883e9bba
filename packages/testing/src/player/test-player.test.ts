import { supercede } from '@csr/metamod-sdk'
import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

test('what a player says goes to everybody, through plugins first', () => {
  const heard: string[] = []
  const listener = pluginOf('Listener', (plugin) => {
    plugin.on.clientCommand(({ player }) => {
      heard.push(`${player.vars.netName}: ${plugin.engine.cmdArgs()}`)
      if (plugin.engine.cmdArgv(1) !== '!help') return undefined
      plugin.engine.clientPrintf(player, 0, 'Help yourself\n')
      return supercede()
    })
  })
  const server = createServer({ plugins: [listener] })
  const [alice, bob] = [server.connect('Alice'), server.connect('Bob')]
  bob.clearReceived()
  alice.say('hi')
  alice.say('!help')
  expect(heard).toEqual(['Alice: "hi"', 'Alice: "!help"'])
  expect(bob.messages.map(({ name, args }) => [name, ...args])).toEqual([['SayText', 1, 'Alice: "hi"\n']])
  expect(alice.prints).toEqual(['Help yourself'])
})

test('a player is kicked from the console, and what it sees of its entity is what plugins see', () => {
  const server = createServer()
  const alice = server.connect('Alice')
  alice.vars.health = 50
  expect(alice.entity.vars.health).toBe(50)
  expect(server.console('kick Alice "Be nice"')).toContain('Dropped Alice from server. Reason: Be nice')
  expect(alice.isConnected).toBe(false)
})
