import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { describeEmbedded } from './embedded-server.js'
import { isEmulated, nativeOut } from './set-up.js'

const soak = fileURLToPath(new URL('../../../../scripts/soak.mjs', import.meta.url))

describeEmbedded('a short soak', () => {
  const why = isEmulated ? ' (skipped: too long in an emulator)' : ''

  test.skipIf(isEmulated)(
    `of 4,000 frames, 32 clients, 10 reloads and 2 map changes passes${why}`,
    { timeout: 120_000 },
    () => {
      const env = { ...process.env, METAMOD_NATIVE_OUT: nativeOut }
      const { stdout, status } = spawnSync(process.execPath, [soak, '--short'], {
        env,
        encoding: 'utf8',
        timeout: 110_000,
      })
      expect(stdout).toMatch(/^soak: passed/m)
      expect(status).toBe(0)
    },
  )
})
