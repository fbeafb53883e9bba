/**
 * What does a TypeScript hook cost, against the least that a call from C into JavaScript can cost? Takes the title of
 * the row to print, the plugin (none to measure the unhooked function) and the ratio aimed at. One row a process: the
 * code of a second server in one process would be seen through the optimiser's memory of the first.
 */
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
const [title = '', plugin = '', aim] = process.argv.slice(2)
const count = 200_000
const rounds = 9

const server = benchServer(...(plugin === '' ? [] : [plugin]))
const bare = (): number => addon.bare(() => undefined, count)
const hooked = (): number => addon.hooked(nativeFiles.core, count, 0)
// Both are warmed up first, and measured in turn, so that neither has the quieter moment.
bare()
hooked()
const pairs = Array.from({ length: rounds }, () => ({ bare: bare(), hooked: hooked() }))
server.stop()

const hookedNs = median(pairs.map((pair) => pair.hooked))
// Of neighbours, so that a moment in which the machine is busy spoils one pair and not the result.
const ratio = median(pairs.map((pair) => pair.hooked / pair.bare))
console.log(
  `${title.padEnd(52)} ${hookedNs.toFixed(1).padStart(7)} ns   ${ratio.toFixed(2)} x bare${aim === undefined ? '' : `  (aim: at most ${aim})`}`,
)
