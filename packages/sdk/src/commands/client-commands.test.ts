import { describe, expect, test } from 'vitest'

import { MetaResult } from '../raw/generated/enums.js'
import { Lobby, slap } from './testing/lobby.js'

describe('a client command', () => {
  test('is run for whoever typed it, and not seen by the game', () => {
    const it = new Lobby()
    it.plugin.addClientCommand('Slap', slap, ({ args, player, reply }) => {
      reply(`${player.name} slaps ${args.target.name} for ${args.damage}`)
    })
    expect(it.client(2, 'sLAP "ann"').metaResult).toBe(MetaResult.Supercede)
    expect(it.printed).toEqual(['Bob console: Bob slaps Ann for 5\n'])
  })

  test('that is typed wrongly is answered, and not seen by the game either', () => {
    const it = new Lobby()
    it.plugin.addClientCommand('slap', slap, () => it.seen.push('called'))
    expect(it.client(1, 'slap').metaResult).toBe(MetaResult.Supercede)
    expect(it.printed).toEqual([
      'Ann console: slap: target is missing\n',
      'Ann console: usage: slap <target> [damage 0..100]\n',
    ])
    expect(it.seen).toEqual([])
  })

  test('leaves all other commands to the game', () => {
    const it = new Lobby()
    it.plugin.addClientCommand('slap', slap, () => it.seen.push('called'))
    for (const line of ['kill', 'say slap', 'slap2 x', '', '""', '\uFFFD\uFFFD'])
      expect(it.client(1, line).metaResult).toBe(MetaResult.Ignored)
    expect(it.seen).toEqual([])
  })

  test('that throws is still not seen by the game', () => {
    const it = new Lobby()
    it.plugin.addClientCommand('x', {}, () => {
      throw new Error('oops')
    })
    expect(it.client(1, 'x').metaResult).toBe(MetaResult.Supercede)
    expect(it.server.errors).toEqual(['1 client command x: oops'])
  })

  test.each([
    [false, 'x: you may not use this command\n'],
    ['Only on Sundays', 'Only on Sundays\n'],
  ])('is refused where isAllowed answers %j', (answer, text) => {
    const it = new Lobby()
    it.plugin.addClientCommand('x', { isAllowed: ({ name }) => name === 'Bob' || answer }, () =>
      it.seen.push('called'),
    )
    expect(it.client(1, 'x').metaResult).toBe(MetaResult.Supercede)
    expect([it.seen, it.printed]).toEqual([[], [`Ann console: ${text}`]])
    it.client(2, 'x')
    expect(it.seen).toEqual(['called'])
  })

  test('is not run where isAllowed throws or is async, which is logged', () => {
    const it = new Lobby()
    const run = (): unknown => it.seen.push('called')
    it.plugin.addClientCommand('x', { isAllowed: (() => Promise.resolve(true)) as never }, run)
    it.plugin.addClientCommand(
      'y',
      {
        isAllowed: () => {
          throw new Error('oops')
        },
      },
      run,
    )
    it.client(1, 'x')
    it.client(1, 'y')
    expect(it.seen).toEqual([])
    expect(it.server.errors).toEqual([
      '1 client command x: x: the answer of isAllowed must be true, false or a reason, got an object of class Promise',
      '1 client command y: oops',
    ])
  })

  test('of a paused plugin goes to the game', () => {
    const it = new Lobby()
    const { plugin, setPaused } = it.server.addPlugin(2)
    plugin.addClientCommand('x', {}, () => it.seen.push('called'))
    setPaused(true)
    expect(it.client(1, 'x').metaResult).toBe(MetaResult.Ignored)
    setPaused(false)
    it.client(1, 'x')
    expect(it.seen).toEqual(['called'])
  })

  test('without options is refused with what to write', () => {
    const { plugin } = new Lobby()
    expect(() => plugin.addClientCommand('x', (() => 0) as never, undefined as never)).toThrow(
      'addClientCommand: options must be an object, got a function; write {} before the handler',
    )
  })

  test('names what it may not be called', () => {
    const it = new Lobby()
    const add = (name: unknown) => (): unknown => it.plugin.addClientCommand(name as string, {}, () => 0)
    expect(add('Say')).toThrow('addClientCommand: "say" is the chat; use plugin.addChatCommand')
    expect(add('meta')).toThrow(expect.objectContaining({ code: 'COMMAND_TAKEN' }))
    expect(add('a b')).toThrow('addClientCommand: name must be one word of ASCII')
    expect(add('')).toThrow('addClientCommand: name must be 1..63 characters long, got ""')
    expect(it.hooks).toEqual([])
  })
})
