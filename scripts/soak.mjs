// npm run soak: a long game in a server with Node inside, with plugins that never rest. Passes if nothing went wrong and
// memory stayed flat; `--short` is what npm test has time for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { prepareLibnode } from './libnode.mjs'
import { hostPreset, outputOf } from './native.mjs'
import { root } from './process.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'

const isShort = process.argv.includes('--short')
const { frames, reloads, maps } = isShort
  ? { frames: 4000, reloads: 10, maps: 2 }
  : { frames: 200_000, reloads: 500, maps: 50 }

// How much memory may grow after the first tenth. A leak of 50 KiB a reload would be 22 MiB in the long form; garbage
// that the C library keeps for later comes to about half of the bound. In the short form Node is still warming up.
const mostGrowthKiB = (isShort ? 64 : 20) * 1024
const plugins = ['driver', 'chatter', 'clients', 'files', 'worker']

/** The build and the Node library from the environment, as the tests have them, or else made now. */
function prepare() {
  const { METAMOD_NATIVE_OUT: out, METAMOD_LIBNODE: libnode, METAMOD_LIBRARY_PATH: path } = process.env
  if (out && libnode) return { out, libnode, path }
  if (!build()) return { why: 'the build failed' }
  const library = prepareLibnode(hostPreset)
  if (library.why) return library
  return { out: outputOf(hostPreset), libnode: library.libnode, path: library.folders.join(':') }
}

function writeGame(out) {
  const game = mkdtempSync(join(tmpdir(), 'metamod-soak-'))
  const folder = join(game, 'addons/metamod')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'config.ini'), `gamedll ${join(out, 'game/dlls/game.so')}\n`)
  const lines = plugins.map((name) => `ts ${join(root, `test/soak/plugins/${name}.ts`)}\n`)
  writeFileSync(join(folder, 'plugins.ini'), lines.join(''))
  return game
}

/** Plays the game; resolves with its exit code or signal and all lines that it printed. */
function play({ out, libnode, path }, game) {
  const options = ['--library', join(out, 'metamod.so'), '--game', game, '--maxplayers', '32', '--bots', '32']
  const [command, ...words] = [
    ...(process.env.METAMOD_EMULATOR ?? '').split(' '),
    join(out, 'fake_engine'),
  ].filter(Boolean)
  const child = spawn(command, [...words, ...options, '--frames', String(frames)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      METAMOD_LIBNODE: libnode,
      METAMOD_LOADER: join(root, 'packages/loader/dist/server.cjs'),
      LD_LIBRARY_PATH: path,
      SOAK_FRAMES: String(frames),
      SOAK_RELOADS: String(reloads),
      SOAK_MAPS: String(maps),
      SOAK_FOLDER: game,
    },
  })
  const lines = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (line.startsWith('soak: ') || line.includes('ERROR')) console.log(line)
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ ending: signal ?? code, lines }))
  })
}

/** What is wrong with a game that was played, a line each. */
function complaints({ ending, lines }) {
  const count = (pattern) => lines.filter((line) => pattern.test(line)).length
  const sizes = lines.flatMap((line) => /^soak: .* rss (\d+)/.exec(line)?.slice(1).map(Number) ?? [])
  const growth = Math.max(...sizes.slice(1)) - (sizes[0] ?? 0)
  const facts = [
    [`it ended with ${ending}`, ending === 0],
    [`${count(/ERROR/)} errors were logged`, count(/ERROR/) === 0],
    [`${count(/^Reloaded plugin/)} of ${reloads} reloads were done`, count(/^Reloaded plugin/) === reloads],
    [`${count(/Started map/) - 1} of ${maps} map changes were done`, count(/Started map/) - 1 === maps],
    [`${sizes.length} of 10 tenths were reported`, sizes.length === 10],
    [
      `memory grew by ${growth} KiB after the first tenth, at most ${mostGrowthKiB} is right`,
      growth <= mostGrowthKiB,
    ],
  ]
  for (const [fact] of facts) console.log(`soak: ${fact}`)
  return facts.filter(([, isGood]) => !isGood).map(([fact]) => fact)
}

// 1,000 versions of a plugin that is saved again and again: what each leaves behind may be 3 KiB of memory, and nothing else.
const savedVersions = 1000
const mostHeapGrowthKiB = 3 * 1024

/** What is wrong after many hot reloads, a line each. The short form has them in a test of their own. */
function reloadComplaints(out) {
  const flags = ['--expose-gc', '--no-compilation-cache', '--conditions=source', '--import', 'tsx']
  const env = { ...process.env, METAMOD_NATIVE_OUT: out, SOAK_RELOADS: String(savedVersions) }
  const script = join(root, 'test/soak/reload.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) return [`the hot reloads ended with ${status}: ${stderr}`]
  const { holdings, times, errors } = JSON.parse(stdout)
  const [first, last] = [holdings[0], holdings.at(-1)]
  const { live, stall } = times
  console.log(
    `soak: ${last.reloads} hot reloads, live after ${live.median} ms (at most ${live.most}), a frame held up for ${stall.median} ms (at most ${stall.most})`,
  )
  const growth = last.heapKiB - first.heapKiB
  console.log(`soak: the heap grew by ${growth} KiB, at most ${mostHeapGrowthKiB} is right`)
  // What is measured may differ; what is counted may not.
  const held = (holding) => JSON.stringify({ ...holding, heapKiB: 0, rssKiB: 0, reloads: 0 })
  const facts = [
    [`hot reloads: ${errors.length} errors were logged, ${errors[0]}`, errors.length === 0],
    [`hot reloads left something: ${held(first)} became ${held(last)}`, held(first) === held(last)],
    [`hot reloads let the heap grow by ${growth} KiB`, growth <= mostHeapGrowthKiB],
  ]
  return facts.filter(([, isGood]) => !isGood).map(([fact]) => fact)
}

async function soak() {
  const setUp = prepare()
  if (setUp.why) {
    console.log(`soak: not run: ${setUp.why}`)
    return 1
  }
  const game = writeGame(setUp.out)
  const started = Date.now()
  console.log(
    `soak: ${frames} frames, 32 clients, ${plugins.length} plugins, ${reloads} reloads, ${maps} map changes`,
  )
  const wrong = complaints(await play(setUp, game))
  if (!isShort) wrong.push(...reloadComplaints(setUp.out))
  rmSync(game, { recursive: true })
  console.log(
    `soak: ${wrong.length === 0 ? 'passed' : `FAILED: ${wrong.join('; ')}`} (${Math.round((Date.now() - started) / 1000)} s)`,
  )
  return wrong.length === 0 ? 0 : 1
}

process.exitCode = await soak()
