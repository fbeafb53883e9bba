/** A file is saved while something else happens to its plugin. */
import { readdirSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'

import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer } from './test-server.js'
import { startWatching, type WatchingServer } from './watching-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

/** A plugin that says a word when it comes, and may fail at each frame. */
const telling = (word: string, more = ''): string =>
  pluginSource('Teller', `plugin.util.logConsole('it says ${word}')\n${more}`)
const failing = "plugin.on.startFrame(() => { throw new Error('boom') })"

const startTeller = (source: string): Promise<WatchingServer> =>
  startWatching(folder, [folder.write('teller.ts', source)])

const count = (server: WatchingServer, line: string): number =>
  server.printed.filter((printed) => printed === line).length

const errors = (server: WatchingServer): string[] => server.printed.filter((line) => line.includes('ERROR'))

const holdUp = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end;);
}

/** Waits until a plugin that was saved just now has rested, and its bundle has been asked for. */
async function bundling(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await setImmediate()
  holdUp(35)
  for (let turn = 0; turn < 3; turn += 1) await setImmediate()
}

describe('a plugin that was unloaded', () => {
  test.each(['unload', 'force_unload'])(
    'by meta %s does not come to life again because its file was saved a moment before',
    async (command) => {
      const server = await startTeller(telling('one'))
      folder.write('teller.ts', telling('two'))
      server.run(`meta ${command} Teller`)
      await server.settle()
      expect(count(server, 'it says two')).toBe(0)
      expect(server.loader.plugins).toEqual([])
    },
  )

  test('nor does it take the place of who came after it', async () => {
    const server = await startTeller(telling('one'))
    const next = folder.write(
      'next.ts',
      pluginSource('Next', "plugin.addCommand('who', () => plugin.util.logConsole('next'))"),
    )
    folder.write('teller.ts', telling('two'))
    server.run('meta force_unload Teller')
    server.run(`meta load ${next}`)
    await server.settle()
    expect(server.run('meta list').at(-2)).toMatch(/\[ 1] Next +RUN/)
    expect(server.run('who')).toEqual(['next'])
  })
})

describe('a plugin that was saved', () => {
  test('is not loaded twice where meta reload or the map change was faster', async () => {
    folder.write('teller.ts', telling('one'))
    const server = await startWatching(folder, [], { pluginsIni: 'ts teller.ts\n' })
    folder.write('teller.ts', telling('two'))
    server.run('meta reload Teller')
    await server.settle()
    folder.write('teller.ts', telling('three'))
    server.run('changelevel box2')
    await server.settle()
    folder.write('teller.ts', telling('four'))
    server.run('changelevel box')
    server.run('meta reload Teller')
    await server.settle()
    expect(count(server, 'it says two')).toBe(1)
    expect(count(server, 'it says three')).toBe(1)
    // The administrator wanted it once more.
    expect(count(server, 'it says four')).toBe(2)
    expect(errors(server)).toEqual([])
  })

  test('is not put back to what was bundled while meta reload loaded something newer', async () => {
    folder.write('lib.ts', 'export const mark = 1')
    const importing = (word: string): string => `import './lib'\n${telling(word)}`
    const server = await startTeller(importing('one'))
    folder.write('teller.ts', importing('two'))
    await bundling()
    // esbuild asks us about each file: about the first one now, and having read it, about that which it imports.
    for (let file = 0; file < 2; file += 1) {
      holdUp(100)
      for (let turn = 0; turn < 4 * (1 - file); turn += 1) await setImmediate()
    }
    folder.write('teller.ts', importing('three'))
    server.run('meta reload Teller')
    await server.settle()
    expect(server.printed.filter((line) => line.startsWith('it says'))).toEqual([
      'it says one',
      'it says three',
    ])
  })

  test('while its bundle is made, does not hold the server when that ends', async () => {
    const server = await startTeller(telling('one'))
    folder.write('teller.ts', telling('two'))
    await bundling()
    server.stop()
    for (const end = performance.now() + 200; performance.now() < end;) await setImmediate()
    expect(count(server, 'it says two')).toBe(0)
    expect(errors(server)).toEqual([])
  })
})

