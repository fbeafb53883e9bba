import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, expect, test } from 'vitest'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const readme = readFileSync(at('../README.md'), 'utf8')
const plugin = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'metamod-readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(...options: string[]): string {
  const main = at('../packages/loader/dist/cli/main.cjs')
  return spawnSync(process.execPath, [main, ...options], { encoding: 'utf8', input: '', timeout: 100_000 })
    .stdout
}

test("the README's plugin has twelve lines, runs as it stands, and does what it says", () => {
  expect(plugin.trim().split('\n')).toHaveLength(12)
  const file = join(folder, 'bouncer.ts')
  writeFileSync(file, plugin)
  const printed = start('--plugin', file, '--frames', '60', '--exec', 'bot Cheater; bot Friend; meta list')
  expect(printed).toMatch(/Not here/)
  expect(printed).toMatch(/^\[BOUNCER\] Friend is in$/m)
  expect(printed).not.toMatch(/Cheater is in/)
  expect(printed).toMatch(/ \[ 5] Bouncer +RUN /)
})

test('what the README shows of `meta list` is what a reader sees', () => {
  const shown = /> meta list\n(.*?)```/s.exec(readme)?.[1]
  expect(start('--frames', '10', '--exec', 'meta list')).toContain(shown)
})
