/** `meta` as a client of the server types it. */
import { describe, expect, test } from 'vitest'

import { loaderVersion } from '../src/loader-version.js'
import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const pluginsIni = 'linux addons/observer/observer.so\nts addons/greeter.ts A friendly one\n'

describe('a client who types meta', () => {
  const typed = (server: TestServer, slot: number, line: string): string[] => {
    const before = server.printed.length
    server.engine.clientCommand(slot, line)
    server.frame()
    return server.printed.slice(before)
  }

  function connected(commandLine: readonly string[]): { server: TestServer; slot: number } {
    const folder = temporaryFolder()
    folder.write('addons/greeter.ts', pluginSource('Greeter', ''))
    const server = startServer(folder, { pluginsIni, commandLine })
    const answer = server.engine.connect('Ada')
    if ('rejected' in answer) throw new Error(answer.rejected)
    server.frame()
    return { server, slot: answer.slot }
  }

  test('is answered at the own console when clientmeta is on, and can change nothing', () => {
    const { server, slot } = connected(['+localinfo', 'mm_clientmeta', 'yes'])
    expect([
      ...typed(server, slot, 'meta list'),
      ...typed(server, slot, 'META Version'),
      ...typed(server, slot, 'meta unload 1'),
    ]).toEqual([
      'Ada sees: Currently running plugins:',
      'Ada sees:  [  1] Observer, v1.0.0, 2026/11/20, by Metamod for TypeScript, https://example.org/metamod-test-plugins',
      'Ada sees:  [  2] Greeter, v1.0, by A test',
      'Ada sees: 2 plugins',
      `Ada sees: Metamod for TypeScript v${loaderVersion}, plugin interface 5:13`,
      "Ada sees: meta: 'unload' is no command",
      'Ada sees: usage: meta COMMAND',
      'Ada sees:    version  - tells the version of Metamod',
      'Ada sees:    list     - lists the plugins that are running',
    ])
    expect(server.run('meta list').at(-1)).toBe('2 plugins, 2 running')
  })

  test('is not heard by Metamod when clientmeta is off, but by the game', () => {
    const { server, slot } = connected([])
    expect(typed(server, slot, 'meta list')).toEqual(['Ada sees: Unknown command: meta'])
  })
})
