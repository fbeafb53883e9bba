import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer } from './test-server.js'

const folder = temporaryFolder()
const counter = folder.write(
  'addons/counter.ts',
  pluginSource(
    'Counter',
    "let n = 0; plugin.on.startFrame(() => { n += 1 }); plugin.addCommand('count', () => plugin.util.logConsole(`frames ${n}`))",
  ),
)
const pluginsIni =
  'linux addons/observer/observer.so\nlinux addons/overrider/overrider.so The one that overrides\nts addons/counter.ts\n'

describe('native and TypeScript plugins', () => {
  test('stand in one list, in the order of plugins.ini', () => {
    const server = startServer(folder, { pluginsIni })
    const lines = server.run('meta list')
    expect(lines[2]).toMatch(/^ \[ 1] Observer .* RUN .* observer\.so .* ini /)
    expect(lines[3]).toMatch(/^ \[ 2] The one that overrides +RUN /)
    expect(lines[4]).toMatch(/^ \[ 3] Counter .* RUN .* counter\.ts .* ini /)
    expect(lines.at(-1)).toBe('3 plugins, 3 running')
  })

  test('hook the calls of each other and of the game', () => {
    const watcher = pluginSource(
      'Watcher',
      'plugin.onPost.getGameDescription((event) => { plugin.util.logConsole(`game ${event.overriding ?? event.original}`) })',
    )
    const server = startServer(folder, {
      pluginsIni: `linux addons/overrider/overrider.so\nts ${folder.write('watcher.ts', watcher)}`,
    })
    expect(server.run('status').join('\n')).toMatch(/Overridden/)
    expect(server.printed.some((line) => line.startsWith('game Overridden'))).toBe(true)
  })

  test('are unloaded and loaded again while frames run', () => {
    const server = startServer(folder, { pluginsIni, bots: 2 })
    server.frames(5)
    for (const name of ['observer', 'counter']) {
      expect(server.run(`meta unload ${name}`).join('\n')).toMatch(/^Unloaded plugin '(Observer|Counter)'$/m)
      server.frames(5)
      expect(server.run(`meta load ${name}`).join('\n')).toMatch(
        /Loaded plugin '(Observer|Counter)' as number \d/,
      )
      server.frames(5)
    }
    expect(server.run('meta list').at(-1)).toBe('3 plugins, 3 running')
  })

  test('are reloaded while frames run, and a TypeScript plugin runs its file as it is then', () => {
    const server = startServer(folder, { pluginsIni, bots: 2 })
    server.frames(5)
    expect(server.run('meta reload observer')).toContain("Reloaded plugin 'Observer'")
    folder.write(
      'addons/counter.ts',
      pluginSource('Counter', "plugin.addCommand('count', () => plugin.util.logConsole('new'))"),
    )
    expect(server.run('meta reload counter')).toContain("Reloaded plugin 'Counter'")
    expect(server.run('count')).toContain('new')
    server.frames(5)
  })

  test('a paused plugin is not called, and goes on after unpause', () => {
    folder.write(
      'addons/counter.ts',
      pluginSource(
        'Counter',
        "let n = 0; plugin.on.startFrame(() => { n += 1 }); plugin.addCommand('count', () => plugin.util.logConsole(`frames ${n}`))",
      ),
    )
    const server = startServer(folder, { plugins: [counter] })
    const count = (): string => server.run('count').join()
    server.run('meta pause counter')
    const paused = count()
    server.frames(5)
    expect(count()).toBe(paused)
    server.run('meta unpause counter')
    server.frames(5)
    expect(count()).not.toBe(paused)
  })

  test('survive a map change', () => {
    const server = startServer(folder, { pluginsIni, bots: 2 })
    server.run('changelevel box2')
    server.frames(5)
    expect(server.run('meta list').at(-1)).toBe('3 plugins, 3 running')
  })
})

test('a command of an unloaded plugin does nothing, and works again when the plugin is back', () => {
  const server = startServer(folder, { plugins: [counter] })
  server.run('meta unload counter')
  expect(server.run('count').join()).not.toMatch(/frames/)
  server.run('meta load counter')
  expect(server.run('count').join()).toMatch(/^frames \d+$/)
})

test('a plugin knows its own file', () => {
  const attach = 'plugin.util.logConsole(plugin.util.getPluginPath())'
  const path = folder.write('where.ts', pluginSource('Where', attach))
  expect(startServer(folder, { plugins: [path] }).printed).toContain(path)
})

test('plugins load and unload each other', () => {
  const other = folder.write('addons/other.ts', pluginSource('Other', ''))
  const parent = pluginSource(
    'Parent',
    `plugin.addCommand('child', ({ args }) => {
      const isDone = args[0] === 'load' ? plugin.util.loadPlugin('other') : plugin.util.unloadPlugin('Other')
      plugin.util.logConsole(String(isDone))
    })`,
  )
  const server = startServer(folder, { plugins: [folder.write('parent.ts', parent)] })
  expect(server.run('child load')).toContain('true')
  expect(server.run('meta list').join('\n')).toMatch(/Other .* pl1 /)
  expect(server.run('child unload')).toContain('true')
  expect(server.run('child unload').join('\n')).toMatch(
    /plugin 'Parent': unloadPlugin: no plugin is called 'Other'; there are 1 Parent/,
  )
  expect(other).toBeTruthy()
})
