/**
 * `npm run generate` writes every generated file; with `--check` it writes nothing, names the first file that differs
 * and fails.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { firstStale, outputs } from './outputs.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const current = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)

function check(): void {
  const stale = firstStale((path) => current(join(root, path)))
  if (stale === null) return
  console.error(`generate: ${stale} does not match api/; run npm run generate and commit the result`)
  process.exitCode = 1
}

function write(): void {
  for (const { path, text } of outputs()) {
    const file = join(root, path)
    if (current(file) === text) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`generate: wrote ${path}`)
  }
}

if (process.argv.includes('--check')) check()
else write()
