import { describe, expect, test } from 'vitest'

import { PlayerLeftError, PlayerNotFoundError } from '../index.js'
import type { Player } from '../index.js'
import { testServer } from '../raw/testing/test-server.js'
import { PlayerSlots } from './testing/player-slots.js'

const ann = { index: 1, userId: 7, name: 'Ann' }
const annabel = { index: 2, userId: 8, name: 'Annabel' }
const bob = { index: 4, userId: 9, name: 'Bob "the Rock"', isBot: true }

function server(): ReturnType<typeof testServer> & { slots: PlayerSlots } {
  const started = testServer()
  return { ...started, slots: new PlayerSlots(started.memory) }
}

function crowd(): ReturnType<typeof server> {
  const started = server()
  for (const client of [ann, annabel, bob]) started.slots.take(client)
  return started
}

const names = (players: Iterable<Player>): string[] => [...players].map(({ name }) => name)

describe('the players', () => {
  test('are those whom the engine gave a user id, in the order of their slots', () => {
    const { plugin } = crowd()
    expect(names(plugin.players)).toEqual(['Ann', 'Annabel', 'Bob "the Rock"'])
    expect(plugin.players.count).toBe(3)
    expect(plugin.players.at(3)).toBeNull()
    expect(plugin.players.at(4)?.userId).toBe(9)
  })

  test('are none before there is a map', () => {
    const { plugin } = testServer({ hasMap: false })
    expect(plugin.players.all).toEqual([])
    expect(plugin.players.at(1)).toBeNull()
    expect(() => plugin.players.find('Ann')).toThrow(
      'players.find: nobody is called "Ann"; the server is empty',
    )
  })

  test('are one object each, from connecting to leaving', () => {
    const { plugin, slots } = crowd()
    const player = plugin.players.at(1)
    expect(plugin.players.byUserId(7)).toBe(player)
    expect(plugin.players.of(plugin.entity(1) as never)).toBe(player)
    slots.drop(1)
    slots.take({ ...ann, userId: 10 })
    expect(plugin.players.at(1)).not.toBe(player)
  })

  test('do not include one who left a number behind, as Xash does', () => {
    const { plugin, slots } = crowd()
    slots.drop(1)
    expect(plugin.players.at(1)).toBeNull()
    expect(names(plugin.players)).toEqual(['Annabel', 'Bob "the Rock"'])
  })

  test('do not include those whose numbers are back when HLDS, which knows none meanwhile, has loaded a map', () => {
    const { plugin, slots, memory, host } = crowd()
    memory.answers.set('cvarGetPointer', (_frame, _base, [name]) =>
      name === 'sv_version' ? { type: 'cvar', index: 1 } : null,
    )
    slots.drop(1)
    host.callbacks.mapEnded()
    slots.isLoadingMap = true
    expect(names(plugin.players)).toEqual([])
    slots.isLoadingMap = false
    memory.startMap(host.callbacks)
    expect(names(plugin.players)).toEqual(['Annabel', 'Bob "the Rock"'])
  })

  test('are known without a look at their settings on an engine that tells which slots are free', () => {
    const { plugin, slots, memory } = server()
    slots.tellsFree = true
    slots.take({ ...ann, index: 2 })
    expect(plugin.players.count).toBe(1)
    const player = plugin.players.find('Ann')
    memory.calls.length = 0
    expect(player.isConnected).toBe(true)
    expect(memory.calls.map((call) => call.function)).toEqual(['getPlayerUserId'])
    slots.drop(2)
    expect(player.isConnected).toBe(false)
  })

  test('are asked for their settings once a frame where the engine does not, and again when one leaves in it', () => {
    const { plugin, slots, memory } = crowd()
    const player = plugin.players.find('Ann')
    memory.calls.length = 0
    expect([player.isConnected, player.isConnected]).toEqual([true, true])
    expect(memory.calls.map((call) => call.function)).toEqual(['getPlayerUserId', 'getPlayerUserId'])
    slots.leave(1)
    expect(player.isConnected).toBe(false)
  })

  test('stay the same over a map change, with another entity', () => {
    const { plugin, slots, memory, host } = server()
    slots.take(ann)
    const player = plugin.players.find('Ann')
    const before = player.entity
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    expect(plugin.players.at(1)).toBe(player)
    expect([before.isValid, player.entity.isValid]).toEqual([false, true])
    expect(plugin.players.of(before)).toBeNull()
  })

  test('of an entity that is no player’s are null, and a thing that is no entity is refused', () => {
    const { plugin } = crowd()
    expect(plugin.players.of(plugin.entity(9) as never)).toBeNull()
    expect(() => plugin.players.of(4 as never)).toThrow('players.of: entity must be an Entity, got 4')
    expect(() => plugin.players.at(5)).toThrow('players.at: index must be a whole number 1..4, got 5')
    expect(() => plugin.players.byUserId('7' as never)).toThrow(TypeError)
  })

  test('are asked for in vain by a plugin that was unloaded', () => {
    const { addPlugin } = server()
    const hosted = addPlugin(2)
    hosted.dispose()
    expect(() => hosted.plugin.players).toThrow(expect.objectContaining({ code: 'PLUGIN_UNLOADED' }))
  })
})

