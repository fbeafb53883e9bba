import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'

const folder = temporaryFolder()

/** A server whose plugin Endless has a command `go`, beside a plugin Other with a timer; code may run for 100 ms. */
async function serverWith(attach: string): Promise<EmbeddedServer> {
  const other = "plugin.addCommand('greet', () => setTimeout(() => console.log('Other is well'), 1))"
  const server = await startEmbedded(folder, {
    plugins: {
      'endless.ts': pluginSource('Endless', attach, { top }),
      'other.ts': pluginSource('Other', other),
    },
  })
  await server.run('meta_watchdog 100')
  return server
}

const top = "import { readFile } from 'node:fs'\nimport { Worker } from 'node:worker_threads'"
const command = (code: string): string => `plugin.addCommand('go', () => {\n${code}\n})`
const stopped =
  /^\[META] ERROR: plugin 'Endless': held the server up for more than 100 ms at .*endless\.ts:\d+:\d+ and was stopped there$/

async function list(server: EmbeddedServer): Promise<string> {
  return (await server.run('meta list')).join('\n')
}

describeEmbedded(
  'an endless loop is ended, its plugin is paused, the others go on and the server ends well:',
  () => {
    test.each([
      ['in a command', command('for (;;);')],
      ['in a hook', command('plugin.on.startFrame(() => {\nfor (;;);\n})')],
      ["in a timer of Node's", command('setTimeout(() => {\nfor (;;);\n}, 1)')],
      ['in an immediate', command('setImmediate(() => {\nfor (;;);\n})')],
      ['in a promise', command('Promise.resolve().then(() => {\nfor (;;);\n})')],
      ['in an async function', command('void (async () => {\nawait null\nfor (;;);\n})()')],
      ['in an async timer', command('setTimeout(async () => {\nawait null\nfor (;;);\n}, 1)')],
      ['in a tick', command('process.nextTick(() => {\nfor (;;);\n})')],
      ['in what a file has to tell', command("readFile('/dev/null', () => {\nfor (;;);\n})")],
    ])('%s', async (_, attach) => {
      const server = await serverWith(attach)
      await server.run('go')
      await server.waitFor(stopped)
      await server.run('greet')
      await server.waitFor(/^Other is well$/)
      expect(await list(server)).toMatch(/Endless +STOP[\s\S]*Other +RUN/)
      expect(await server.quit()).toEqual({ code: 0, signal: null })
    })
  },
)

describeEmbedded('an endless interval', () => {
  test('is ended, and comes no more', async () => {
    const server = await serverWith(command('setInterval(() => {\nfor (;;);\n}, 1)\nsetTimeout(() => 0, 1)'))
    await server.run('go')
    await server.waitFor(stopped)
    await server.run('greet')
    await server.waitFor(/^Other is well$/)
    expect(server.lines.filter((line) => stopped.test(line))).toHaveLength(1)
    expect(await list(server)).toMatch(/Endless +STOP/)
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })
})

describeEmbedded('what sets itself going again before it loops', () => {
  test.each([
    [
      'a timer',
      'const again = () => { setTimeout(again, 1 + Math.random() * 5); for (;;); }\nsetTimeout(again, 1)',
    ],
    ['an immediate', 'const again = () => { setImmediate(again); for (;;); }\nsetImmediate(again)'],
    ['a promise', 'const again = () => { void Promise.resolve().then(again); for (;;); }\nagain()'],
  ])('is ended each time, and the server goes on: %s', async (_, code) => {
    const server = await serverWith(command(code))
    await server.run('go')
    await server.waitFor(stopped)
    await server.run('greet')
    await server.waitFor(/^Other is well$/)
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })

  test('two endless timers are both ended and logged', async () => {
    const server = await serverWith(
      command('for (let i = 0; i < 2; i += 1) setTimeout(() => { for (;;); }, 1)'),
    )
    await server.run('go')
    await server.run('greet')
    await server.waitFor(/^Other is well$/)
    // Other may have spoken in the same turn of the loop, after which the second is logged.
    expect(await list(server)).toMatch(/Endless +STOP/)
    expect(server.lines.filter((line) => stopped.test(line))).toHaveLength(2)
  })

  test('others hear what a plugin does while it is unloaded for it, however deep its last call was', async () => {
    const deep = 'const deep = (n: number): number => n > 0 ? deep(n - 1) : plugin.engine.time()'
    const timers = 'for (let i = 1; i < 5; i += 1) setTimeout(() => { deep(1000); for (;;); }, i * 200)'
    const server = await startEmbedded(folder, {
      plugins: {
        'endless.ts': pluginSource(
          'Endless',
          `end = () => plugin.hooked.engine.randomLong(0, 9)\n${command(`${deep}\n${timers}`)}`,
          { top: 'let end: () => unknown', detach: 'end()' },
        ),
        'other.ts': pluginSource('Other', "plugin.onEngine.randomLong(() => console.log('Other heard it'))"),
      },
    })
    await server.run('meta_watchdog 100')
    await server.run('go')
    await server.waitFor(/^\[META] ERROR: plugin 'Endless' was unloaded after 3 times while it was paused/)
    expect(server.lines).toContain('Other heard it')
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })

  test('a timer of a plugin that was unloaded is ended, and the log says whose it was', async () => {
    const server = await serverWith('setTimeout(() => { for (;;); }, 300)')
    await server.run('meta force_unload Endless')
    await server.waitFor(/plugin 'endless\.ts', which was unloaded: held the server up for more than 100 ms/)
    expect(await list(server)).toMatch(/Other +RUN/)
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })

  test('a plugin whose own way to write a stack never ends is ended as well', async () => {
    const server = await serverWith(command('Error.prepareStackTrace = () => { for (;;); }\nfor (;;);'))
    await server.run('go')
    await server.waitFor(stopped)
    expect(await list(server)).toMatch(/Endless +STOP/)
  })
})

describeEmbedded('a worker that fills its own memory', () => {
  test('ends alone, which the log tells', async () => {
    const fill = 'const kept = []; for (;;) kept.push({ text: [kept.length] })'
    const options = '{ eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } }'
    const server = await serverWith(command(`new Worker(${JSON.stringify(fill)}, ${options})`))
    await server.run('go')
    await server.waitFor(/^\[META] ERROR: .*Worker terminated due to reaching memory limit.*'Endless'/)
    expect(await list(server)).toMatch(/Endless +RUN[\s\S]*Other +RUN/)
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })
})
