import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, test } from 'vitest'

import type { Holdings, SoakReport } from '../../../test/soak/reload.js'

const soak = fileURLToPath(new URL('../../../test/soak/reload.ts', import.meta.url))
const reloads = 100

// V8 keeps what it compiled until memory is short, which would hide a leak of ours in this many reloads.
const flags = ['--expose-gc', '--no-compilation-cache', '--conditions=source', '--import', 'tsx']
const timeout = 240_000
const mostGrowthKiB = 3 * 1024

describe(`${reloads} reloads of a plugin that is saved with a different text each time`, () => {
  let report: SoakReport
  let first: Holdings
  let last: Holdings

  beforeAll(() => {
    const env = { ...process.env, SOAK_RELOADS: String(reloads) }
    const child = spawnSync(process.execPath, [...flags, soak], { env, encoding: 'utf8', timeout })
    if (child.status !== 0) throw new Error(`${child.stdout}\n${child.stderr}`)
    report = JSON.parse(child.stdout) as SoakReport
    first = report.holdings[0] as Holdings
    last = report.holdings.at(-1) as Holdings
  }, timeout)

  test('are all done, with the state handed over each time', () => {
    // A version that was not given the state of the one before is never reached, and the soak ends with an error.
    expect(last.reloads).toBe(reloads)
    expect(report.errors).toEqual([])
  })

  test('leave no hook, command or cvar behind', () => {
    const registered = ({ hooks, commands, cvars }: Holdings): unknown => ({ hooks, commands, cvars })
    expect(registered(last)).toEqual(registered(first))
    expect(last).toMatchObject({ hooks: 3, commands: ['meta', 'restless'] })
  })

  test('leave no timer, watcher, open file or listener behind', () => {
    const held = ({ files, resources, watchedFolders, processListeners }: Holdings): unknown => ({
      files,
      resources,
      watchedFolders,
      processListeners,
    })
    expect(held(last)).toEqual(held(first))
    expect(last).toMatchObject({ resources: { Timeout: 1 }, watchedFolders: 1 })
  })

  test('leave the heap as large as it was', () => {
    expect(last.heapKiB - first.heapKiB).toBeLessThan(mostGrowthKiB)
  })
})
