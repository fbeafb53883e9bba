/**
 * What does marking whose a promise is cost, against promises that nobody marks? Idle is with a plugin loaded that can
 * start nothing, for which there must be no difference.
 */
import { Attribution } from '../packages/loader/src/errors/attribution.js'
import { median } from './server.js'

const count = 100_000
const rounds = 9

async function leaf(value: number): Promise<number> {
  await Promise.resolve()
  return value
}

/** Nanoseconds for one call of an async function that awaits once, which makes four promises, and is awaited. */
async function awaitOnce(): Promise<number> {
  const begin = performance.now()
  for (let index = 0; index < count; index += 1) await leaf(index)
  return ((performance.now() - begin) * 1e6) / count
}

async function measure(): Promise<number> {
  await awaitOnce()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await awaitOnce())
  return median(times)
}

const attribution = new Attribution({ running: { slot: 1, isPaused: false } })
const plain = await measure()
attribution.expect('/idle.ts', 'exports.attach = (plugin) => plugin.on.startFrame(() => {})')
const idle = await measure()
attribution.expect('/async.ts', 'async () => {}')
const marked = await measure()
attribution.stop()

const row = (title: string, ns: number): void =>
  console.log(`${title.padEnd(52)} ${ns.toFixed(1).padStart(7)} ns   ${(ns / plain).toFixed(2)} x unmarked`)
row('awaited async function, no plugin', plain)
row('awaited async function, an idle plugin', idle)
row('awaited async function, a plugin that starts things', marked)
