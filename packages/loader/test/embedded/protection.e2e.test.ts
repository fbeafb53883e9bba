import { createServer } from 'node:net'
import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded, type EmbeddedServer } from './embedded-server.js'

const folder = temporaryFolder()

/** A server with a plugin whose command `trial` does something. */
async function serverWith(trial: string, top = ''): Promise<EmbeddedServer> {
  const source = pluginSource('Trial', `plugin.addCommand('trial', () => {\n${trial}\n})`, { top })
  return startEmbedded(folder, { plugins: { 'trial.ts': source } })
}

async function expectAlive(server: EmbeddedServer): Promise<void> {
  expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 1 running')
}

/** Signals that the process does something about, and those it does not hear, as the kernel knows them. */
function signals(server: EmbeddedServer): string[] {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return status.split('\n').filter((line) => /^Sig(Cgt|Ign):/.test(line))
}

/** The signals in a line of the kernel's, without the two that the C library keeps for its threads. */
function numbersIn(line: string): number[] {
  const mask = BigInt(`0x${line.split(/\s+/)[1] ?? '0'}`)
  const all = Array.from({ length: 64 }, (_, bit) => bit + 1)
  return all.filter((number) => number !== 32 && number !== 33 && (mask >> BigInt(number - 1)) & 1n)
}

describeEmbedded('a plugin cannot end the server:', () => {
  test.each([
    ['process.exit()', 'exit'],
    ['process.reallyExit(3)', 'reallyExit'],
    ['process.abort()', 'abort'],
    ["process.kill(process.pid, 'SIGKILL')", 'kill'],
  ])('%s throws, and the log names its place and what to do', async (call, name) => {
    const server = await serverWith(call)
    await server.run('trial')
    expect(server.errors()[0]).toMatch(
      new RegExp(
        `^\\[META] ERROR: plugin 'Trial': command trial at .*trial\\.ts:6:\\d+: MetamodError: process\\.${name}: a plugin cannot end`,
      ),
    )
    await expectAlive(server)
  })

  test('process.exit in a timer throws as well', async () => {
    const server = await serverWith('setTimeout(() => process.exit(1), 1)')
    await server.run('trial')
    await server.waitFor(/plugin 'Trial': a timer at .*trial\.ts:6:\d+: MetamodError: process\.exit: /)
    await expectAlive(server)
  })

  test.each([
    ['an error in a timer', 'a timer', "setTimeout(() => { throw new Error('late') }, 1)"],
    [
      'an error in a promise that nobody waits for',
      'a promise',
      "void (async () => { await null; throw new Error('late') })()",
    ],
    ['an error in a microtask', 'a callback', "queueMicrotask(() => { throw new Error('late') })"],
    ['an error in a tick', 'a callback', "process.nextTick(() => { throw new Error('late') })"],
    [
      "an 'error' event without a listener",
      'an immediate',
      "setImmediate(() => new EventEmitter().emit('error', new Error('late')))",
    ],
    [
      'an error in a callback of the file system',
      'a file callback',
      "readFile('/nowhere', () => { throw new Error('late') })",
    ],
    [
      'an error after all listeners of process were removed',
      'a timer',
      "process.removeAllListeners(); setTimeout(() => { throw new Error('late') }, 1)",
    ],
    [
      'a rejection after all listeners of process were removed',
      // Node then no longer says which promise it was.
      'a (promise|callback)',
      "process.removeAllListeners(); void (async () => { await null; throw new Error('late') })()",
    ],
  ])('%s is logged with the plugin', async (_, place, trial) => {
    const server = await serverWith(
      trial,
      "import { EventEmitter } from 'node:events'; import { readFile } from 'node:fs'",
    )
    await server.run('trial')
    await server.waitFor(
      new RegExp(`^\\[META] ERROR: plugin 'Trial': ${place} at .*trial\\.ts:6:\\d+: late; correct`),
    )
    await expectAlive(server)
  })

  test('an error in a worker is logged with the plugin', async () => {
    const server = await serverWith(
      'new Worker("throw new Error(\'in a worker\')", { eval: true })',
      "import { Worker } from 'node:worker_threads'",
    )
    await server.run('trial')
    await server.waitFor(/ERROR: .*in a worker/)
    await expectAlive(server)
  })

  test('a handler of uncaught errors is refused, and the errors are logged all the same', async () => {
    const server = await serverWith(
      "process.on('uncaughtException', () => {}); setTimeout(() => { throw new Error('late') }, 1)",
    )
    await server.run('trial')
    await server.waitFor(
      /plugin 'Trial': process\.on\('uncaughtException'\) at .*trial\.ts:6:\d+: the listener was not/,
    )
    await server.waitFor(/plugin 'Trial': a timer at .*: late; correct/)
    await expectAlive(server)
  })

  test('what it writes to a program that reads no more gives an error and no signal', async () => {
    const server = await serverWith(
      `const deaf = spawn('/bin/sh', ['-c', 'exec <&-; echo deaf; exec sleep 60'])
       deaf.stdin.on('error', (error) => { console.log(\`stdin \${error.code}\`); deaf.kill() })
       deaf.stdout.once('data', () => deaf.stdin.write('x'.repeat(1e6)))`,
      "import { spawn } from 'node:child_process'",
    )
    await server.run('trial')
    await server.waitFor(/^stdin EPIPE$/)
    await expectAlive(server)
  })
})

