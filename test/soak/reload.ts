/**
 * Saves a plugin again and again in a server that watches it, and counts what is left behind. Prints one line of JSON; is run
 * in a process of its own, with `--expose-gc`, by `packages/loader/test/reload-soak.e2e.test.ts` and `npm run soak`.
 */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { DevServer } from '../../packages/loader/src/cli/dev-server.js'
import { findNativeFiles, type NativeFiles } from '../../packages/loader/src/cli/native-files.js'
import type { Bridge } from '@csr/metamod-sdk/host'

/** What the process holds; all of it but memory has to be the same after any number of reloads. */
export interface Holdings {
  readonly reloads: number
  readonly heapKiB: number
  readonly rssKiB: number
  readonly files: number
  readonly resources: Readonly<Record<string, number>>
  readonly watchedFolders: number
  readonly hooks: number
  readonly commands: readonly string[]
  readonly cvars: number
  readonly processListeners: number
}

/** Medians and maxima of all reloads, in ms. */
export interface ReloadTimes {
  /** From the end of the save to the return of attach. */
  readonly live: { readonly median: number; readonly most: number }
  /** The longest frame or callback between two frames. */
  readonly stall: { readonly median: number; readonly most: number }
}

export interface SoakReport {
  readonly node: string
  readonly holdings: readonly Holdings[]
  readonly times: ReloadTimes
  readonly errors: readonly string[]
}

const wanted = Number(process.env['SOAK_RELOADS'] ?? 100)
const frameMs = Number(process.env['SOAK_FRAME_MS'] ?? 0)
const steps = 5
const game = realpathSync(mkdtempSync(join(tmpdir(), 'metamod-reload-')))
const file = join(game, 'plugin.ts')
const reached = globalThis as { reached?: number }

/** A plugin that registers one of everything, and is never the same. */
const source = (version: number): string => `import { definePlugin, handled } from '@csr/metamod-sdk'
const filler = ${JSON.stringify(`${version} `.repeat(1000))}
${Array.from({ length: 200 }, (_, line) => `export function part${line}(n: number) { return n + ${line + version} }`).join('\n')}
export default definePlugin({
  name: 'Restless', version: '${version}', author: 'A test', url: '', logTag: 'RESTLESS',
  attach(plugin) {
    const state = plugin.handover('state', () => ({ versions: 0, seen: new Map<string, number>() }))
    state.versions += 1
    state.seen.set('last', ${version})
    plugin.on.startFrame(() => void filler.length)
    plugin.onPost.clientConnect(() => undefined)
    plugin.onEngine.traceLine(() => handled())
    plugin.addCommand('restless', () => undefined)
    plugin.addCvar('restless_level', '1')
    const timer = setInterval(() => undefined, 5)
    plugin.signal.addEventListener('abort', () => clearInterval(timer))
    ;(globalThis as { reached?: number }).reached = state.versions === ${version} ? ${version} : -1
  },
})
`

const files = nativeFilesFrom(process.env['METAMOD_NATIVE_OUT'])
const bridge = createRequire(files.bridge)(files.bridge) as Bridge

function nativeFilesFrom(out: string | undefined): NativeFiles {
  if (out === undefined) return findNativeFiles(fileURLToPath(new URL('.', import.meta.url)))
  const [core = '', addon = '', fakeEngine = '', dlls = ''] = [
    'metamod.so',
    'metamod_node.node',
    'fake_engine.node',
    'game',
  ].map((name) => join(out, name))
  return { core, bridge: addon, fakeEngine, game: dlls }
}

function collect(): void {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
}

async function hold(server: DevServer, reloads: number): Promise<Holdings> {
  for (let round = 0; round < 4; round += 1) {
    collect()
    // What is only weakly held is given up between two turns.
    await nextTurn()
  }
  const { heapUsed, rss } = process.memoryUsage()
  const resources: Record<string, number> = {}
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1
  return {
    reloads,
    heapKiB: Math.round(heapUsed / 1024),
    rssKiB: Math.round(rss / 1024),
    files: readdirSync('/proc/self/fd').length,
    resources,
    watchedFolders: server.loader.watches?.watchedFolders ?? 0,
    hooks: bridge.hookCount(1),
    commands: bridge.commands().map(({ name }) => name),
    cvars: bridge.cvars().length,
    processListeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  }
}

const errors: string[] = []
const live: number[] = []
const stalls: number[] = []

/** Saves a version, and runs frames until it is the one that runs. */
async function renew(server: DevServer, version: number): Promise<void> {
  writeFileSync(file, source(version))
  const saved = performance.now()
  let longest = 0
  let due = saved
  while (reached.reached !== version) {
    const before = performance.now()
    if (before - saved > 10_000) throw new Error(`version ${version} was not loaded; ${errors.join('; ')}`)
    if (before >= due) {
      server.frame()
      due = before + frameMs
    }
    await nextTurn()
    longest = Math.max(longest, performance.now() - before)
  }
  live.push(performance.now() - saved)
  stalls.push(longest)
}

function summary(values: readonly number[]): { median: number; most: number } {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number): number => Math.round((sorted[index] ?? 0) * 10) / 10
  return { median: at(Math.floor(sorted.length / 2)), most: at(sorted.length - 1) }
}

function start(): DevServer {
  writeFileSync(file, source(1))
  mkdirSync(join(game, 'addons/metamod'), { recursive: true })
  writeFileSync(join(game, 'addons/metamod/config.ini'), 'gamedll dlls/game.so\n')
  writeFileSync(join(game, 'addons/metamod/plugins.ini'), '')
  const print = (line: string): unknown => line.includes('ERROR') && errors.push(line)
  const options = { map: 'box', maxPlayers: 4, bots: 0, tickRate: 100 }
  return new DevServer({ files, gameDirectory: game, plugins: [file], print, ...options })
}

async function soak(): Promise<SoakReport> {
  const server = start()
  server.engine.command('meta_watch 1')
  server.frame()
  server.loader.watches?.look()
  const holdings: Holdings[] = []
  let version = 1
  // Code gets warm, and pools get their size.
  while (version < 10) await renew(server, (version += 1))
  holdings.push(await hold(server, 0))
  for (let step = 1; step <= steps; step += 1) {
    for (let count = 0; count < wanted / steps; count += 1) await renew(server, (version += 1))
    holdings.push(await hold(server, version - 10))
  }
  server.stop()
  return { node: process.version, holdings, times: { live: summary(live), stall: summary(stalls) }, errors }
}

const report = await soak()
rmSync(game, { recursive: true })
console.log(JSON.stringify(report))
