/** Node starts in the engine's process, and where it cannot the game runs all the same. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { copyOfNative } from './copy.js'
import {
  core,
  describeEmbedded,
  nativeOut,
  script,
  startEngine,
  temporaryFolder,
  type Engine,
} from './engine.js'

const isEmulated = (process.env['METAMOD_EMULATOR'] ?? '') !== ''

/** The lines of /proc/PID/FILE that begin with one of these names. */
function processFacts(engine: Engine, file: string, names: readonly string[]): string[] {
  const lines = readFileSync(`/proc/${engine.pid}/${file}`, 'utf8').split('\n')
  return lines.filter((line) => names.some((name) => line.startsWith(name)))
}

/** The signals that are caught, without the two that the C library uses for itself once there are threads. */
function caughtSignals(engine: Engine): string {
  const [line = ''] = processFacts(engine, 'status', ['SigCgt'])
  const ofTheLibrary = (1n << 31n) | (1n << 32n)
  return (BigInt(`0x${line.split(/\s+/)[1]}`) & ~ofTheLibrary).toString(16)
}

function hostState(engine: Engine): Record<string, string | string[]> {
  return {
    caught: caughtSignals(engine),
    ignored: processFacts(engine, 'status', ['SigIgn']),
    limits: processFacts(engine, 'limits', ['Max']),
    streams: [0, 1, 2].flatMap((stream) => processFacts(engine, `fdinfo/${stream}`, ['flags'])),
  }
}

/** Expects a server without plugins that says why, once. */
async function expectUnhooked(engine: Engine, ...why: readonly string[]): Promise<void> {
  const line = await engine.waitFor('[META] ERROR: Node: ')
  for (const text of why) expect(line).toContain(text)
  expect(line).toContain('The game runs on without TypeScript plugins.')
  await engine.waitFor('Started map')
  engine.type('game_info')
  await engine.waitFor('entities, 0 deaths')
  expect(await engine.quit()).toEqual({ code: 0, signal: null })
  expect(engine.count('ERROR')).toBe(1)
}

describeEmbedded('starting Node', () => {
  test('the script runs in the engine and is told where everything lies', async () => {
    const gameDirectory = temporaryFolder()
    const loader = script(`say(JSON.stringify({ ...paths, argv: process.argv }))`)
    const engine = startEngine({ loader, gameDirectory })
    const told = JSON.parse(await engine.waitFor('"addon"')) as Record<string, unknown>
    expect(told).toEqual({
      addon: join(nativeOut, 'metamod_node.node'),
      core,
      gameDirectory,
      metamodDirectory: join(gameDirectory, 'addons/metamod'),
      argv: ['metamod', loader],
    })
    await engine.waitFor('Started map')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })

  test.skipIf(isEmulated)('signal handlers, limits and streams stay as the engine set them', async () => {
    const plain = startEngine({ environment: { METAMOD_LIBNODE: '/nowhere/libnode.so.108' } })
    await plain.waitFor('Started map')
    const hooked = startEngine({ loader: script(`setTimeout(() => say('runs'), 1)`) })
    await hooked.waitFor('runs')
    expect(hostState(hooked)).toEqual(hostState(plain))
  })

  test('the inspector opens, although SIGUSR1 is left to the engine', async () => {
    const loader = script(`
      const inspector = require('node:inspector')
      inspector.open(0, '127.0.0.1')
      say('inspector at ' + inspector.url())
      inspector.close()`)
    const engine = startEngine({ loader })
    expect(await engine.waitFor('inspector at')).toContain('ws://127.0.0.1:')
    await engine.waitFor('Started map')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
  })

  test('a script that throws is shown with its place, and the game runs unhooked', async () => {
    const loader = script(`throw new Error('no such thing')`)
    await expectUnhooked(startEngine({ loader }), `${loader}: Error: no such thing`, 'server.cjs:')
  })

  test('a script that is missing is named, and the game runs unhooked', async () => {
    await expectUnhooked(
      startEngine({ loader: '/nowhere/server.cjs' }),
      "Cannot find module '/nowhere/server.cjs'",
    )
  })

  test('a script that opens no bridge is named, and the game runs unhooked', async () => {
    const loader = script(`return`)
    await expectUnhooked(startEngine({ loader }), `${loader}: it did not open the bridge`)
  })

  test('a loader that is not installed is named with the cure, and the game runs unhooked', async () => {
    const folder = join(temporaryFolder(), 'dlls')
    const copied = copyOfNative(folder)
    await expectUnhooked(startEngine({ core: copied }), `no folder above ${copied}`, 'metamod-loader install')
  })

  test('where the policy fails to boot, the game runs unhooked', async () => {
    const loader = script(`callbacks.boot = () => { throw new Error('broken policy') }`)
    const engine = startEngine({ loader })
    await engine.waitFor('broken policy')
    await engine.waitFor('Started map')
    engine.type('game_info')
    await engine.waitFor('entities, 0 deaths')
    expect(await engine.quit()).toEqual({ code: 0, signal: null })
    expect(engine.count('shutdown')).toBe(0)
  })

  test('the folder of configuration is the one above the core', async () => {
    const folder = temporaryFolder()
    const copied = copyOfNative(join(folder, 'dlls'), { above: ['plugins.ini'] })
    const engine = startEngine({ core: copied, loader: script(`say('told ' + paths.metamodDirectory)`) })
    expect(await engine.waitFor('told')).toBe(`told ${dirname(dirname(copied))}`)
  })
})
