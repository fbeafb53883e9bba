import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

test('the example of the README is the one that is run as a test', () => {
  expect(read('../README.md')).toContain(read('readme-example.test.ts'))
})
