import { readdirSync, readFileSync } from 'node:fs'
import { close as closeInspector, open as openInspector } from 'node:inspector'

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

const endless = 'for (;;);'
/** Runs for long, but comes to an end. */
const busy = (ms: number): string => `for (const end = Date.now() + ${ms}; Date.now() < end;);`

/** The body of `attach` in which a command runs code. */
const command = (name: string, code: string): string => `plugin.addCommand('${name}', () => {\n${code}\n})`

/** A server with plugins, in which code may run for 50 ms. */
function serverWith(plugins: Readonly<Record<string, string>>, top = ''): TestServer {
  const paths = Object.entries(plugins).map(([name, attach]) =>
    folder.write(`addons/${name}.ts`, pluginSource(name, attach, { top })),
  )
  const server = startServer(folder, { plugins: paths, bots: 1 })
  server.run('meta_watchdog 50')
  return server
}

const errors = (lines: readonly string[]): string[] => lines.filter((line) => line.includes('ERROR'))

/** The two lines about a plugin that was ended. */
function ended(name: string, place = '7:\\d+'): unknown[] {
  const what = `held the server up for more than 50 ms at .*${name}\\.ts:${place}`
  return [
    expect.stringMatching(new RegExp(`^\\[META] ERROR: plugin '${name}': ${what} and was stopped there$`)),
    expect.stringMatching(
      new RegExp(`^\\[META] ERROR: plugin '${name}' was paused: it ${what}; 'meta retry`),
    ),
  ]
}

/** Each plugin with its status. */
const statuses = (server: TestServer): string[] =>
  server.loader.plugins.map(({ name, isPaused }) => `${name} ${isPaused ? 'paused' : 'runs'}`)

