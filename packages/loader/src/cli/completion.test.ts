import { expect, test } from 'vitest'

import { completions } from './completion.js'

const server = { commands: ['meta', 'map', 'status'], plugins: ['Greeter', 'Stub plugin'] }

test('the first word completes to console commands', () => {
  expect(completions('m', server)).toEqual([['map ', 'meta '], 'm'])
})

test('the word after meta completes to its sub-commands', () => {
  expect(completions('meta un', server)).toEqual([['unload ', 'unpause '], 'un'])
})

test('the words after a sub-command complete to plugins, quoted where they have a space', () => {
  expect(completions('meta reload ', server)).toEqual([['"Stub plugin" ', 'Greeter '], ''])
  expect(completions('meta pause gre', server)).toEqual([['Greeter '], 'gre'])
  expect(completions('meta pause stu', server)).toEqual([['"Stub plugin" '], 'stu'])
  expect(completions('meta pause "stub p', server)).toEqual([['"Stub plugin" '], '"stub p'])
})

test('a sub-command without plugins completes to nothing', () => {
  expect(completions('meta list ', server)).toEqual([[], ''])
})
