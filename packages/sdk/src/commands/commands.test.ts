import { describe, expect, test } from 'vitest'

import { Entity } from '../index.js'
import type { Plugin } from '../host.js'
import { FrameOffset } from '../raw/frame.js'
import { MetaResult, PrintType } from '../raw/generated/enums.js'
import type { HookOutcome } from '../raw/testing/memory-bridge.js'
import { rowNamed } from '../raw/testing/memory-bridge.js'
import { testServer } from '../raw/testing/test-server.js'
import type { TestServer } from '../raw/testing/test-server.js'
import { splitWords } from './parse-arguments.js'

const names = ['', 'Ann', 'Bob', 'Annabel']

/** A server with Ann in slot 1, Bob in slot 2 and Annabel in slot 3. */
class Lobby {
  readonly server: TestServer = testServer()
  readonly plugin: Plugin = this.server.plugin
  readonly seen: unknown[] = []
  #line = ''

  constructor() {
    const { answers } = this.server.memory
    const settings = names.map(() => ({ type: 'infoBuffer' }))
    const nameParam = rowNamed('cmdArgv').params[0]?.at ?? 0
    const entityAt = (base: number): number => (base + FrameOffset.parameters) >> 2
    answers.set('getPlayerUserId', (frame, base) => {
      const index = frame.i32[entityAt(base)] ?? 0
      frame.i32[(base + FrameOffset.result) >> 2] = index > 0 && index < names.length ? index * 10 : -1
    })
    answers.set('getInfoKeyBuffer', (frame, base) => settings[frame.i32[entityAt(base)] ?? 0] ?? null)
    answers.set('infoKeyValue', (_frame, _base, [buffer, key]) =>
      key === 'name' ? (names[settings.indexOf(buffer as never)] ?? '') : '',
    )
    answers.set('getPlayerAuthId', () => 'STEAM_0:1:1')
    answers.set('cmdArgc', (frame, base) => {
      frame.i32[(base + FrameOffset.result) >> 2] = splitWords(this.#line).length
    })
    answers.set('cmdArgv', (frame, base) => {
      return splitWords(this.#line)[frame.i32[(base + nameParam) >> 2] ?? 0] ?? ''
    })
    answers.set('cmdArgs', () => this.#line.trim().replace(/^\S+\s*/, ''))
  }

  /** A client types a line at its console. */
  client(index: number, line: string): HookOutcome {
    this.#line = line
    return this.server.memory.hook({ function: 'clientCommand', params: { player: index } })
  }

  /** A client says something; whether the others get to see it. */
  says(index: number, text: string): boolean {
    return this.client(index, `say "${text}"`).metaResult !== MetaResult.Supercede
  }

  /** A line at the server console. */
  console(line: string): string[] {
    const { memory, host } = this.server
    const before = memory.journal.length
    this.#line = line
    host.runCommand(1, splitWords(line)[0] ?? '')
    return memory.journal.slice(before).flatMap((each) => /^logConsole 1 (.*)$/.exec(each)?.[1] ?? [])
  }

  /** What clients were printed: to whom, where, and what. */
  get printed(): string[] {
    const [player, type] = rowNamed('clientPrintf', true).params
    return this.server.memory.calls
      .filter((call) => call.function === 'clientPrintf')
      .map(({ frame, references }) => {
        const isChat = frame.i32[(type?.at ?? 0) >> 2] === PrintType.Chat
        return `${names[frame.i32[(player?.at ?? 0) >> 2] ?? 0] ?? '?'} ${isChat ? 'chat' : 'console'}: ${references[0] as string}`
      })
  }

  get hooks(): string[] {
    return this.server.memory.journal.filter((line) => line.includes('clientCommand'))
  }
}

const slap = {
  help: 'Hurts a player',
  args: { target: 'player', damage: { type: 'integer', min: 0, max: 100, default: 5 } },
} as const

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
  ])('%j with %j is refused', (name, options, message) => {
    const { plugin } = new Lobby()
    expect(() => plugin.addChatCommand(name as string, options as never, () => 0)).toThrow(message)
  })
})

