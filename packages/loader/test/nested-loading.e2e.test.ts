import { expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()

const script = (name: string, attach: string, detach = ''): string =>
  folder.write(`addons/${name.toLowerCase()}.ts`, pluginSource(name, attach, { detach }))

function start(...plugins: string[]): TestServer {
  const server = startServer(folder, { plugins, bots: 2 })
  server.frames(3)
  return server
}

const names = (server: TestServer): string[] => server.loader.plugins.map(({ name }) => name)

test('a hook loads and unloads plugins of both kinds, again and again, while the same hook of others runs', () => {
  script('Other', 'let n = 0; plugin.on.startFrame(() => { n += 1 })')
  const parent = script(
    'Parent',
    `let isThere = false
    plugin.on.startFrame(() => {
      isThere = !isThere
      for (const name of ['addons/other.ts', 'addons/observer/observer.so'])
        if (isThere && !plugin.util.loadPlugin(name)) throw new Error('not loaded')
      for (const name of ['other', 'observer'])
        if (!isThere && !plugin.util.unloadPlugin(name)) throw new Error('not unloaded')
    })`,
  )
  const last = script(
    'Last',
    "let n = 0; plugin.on.startFrame(() => { n += 1 }); plugin.addCommand('count', () => plugin.util.logConsole(`frames ${n}`))",
  )
  const server = start(parent, last)
  const before = Number(/frames (\d+)/.exec(server.run('count').join())?.[1])
  server.frames(19)
  expect(server.run('count')).toContain(`frames ${before + 20}`)
  expect(server.printed.join('\n')).not.toMatch(/ERROR/)
  expect(names(server).filter((name) => !['Other', 'Observer'].includes(name))).toEqual(['Parent', 'Last'])
})

test('plugins load and unload others from their attach and detach, at any depth', () => {
  script('Leaf', '')
  script(
    'Middle',
    "plugin.util.loadPlugin('addons/leaf.ts'); globalThis.middle = plugin",
    "globalThis.middle.util.unloadPlugin('Leaf')",
  )
  const root = script(
    'Root',
    "plugin.util.loadPlugin('addons/middle.ts'); plugin.addCommand('fell', () => plugin.util.unloadPlugin('Middle'))",
  )
  const server = start(root)
  expect(names(server)).toEqual(['Root', 'Middle', 'Leaf'])
  expect(server.run('meta list').join('\n')).toMatch(/Middle .* pl1 [^]*Leaf .* pl2 /)
  server.run('fell')
  expect(names(server)).toEqual(['Root'])
  expect(server.printed.join('\n')).not.toMatch(/ERROR/)
})

test('a plugin can unload neither itself from its own hook nor the one that is unloading it', () => {
  script(
    'Victim',
    'globalThis.victim = plugin',
    "console.assert(!globalThis.victim.util.unloadPlugin('Hunter'))",
  )
  const hunter = script(
    'Hunter',
    `plugin.util.loadPlugin('addons/victim.ts')
    plugin.on.clientCommand(() => { plugin.util.unloadPlugin('Hunter'); plugin.util.unloadPlugin('Victim') })`,
  )
  const server = start(hunter)
  server.engine.clientCommand(1, 'say hello')
  server.frames(2)
  expect(names(server)).toEqual(['Hunter'])
  const errors = server.printed.filter((line) => line.includes('ERROR'))
  expect(errors).toEqual([
    "[META] ERROR: plugin 'Hunter': unloadPlugin: a plugin cannot unload itself; use the server command 'meta unload 1'",
    "[META] ERROR: plugin 'Victim': unloadPlugin: plugin 'Hunter' is just unloading a plugin itself; try again when that is done",
  ])
})

test('a child of a plugin that is unloaded is an orphan', () => {
  script('Child', '')
  const parent = script('Parent', "plugin.util.loadPlugin('addons/child.ts')")
  const server = start(parent)
  expect(server.run('meta list').join('\n')).toMatch(/Child .* pl1 /)
  server.run('meta unload Parent')
  expect(server.run('meta list').join('\n')).toMatch(/Child .* plUN /)
})

test('at the end of the server all plugins are detached, the last one first, and none is loaded any more', () => {
  script('Late', '')
  const order = (globalThis as { order?: string[] }).order ?? []
  Object.assign(globalThis, { order })
  const telling = (name: string): string =>
    script(
      name,
      `globalThis.p${name} = plugin`,
      `globalThis.order.push('${name}', String(globalThis.p${name}.util.loadPlugin('addons/late.ts')))`,
    )
  const server = start(telling('One'), telling('Two'))
  server.stop()
  expect(order).toEqual(['Two', 'false', 'One', 'false'])
  expect(server.printed.join('\n')).toMatch(/loadPlugin: the server is ending; nothing is loaded any more/)
})
