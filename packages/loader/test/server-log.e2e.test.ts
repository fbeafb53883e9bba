import { expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer } from './test-server.js'

const folder = temporaryFolder()
folder.write('addons/greeter.ts', pluginSource('Greeter', ''))
folder.write('addons/broken.ts', 'export default')

/** What of Metamod's stands in the server's log, without the dates. */
const logged = (server: { run(line: string): string[] }): string[] =>
  server.run('showlog').flatMap((line) => /^L .{21}: (\[META] .*)/.exec(line)?.[1] ?? [])

test("the comings and goings of plugins stand in the server's log, with their reasons", () => {
  const server = startServer(folder, {
    pluginsIni: 'linux addons/observer/observer.so\nts addons/greeter.ts\n',
  })
  const before = logged(server)
  expect(before.slice(0, 1)).toEqual([expect.stringMatching(/^\[META] Metamod for TypeScript v/)])
  expect(before).toContain("[META] plugin 'Greeter' v1.0 was loaded")
  for (const line of [
    'meta pause greeter',
    'meta unpause greeter',
    'meta reload greeter',
    'meta unload 1 greeter',
  ])
    server.run(line)
  expect(logged(server).slice(before.length)).toEqual([
    "[META] plugin 'Greeter' is paused",
    "[META] plugin 'Greeter' goes on",
    "[META] plugin 'Greeter' was unloaded: to be loaded anew",
    "[META] plugin 'Greeter' v1.0 was loaded",
    "[META] plugin 'Observer' was unloaded: by a server command",
    "[META] plugin 'Greeter' was unloaded: by a server command",
  ])
})

test('an error stands in the log as it does at the console, and there only once', () => {
  const server = startServer(folder, { pluginsIni: 'ts addons/broken.ts\n' })
  const errors = logged(server).filter((line) => line.startsWith('[META] ERROR'))
  expect(errors).toHaveLength(1)
  expect(server.printed.filter((line) => line.includes(errors[0] ?? ''))).toEqual([
    errors[0],
    // What showlog has shown just now.
    expect.stringMatching(/^L /),
  ])
})

test("an engine that repeats its log at the console goes on doing so with others' lines", () => {
  const server = startServer(folder, { pluginsIni: 'ts addons/greeter.ts\n', bots: 1 })
  expect(server.printed.some((line) => /^L .* connected, address/.test(line))).toBe(true)
  expect(server.run('mp_logecho').join()).toContain('1')
})
