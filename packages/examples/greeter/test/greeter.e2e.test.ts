import { fileURLToPath } from 'node:url'

import { beforeEach, expect, test } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer, type TestServer } from '../../../loader/test/test-server.js'

const greeter = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const folder = temporaryFolder()
let server: TestServer

beforeEach(() => {
  server = startServer(folder, { plugins: [greeter], bots: 1 })
  server.frames(2)
})

test('a player who joins is greeted, and the console says so', () => {
  expect(server.printed).toContain('Ada sees: Welcome, Ada!')
  expect(server.printed).toContain('Greeter: greeted Ada')
})

test('the banned name is refused with a reason', () => {
  expect(server.engine.connect('Cheater')).toEqual({ rejected: 'Cheater is not welcome here' })
  expect(server.engine.connect('Grace')).toHaveProperty('slot')
})

test('greet greets a player by name with the message of the cvar', () => {
  server.run('greeter_message "Hello again, %s"')
  expect(server.run('greet Ada')).toContain('Ada sees: Hello again, Ada')
})

test('a player is greeted by part of the name too', () => {
  expect(server.run('greet ad')).toContain('Ada sees: Welcome, Ada!')
})

test('greet says what it needs, and who there is', () => {
  expect(server.run('greet').join('\n')).toMatch(/usage: greet <target>/i)
  expect(server.run('greet Nobody').join('\n')).toContain('nobody is called "Nobody"; here are Ada (#1)')
})

test('a name that looks like a pattern is greeted as it is', () => {
  server.engine.connect("$& $'")
  server.frames(2)
  expect(server.printed).toContain("$& $' sees: Welcome, $& $'!")
})

test('those who are here when the plugin is loaded again are not greeted twice', () => {
  server.run('meta reload greeter')
  server.frames(2)
  expect(server.printed.filter((line) => line === 'Greeter: greeted Ada')).toHaveLength(1)
})

test('after unload nobody is greeted or refused', () => {
  server.run('meta unload greeter')
  expect(server.engine.connect('Cheater')).toHaveProperty('slot')
  server.frames(2)
  expect(server.printed.join('\n')).not.toMatch(/Welcome, Cheater/)
})
