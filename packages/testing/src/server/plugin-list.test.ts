import type { PluginDefinition } from '@csr/metamod-sdk'
import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

test('a mistake of a plugin is logged, and the server goes on', () => {
  const clumsy = pluginOf('Clumsy', (plugin) => {
    plugin.on.clientPutInServer(() => {
      throw new Error('oops')
    })
  })
  const server = createServer({ plugins: [clumsy] })
  expect(server.connect('Alice').isInGame).toBe(true)
  expect(server.errors).toHaveLength(1)
  expect(server.errors[0]).toContain("plugin 'Clumsy': on.clientPutInServer")
  expect(server.errors[0]).toContain('oops')
})

test('a plugin that cannot be loaded is listed with the reason', () => {
  const broken = pluginOf('Broken', () => {
    throw new Error('no way')
  })
  const server = createServer({ plugins: [broken, 'no-such-file.ts'] })
  expect(server.plugin('Broken')).toMatchObject({ status: 'failed', slot: 1 })
  expect(server.plugin('Broken').problem).toContain('no way')
  expect(server.errors).toHaveLength(2)
  expect(() => server.plugin('Nobody')).toThrow("plugin: no plugin is called 'Nobody'; there are 'Broken'")
})

test('a plugin is reloaded as another version of itself', () => {
  const version = (text: string): PluginDefinition =>
    pluginOf('Changing', (plugin) => {
      plugin.addCommand('which', () => plugin.log(text))
    })
  const server = createServer({ plugins: [version('old')] })
  expect(server.console('which')).toEqual(['[CHANGING] old'])
  server.reload('Changing', version('new'))
  expect(server.console('which')).toEqual(['[CHANGING] new'])
  server.reload('Changing')
  expect(server.plugins.map(({ status }) => status)).toEqual(['running'])
  expect(server.errors).toEqual([])
})

test('a paused plugin hears nothing until it goes on', () => {
  let frames = 0
  const plugin = pluginOf('Pausing', (self) => {
    self.on.startFrame(() => void (frames += 1))
  })
  const server = createServer({ plugins: [plugin] })
  server.console('meta pause Pausing')
  server.frames(5)
  expect([frames, server.plugin('Pausing').status]).toEqual([0, 'paused'])
  server.console('meta unpause Pausing')
  server.frame()
  expect(frames).toBe(1)
})
