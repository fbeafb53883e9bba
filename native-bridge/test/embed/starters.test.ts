/** A starter asks its Node for nothing that this release does not have: else it would be refused on the first server. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { nativeOut, processor } from './engine.js'

const cache = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url))
const releases = { 18: '18.20.8', 20: '20.20.2', 22: '22.23.3', 24: '24.11.1' }
const nameOf = (line: string): string => line.trim().split(/\s+/).at(-1) ?? ''

function symbols(file: string, which: 'undefined' | 'defined'): Set<string> {
  const lines = execFileSync('nm', ['-D', `--${which}-only`, file], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return new Set(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map(nameOf),
  )
}

/** Those of V8, libuv and Node; the others are the C library's. */
const isNodes = (symbol: string): boolean => /^_ZN?K?\d*(2v8|4node|N2v8|N4node)|^uv_|N2v8|N4node/.test(symbol)

describe('the starters', () => {
  for (const [major, version] of Object.entries(releases)) {
    const starter = join(nativeOut, `metamod_node${major}.so`)
    // The program exports what a library of the same release does.
    const node = join(cache, `${version}-linux-x64/package/bin/node`)
    const isPossible = processor === 'x64' && existsSync(starter) && existsSync(node)
    test.skipIf(!isPossible)(`that of Node ${major} asks for functions that Node ${version} has`, () => {
      const wanted = [...symbols(starter, 'undefined')].filter(isNodes)
      const given = symbols(node, 'defined')
      expect(wanted.length).toBeGreaterThan(20)
      expect(wanted.filter((symbol) => !given.has(symbol))).toEqual([])
    })
  }

  test.skipIf(!existsSync(join(nativeOut, 'metamod.so')))('the core asks for nothing of Node', () => {
    expect([...symbols(join(nativeOut, 'metamod.so'), 'undefined')].filter(isNodes)).toEqual([])
  })
})
