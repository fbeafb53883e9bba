import { describe, expect, test } from 'vitest'

import { chatLines, consolePieces, cut } from './print-lines.js'

const bytes = (text: string): number => new TextEncoder().encode(text).length

describe('text for a player', () => {
  test('is never cut within a character', () => {
    expect(cut('schön', 6)).toBe('schön')
    expect(cut('schöner', 7)).toBe('sch…')
    expect(cut('👍👍', 7)).toBe('👍…')
  })

  test('goes to the console in pieces that make one line again, whatever its length', () => {
    expect(consolePieces('hi')).toEqual(['hi\n'])
    expect(consolePieces('hi\n')).toEqual(['hi\n'])
    expect(consolePieces('')).toEqual(['\n'])
    const long = consolePieces('ä'.repeat(5000))
    expect(Math.max(...long.map(bytes))).toBeLessThanOrEqual(900)
    expect(long.join('')).toBe(`${'ä'.repeat(998)}…\n`)
  })

  test('goes to the chat in lines that fit a user message', () => {
    expect(chatLines('hello')).toEqual(['hello\n'])
    expect(chatLines('one\ntwo\n')).toEqual(['one\n', 'two\n'])
    const words = chatLines('grüße '.repeat(50).trim())
    expect(words.every((line) => bytes(line) <= 190)).toBe(true)
    expect(words.join('').replace(/\n/g, ' ').trim()).toBe('grüße '.repeat(50).trim())
    expect(chatLines('x'.repeat(300)).map(bytes)).toEqual([190, 112])
  })

  test('of more lines than the chat shows ends with an ellipsis', () => {
    const lines = chatLines('word '.repeat(2000))
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toMatch(/…\n$/)
    expect(lines.every((line) => bytes(line) <= 190)).toBe(true)
    expect(chatLines('1\n2\n3\n4\n5\n6').at(-1)).toBe('5 …\n')
  })

  test('of millions of characters goes no further than the chat shows', { timeout: 1000 }, () => {
    for (const piece of ['\n', 'x', 'word ', 'ü\n'])
      expect(chatLines(piece.repeat(2_000_000))).toEqual(chatLines(piece.repeat(1500)))
  })
})
