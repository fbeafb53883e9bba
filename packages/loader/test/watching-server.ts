/** A development server that watches its plugins, and frames that run until the console has said something. */
import { setImmediate } from 'node:timers/promises'

import { expect } from 'vitest'

import type { TemporaryFolder } from '../src/testing/temporary-folder.js'
import { startServer, type TestServer } from './test-server.js'

export interface WatchingServer extends TestServer {
  /** Runs frames until a line that was printed since `from` matches; fails after some seconds. */
  until(pattern: RegExp, from?: number): Promise<string>
  /** Runs frames for as long as a save takes to be seen, twice over. */
  settle(): Promise<void>
  /** Lines of Metamod's own that were printed since `from`. */
  said(from?: number): string[]
}

const longestMs = 60_000
const settledMs = 250

/** Starts a server with the plugins of these paths, and waits until their files are watched. */
export async function startWatching(
  folder: TemporaryFolder,
  plugins: readonly string[],
  { pluginsIni = '' } = {},
): Promise<WatchingServer> {
  const server = startServer(folder, { plugins, pluginsIni })
  const { printed } = server
  const runFor = async (ms: number, goesOn: () => boolean): Promise<void> => {
    const end = performance.now() + ms
    while (goesOn() && performance.now() < end) {
      server.frame()
      await setImmediate()
    }
  }
  const watching = Object.assign(server, {
    async until(pattern: RegExp, from = 0) {
      const find = (): string | undefined => printed.slice(from).find((line) => pattern.test(line))
      await runFor(longestMs, () => find() === undefined)
      const found = find()
      if (found === undefined) expect(printed.slice(from).join('\n')).toMatch(pattern)
      return found ?? ''
    },
    settle: () => runFor(settledMs, () => true),
    said: (from = 0) => printed.slice(from).filter((line) => line.startsWith('[META]')),
  })
  server.run('meta_watch 1')
  server.loader.watches?.look()
  await watching.settle()
  return watching
}