describe('names that are taken', () => {
  test('are refused to all plugins, and free again when their command is taken back', () => {
    const it = new Lobby()
    const other = it.server.addPlugin(2).plugin
    const undos = [
      it.plugin.addClientCommand('x', {}, () => 0),
      it.plugin.addChatCommand('x', {}, () => 0),
      it.plugin.addCommand('x', {}, () => 0),
    ]
    const adds = [it.plugin, other].flatMap((plugin) => [
      () => plugin.addClientCommand('X', {}, () => 0),
      () => plugin.addChatCommand('X', { prefixes: ['.', '/'] }, () => 0),
      () => plugin.addCommand('X', {}, () => 0),
    ])
    for (const add of adds) expect(add).toThrow(/"[/!]?X" belongs to plugin 'Plugin 1'; choose another name/)
    for (const undo of [...undos, ...undos]) undo()
    for (const add of adds.slice(3)) add()
    expect(it.plugin.commandHelp()).toEqual([])
    expect(other.commandHelp().map(({ kind }) => kind)).toEqual(['client', 'chat', 'server'])
  })

  test('are free again when their plugin has gone, and none is taken where one of several was', () => {
    const it = new Lobby()
    const { plugin, dispose } = it.server.addPlugin(2)
    plugin.addChatCommand('/x', {}, () => it.seen.push('called'))
    expect(() => it.plugin.addChatCommand('x', {}, () => 0)).toThrow('"/x" belongs to plugin \'Plugin 2\'')
    it.plugin.addChatCommand('!x', {}, () => 0)
    dispose()
    expect(it.says(1, '/x')).toBe(true)
    it.plugin.addChatCommand('/x', {}, () => 0)
    expect(it.seen).toEqual([])
    expect(() => plugin.addChatCommand('y', {}, () => 0)).toThrow(
      expect.objectContaining({ code: 'PLUGIN_UNLOADED' }),
    )
  })
})

describe('what goes on around commands', () => {
  test('the hook is on while there is one that players can type', () => {
    const it = new Lobby()
    it.plugin.addCommand('s', {}, () => 0)
    expect(it.hooks).toEqual([])
    const undos = [it.plugin.addClientCommand('x', {}, () => 0), it.plugin.addChatCommand('x', {}, () => 0)]
    expect(it.hooks).toEqual(['setHook 1 clientCommand 0 on'])
    undos[0]?.()
    expect(it.hooks).toEqual(['setHook 1 clientCommand 0 on'])
    undos[1]?.()
    expect(it.hooks).toEqual(['setHook 1 clientCommand 0 on', 'setHook 1 clientCommand 0 off'])
  })

  test('help lists what there is, in the order of registration', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('slap', slap, () => 0)
    it.plugin.addCommand('plain', () => 0)
    const undo = it.plugin.addClientCommand('menu', { help: 'Shows it' }, () => 0)
    expect(it.plugin.commandHelp()).toEqual([
      { kind: 'chat', name: '!slap', usage: '!slap <target> [damage 0..100]', help: 'Hurts a player' },
      { kind: 'server', name: 'plain', usage: 'plain', help: '' },
      { kind: 'client', name: 'menu', usage: 'menu', help: 'Shows it' },
    ])
    undo()
    expect(it.plugin.commandHelp()).toHaveLength(2)
  })

  test('an answer after the player left goes nowhere, and one of an unloaded plugin is an error', () => {
    const it = new Lobby()
    const replies: ((text: string) => void)[] = []
    const { plugin, dispose } = it.server.addPlugin(2)
    plugin.addChatCommand('x', {}, ({ reply }) => replies.push(reply))
    it.says(2, '!x')
    it.server.memory.answers.set('getPlayerUserId', (frame, base) => {
      frame.i32[(base + FrameOffset.result) >> 2] = -1
    })
    replies[0]?.('too late')
    expect(it.printed).toEqual([])
    expect(() => replies[0]?.(5 as never)).toThrow('reply: text must be a string, got 5')
    dispose()
    expect(() => replies[0]?.('x')).toThrow(expect.objectContaining({ code: 'PLUGIN_UNLOADED' }))
  })

  test('an entity in no player’s slot has no commands', () => {
    const it = new Lobby()
    it.plugin.addClientCommand('x', {}, () => it.seen.push('called'))
    expect(it.plugin.entity(4)).toBeInstanceOf(Entity)
    expect(it.client(4, 'x').metaResult).toBe(MetaResult.Ignored)
    expect(it.seen).toEqual([])
  })
})