describe('a plugin that could not be loaded at the start and was corrected before it was watched', () => {
  test.each([
    ['does not parse', 'const half = = 1'],
    ['throws', "throw new Error('boom')"],
    ['has an attach that throws', telling('one', "throw new Error('boom')")],
  ])('and %s, is loaded when the watching begins, without another save', async (_, broken) => {
    const path = folder.write('teller.ts', broken)
    const server = startServer(folder, { plugins: [path] })
    folder.write('teller.ts', telling('two'))
    server.run('meta_watch 1')
    server.loader.watches?.look()
    const end = performance.now() + 60_000
    while (!server.printed.includes('it says two') && performance.now() < end) {
      server.frame()
      await setImmediate()
    }
    expect(server.printed).toContain('it says two')
  })

  test.each([
    ['does not parse', 'const half = = 1'],
    ['has an attach that throws', telling('one', "throw new Error('boom')")],
  ])('but one that %s, and was not corrected, is not told a second time', async (_, broken) => {
    const server = await startTeller(broken)
    await server.settle()
    expect(errors(server)).toHaveLength(1)
  })
})

describe('a plugin that Metamod has paused', () => {
  const isStopped = (server: WatchingServer): boolean => / STOP /.test(server.run('meta list')[2] ?? '')

  async function startStopped(): Promise<WatchingServer> {
    const server = await startTeller(telling('one', failing))
    server.run('meta_error_limit 3')
    server.frames(10)
    expect(isStopped(server)).toBe(true)
    return server
  }

  test('stays so when the map changes, and wakes when its file is saved', async () => {
    const server = await startStopped()
    server.run('changelevel box2')
    server.frames(5)
    expect(isStopped(server)).toBe(true)
    folder.write('teller.ts', telling('two'))
    await server.until(/^it says two$/)
    expect(server.run('meta list')[2]).toMatch(/ RUN /)
    expect(server.loader.plugins[0]).toMatchObject({ isSuspended: false, problem: null })
  })

  test('stays so, and is not the old trouble again, when its next version fails', async () => {
    const server = await startStopped()
    folder.write('teller.ts', telling('two', "throw new Error('not today')"))
    await server.until(/is back in its version before/)
    expect(isStopped(server)).toBe(true)
    folder.write('teller.ts', 'const half = = 1')
    await server.until(/goes on as it was/)
    expect(isStopped(server)).toBe(true)
    server.run('meta unpause Teller')
    expect(isStopped(server)).toBe(false)
  })
})

test('one that an administrator has paused stays paused when its next version fails', async () => {
  const server = await startTeller(telling('one').replace('attach(', 'unloadable: 4,\n  attach('))
  server.run('meta pause Teller')
  folder.write('teller.ts', telling('two', "throw new Error('not today')"))
  await server.until(/is back in its version before/)
  expect(server.run('meta list')[2]).toMatch(/ PAUS /)
})

describe('what is watched for many plugins', () => {
  /** The folders that the kernel watches for this process. */
  function watchesOfKernel(): number {
    const of = (name: string): string => {
      try {
        return readFileSync(`/proc/self/fdinfo/${name}`, 'utf8')
      } catch {
        return ''
      }
    }
    return readdirSync('/proc/self/fdinfo').flatMap((name) => of(name).match(/^inotify wd/gm) ?? []).length
  }

  test('is their folder, once, and nothing when they are watched no more', async () => {
    const paths = Array.from({ length: 50 }, (_, index) =>
      folder.write(`addons/p${index}.ts`, pluginSource(`P${index}`, '')),
    )
    const before = watchesOfKernel()
    const server = await startWatching(folder, paths)
    expect(server.run('meta list').at(-1)).toBe('50 plugins, 50 running')
    expect(server.loader.watches?.watchedFolders).toBe(1)
    expect(watchesOfKernel() - before).toBe(1)
    server.run('meta_watch 0')
    server.loader.watches?.look()
    await server.settle()
    expect(watchesOfKernel()).toBe(before)
  })
})
