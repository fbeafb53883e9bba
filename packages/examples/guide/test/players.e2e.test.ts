import { fileURLToPath } from 'node:url'

import { beforeEach, expect, test } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer, type TestServer } from '../../../loader/test/test-server.js'

const folder = temporaryFolder()
const plugin = fileURLToPath(new URL('../src/players.ts', import.meta.url))

let server: TestServer
beforeEach(() => {
  server = startServer(folder, { plugins: [plugin], bots: 2 })
  server.frames(2)
})

test('players: each is listed, found by a part of the name, and told something in three places', () => {
  expect(server.run('who')).toEqual(['[PLAYERS] #1 Ada: no team', '[PLAYERS] #2 Grace: no team'])
  expect(server.run('find GRA')).toEqual(['Grace is STEAM_0:0:1002'])
  expect(server.run('find a')).toEqual(['2 players fit'])
  expect(server.run('tell ada well done').filter((line) => line.includes('well done'))).toHaveLength(3)
})

test('players: who is sent away is named with the reason, and with what they said', () => {
  server.engine.clientCommand(1, 'say one')
  server.engine.clientCommand(1, 'say two')
  server.run('away ada')
  server.frames(2)
  const printed = server.printed.filter((line) => line.startsWith('[PLAYERS] '))
  expect(printed).toEqual(['[PLAYERS] Ada left: Come back later', '[PLAYERS] Ada said 2 lines'])
  expect(server.printed.filter((line) => line.includes('ERROR'))).toEqual([])
})