describe('a player is found', () => {
  test.each([
    ['#8', 'Annabel'],
    ['ann', 'Ann'],
    ['ANNAB', 'Annabel'],
    ['the rock', 'Bob "the Rock"'],
    [' steam_0:0:8 ', 'Annabel'],
    ['bot', 'Bob "the Rock"'],
  ])('by %j: %s', (text, name) => {
    const { plugin } = crowd()
    expect(plugin.players.find(text).name).toBe(name)
  })

  test('not by a text that fits several, which are named', () => {
    const { plugin, slots } = crowd()
    slots.take({ index: 3, userId: 12, name: 'Hannah' })
    const find = (): unknown => plugin.players.find('nn')
    expect(find).toThrow(PlayerNotFoundError)
    expect(find).toThrow(
      'players.find: "nn" fits Ann (#7), Annabel (#8), Hannah (#12); write more of the name, or #7',
    )
    expect(find).toThrow(expect.objectContaining({ candidates: [...plugin.players].slice(0, 3) }))
  })

  test('not by a text that fits nobody; the error names who is there', () => {
    const { plugin } = crowd()
    const here = 'here are Ann (#7), Annabel (#8), Bob "the Rock" (#9)'
    expect(() => plugin.players.find('Zoe')).toThrow(`players.find: nobody is called "Zoe"; ${here}`)
    expect(() => plugin.players.find('  ')).toThrow(`players.find: the name is empty; ${here}`)
    expect(() => plugin.players.find('#99')).toThrow(expect.objectContaining({ code: 'PLAYER_NOT_FOUND' }))
  })

  test('by the very spelling, of two names that differ in case only', () => {
    const { plugin, slots } = crowd()
    slots.take({ index: 3, userId: 12, name: 'ANN' })
    expect(plugin.players.find('ANN').userId).toBe(12)
    expect(plugin.players.find('Ann').userId).toBe(7)
    expect(() => plugin.players.find('aNN')).toThrow(PlayerNotFoundError)
  })

  test('not by a name that two have, spelt alike', () => {
    const { plugin, slots } = crowd()
    slots.take({ index: 3, userId: 12, name: 'Ann' })
    expect(() => plugin.players.find('Ann')).toThrow(
      'players.find: "Ann" fits Ann (#7), Annabel (#8), Ann (#12)',
    )
  })

  test('by number and auth id before any name, so that nobody is found in the place of another', () => {
    const { plugin, slots } = crowd()
    slots.take({ index: 3, userId: 12, name: 'STEAM_0:0:7' })
    expect(plugin.players.find('steam_0:0:7').name).toBe('Ann')
    slots.take({ index: 3, userId: 12, name: '#7' })
    expect(plugin.players.find('#7').name).toBe('Ann')
    slots.take({ index: 3, userId: 12, name: 'bot' })
    expect(plugin.players.find('BOT').userId).toBe(12)
  })

  test('by an auth id that only one has', () => {
    const { plugin, slots } = crowd()
    expect(plugin.players.byAuthId('steam_0:0:7')?.name).toBe('Ann')
    expect(plugin.players.byAuthId('BOT')?.name).toBe('Bob "the Rock"')
    slots.take({ index: 3, userId: 12, name: 'Cid', isBot: true })
    expect(plugin.players.byAuthId('BOT')).toBeNull()
    expect(plugin.players.byAuthId('STEAM_0:0:99')).toBeNull()
  })
})

