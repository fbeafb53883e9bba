import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { nativeOut } from './set-up.js'
import { describeEmbedded, startEmbedded, type EmbeddedGame, type EmbeddedServer } from './embedded-server.js'

const folder = temporaryFolder()
const file = join(folder.path, 'farewell.txt')
const crates = join(nativeOut, 'game/addons/crates/crates.so')
const text = 'x'.repeat(300_000)
const imports = `import { createWriteStream, writeFileSync } from 'node:fs'; import { writeFile } from 'node:fs/promises'; import { Worker } from 'node:worker_threads'; const file = ${JSON.stringify(file)}, text = 'x'.repeat(300_000)`

interface Parts {
  readonly attach?: string
  readonly detach?: string
}

function serverWith({ attach = '', detach = '' }: Parts, game: EmbeddedGame = {}): Promise<EmbeddedServer> {
  const source = pluginSource('Trial', attach, { top: imports, detach })
  return startEmbedded(folder, { plugins: { 'trial.ts': source }, ...game })
}

const clean = { code: 0, signal: null }

beforeEach(() => rmSync(file, { force: true }))

describeEmbedded('at the end of the server', () => {
  describe.each([
    ['quit', (server: EmbeddedServer) => server.type('quit')],
    ['SIGTERM', (server: EmbeddedServer) => server.kill('SIGTERM')],
    [
      'quit and the end of input',
      (server: EmbeddedServer) => {
        server.type('quit')
        server.closeInput()
      },
    ],
  ])('by %s', (_, end) => {
    test('detach runs, and what it writes is whole', async () => {
      const server = await serverWith({ detach: "writeFileSync(file, text); console.log('detached')" })
      end(server)
      expect(await server.ended).toEqual(clean)
      expect(server.lines).toContain('detached')
      expect(readFileSync(file, 'utf8') === text).toBe(true)
    })
  })

  test('the end of input alone ends nothing', async () => {
    const server = await serverWith({
      attach:
        'let frames = 0; plugin.on.startFrame(() => { if (frames += 1, frames % 100 === 0) console.log(`frame ${frames}`) })',
    })
    server.closeInput()
    await server.waitFor(/^frame 300$/)
    server.kill('SIGTERM')
    expect(await server.ended).toEqual(clean)
  })

  test.each([
    ['an async detach writes', 'return writeFile(file, text)'],
    [
      'a stream that detach ends still holds',
      'const stream = createWriteStream(file); stream.write(text); stream.end()',
    ],
  ])('what %s gets to the disk', async (_, detach) => {
    const server = await serverWith({ detach })
    expect(await server.quit()).toEqual(clean)
    expect(existsSync(file) && readFileSync(file, 'utf8') === text).toBe(true)
  })

  test.each([
    ['a worker that never ends', "new Worker('for (;;);', { eval: true })"],
    [
      'a worker that waits',
      "new Worker(\"require('node:worker_threads').parentPort.on('message', () => {})\", { eval: true })",
    ],
    [
      'an http server and an interval',
      "setInterval(() => {}, 1); import('node:http').then(({ createServer }) => createServer().listen(0, '127.0.0.1'))",
    ],
    ['a promise that is never kept', 'void new Promise(() => {}).finally(() => {})'],
  ])('%s keeps nothing alive', async (_, attach) => {
    const server = await serverWith({ attach })
    expect(await server.quit()).toEqual(clean)
    expect(server.errors()).toEqual([])
  })

  test('plugins are detached in reverse, also behind one whose detach throws', async () => {
    const parting = (name: string, more = ''): string =>
      pluginSource(name, '', { detach: `console.log('${name} goes'); ${more}` })
    const server = await startEmbedded(folder, {
      plugins: {
        'first.ts': parting('First'),
        'second.ts': parting('Second', "throw new Error('no')"),
        'third.ts': parting('Third'),
      },
    })
    expect(await server.quit()).toEqual(clean)
    expect(server.lines.filter((line) => line.endsWith(' goes'))).toEqual([
      'Third goes',
      'Second goes',
      'First goes',
    ])
    expect(server.errors()[0]).toMatch(
      /plugin 'Second': detach at .*second\.ts:8:\d+: no; correct the plugin/,
    )
  })

  test.each([
    ['quit', (server: EmbeddedServer) => server.type('quit')],
    ['SIGTERM', (server: EmbeddedServer) => server.kill('SIGTERM')],
  ])(
    'by %s after a change of the map, both kinds of plugin are detached, loaded last first',
    async (_, end) => {
      const parting = (name: string, attach = ''): string =>
        pluginSource(name, attach, { detach: `console.log('${name}: detached')` })
      const child = folder.write('addons/child.ts', parting('Child'))
      const server = await startEmbedded(folder, {
        pluginsIni: `linux ${crates}\n`,
        plugins: {
          'first.ts': parting('First', `plugin.util.loadPlugin(${JSON.stringify(child)})`),
          'second.ts': parting('Second'),
        },
      })
      await server.run('crates_make crate_stack; crates_stay')
      server.type('changelevel box2')
      await server.waitFor(/Started map "box2"/)
      end(server)
      expect(await server.ended).toEqual(clean)
      const gone = server.lines.flatMap((line) => /^(\w+): detached$/.exec(line)?.[1] ?? [])
      expect(gone).toEqual(['Second', 'Child', 'First', 'crates'])
      expect(server.errors()).toEqual([
        expect.stringContaining("plugin 'Crates' does not want to be unloaded") as string,
      ])
    },
  )

  test('process.exit in detach ends nothing early', async () => {
    const server = await serverWith({ detach: 'process.exit(9)' })
    expect(await server.quit()).toEqual(clean)
    expect(server.errors()[0]).toMatch(
      /plugin 'Trial': detach at .*: MetamodError: process\.exit: a plugin cannot end/,
    )
  })
})

describeEmbedded('at a crash in the game DLL', () => {
  const detach = "console.log('detached')"

  test('detach runs where the engine shuts the game down, and the exit code is its own', async () => {
    const server = await serverWith({ detach }, { options: ['--crash-handler'] })
    server.type('crash')
    expect(await server.ended).toEqual(clean)
    expect(server.lines).toContain('detached')
  })

  test('the process dies of the same signal as without Node where the engine does nothing', async () => {
    const server = await serverWith({ detach })
    server.type('crash')
    expect(await server.ended).toEqual({ code: null, signal: 'SIGSEGV' })
  })
})
