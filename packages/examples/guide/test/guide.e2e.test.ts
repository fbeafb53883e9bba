import { fileURLToPath } from 'node:url'

import { expect, test, vi } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer, type TestServer } from '../../../loader/test/test-server.js'

const folder = temporaryFolder()

const start = (name: string, bots = 1): TestServer =>
  startServer(folder, { plugins: [fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url))], bots })

/** What the console printed for a line, less the remarks of the engine and the game. */
function said(server: TestServer, tag: string, line: string): string[] {
  return server.run(line).flatMap((printed) => {
    const at = printed.indexOf(`[${tag}] `)
    return at === -1 ? [] : [printed.slice(at + tag.length + 3)]
  })
}

const errors = (server: TestServer): string[] => server.printed.filter((line) => line.includes('ERROR'))

test('first-plugin: greets who joins, and answers !hello', () => {
  const server = start('first-plugin')
  server.frames(2)
  expect(server.printed.join('\n')).toContain('Welcome, Ada! Say !hello')
  server.engine.clientCommand(1, 'say !hello')
  server.frame()
  expect(server.printed.join('\n')).toContain('Hello Ada, there are 1 players here')
  expect(errors(server)).toEqual([])
})

test('hooks: refuses, overrides, watches, and takes itself off', () => {
  const server = start('hooks')
  server.frames(3)
  expect(server.printed.filter((line) => line.includes('the first frame is over'))).toHaveLength(1)
  expect(server.run('bot Cheater').join('\n')).toContain('Not here')
  expect(server.run('status').join('\n')).toContain(' + TypeScript')
  // Ada is no bot, so all hooks see it, ours too.
  expect(said(server, 'HOOKS', 'suicide ada')).toEqual(['Ada gives up'])
  expect(said(server, 'HOOKS', 'suicide nobody')).toEqual([])
  expect(errors(server)).toEqual([])
})

test('entities: heals, finds, marks, and knows what is gone', () => {
  const server = start('entities')
  server.frames(2)
  expect(server.run('heal ada 55').join('\n')).toMatch(/Ada at .* has 55 health/)
  expect(server.run('heal ada 5000').join('\n')).toContain('usage: heal')
  expect(said(server, 'ENTITIES', 'starts')).toHaveLength(4)
  expect(said(server, 'ENTITIES', 'watched')[0]).toMatch(/is still there$/)
  server.run('mark ada')
  server.frames(3100)
  server.run('changelevel box2')
  server.frame()
  expect(said(server, 'ENTITIES', 'watched')).toHaveLength(1)
  expect(errors(server)).toEqual([])
})

test('commands: on the server, in the chat, at the client, and variables in their ranges', () => {
  const server = start('commands')
  server.frames(2)
  expect(said(server, 'COMMANDS', 'players')).toEqual(['#1 Ada'])
  expect(server.run('hurt ada 10 for fun').join('\n')).toContain('Ada lost 10: for fun')
  expect(server.run('hurt ada 1000').join('\n')).toContain('usage: hurt <target>')
  server.run('hello_delay 600')
  server.frame()
  expect(server.run('hello_delay').join('\n')).toContain('60')
  server.engine.clientCommand(1, 'say !help')
  server.engine.clientCommand(1, 'hud_hello')
  server.frame()
  expect(server.printed.join('\n')).toContain('!restart - Starts the map again')
  expect(errors(server)).toEqual([])
})

test('messages: one is sent from the chat, and an effect too', () => {
  const server = start('messages')
  server.frames(2)
  server.engine.clientCommand(1, 'say !note well done')
  server.engine.clientCommand(1, 'say !flash')
  server.frame()
  const sent = server.run('messages Ada').join('\n')
  expect(sent).toContain('TextMsg')
  expect(sent).toContain('svc_temp_entity')
  expect(errors(server)).toEqual([])
})

test('async: goes on after its file was read, in game time, and again after a reload', async () => {
  const server = start('async')
  server.frames(101)
  expect(server.printed.join('\n')).toContain('1 players')
  await vi.waitFor(() => {
    server.frame()
    expect(server.printed.join('\n')).toContain('Welcome to this server')
  })
  const before = server.printed.length
  server.run('meta reload Async')
  server.frames(200)
  expect(server.printed.slice(before).join('\n')).toContain('1 players')
  expect(errors(server)).toEqual([])
})
