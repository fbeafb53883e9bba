import { expect, test } from 'vitest'

import { fillPage } from '../scripts/guide-code.js'

const source =
  'import x\n\n  // #region a\n  one()\n    // #region b\n    two()\n    // #endregion b\n\n  // #endregion a\n'
const read = (): string => source

test('a block gets the region that the comment above it names, without its indentation and the marks of others', () => {
  const page = 'Text\n\n<!-- code: guide/src/x.ts#a -->\n```ts\nold\n```\nmore\n'
  expect(fillPage(page, read)).toBe(
    'Text\n\n<!-- code: guide/src/x.ts#a -->\n```ts\none()\n  two()\n\n```\nmore\n',
  )
})

test('an empty block is filled, and a second time nothing changes', () => {
  const page = '<!-- code: guide/src/x.ts#b -->\n\n```ts\n```\n'
  const filled = fillPage(page, read)
  expect(filled).toContain('```ts\ntwo()\n```')
  expect(fillPage(filled, read)).toBe(filled)
})

test('without a region it is the whole file', () => {
  expect(fillPage('<!-- code: guide/src/x.ts -->\n```ts\n```\n', read)).toContain(source)
})

test('a region that is not there is an error that names it', () => {
  expect(() => fillPage('<!-- code: guide/src/x.ts#c -->\n```ts\n```\n', read)).toThrow(
    'packages/examples/guide/src/x.ts: has no region c',
  )
})

test('other code is left alone', () => {
  expect(fillPage('```ts\nmine\n```\n', read)).toBe('```ts\nmine\n```\n')
})

test('an empty block above another leaves the text between them alone', () => {
  const page =
    '<!-- code: guide/src/x.ts#a -->\n\n```ts\n```\n\nbetween\n\n<!-- code: guide/src/x.ts#b -->\n\n```ts\n```\n'
  const filled = fillPage(page, read)
  expect(filled).toContain('\n\nbetween\n\n')
  expect(filled.match(/two\(\)/g)).toHaveLength(2)
})
