import { expect, test } from 'vitest'

import { findPlugin } from './find-plugin.js'
import { Plugin } from './plugin.js'
import { healthyInfo } from './testing/recording-bridge.js'

function plugin(slot: number, name: string, logTag: string, path: string): Plugin {
  const made = new Plugin(slot, { kind: 'native', path, description: `The ${name}`, source: 'ini' })
  made.info = { ...healthyInfo, name, logTag }
  return made
}

const plugins = [plugin(1, 'Greeter', 'GREET', '/a/greeter.so'), plugin(3, 'Green', 'LEAF', '/a/colour.so')]

test('a number means the place in the list', () => {
  expect(findPlugin(plugins, '3')).toBe(plugins[1])
})

test.each([
  ['greete', 'Greeter'],
  ['GREET', 'Greeter'],
  ['colo', 'Green'],
  ['leaf', 'Green'],
  ['the greet', 'Greeter'],
])('%s means %s, by name, file, log tag or description', (text, name) => {
  expect(findPlugin(plugins, text).name).toBe(name)
})

test('a whole name wins over the beginning of another', () => {
  const other = plugin(4, 'Gre', 'G', '/a/g.so')
  expect(findPlugin([...plugins, other], 'gre')).toBe(other)
})

test('what fits several plugins is refused with their numbers', () => {
  expect(() => findPlugin(plugins, 'gre')).toThrow(
    "'gre' fits more than one plugin; give its number: 1 (Greeter) or 3 (Green)",
  )
})

test('what fits none is refused with the plugins there are', () => {
  expect(() => findPlugin(plugins, 'x')).toThrow("no plugin is called 'x'; there are 1 Greeter, 3 Green")
  expect(() => findPlugin(plugins, '2')).toThrow('there is no plugin number 2; there are 1 Greeter, 3 Green')
  expect(() => findPlugin([], 'x')).toThrow(
    "no plugin is called 'x'; no plugin is loaded; load one with 'meta load FILE'",
  )
})
