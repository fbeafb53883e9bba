import { describe, expect, test } from 'vitest'

import type { Player } from '../index.js'
import type { WholeMessage } from '../raw/bridge.js'
import type { MemoryBridge } from '../raw/testing/memory-bridge.js'
import { testServer } from '../raw/testing/test-server.js'
import { PlayerSlots } from './testing/player-slots.js'
import type { TestClient } from './testing/player-slots.js'

function joined(client: Partial<TestClient> = {}): ReturnType<typeof testServer> & {
  slots: PlayerSlots
  player: Player
} {
  const server = testServer()
  const slots = new PlayerSlots(server.memory)
  // The first look has the hooks put on by which joining is known.
  expect(server.plugin.players.count).toBe(0)
  slots.join({ index: 2, userId: 7, name: 'Ann', ...client })
  return { ...server, slots, player: server.plugin.players.find('#7') }
}

/** The texts that were written into messages, and the functions that were called for it. */
function written(memory: MemoryBridge): string[] {
  return memory.calls
    .filter((call) => call.function.startsWith('message') || call.function.startsWith('write'))
    .map((call) => [call.function, ...call.references.filter((value) => typeof value === 'string')].join(' '))
}

describe('printing', () => {
  test('to the console and the center takes the engine’s own messages', () => {
    const { player, slots } = joined()
    player.print('hello')
    player.printCenter('one\ntwo')
    expect(slots.printed).toEqual(['2 0 hello\n', '2 1 one\ntwo'])
  })

  test('to the chat takes the game’s message, one for each line', () => {
    const { player, memory, slots } = joined()
    memory.messages.set('SayText', { id: 76, size: -1 })
    player.printChat('one\ntwo')
    const one = ['messageBegin', 'writeByte', 'writeString one\n', 'messageEnd']
    const two = ['messageBegin', 'writeByte', 'writeString two\n', 'messageEnd']
    expect(written(memory)).toEqual([...one, ...two])
    expect(slots.printed).toEqual([])
  })

  test('to the chat goes to the console where the game has no such message, or the player is not in it', () => {
    const { player, memory, slots, plugin } = joined()
    player.printChat('hello')
    memory.messages.set('SayText', { id: 76, size: -1 })
    const late = { index: 3, userId: 8, name: 'Bob' }
    slots.take(late)
    slots.connect(late)
    plugin.players.find('Bob').printChat('wait')
    expect(slots.printed).toEqual(['2 2 hello\n', '3 2 wait\n'])
    expect(written(memory)).toEqual([])
  })

  test('to a bot’s chat sends nothing', () => {
    const { player, memory, slots } = joined({ isBot: true })
    memory.messages.set('SayText', { id: 76, size: -1 })
    player.printChat('hello')
    expect([...slots.printed, ...written(memory)]).toEqual([])
  })

  test('refuses what is no text', () => {
    const { player } = joined()
    expect(() => player.print(undefined as never)).toThrow('player.print: message must be a string')
    expect(() => player.printChat('a\0b')).toThrow('player.printChat: message must be a string without zero')
    expect(() => player.printCenter(1 as never)).toThrow(TypeError)
  })
})

describe('the team', () => {
  const inGame = (game: string, keys: Record<string, string> = {}): ReturnType<typeof joined> => {
    const server = joined({ keys })
    server.slots.gameDirectory = game
    return server
  }

  test('is null in Half-Life’s deathmatch, and the setting of that name in its team play', () => {
    const { player, plugin } = inGame('valve', { team: 'robo' })
    expect(player.team).toBeNull()
    plugin.globals.teamplay = 1
    expect(player.team).toBe('robo')
  })

  test.each([
    ['gign', 'CT'],
    ['leet', 'TERRORIST'],
    ['gordon', null],
  ])('is shown by the model in Counter-Strike: %s', (model, team) => {
    expect(inGame('/srv/hlds/cstrike', { model }).player.team).toBe(team)
  })

  test('is a number in Team Fortress Classic', () => {
    const { player } = inGame('tfc')
    expect(player.team).toBeNull()
    player.vars.team = 2
    expect(player.team).toBe('Red')
  })

  test('is what the game’s messages say, once a plugin asks for it', () => {
    const { player, memory, host } = inGame('cstrike', { model: 'gign' })
    memory.messages.set('TeamInfo', { id: 80, size: -1 })
    expect(player.team).toBe('CT')
    const tell = (team: string): WholeMessage | null =>
      host.callbacks.userMessage({
        id: 80,
        dest: 2,
        origin: null,
        entityIndex: -1,
        parts: [
          { type: 'byte', value: 2 },
          { type: 'string', value: team },
        ],
      })
    expect(tell('SPECTATOR')).not.toBeNull()
    expect(player.team).toBe('SPECTATOR')
    tell('')
    expect(player.team).toBeNull()
  })
})