describe('an endless loop is ended, its place is logged, its plugin is paused and the server goes on:', () => {
  test.each([
    ['a loop', endless],
    ['a loop that catches all', 'for (;;) try { for (;;); } catch {} finally { for (;;); }'],
    ['a function that a built-in one calls', '[1, 2].sort(() => { for (;;); })'],
    ['a loop of engine calls', 'for (;;) plugin.engine.time()'],
    ['a regular expression', "/^(a+)+$/.test('a'.repeat(40) + 'b')"],
    ['a wait for another thread', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'],
    ['a listener of an emitter', "new EventEmitter().on('x', () => { for (;;); }).emit('x')"],
    ['a function in what becomes JSON', 'JSON.stringify({ toJSON() { for (;;); } })'],
  ])('%s', (_, code) => {
    const attach = `plugin.onEngine.time(() => undefined)\n${command('go', code)}`
    const server = serverWith({ Endless: attach }, "import { EventEmitter } from 'node:events'")
    expect(errors(server.run('go'))).toEqual(ended('Endless'))
    expect(statuses(server)).toEqual(['Endless paused'])
  })

  test.each([
    ['a hook', 'plugin.on.startFrame(() => {\nfor (;;);\n})'],
    ['a post hook', 'plugin.onPost.startFrame(() => {\nfor (;;);\n})'],
    ['a timer of the game', 'plugin.after(0.01, () => {\nfor (;;);\n})'],
    ['the next frame', 'plugin.nextFrame(() => {\nfor (;;);\n})'],
  ])('in %s', (_, code) => {
    const server = serverWith({ Endless: command('go', code), Other: command('greet', "console.log('hi')") })
    const before = server.printed.length
    server.run('go')
    server.frames(5)
    expect(errors(server.printed.slice(before))).toEqual(ended('Endless'))
    expect(statuses(server)).toEqual(['Endless paused', 'Other runs'])
  })

  test.each([
    ['a detach', 'detach', pluginSource('Endless', '', { detach: 'for (;;);' })],
    [
      'what listens to its signal',
      'signal',
      pluginSource('Endless', "plugin.signal.addEventListener('abort', () => { for (;;); })"),
    ],
  ])('in %s, and the plugin is gone', (_, place, source) => {
    const server = startServer(folder, { plugins: [folder.write('addons/Endless.ts', source)] })
    server.run('meta_load_timeout 50')
    expect(errors(server.run('meta unload 1'))).toEqual([
      expect.stringMatching(new RegExp(`plugin 'Endless': ${place}.* did not come to an end within 50 ms`)),
    ])
    expect(statuses(server)).toEqual([])
    server.run('meta load addons/Endless.ts')
    expect(statuses(server)).toEqual(['Endless runs'])
  })
})

describe('a hook that ran inside of a call of another plugin', () => {
  const inner = 'plugin.onEngine.time(() => {\n\nfor (;;);\n})'
  const call = 'plugin.util.getHookTables().engine.time()'

  test('is ended alone: the caller goes on, and is not paused', () => {
    const server = serverWith({
      Inner: inner,
      Outer: command('go', `${call}\nplugin.util.logConsole('went on')`),
    })
    const printed = server.run('go')
    expect(errors(printed)).toEqual(ended('Inner'))
    expect(printed.at(-1)).toBe('went on')
    expect(statuses(server)).toEqual(['Inner paused', 'Outer runs'])
  })

  test('is ended alone also while the caller attaches', () => {
    const server = serverWith({ Inner: inner })
    const outer = folder.write(
      'addons/Outer.ts',
      pluginSource('Outer', `${call}\nplugin.util.logConsole('went on')`),
    )
    const printed = server.run(`meta load ${outer}`)
    expect(errors(printed)).toEqual(ended('Inner'))
    expect(printed).toContain('went on')
    expect(statuses(server)).toEqual(['Inner paused', 'Outer runs'])
  })

  test('counts as ignored, and calls find their place in the scratch block afterwards', () => {
    const server = serverWith({
      Inner: inner,
      Outer: command(
        'go',
        `const time = ${call}\nplugin.util.logConsole(\`\${time === plugin.engine.time()}\`)`,
      ),
    })
    expect(server.run('go').at(-1)).toBe('true')
    expect(server.run('go').at(-1)).toBe('true')
  })
})

describe('nobody is ended', () => {
  test('who ends in time', () => {
    const server = serverWith({ Slow: command('go', busy(20)) })
    expect(errors(server.run('go'))).toEqual([])
  })

  test('for what many hooks take together', () => {
    const server = serverWith({ Slow: `plugin.on.startFrame(() => {${busy(15)}})` })
    server.frames(20)
    expect(errors(server.printed)).toEqual([])
  })

  test('for what the engine takes', () => {
    const server = serverWith({ Waits: command('go', "plugin.engine.serverPrint('slow\\n')") })
    const printed = server.printed as string[]
    printed.push = (line) => {
      if (line === 'slow') for (const end = Date.now() + 200; Date.now() < end;);
      return Array.prototype.push.call(printed, line)
    }
    expect(server.run('go')).toEqual(['slow'])
  })

  test('while meta_watchdog is 0', () => {
    const server = serverWith({ Slow: command('go', busy(200)) })
    server.run('meta_watchdog 0')
    expect(errors(server.run('go'))).toEqual([])
    server.run('meta_watchdog 50')
    expect(errors(server.run('go'))).toEqual(ended('Slow', '6:\\d+'))
  })

  test('while a debugger may hold the plugin at a breakpoint', () => {
    const server = serverWith({ Slow: command('go', busy(200)) })
    openInspector(0, '127.0.0.1')
    onTestFinished(closeInspector)
    expect(errors(server.run('go'))).toEqual([])
  })

  test('who loads for longer, which has a limit of its own', () => {
    const server = serverWith({})
    const slow = folder.write('addons/Slow.ts', pluginSource('Slow', busy(200)))
    expect(errors(server.run(`meta load ${slow}`))).toEqual([])
    expect(statuses(server)).toEqual(['Slow runs'])
  })
})

test('a plugin that is woken up and held the server up again is ended again', () => {
  const server = serverWith({ Endless: command('go', endless) })
  server.run('go')
  server.run('meta retry 1')
  expect(statuses(server)).toEqual(['Endless runs'])
  expect(errors(server.run('go'))).toEqual(ended('Endless', '6:\\d+'))
})

test('a plugin that still holds the server up while it is paused is unloaded at the third time', () => {
  const server = serverWith({ Endless: command('go', endless) })
  for (let time = 0; time < 3; time += 1) server.run('go')
  expect(statuses(server)).toEqual(['Endless paused'])
  expect(errors(server.run('go')).at(-1)).toMatch(
    /'Endless' was unloaded after 3 times while it was paused; correct/,
  )
  expect(statuses(server)).toEqual([])
})

describe('the thread that measures', () => {
  const threads = (): number =>
    readdirSync('/proc/self/task').filter(
      (id) => readFileSync(`/proc/self/task/${id}/comm`, 'utf8') === 'metamod-watch\n',
    ).length

  test('is there only while there is a limit and a server', async () => {
    const server = serverWith({ Idle: 'plugin.on.startFrame(() => undefined)' })
    expect(threads()).toBe(1)
    server.run('meta_watchdog 0')
    // It sees the limit the next time it looks.
    await expect.poll(threads).toBe(0)
    server.run('meta_watchdog 50')
    server.frames(1)
    expect(threads()).toBe(1)
    server.stop()
    expect(threads()).toBe(0)
  })
})
