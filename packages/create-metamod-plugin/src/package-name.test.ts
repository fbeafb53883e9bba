import { expect, test } from 'vitest'

import { brokenRule, suggestName } from './package-name.js'

test.each([
  ['', 'must not be empty'],
  ['my plugin', 'must not have blanks'],
  ['MyPlugin', 'must be in lower case'],
  ['.hidden', "must not begin with '.', '_' or '-'"],
  ['@me/_x', "must not begin with '.', '_' or '-'"],
  ['a/b', "must not have '/', but behind a scope as in '@me/name'"],
  ['größe', "must be of the letters a to z, digits, '-', '_', '.' and '~' only"],
  ['node_modules', 'must not be one that Node.js or npm has itself'],
  ['http', 'must not be one that Node.js or npm has itself'],
  ['x'.repeat(215), 'must have at most 214 characters'],
])("'%s' breaks a rule, which is told, and what is suggested breaks none", (name, rule) => {
  expect(brokenRule(name)).toBe(rule)
  expect(brokenRule(suggestName(name))).toBeNull()
})

test.each(['round-timer', 'a', 'x2', '@me/round-timer', 'a.b_c~d'])("'%s' is a good name", (name) => {
  expect(brokenRule(name)).toBeNull()
})

test('a suggestion keeps what can stay', () => {
  expect(suggestName('My Größter Plugin!')).toBe('my-gro-ter-plugin')
  expect(suggestName('Über Plugin')).toBe('uber-plugin')
  expect(suggestName('http')).toBe('http-plugin')
  expect(suggestName('…')).toBe('metamod-plugin')
})
