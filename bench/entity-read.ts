/** What does `entity.vars.health` cost, with its check that the handle is not stale, against a bare typed array? */
import type { Entity } from '@csr/metamod-sdk'

import { benchServer, median } from './server.js'

interface BenchEntities {
  make(): Entity[]
  sumOfHealth(entities: readonly Entity[]): number
  remove(entities: readonly Entity[]): void
}

const passes = 2_000
const server = benchServer('entity-read')
const { benchEntities } = globalThis as unknown as { benchEntities: BenchEntities }
const entities = benchEntities.make()

// A typed array of the same size as the engine's entities, read at the same distances.
const stride = 864 / 4
const floats = new Float32Array(entities.length * stride)
let sink = 0

function bare(): number {
  let sum = 0
  for (let at = 0; at < floats.length; at += stride) sum += floats[at] ?? 0
  return sum
}

function nanosecondsPerRead(body: () => number): number {
  const start = process.hrtime.bigint()
  for (let pass = 0; pass < passes; pass += 1) sink += body()
  return Number(process.hrtime.bigint() - start) / (passes * entities.length)
}

const viaSdk = (): number => benchEntities.sumOfHealth(entities)
nanosecondsPerRead(bare)
nanosecondsPerRead(viaSdk)
const pairs = Array.from({ length: 9 }, () => [nanosecondsPerRead(bare), nanosecondsPerRead(viaSdk)] as const)
const bareNs = median(pairs.map(([first]) => first))
const sdkNs = median(pairs.map(([, second]) => second))
console.log(`typed array, ${entities.length} reads${' '.repeat(34)} ${bareNs.toFixed(2).padStart(7)} ns`)
console.log(
  `entity.vars.health${' '.repeat(35)} ${sdkNs.toFixed(2).padStart(7)} ns   ${(sdkNs / bareNs).toFixed(2)} x typed array  (aim: at most 3.0)`,
)
benchEntities.remove(entities)
server.stop()
if (Number.isNaN(sink)) console.log('the entities had no health to read')
