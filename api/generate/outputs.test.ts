import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { firstStale, outputs } from './outputs.js'

const root = new URL('../../', import.meta.url)

test.each(outputs())('$path is what npm run generate writes', ({ path, text }) => {
  expect(readFileSync(new URL(path, root), 'utf8')).toBe(text)
})

test('generating twice gives the same bytes', () => {
  expect(outputs()).toEqual(outputs())
})

test('every file says where it comes from in its first line', () => {
  for (const { path, text } of outputs()) {
    expect(text, path).toMatch(/^(\/\/|\/\*) Generated from api\/\S*.* by npm run generate\. Do not edit\./)
  }
})

test('the check names the first file that differs or is missing, and none when all are as generated', () => {
  const texts = new Map(outputs().map(({ path, text }) => [path, text]))
  const read = (path: string): string | null => texts.get(path) ?? null
  expect(firstStale(read)).toBeNull()

  texts.set('packages/sdk/src/raw/generated/rows.ts', 'edited by hand')
  texts.delete('packages/sdk/src/raw/generated/enums.ts')
  expect(firstStale(read)).toBe('packages/sdk/src/raw/generated/rows.ts')

  texts.delete('native-bridge/include/metamod/types.h')
  expect(firstStale(read)).toBe('native-bridge/include/metamod/types.h')
})
