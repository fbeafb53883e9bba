import { describe, expect, test } from 'vitest'

import { Lobby, slap } from './testing/lobby.js'

describe('a server command with arguments', () => {
  test('gives its handler values, and answers at the console', () => {
    const it = new Lobby()
    it.plugin.addCommand('slap', slap, ({ args, player, text, reply }) => {
      it.seen.push(args.target.name, args.damage, player, text)
      reply('done')
    })
    expect(it.console('slap bob 7')).toEqual(['done'])
    expect(it.seen).toEqual(['Bob', 7, null, 'bob 7'])
  })

  test('answers what is typed wrongly with what is wrong and the usage line, and calls nobody', () => {
    const it = new Lobby()
    it.plugin.addCommand('slap', slap, () => it.seen.push('called'))
    const usage = 'usage: slap <target> [damage 0..100]'
    expect(it.console('slap')).toEqual(['slap: target is missing', usage])
    expect(it.console('slap bob 101')).toEqual([
      'slap: damage must be a whole number 0..100, got "101"',
      usage,
    ])
    expect(it.console('slap nab 5')).toEqual([])
    expect(it.console('slap carl')[0]).toBe(
      'slap: nobody is called "carl"; here are Ann (#10), Bob (#20), Annabel (#30)',
    )
    expect(it.console('slap an')[0]).toBe(
      'slap: "an" fits Ann (#10), Annabel (#30); write more of the name, or #10',
    )
    expect([it.seen, it.server.errors]).toEqual([['called'], []])
  })

  test('without arguments of its own gives the words, told apart as everywhere', () => {
    const it = new Lobby()
    it.plugin.addCommand('echo', {}, ({ args }) => it.seen.push(args))
    it.console(`echo STEAM_0:1:2 "a b" ${'x '.repeat(198)}`)
    expect(it.seen).toEqual([['STEAM_0:1:2', 'a b', ...Array.from({ length: 198 }, () => 'x')]])
  })

  test('that throws, at once or later, is logged', async () => {
    const it = new Lobby()
    it.plugin.addCommand('now', {}, () => {
      throw new Error('oops')
    })
    it.plugin.addCommand('later', {}, () => Promise.reject(new Error('oops')))
    it.console('now')
    it.console('later')
    await Promise.resolve()
    expect(it.server.errors).toEqual(['1 command now: oops', '1 command later: oops'])
  })

  test('is refused where its description or its handler is missing or wrong', () => {
    const { plugin } = new Lobby()
    expect(() => plugin.addCommand('x', {} as never)).toThrow(
      'addCommand: handler must be a function, got an object',
    )
    expect(() => plugin.addCommand('x', 5 as never, () => 0)).toThrow(
      'addCommand: options must be an object, got 5',
    )
    expect(() => plugin.addCommand('x', { isAllowed: 1 } as never, () => 0)).toThrow(
      'addCommand: isAllowed must be a function, got 1',
    )
    expect(() => plugin.addCommand('x', { args: { a: 'wrd' } } as never, () => 0)).toThrow(
      'addCommand: argument "a": type must be',
    )
    plugin.addCommand('x', {}, () => 0)
  })

  test('does not ask the server console whether it may', () => {
    const it = new Lobby()
    it.plugin.addCommand('x', { isAllowed: () => false }, ({ reply }) => reply('yes'))
    expect(it.console('x')).toEqual(['yes'])
  })
})
