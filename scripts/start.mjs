// npm start: installs and builds what is missing, then runs the fake engine with the example plugins.
import { join } from 'node:path'
import { build } from './build.mjs'
import { root, run } from './process.mjs'

if (build('server')) {
  process.exitCode = run(
    process.execPath,
    [join(root, 'packages/loader/dist/cli/main.cjs'), ...process.argv.slice(2)],
    { cwd: process.cwd() },
  )
} else {
  process.exitCode = 1
}
