import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer } from '../../../loader/test/test-server.js'

const stub = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

test('the stub loads, runs, pauses and unloads', () => {
  const server = startServer(temporaryFolder(), { plugins: [stub] })
  expect(server.printed).toContain('Stub: attached')
  expect(server.run('meta list')[2]).toMatch(/^ \[ 1] Stub +RUN .* stub-plugin +v1\.0\.0 +cmd +ANY +Pause$/)
  expect(server.run('meta pause stub')).toContain("Paused plugin 'Stub'")
  expect(server.run('meta unpause stub')).toContain("Unpaused plugin 'Stub'")
  expect(server.run('meta unload stub')).toContain("Unloaded plugin 'Stub'")
  expect(server.run('meta list').at(-1)).toBe('0 plugins, 0 running')
})
