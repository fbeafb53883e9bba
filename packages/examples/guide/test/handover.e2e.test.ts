import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer, type TestServer } from '../../../loader/test/test-server.js'

const folder = temporaryFolder()

/** The plugin waits a second for each who connects; what an unload cuts off would be an error to vitest. */
async function finishWaits(server: TestServer): Promise<void> {
  server.frames(110)
  await new Promise((resolve) => setImmediate(resolve))
}

test('async: a visit is counted once, however often the plugin is reloaded, and the count goes on', async () => {
  const plugin = fileURLToPath(new URL('../src/async.ts', import.meta.url))
  const server = startServer(folder, { plugins: [plugin], bots: 1 })
  const visits = (): string[] => server.printed.filter((line) => line.startsWith('[ASYNC] visit'))
  await finishWaits(server)
  server.run('meta reload Async')
  server.frames(2)
  expect(visits()).toEqual(['[ASYNC] visit 1 of Ada'])
  server.run('kick Ada')
  server.frames(2)
  server.run('bot Ada')
  server.run('bot Bob')
  await finishWaits(server)
  expect(visits().slice(1)).toEqual(['[ASYNC] visit 2 of Ada', '[ASYNC] visit 1 of Bob'])
})
