import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeEmbedded, startEmbedded } from './embedded-server.js'
import { isEmulated } from './set-up.js'

const folder = temporaryFolder()

const counting = (word: string): string =>
  pluginSource(
    'Counter',
    `const scores = plugin.handover('scores', () => ({ of: 0 }))
    plugin.util.logConsole('${word} has ' + (scores.of += 1))`,
  )

/** The processes that a process has started and not yet waited for. */
function children(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    // It has ended by now.
    return 0
  }
}

describeEmbedded('on a server with meta_watch 1', () => {
  test('a saved plugin is loaded anew, with its state; a wrong one leaves it running; with 0 nothing is done', async () => {
    const server = await startEmbedded(folder, { plugins: { 'counter.ts': counting('one') } })
    await server.run('meta_watch 1')
    // It takes at most a second to be seen, and what is saved by then is not lost.
    folder.write('addons/counter.ts', counting('two'))
    await server.waitFor(/^two has 2$/)
    await server.waitFor(/plugin 'Counter' was loaded anew: .*counter\.ts has changed \(\d+ ms\)/)
    folder.write('addons/counter.ts', 'const half = = 1')
    await server.waitFor(/plugin 'Counter' goes on as it was/)
    folder.write('addons/counter.ts', counting('three'))
    await server.waitFor(/^three has 3$/)
    expect((await server.run('meta list')).join('\n')).toMatch(/Counter +RUN/)
    expect(server.errors()).toHaveLength(1)
  })

  // An emulator's children are others.
  test.skipIf(isEmulated)(
    "esbuild's process is there only while plugins are watched, and the server ends",
    async () => {
      const server = await startEmbedded(folder, { plugins: { 'counter.ts': counting('one') } })
      expect(children(server.pid)).toEqual([])
      await server.run('meta_watch 1')
      folder.write('addons/counter.ts', counting('two'))
      await server.waitFor(/^two has 2$/)
      expect(children(server.pid)).toHaveLength(1)
      await server.run('meta_watch 0')
      await expect.poll(() => children(server.pid)).toEqual([])
      await server.run('meta_watch 1')
      folder.write('addons/counter.ts', counting('three'))
      await server.waitFor(/^three has 3$/)
      const [bundler = 0] = children(server.pid)
      expect(parentOf(bundler)).toBe(server.pid)
      expect(await server.quit()).toEqual({ code: 0, signal: null })
      // Were it still there, it would have another parent by now.
      await expect.poll(() => parentOf(bundler)).toBe(0)
    },
  )
})
