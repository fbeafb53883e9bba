import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import { findNativeFiles } from './cli/native-files.js'
import { stampTemplate } from './stamp.js'
import { temporaryFolder } from './testing/temporary-folder.js'

function field(name: string): string {
  return `${`@METAMOD:${name}@`.padEnd(511, '.')}\0`
}

/** The built libraries; another build than this machine's own can be named in the environment. */
function nativeFolder(): string {
  const named = process.env['METAMOD_NATIVE_OUT']
  return named ?? dirname(findNativeFiles(fileURLToPath(new URL('.', import.meta.url))).core)
}

const template = Buffer.from(`before\0${field('core')}between${field('source')}\xff after`, 'latin1')

describe('a template of two fields', () => {
  test('gets the values, and nothing else in it changes', () => {
    const stamped = Buffer.from(stampTemplate(template, { core: '../a.so', source: 'b.ts' }))
    expect(stamped.length).toBe(template.length)
    const filled = (value: string): string => value.padEnd(512, '\0')
    expect(stamped.toString('latin1')).toBe(`before\0${filled('../a.so')}between${filled('b.ts')}\xff after`)
    expect(template.includes('@METAMOD:core@')).toBe(true)
  })

  test('takes values of up to 511 bytes of UTF-8', () => {
    const longest = `${'ö'.repeat(255)}x`
    const stamped = Buffer.from(stampTemplate(template, { core: longest, source: 'b' }))
    expect(stamped.indexOf(`${longest}\0between`)).toBe(7)
  })

  test.each([
    [
      'a value for an unknown field',
      { core: 'a', source: 'b', plugin: 'c' },
      "the template has no field 'plugin'",
    ],
    ['a field without a value', { core: 'a' }, "the template's field 'source' needs a value"],
    [
      'a value that is too long',
      { core: 'ö'.repeat(256), source: 'b' },
      'core must be 1..511 bytes of UTF-8, got 512',
    ],
    ['an empty value', { core: '', source: 'b' }, 'core must be 1..511 bytes of UTF-8, got 0'],
    [
      'a value with a NUL in it',
      { core: 'a\0b', source: 'b' },
      'core must be without NUL characters, got "a\\u0000b"',
    ],
  ])('refuses %s', (_, fields: Record<string, string>, message) => {
    expect(() => stampTemplate(template, fields)).toThrow(`stampTemplate: ${message}`)
  })
})

test('a field that stands twice in the template is refused', () => {
  const twice = Buffer.from(field('core') + field('core'))
  expect(() => stampTemplate(twice, { core: 'a' })).toThrow(
    "stampTemplate: the template has the field 'core' twice",
  )
})

test('a text that only looks like a field is left alone', () => {
  const text = Buffer.from(`@METAMOD:core@\0${field('core')}`)
  expect(Buffer.from(stampTemplate(text, { core: 'a' })).toString()).toMatch(/^@METAMOD:core@\0a\0/)
})

test('the front library depends on Metamod first and on the game DLL second', () => {
  const front = readFileSync(join(nativeFolder(), 'metamod_front.so'))
  const stamped = stampTemplate(front, { bridge: '$ORIGIN/metamod.so', game: '$ORIGIN/../../../dlls/hl.so' })
  const path = temporaryFolder().write('metamod_front.so', stamped)
  const listing = execFileSync('readelf', ['-d', path], { encoding: 'utf8' })
  expect([...listing.matchAll(/\(NEEDED\).*\[(.*)\]/g)].map(([, name]) => name)).toEqual([
    '$ORIGIN/metamod.so',
    '$ORIGIN/../../../dlls/hl.so',
  ])
})
