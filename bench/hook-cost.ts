/** What does a TypeScript hook cost, against the least that a call from C into JavaScript can cost? */
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { benchServer, median, nativeFiles } from './server.js'

interface BenchAddon {
  /** Nanoseconds for one call of the callback with one integer. */
  bare(callback: (value: number) => void, count: number): number
  /** Nanoseconds for one call of Think through the table that the engine holds. */
  hooked(corePath: string, count: number, entityIndex: number): number
}

const addon = createRequire(import.meta.url)(join(nativeFiles.core, '../bench_addon.node')) as BenchAddon
const count = 200_000
const rounds = 9

function measure(plugin: string | null): { bare: number; hooked: number } {
  const server = benchServer(...(plugin === null ? [] : [plugin]))
  const ignore = (): void => undefined
  const bare = (): number => addon.bare(ignore, count)
  const hooked = (): number => addon.hooked(nativeFiles.core, count, 0)
  // Both are warmed up first, and measured in turn, so that neither has the quieter moment.
  bare()
  hooked()
  const pairs = Array.from({ length: rounds }, () => ({ bare: bare(), hooked: hooked() }))
  server.stop()
  return { bare: median(pairs.map((pair) => pair.bare)), hooked: median(pairs.map((pair) => pair.hooked)) }
}

function report(title: string, plugin: string | null, limit?: number): void {
  const { bare, hooked } = measure(plugin)
  const ratio = hooked / bare
  const aim = limit === undefined ? '' : `  (aim: at most ${limit.toFixed(1)})`
  console.log(`${title.padEnd(52)} ${hooked.toFixed(1).padStart(7)} ns   ${ratio.toFixed(2)} x bare${aim}`)
}

report('Think, nobody hooks it', null)
report('Think, one TypeScript hook that does nothing', 'one-hook', 1.6)
report('Think, one that reads three fields and supercedes', 'reading-hook')
