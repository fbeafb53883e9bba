import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { beforeEach, expect, test } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer, type TestServer } from '../../../loader/test/test-server.js'

const folder = temporaryFolder()
const plugin = dirname(dirname(fileURLToPath(import.meta.url)))

let server: TestServer
beforeEach(() => {
  server = startServer(folder, { plugins: [plugin] })
})

test('msglist lists all messages with number and size, the game’s among them, and msgid finds each by name', () => {
  const lines = server.run('msglist')
  expect(lines[0]).toBe('registered user msgs:')
  const messages = lines.slice(1).map((line) => /^(\d+) (\w+) (-?\d+)$/.exec(line))
  expect(messages.length).toBeGreaterThan(3)
  for (const message of messages)
    expect(server.run(`msgid ${message?.[2] ?? ''}`)).toEqual([
      `${message?.[2] ?? ''} = ${message?.[1] ?? ''}`,
    ])
})

test('msgid says so when there is no such message, or no name', () => {
  expect(server.run('msgid Bogus')).toEqual(['msg not found: Bogus'])
  expect(server.run('msgid')).toEqual(['msg not found: '])
})

test('with bounce the server ends when the map does, and without it goes on', () => {
  server.run('changelevel box2')
  server.frames(3)
  expect(server.engine.isRunning()).toBe(true)
  server.run('bounce 1')
  server.run('changelevel box')
  server.frames(3)
  expect(server.printed.join('\n')).toContain('[WDMISC] Exiting server at end of map (bounce==1)')
  expect(server.engine.isRunning()).toBe(false)
})
