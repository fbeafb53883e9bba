import type { PluginDefinition } from '@csr/metamod-sdk'
import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

const quiet = (name: string): PluginDefinition => pluginOf(name, () => undefined)

test('meta list shows the plugins as on a real server', () => {
  const server = createServer({ plugins: [quiet('Greeter'), quiet('Other')] })
  expect(server.console('meta list')).toEqual([
    'Currently loaded plugins:',
    '      description  stat pend  file        vers  src  load  unload',
    ' [ 1] Greeter      RUN   -    greeter.ts  v1.0  cmd  ANY   Pause',
    ' [ 2] Other        RUN   -    other.ts    v1.0  cmd  ANY   Pause',
    '2 plugins, 2 running',
  ])
})

test('a newline parts commands, nothing prints nothing, and an unknown command is said to be one', () => {
  const server = createServer()
  expect(server.console('echo a\necho b')).toEqual(['a', 'b'])
  expect(server.console('')).toEqual([])
  expect(server.console('nonsense')).toEqual(['Unknown command: nonsense'])
  expect(() => server.console(7 as unknown as string)).toThrow('console: line must be a string, got 7')
})

test('cvars have their value before the first map, those of plugins too', () => {
  const maps: string[] = []
  const plugin = pluginOf('Cvars', (self) => {
    const cvar = self.addCvar('my_level', 1)
    self.on.serverActivate(() => void maps.push(cvar.string))
  })
  const server = createServer({ plugins: [plugin], cvars: { my_level: 7, sv_gravity: '100' } })
  expect(maps).toEqual(['7'])
  expect(server.console('sv_gravity')).toEqual(['"sv_gravity" is "100"'])
})

test('a command of a plugin is run, and says that it does nothing once the plugin has gone', () => {
  const plugin = pluginOf('Commander', (self) => {
    self.addCommand('greet', ({ args }) => self.log(`hello ${args.join(' and ')}`))
  })
  const server = createServer({ plugins: [plugin] })
  expect(server.console('greet Alice "Bob C"')).toEqual(['[COMMANDER] hello Alice and Bob C'])
  server.console('meta unload Commander')
  expect(server.console('greet')).toEqual([
    "[META] Command 'greet' does nothing now: plugin 'Commander' was unloaded. Load it again to have the command.",
  ])
})
