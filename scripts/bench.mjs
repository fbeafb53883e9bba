// npm run bench: prints costs and ratios, each measured within one run. Nothing here passes or fails.
import { join } from 'node:path'
import { build } from './build.mjs'
import { prepareLibnode } from './libnode.mjs'
import { hostPreset, outputOf } from './native.mjs'
import { root, run } from './process.mjs'

const questions = [
  ['hook-cost', 'Think, nobody hooks it'],
  ['hook-cost', 'Think, one TypeScript hook that does nothing', 'one-hook', '1.6'],
  ['hook-cost', 'Think, one that reads three fields and supercedes', 'reading-hook'],
  ['entity-read'],
  ['attribution-cost'],
  ['watchdog-cost'],
]

/** Node inside an engine, where there is a Node library to be had. */
function benchEmbedded() {
  const library = prepareLibnode(hostPreset)
  if (library.why) return console.log(`Node inside an engine: not measured, ${library.why}`)
  const env = {
    ...process.env,
    METAMOD_NATIVE_OUT: outputOf(hostPreset),
    METAMOD_LIBNODE: library.libnode,
    METAMOD_LIBRARY_PATH: library.folders.join(':'),
  }
  return run(process.execPath, ['--import', 'tsx', join(root, 'bench/embedded.ts')], { env })
}

function bench() {
  if (!build()) return 1
  let code = run(join(outputOf(hostPreset), 'bench_native'), [], { cwd: outputOf(hostPreset) })
  console.log()
  for (const [question, ...args] of questions) {
    const program = join(root, 'bench', `${question}.ts`)
    code ||= run(process.execPath, ['--conditions', 'source', '--import', 'tsx', program, ...args])
  }
  console.log()
  return code || (benchEmbedded() ?? 0)
}

process.exitCode = bench()
