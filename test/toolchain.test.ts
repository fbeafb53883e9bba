import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'metamod-tools-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('where the compiler is missing, npm start says in one line which package to install, and ends with 1', () => {
  for (const tool of ['cmake', 'make', 'sh']) symlinkSync(`/usr/bin/${tool}`, join(folder, tool))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, CXX: 'c++', PATH: folder },
  })
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/a C\+\+ compiler not found\. Install with: apt-get install g\+\+/),
  ])
  expect(status).toBe(1)
})