describeEmbedded("the engine's signals, console and folder stay its own:", () => {
  test('starting Node and running a plugin changes no signal but those of lost pipes and ended children', async () => {
    const server = await serverWith(
      "execFile('/bin/true', () => console.log('child ended'))",
      "import { execFile } from 'node:child_process'",
    )
    const bare = await startEmbedded(folder, { environment: { METAMOD_LIBNODE: '/nowhere' } })
    await server.run('trial')
    await server.waitFor(/^child ended$/)
    const [ignored = '', caught = ''] = signals(server)
    const [bareIgnored = '', bareCaught = ''] = signals(bare)
    const added = (more: string, fewer: string): number[] =>
      numbersIn(more).filter((number) => !numbersIn(fewer).includes(number))
    const [pipe, child] = [13, 17]
    expect(added(ignored, bareIgnored).filter((number) => number !== pipe)).toEqual([])
    expect(added(caught, bareCaught).filter((number) => number !== child)).toEqual([])
  })

  test('a listener for a signal is refused in one line, and the signal does what it did', async () => {
    const server = await serverWith("process.once('SIGTERM', () => console.log('taken'))")
    await server.run('trial')
    expect(server.errors()).toHaveLength(1)
    expect(server.errors()[0]).toMatch(
      /plugin 'Trial': process\.once\('SIGTERM'\) at .*trial\.ts:6:\d+: .* signals are for the engine; clean up in detach/,
    )
    server.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(server.lines).not.toContain('taken')
  })

  test('process.stdin gives a plugin nothing, and the console goes on reading', async () => {
    const server = await serverWith(
      "process.stdin.on('data', () => console.log('stolen')).on('end', () => console.log('nothing to read'))",
    )
    await server.run('trial')
    await server.waitFor(/^nothing to read$/)
    await expectAlive(server)
    expect(server.lines).not.toContain('stolen')
  })

  test('process.chdir is refused', async () => {
    const server = await serverWith("process.chdir('/')")
    await server.run('trial')
    expect(server.errors()[0]).toMatch(
      /process\.chdir: the engine looks for its files in the current directory/,
    )
    await expectAlive(server)
  })

  test('process.exitCode has no effect', async () => {
    const server = await serverWith('process.exitCode = 5')
    await server.run('trial')
    expect(await server.quit()).toEqual({ code: 0, signal: null })
  })
})

describeEmbedded('a plugin that never comes to an end while it is loaded is stopped and named:', () => {
  const config = 'load_timeout 300'

  test('at the top level', async () => {
    const server = await startEmbedded(folder, {
      config,
      plugins: { 'endless.ts': 'for (;;);', 'good.ts': pluginSource('Good', '') },
    })
    expect(server.errors()).toEqual([
      expect.stringMatching(
        /'endless\.ts' not loaded: .*endless\.ts: the top level did not come to an end within 300 ms/,
      ),
    ])
    expect((await server.run('meta list')).at(-1)).toBe('2 plugins, 1 running')
  })

  test('in attach, and nothing of it is left', async () => {
    const endless = pluginSource(
      'Endless',
      "plugin.addCommand('half', () => console.log('there')); for (;;);",
    )
    const server = await startEmbedded(folder, { config, plugins: { 'endless.ts': endless } })
    expect(server.errors()).toEqual([
      expect.stringMatching(/'Endless' not loaded: .*: attach did not come to an end within 300 ms/),
    ])
    expect(await server.run('half')).not.toContain('there')
    expect((await server.run('meta list')).at(-1)).toBe('1 plugins, 0 running')
  })

  test('after the cvar meta_load_timeout was changed', async () => {
    const server = await startEmbedded(folder, { config })
    folder.write('addons/late.ts', 'for (;;);')
    await server.run('meta_load_timeout 50')
    await server.run('meta load late')
    expect(server.errors()[0]).toMatch(/within 50 ms/)
  })
})

describeEmbedded('meta inspect', () => {
  test('lets a debugger in on this machine only, also while the server runs on', async () => {
    const server = await startEmbedded(folder, { plugins: { 'good.ts': pluginSource('Good', '') } })
    const port = await freePort()
    expect((await server.run(`meta inspect ${port}`)).at(-1)).toMatch(
      new RegExp(`^A debugger can attach to 127\\.0\\.0\\.1:${port}`),
    )
    const targets: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
    expect(targets).toEqual([expect.objectContaining({ type: 'node' })])
    await expectAlive(server)
    expect(await server.run('meta inspect off')).toContain(
      `No debugger can attach to 127.0.0.1:${port} any more`,
    )
    await expectAlive(server)
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}
