import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

test('what the game is to fill in for a client is empty each time', () => {
  const before = { models: new Set<number>(), health: new Set<number>() }
  const after = { models: new Set<number>(), health: new Set<number>() }
  const plugin = pluginOf('Watcher', (self) => {
    self.on.addToFullPack(({ state }) => void before.models.add(state.modelIndex))
    self.onPost.addToFullPack(({ state }) => void after.models.add(state.modelIndex))
    self.on.updateClientData(({ data }) => void before.health.add(data.health))
    self.onPost.updateClientData(({ data }) => void after.health.add(data.health))
  })
  const server = createServer({ plugins: [plugin] })
  const alice = server.connect('Alice')
  server.connect('Bob')
  alice.vars.health = 42
  server.frames(2)
  expect([...before.models, ...before.health]).toEqual([0, 0])
  expect(after.models.size).toBeGreaterThan(1)
  expect(after.health).toContain(42)
})
