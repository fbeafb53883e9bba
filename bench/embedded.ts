/** What does Node inside an engine cost: at the start, in memory, and in a frame that has nothing for it? */
import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const outputs = process.env['METAMOD_NATIVE_OUT'] ?? ''
const game = mkdtempSync(join(tmpdir(), 'metamod-bench-'))
mkdirSync(join(game, 'addons/metamod'), { recursive: true })
writeFileSync(join(game, 'addons/metamod/config.ini'), `gamedll ${join(outputs, 'game/dlls/game.so')}\n`)
writeFileSync(join(game, 'addons/metamod/plugins.ini'), '')

const loader = fileURLToPath(new URL('../packages/loader/dist/server.cjs', import.meta.url))
const withNode = {
  METAMOD_LIBNODE: process.env['METAMOD_LIBNODE'] ?? '',
  LD_LIBRARY_PATH: process.env['METAMOD_LIBRARY_PATH'] ?? '',
  METAMOD_LOADER: loader,
}
// The same engine, core and game, which runs on unhooked.
const withoutNode = { METAMOD_LIBNODE: '/nowhere/libnode.so' }

interface Run {
  readonly startMs: number
  readonly residentMiB: number
  readonly ownMiB: number
  readonly hotUs: number
  readonly pacedUs: number
}

const frames = 300

/** A size in /proc/PID/status: `VmRSS` is what `top` shows, `RssAnon` that of it which is no page of a file. */
function mebibytes(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024
}

/** One life of an engine. It prints the map's start and its measurements, and is told to end after them. */
function runEngine(environment: Readonly<Record<string, string>>): Promise<Run> {
  const words = ['--library', join(outputs, 'metamod.so'), '--game', game, '--frame-cost', String(frames)]
  const begin = performance.now()
  const engine = spawn(join(outputs, 'fake_engine'), words, { env: { ...process.env, ...environment } })
  let startMs = NaN
  let text = ''
  return new Promise((resolve, reject) => {
    engine.on('error', reject)
    engine.on('close', (code) => reject(new Error(`the engine ended with code ${code}:\n${text}`)))
    engine.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more
      if (Number.isNaN(startMs) && text.includes('Started map')) startMs = performance.now() - begin
      const [, hot, paced] = /StartFrame: (\d+) ns in a loop, (\d+) ns every/.exec(text) ?? []
      if (hot === undefined || paced === undefined || engine.stdin.writableEnded) return
      const residentMiB = mebibytes(engine.pid ?? 0, 'VmRSS')
      const ownMiB = mebibytes(engine.pid ?? 0, 'RssAnon')
      engine.removeAllListeners('close').on('close', () => {
        resolve({ startMs, residentMiB, ownMiB, hotUs: Number(hot) / 1000, pacedUs: Number(paced) / 1000 })
      })
      engine.stdin.end('quit\n')
    })
  })
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN

const pairs: { readonly plain: Run; readonly hooked: Run }[] = []
for (let i = 0; i < 5; i += 1)
  pairs.push({ plain: await runEngine(withoutNode), hooked: await runEngine(withNode) })
rmSync(game, { recursive: true })

/** Prints what Node adds: the difference between neighbouring runs, since a shared machine is not always as fast. */
function row(title: string, key: keyof Run, unit: string, digits: number, aim?: number): void {
  const plain = median(pairs.map((pair) => pair.plain[key]))
  const added = median(pairs.map((pair) => pair.hooked[key] - pair.plain[key]))
  const cost = `+${added.toFixed(digits).padStart(6)} ${unit}`
  console.log(
    `${title.padEnd(44)} ${cost}   over ${plain.toFixed(digits)} ${unit}${aim === undefined ? '' : `  (aim: at most +${aim})`}`,
  )
}

console.log('Node inside an engine, with the loader and no plugins')
row('start', 'startMs', 'ms', 0, 300)
row('resident memory', 'residentMiB', 'MiB', 1, 45)
row('of it not pages of library files', 'ownMiB', 'MiB', 1)
row('idle frame, in a loop', 'hotUs', 'us', 2, 2)
row('idle frame, every 10 ms', 'pacedUs', 'us', 2, 5)
