/**
 * What does the watchdog cost a hook, and an idle server? Measures Think with one TypeScript hook while `meta_watchdog` is
 * on and off in turn, in one process, and counts how often the measuring thread wakes while nothing runs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { benchServer, median, nativeFiles } from './server.js'

interface BenchAddon {
  /** Nanoseconds for one call of Think through the table that the engine holds. */
  hooked(corePath: string, count: number, entityIndex: number): number
}

const addon = createRequire(import.meta.url)(join(nativeFiles.core, '../bench_addon.node')) as BenchAddon
const count = 200_000
const rounds = 15
const idleSeconds = 5

const server = benchServer('one-hook')
const hooked = (): number => addon.hooked(nativeFiles.core, count, 0)

/** The same hooks with and without the watchdog; the thread sees the limit when it looks the next time. */
async function withLimit(limitMs: number): Promise<number> {
  server.engine.command(`meta_watchdog ${limitMs}`)
  await wait(300)
  server.frame()
  return hooked()
}

/** How often the measuring thread gave up the processor of its own accord. */
function wakes(): number {
  const tasks = '/proc/self/task'
  const read = (id: string, file: string): string => readFileSync(join(tasks, id, file), 'utf8')
  const thread = readdirSync(tasks).find((id) => read(id, 'comm') === 'metamod-watch\n')
  if (thread === undefined) return NaN
  return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(thread, 'status'))?.[1])
}

hooked()
const pairs: { on: number; off: number }[] = []
for (let round = 0; round < rounds; round += 1)
  pairs.push({ off: await withLimit(0), on: await withLimit(2000) })
const before = wakes()
await wait(idleSeconds * 1000)
const perSecond = (wakes() - before) / idleSeconds
server.stop()

const [on, off] = [median(pairs.map((pair) => pair.on)), median(pairs.map((pair) => pair.off))]
const ratio = median(pairs.map((pair) => pair.on / pair.off))
console.log(
  `meta_watchdog 2000 against 0, one hook: ${on.toFixed(1)} and ${off.toFixed(1)} ns, ${ratio.toFixed(2)} x; its thread wakes ${perSecond.toFixed(1)} times a second`,
)