describe('what a player tells', () => {
  test('is read from the engine', () => {
    const { plugin } = crowd()
    const [person, , bot] = plugin.players.all as [Player, Player, Player]
    expect([person.index, person.userId, person.authId, person.isBot]).toEqual([1, 7, 'STEAM_0:0:7', false])
    expect([bot.authId, bot.isBot, bot.address]).toEqual(['BOT', true, null])
    person.vars.health = 55
    expect(person.entity.vars.health).toBe(55)
    expect(JSON.stringify(person)).toBe('{"index":1,"userId":7,"name":"Ann","isConnected":true}')
  })

  test('includes the address, if a plugin was there when the engine named it', () => {
    const { plugin, slots, addPlugin } = server()
    slots.take(ann)
    expect(plugin.players.at(1)?.address).toBeNull()
    slots.join(annabel)
    expect(plugin.players.at(2)?.address).toBe('10.0.0.2:27005')
    const late = addPlugin(2).plugin
    expect(late.players.at(2)?.address).toBe('10.0.0.2:27005')
  })

  test('includes the address of one who had no number yet when the game was asked', () => {
    const { plugin, slots } = server()
    expect(plugin.players.count).toBe(0)
    slots.connect(ann)
    slots.take(ann)
    expect(plugin.players.at(1)?.address).toBe('10.0.0.1:27005')
  })

  test('says whether the player is in the game, also after a late load', () => {
    const { plugin, slots } = server()
    expect(plugin.players.count).toBe(0)
    slots.take(ann)
    slots.connect(ann)
    // Left by the one who had the slot before.
    slots.spawn(1)
    expect(plugin.players.at(1)?.hasJoined).toBe(false)
    slots.hook('clientPutInServer', 1)
    expect(plugin.players.at(1)?.hasJoined).toBe(true)
    slots.take(annabel)
    expect(plugin.players.at(2)?.hasJoined).toBe(false)
    slots.spawn(2)
    expect(plugin.players.at(2)?.hasJoined).toBe(true)
  })

  test('takes a person for a person whose slot was a bot’s', () => {
    const { plugin, slots } = server()
    slots.take({ ...ann, isBot: true, authId: 'STEAM_0:0:7' })
    expect(plugin.players.at(1)?.isBot).toBe(false)
  })

  test.each(['BOT', 'ID_BOT'])('takes a bot for a bot whose flag the game has cleared (%s)', (authId) => {
    const { plugin, slots } = server()
    slots.take({ ...bob, authId })
    slots.spawn(bob.index)
    const player = plugin.players.at(bob.index)
    if (player) player.vars.flags = 0
    expect([player?.isBot, player?.address]).toEqual([true, null])
  })
})

describe('a player who left', () => {
  test('still has index, userId and name, and throws for all else', () => {
    const { plugin, slots } = crowd()
    const player = plugin.players.find('Ann')
    slots.drop(1)
    slots.take({ index: 1, userId: 20, name: 'Zoe' })
    expect([player.index, player.userId, player.name, player.isConnected]).toEqual([1, 7, 'Ann', false])
    const gone = 'Ann (#7) has left; test player.isConnected after each await'
    expect(() => player.entity).toThrow(`player.entity: ${gone}`)
    for (const use of [
      () => player.vars,
      () => player.authId,
      () => player.address,
      () => player.team,
      () => player.isBot,
      () => player.hasJoined,
      () => player.kick(),
      () => player.print('hi'),
      () => player.printChat('hi'),
      () => player.printCenter('hi'),
    ]) {
      expect(use).toThrow(PlayerLeftError)
    }
    expect(slots.serverCommands).toEqual([])
    expect(plugin.players.at(1)?.name).toBe('Zoe')
  })

  test('during an await is known by isConnected', async () => {
    const { plugin, slots } = crowd()
    const player = plugin.players.find('Ann')
    const later = Promise.resolve().then(() => {
      if (player.isConnected) return 'there'
      expect(() => player.kick()).toThrow(expect.objectContaining({ code: 'PLAYER_LEFT', player }))
      return 'gone'
    })
    slots.leave(1)
    expect(await later).toBe('gone')
  })
})
