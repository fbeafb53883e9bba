import { describe, expect, test } from 'vitest'

import type { PluginKind } from '../configuration/plugins-ini.js'
import { isSamePlugin } from './same-plugin.js'

const line = (kind: PluginKind, path: string, description: string | null = null) => ({
  kind,
  path,
  description,
})
const native = (path: string, description?: string) => line('native', path, description)
const script = (path: string, description?: string) => line('script', path, description)

describe('libraries are the same plugin', () => {
  test.each([
    ['of the same path', native('/a/x.so'), native('/a/x.so')],
    ['of the same file name in different folders', native('/a/x_mm.so'), native('/b/x_mm.so')],
    ['for different machines', native('/a/x_mm_i386.so'), native('/a/x_mm_amd64.so')],
    ['with and without the name of a machine', native('/a/x_mm.so'), native('/a/x_mm_i686.so')],
    ['for different systems', native('/a/x_mm.so'), native('/a/x_mm.dll')],
    ['of the same description in any case', native('/a/x.so', 'Stats'), native('/b/y.so', 'STATS')],
  ])('%s', (_, one, other) => {
    expect(isSamePlugin(one, other)).toBe(true)
    expect(isSamePlugin(other, one)).toBe(true)
  })
})

describe('plugins are different', () => {
  test.each([
    ['that are both called index.ts', script('/a/index.ts'), script('/b/index.ts')],
    ['that are scripts with one description', script('/a.ts', 'Mine'), script('/b.ts', 'Mine')],
    ['of which one is a script', native('/a/x.so', 'X'), script('/a/x.ts', 'X')],
    ['whose names differ in more than a machine', native('/a/x_mm.so'), native('/a/x_other.so')],
    ['without a description', native('/a/x.so'), native('/a/y.so')],
    ['whose names differ in case', native('/a/X.so'), native('/a/x.so')],
  ])('%s', (_, one, other) => {
    expect(isSamePlugin(one, other)).toBe(false)
  })
})

test('one path is one script', () => {
  expect(isSamePlugin(script('/a/index.ts', 'One'), script('/a/index.ts', 'Two'))).toBe(true)
})
