import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { argumentRows, usageOf } from './argument-rows.js'
import type { Arguments } from './argument.js'
import { parseArguments, splitWords, TypedWrong } from './parse-arguments.js'

const ann = { name: 'Ann' }

function findPlayer(text: string): unknown {
  if (text === 'ann') return ann
  throw new Error(`players.find: nobody is called ${JSON.stringify(text)}; the server is empty`)
}

const parse = (args: Arguments, text: string): Record<string, unknown> =>
  parseArguments(argumentRows(args, 'test'), { words: splitWords(text), text }, findPlayer)

const slap: Arguments = {
  target: 'player',
  damage: { type: 'integer', min: 0, max: 100, default: 5 },
  reason: 'text?',
}

describe('words', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['a b', ['a', 'b']],
    ['  a\t b ', ['a', 'b']],
    ['"a b" c', ['a b', 'c']],
    ['a"b c"d', ['a', 'b c', 'd']],
    ['""', ['']],
    ['"open end', ['open end']],
    ["STEAM_0:1:23 {x} it's", ['STEAM_0:1:23', '{x}', "it's"]],
    ['a;b', ['a;b']],
    ['\uFFFDx \u{1F600}', ['\uFFFDx', '\u{1F600}']],
  ])('%j is split into %j', (text, words) => {
    expect(splitWords(text)).toEqual(words)
  })
})

describe('values', () => {
  test('each kind becomes what it stands for', () => {
    const args = { a: 'word', b: 'integer', c: 'number', d: 'boolean', e: 'player' } as const
    expect(parse(args, 'x -3 .5 ON ann')).toEqual({ a: 'x', b: -3, c: 0.5, d: true, e: ann })
  })

  test('what is left out is the default, or null', () => {
    expect(parse(slap, 'ann')).toEqual({ target: ann, damage: 5, reason: null })
    expect(parse(slap, 'ann "" why')).toEqual({ target: ann, damage: 5, reason: 'why' })
  })

  test.each([
    ['ann 5 for no reason', 'for no reason'],
    ['ann 5   so  it  "is so" ', 'so  it  "is so"'],
    ['ann 5 "one pair"', 'one pair'],
    ['"ann" 5 "a" "b"', '"a" "b"'],
    ['ann 5 "open', 'open'],
  ])('the text of %j is %j', (text, reason) => {
    expect(parse(slap, text)).toMatchObject({ reason })
  })

  test('a list takes all that is left', () => {
    const args = { names: { type: 'integer', list: true } } as const
    expect(parse(args, '')).toEqual({ names: [] })
    expect(parse(args, '1 2 3')).toEqual({ names: [1, 2, 3] })
    const many = Array.from({ length: 200 }, (_, index) => index)
    expect(parse(args, many.join(' '))).toEqual({ names: many })
  })

  test('a choice is found without regard to case', () => {
    expect(parse({ mode: { choices: ['Slow', 'Fast'] } }, 'FAST')).toEqual({ mode: 'Fast' })
  })
})

describe('what is typed wrongly', () => {
  test.each([
    [slap, '', 'target is missing'],
    [slap, 'bob', 'nobody is called "bob"; the server is empty'],
    [slap, 'ann x', 'damage must be a whole number 0..100, got "x"'],
    [slap, 'ann 101', 'damage must be a whole number 0..100, got "101"'],
    [slap, 'ann 1.5', 'damage must be a whole number 0..100, got "1.5"'],
    [slap, 'ann 0x10', 'damage must be a whole number 0..100, got "0x10"'],
    [{ n: 'number' }, '1e999', 'n must be a number, got "1e999"'],
    [{ n: { type: 'number', min: 0.5 } }, '0', 'n must be a number 0.5.., got "0"'],
    [{ n: 'number' }, '""', 'n must be a number, got ""'],
    [{ n: 'integer' }, '99999999999999999999', 'n must be a whole number, got "99999999999999999999"'],
    [{ on: 'boolean' }, 'maybe', 'on must be on or off, got "maybe"'],
    [{ mode: { choices: ['a', 'b'] } }, 'c', 'mode must be "a" or "b", got "c"'],
    [{ x: 'word' }, 'a b', '"b" is one word too many'],
    [{}, 'a', '"a" is one word too many'],
    [{ x: 'word' }, `a ${'b '.repeat(199)}`, '"b" is one word too many'],
  ] as [Arguments, string, string][])('%#: %j', (args, text, message) => {
    expect(() => parse(args, text)).toThrow(new Error(message))
  })
})

