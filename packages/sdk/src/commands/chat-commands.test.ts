import { describe, expect, test } from 'vitest'

import { MetaResult } from '../raw/generated/enums.js'
import { Lobby, slap } from './testing/lobby.js'

describe('a chat command', () => {
  test('is shown with an exclamation mark and hidden with a slash', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('slap', slap, ({ args, reply }) => reply(`slapped ${args.target.name}`))
    expect(it.says(1, '!slap bob')).toBe(true)
    expect(it.says(1, '/SLAP bob')).toBe(false)
    expect(it.printed).toEqual(['Ann chat: slapped Bob\n', 'Ann chat: slapped Bob\n'])
  })

  test.each([
    'say !x a b',
    'say "!x a b"',
    'say_team "!x a b"',
    'SAY   !x   a b ',
    'say "!x a b',
    'say " !X a b "',
    'say "!x a b"\n',
  ])('is known in %j', (line) => {
    const it = new Lobby()
    it.plugin.addChatCommand('x', { args: { a: 'word', b: 'text' } }, ({ args }) => it.seen.push(args))
    it.client(1, line)
    expect([it.seen, it.printed]).toEqual([[{ a: 'a', b: 'b' }], []])
  })

  test.each([
    'say',
    'say ""',
    'say "',
    'say x',
    'say "! x"',
    'say hello !x',
    'say "!xx"',
    'x',
    '!x',
    'say \uFFFD!x',
  ])('is not meant by %j', (line) => {
    const it = new Lobby()
    it.plugin.addChatCommand('x', {}, () => it.seen.push('called'))
    expect(it.client(1, line).metaResult).toBe(MetaResult.Ignored)
    expect(it.seen).toEqual([])
  })

  test('takes 200 words, and what is left of broken UTF-8', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('x', {}, ({ args }) => it.seen.push(args.length, args[0]))
    it.says(1, `!x \uFFFD\uFFFD; ${'w '.repeat(199)}`)
    expect(it.seen).toEqual([200, '\uFFFD\uFFFD;'])
  })

  test('with a prefix in its name has that one only', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('/menu', {}, () => it.seen.push('called'))
    expect([it.says(1, '!menu'), it.says(1, '/menu')]).toEqual([true, false])
    expect(it.seen).toEqual(['called'])
  })

  test('has the prefixes and the secrecy that it asks for, none at all too', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('rtv', { prefixes: ['', '.'] }, () => it.seen.push('rtv'))
    it.plugin.addChatCommand('помощь', { prefixes: ['!'], hidden: true }, () => it.seen.push('help'))
    expect([it.says(1, 'RTV'), it.says(1, '.rtv'), it.says(1, '!rtv'), it.says(1, '!Помощь')]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(it.seen).toEqual(['rtv', 'rtv', 'help'])
  })

  test('that is typed wrongly is answered in the chat', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('slap', slap, () => it.seen.push('called'))
    it.says(3, '/slap bob much')
    expect(it.printed).toEqual([
      'Annabel chat: /slap: damage must be a whole number 0..100, got "much"\n',
      'Annabel chat: usage: /slap <target> [damage 0..100]\n',
    ])
  })

  test.each([
    ['a b', {}, 'addChatCommand: name must be one word of 1..63 characters without quotes, got "a b"'],
    ['', {}, 'addChatCommand: name must be one word of 1..63 characters'],
    [5, {}, 'addChatCommand: name must be a string, got 5'],
    [
      'x',
      { prefixes: [] },
      'addChatCommand: prefixes must be one text or more without blanks and quotes, got []',
    ],
    ['x', { prefixes: [' '] }, 'addChatCommand: prefixes must be'],
    ['x', { prefixes: '!' }, 'addChatCommand: prefixes must be'],
    ['x', { hidden: 'no' }, 'addChatCommand: hidden must be a boolean, got "no"'],
  ])('%j with %j is refused', (name, options, message) => {
    const { plugin } = new Lobby()
    expect(() => plugin.addChatCommand(name as string, options as never, () => 0)).toThrow(message)
  })
})
