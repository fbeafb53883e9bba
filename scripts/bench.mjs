// npm run bench: prints costs and ratios, each measured within one run. Nothing here passes or fails.
import { join } from 'node:path'
import { build } from './build.mjs'
import { hostPreset, outputOf } from './native.mjs'
import { root, run } from './process.mjs'

const questions = ['hook-cost', 'entity-read']

function bench() {
  if (!build()) return 1
  console.log('\nnative hooks')
  let code = run(join(outputOf(hostPreset), 'bench_native'), [], { cwd: outputOf(hostPreset) })
  for (const question of questions) {
    console.log(`\n${question}`)
    code ||= run(process.execPath, [
      '--conditions',
      'source',
      '--import',
      'tsx',
      join(root, 'bench', `${question}.ts`),
    ])
  }
  return code
}

process.exitCode = bench()