describe('usage', () => {
  test.each([
    [slap, 'x <target> [damage 0..100] [reason...]'],
    [{ mode: { choices: ['a', 'b'] }, on: 'boolean?' }, 'x <mode: a|b> [on: on|off]'],
    [{ n: { type: 'number', min: 1 }, names: { list: true } }, 'x <n 1..> [names...]'],
    [{ n: { type: 'integer', max: 9 } }, 'x <n ..9>'],
    [{}, 'x'],
  ] as [Arguments, string][])('%#: it shows %j', (args, usage) => {
    expect(usageOf('x', argumentRows(args, 'test'))).toBe(usage)
  })
})

describe('what an author wrote wrongly', () => {
  test.each([
    [
      { a: 'wrod' },
      'test: argument "a": type must be word, text, integer, number, boolean, player, got "wrod"',
    ],
    [{ a: 5 }, 'test: argument "a": the description must be an object, got 5'],
    [{ a: { min: 1 } }, 'test: argument "a": min and max must be left out for a word, got 1'],
    [{ a: { type: 'integer', min: 2, max: 1 } }, 'test: argument "a": max must be 2 (min) or more, got 1'],
    [
      { a: { type: 'integer', min: 0.2, max: 0.8 } },
      'test: argument "a": max must be such that a whole number lies in the range, got 0.8',
    ],
    [{ a: { type: 'integer', min: NaN } }, 'test: argument "a": min must be a finite number, got NaN'],
    [
      { a: { type: 'integer', max: 5, default: 6 } },
      'test: argument "a": default must be a whole number ..5, got 6',
    ],
    [{ a: { type: 'integer', default: 'x' } }, 'test: argument "a": default must be a number, got "x"'],
    [{ a: { choices: [] } }, 'test: argument "a": choices must be one word or more, got []'],
    [{ a: { choices: ['x'], default: 'y' } }, 'test: argument "a": default must be "x", got "y"'],
    [{ a: { type: 'player', default: 'x' } }, 'test: argument "a": default must be left out for a player'],
    [{ a: 'text', b: 'word' }, 'test: argument "a" takes the rest of the line; make it the last one'],
    [{ a: 'word?', b: 'word' }, 'test: argument "b" must be optional, because "a" before it is'],
    [
      { a: 'word', 1: 'word' },
      'test: argument "1": its name must be one that does not begin with a digit, got "1"',
    ],
    [null, 'test: args must be an object, got null'],
  ] as [Arguments, string][])('%#: %j', (args, message) => {
    expect(() => argumentRows(args, 'test')).toThrow(message)
  })
})

describe('whatever is typed', () => {
  const word = fc.string().map((text) => text.replaceAll('"', ''))
  const lines = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ' ', 'a', 'é', '\t') }))

  test('words in quotes are told apart as they were put together', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitWords(words.map((each) => `"${each}"`).join(' '))).toEqual(words)
      }),
    )
  })

  test('no line is an error of ours, and what is taken is of its kind', () => {
    const args = {
      count: { type: 'integer', min: -3, max: 7 },
      share: { type: 'number', optional: true },
      flag: 'boolean?',
      pick: { choices: ['Yes', 'no'], optional: true },
      rest: 'text?',
    } as const satisfies Arguments
    const part = fc.oneof(fc.constantFrom('5', '-3', '0.5', 'on', 'YES', '""', '"', 'x'), lines)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        try {
          const values = parse(args, parts.join(' '))
          expect([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7]).toContain((values['count'] as number) + 0)
          expect(values['share'] === null || Number.isFinite(values['share'])).toBe(true)
          expect([null, true, false]).toContain(values['flag'])
          expect([null, 'Yes', 'no']).toContain(values['pick'])
        } catch (error) {
          if (!(error instanceof TypedWrong)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a text is the rest of the line, as it was typed', () => {
    const oneWord = /^"[^"]*"?$/
    fc.assert(
      fc.property(word, lines, (first, rest) => {
        const typed = rest.trim()
        fc.pre(typed !== '' && !oneWord.test(typed))
        expect(parse({ first: 'word', rest: 'text' }, `"${first}" ${rest}`)).toEqual({ first, rest: typed })
      }),
    )
  })
})
