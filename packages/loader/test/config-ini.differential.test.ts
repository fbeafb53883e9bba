/**
 * config.ini is read twice: by the loader, and by the core, which must know the game DLL and the Node library before, or
 * without, JavaScript. Both must understand the same of any text.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseConfigIni } from '../src/configuration/config-ini.js'
import { nativeFiles } from './test-server.js'

const program = join(dirname(nativeFiles.core), 'read_game_config')

/** What the core reads in each text: game DLL, Node library, whether to search. */
function readByCore(texts: readonly string[]): string[][] {
  const input = Buffer.concat(
    texts.map((text) => {
      const bytes = Buffer.from(text)
      return Buffer.concat([Buffer.from(`${bytes.length}\n`), bytes])
    }),
  )
  const { stdout, status } = spawnSync(program, { input, maxBuffer: 2 ** 28 })
  expect(status).toBe(0)
  const values: string[] = []
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf('\n', at)
    const length = Number(stdout.toString('latin1', at, end))
    values.push(stdout.toString('utf8', end + 1, end + 1 + length))
    at = end + 1 + length
  }
  return texts.map((_, index) => values.slice(index * 3, index * 3 + 3))
}

function readByLoader(text: string): string[] {
  const { gameDll, libnode, autodetect } = parseConfigIni(text).config
  return [gameDll ?? '', libnode ?? '', autodetect ? 'yes' : 'no']
}

const key = fc.constantFrom(
  'gamedll',
  'GameDLL',
  'libnode',
  'autodetect',
  'gamedlls',
  'debuglevel',
  'libnode\u212A',
  '',
)
const gap = fc.constantFrom(' ', '\t', '  ', '\v', '\f', '', '\u00A0', '\uFEFF')
const value = fc.oneof(
  fc.constantFrom(
    'dlls/a.so',
    '"a b"',
    '"',
    '""',
    '"a" b',
    'a"b"',
    'yes',
    'No',
    'ON',
    '0',
    'maybe',
    '',
    ' x ',
    'a\0b',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(gap, key, gap, value, gap).map((parts) => parts.join('')) },
  fc.constantFrom('; gamedll c.so', '# x', '//gamedll d.so', '/gamedll e.so', '\uFEFF'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const text = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(line, { maxLength: 8 }),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
  )
  .map(([mark, lines, end]) => mark + lines.join(end))

test.skipIf(!existsSync(program))(
  `config.ini says the same to the core and to the loader, whatever is in it${existsSync(program) ? '' : ' (skipped: read_game_config is not built)'}`,
  () => {
    const texts = fc.sample(text, { numRuns: 5000, seed: 4 })
    const byCore = readByCore(texts)
    texts.forEach((each, index) =>
      expect({ text: each, read: readByLoader(each) }).toEqual({ text: each, read: byCore[index] }),
    )
    // Enough of them say something.
    expect(byCore.filter(([gameDll]) => gameDll !== '').length).toBeGreaterThan(500)
  },
)
