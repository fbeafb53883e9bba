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

test('greet says what it needs', () => {
  expect(server.run('greet')).toContain('usage: greet NAME')
  expect(server.run('greet Nobody')).toContain("greet: no player is called 'Nobody'; 'status' lists them")
})

test('after unload nobody is greeted or refused', () => {
  server.run('meta unload greeter')
  expect(server.engine.connect('Cheater')).toHaveProperty('slot')
  server.frames(2)
  expect(server.printed.join('\n')).not.toMatch(/Welcome, Cheater/)
})
