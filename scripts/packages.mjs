// Builds the packages with tsup, each only when a source is newer than its output.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { quietly, root } from './process.mjs'

const order = ['packages/sdk', 'packages/loader']

export function buildPackages() {
  let rebuilt = false
  for (const name of order) {
    const folder = join(root, name)
    // A package is also rebuilt when one that it is built on was.
    if (!rebuilt && newest(join(folder, 'dist')) > newest(join(folder, 'src'))) continue
    console.log(`metamod: building ${name}`)
    if (quietly(join(root, 'node_modules/.bin/tsup'), ['--silent'], { cwd: folder }) !== 0) return false
    rebuilt = true
  }
  return true
}

function newest(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    )
}
