import { MetamodError, override, type PluginDefinition } from '@csr/metamod-sdk'
import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

test('the last plugin that overrides decides, and all are called', () => {
  const order: string[] = []
  const answering = (name: string, value: string): PluginDefinition =>
    pluginOf(name, (plugin) => {
      plugin.onPost.getGameDescription(({ original, overriding }) => {
        order.push(`${name} ${original} ${overriding}`)
        return override(value)
      })
    })
  const server = createServer({ plugins: [answering('A', 'first'), answering('B', 'second')] })
  expect(server.console('status')[2]).toBe('game    :  second')
  expect(order.slice(0, 2)).toEqual(['A Metamod Test Game null', 'B Metamod Test Game first'])
})

test('the game calls the engine through hooks, and plugins do not', () => {
  const seen: string[] = []
  const plugin = pluginOf('Watcher', (self) => {
    self.onEngine.serverPrint(({ text }) => void seen.push(text))
    self.onEngine.setSize(({ entity, mins }) => void seen.push(`${entity.vars.className} ${mins.join(' ')}`))
    self.addCommand('try', () => self.engine.serverPrint('mine\n'))
  })
  const server = createServer({ plugins: [plugin] })
  expect(seen).toEqual(['trigger_test -32 -32 -32', 'ammo_box -8 -8 0', 'test_lift -48 -48 -8'])
  expect(server.console('try')).toEqual(['mine'])
  server.connect('Alice')
  expect(seen).toContain('Alice has joined the game\n')
  expect(seen).not.toContain('mine\n')
})

test('traces end at the walls of the box room, and at what stands in it', () => {
  const traces: unknown[] = []
  const plugin = pluginOf('Tracer', (self) => {
    self.addCommand('trace', () => {
      const { fraction, endPos, planeNormal, hit } = self.engine.traceLine(
        [0, 0, 100],
        [1024, 0, 100],
        0,
        null,
      )
      traces.push(fraction, endPos[0], planeNormal, hit?.index)
      traces.push(self.engine.traceLine([-300, 0, 40], [0, 0, 40], 0, null).hit?.vars.netName)
    })
  })
  const server = createServer({ plugins: [plugin] })
  server.connect('Alice')
  server.console('trace')
  expect(traces).toEqual([expect.closeTo(0.5, 3), expect.closeTo(512, 0), [-1, 0, 0], 0, 'Alice'])
})

test('an entity that is freed makes handles stale', () => {
  const caught: unknown[] = []
  const plugin = pluginOf('Maker', (self) => {
    self.addCommand('make', () => {
      const entity = self.engine.createNamedEntity('info_player_start')
      if (entity === null) return
      self.engine.removeEntity(entity)
      try {
        entity.vars.health = 1
      } catch (error) {
        caught.push(error)
      }
    })
  })
  const server = createServer({ plugins: [plugin] })
  server.console('make')
  expect(caught).toEqual([expect.objectContaining({ name: 'StaleEntityError' })])
})

test('what takes a real engine throws and says so', () => {
  const caught: unknown[] = []
  const plugin = pluginOf('Saver', (self) => {
    self.on.pmInit(() => undefined)
    self.addCommand('try', () => {
      try {
        self.gamedll.saveGlobalState(null as never)
      } catch (error) {
        caught.push(error)
      }
    })
  })
  createServer({ plugins: [plugin] }).console('try')
  expect(caught).toHaveLength(1)
  const [error] = caught
  if (error instanceof MetamodError) expect(error.code).toBe('UNAVAILABLE')
})
