import { expect, test } from 'vitest'

import { findPlugin } from './find-plugin.js'
import { Plugin } from './plugin.js'
import { healthyInfo } from '../testing/recording-bridge.js'

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

test('a plugin is found by several of its own names at once', () => {
  // Its name, description and file begin alike; it is still one plugin.
  expect(findPlugin([plugin(1, 'Same', 'SAME', '/a/same.so')], 'sam').slot).toBe(1)
})

test('a number is never the beginning of a name', () => {
  expect(() => findPlugin([plugin(1, '2 Fort', 'F', '/a/2fort.so')], '2')).toThrow(
    'there is no plugin number 2',
  )
  expect(findPlugin([plugin(1, '2 Fort', 'F', '/a/2fort.so')], '2 f').slot).toBe(1)
})

test('nothing, and a plugin with an empty log tag, do not go together', () => {
  expect(() => findPlugin([plugin(1, 'Greeter', '', '/a/greeter.so')], '')).toThrow("no plugin is called ''")
})

test('a refusal stays short with thousands of plugins and a name of thousands of letters', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    plugin(index + 1, `P${index}`, '', `/a/p${index}.so`),
  )
  const refusals = ['x'.repeat(5000), '9'.repeat(5000), 'p'].map((text) => {
    try {
      return findPlugin(many, text).name
    } catch (error) {
      return String(error)
    }
  })
  for (const refusal of refusals) expect(refusal.length).toBeLessThan(400)
  expect(refusals[0]).toMatch(/9 P8, 10 P9, 2990 more; 'meta list' shows them all$/)
  expect(refusals[2]).toMatch(/ or 10 \(P9\) or 2990 more$/)
})
