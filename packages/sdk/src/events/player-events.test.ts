import { describe, expect, test } from 'vitest'

import { PlayerSlots } from '../players/testing/player-slots.js'
import { testServer } from '../raw/testing/test-server.js'
import { ann, bob, bot, heard, server } from './testing/told-of-players.js'

describe('a client', () => {
  test('connects, joins and leaves, and is told of once each', () => {
    const { slots, lines } = server()
    slots.join(ann)
    slots.frame()
    slots.leave(1)
    slots.frame()
    expect(lines).toEqual(['connect Ann 10.0.0.1:27005', 'join Ann', 'leave Ann unasked'])
  })

  test.each([
    ['Xash', 'sv_trace_messages'],
    ['HLDS', 'sv_version'],
  ])(
    'joins on %s when the engine begins to send it the game: messages before are lost',
    (_engine, variable) => {
      const { memory, slots, lines, plugin } = server()
      memory.answers.set('cvarGetPointer', (_frame, _base, [name]) =>
        name === variable ? { type: 'cvar' } : null,
      )
      slots.join(ann)
      slots.frame()
      expect(lines).toEqual(['connect Ann 10.0.0.1:27005'])
      expect(plugin.players.at(1)?.hasJoined).toBe(false)
      slots.hook('updateClientData', 2)
      slots.frame()
      expect(lines).toHaveLength(1)
      slots.hook('updateClientData', 1)
      slots.frame()
      expect(lines).toEqual(['connect Ann 10.0.0.1:27005', 'join Ann'])
      expect(plugin.players.at(1)?.hasJoined).toBe(true)
      // The hook goes once nobody is waited for.
      expect(memory.journal.filter((line) => line.includes('updateClientData')).at(-1)).toMatch(/off$/)
    },
  )

  test('that the game refuses is not told of', () => {
    const { slots, lines } = server()
    slots.take(ann)
    slots.hook('clientUserInfoChanged', 1)
    slots.connect(ann, false)
    slots.frame()
    slots.drop(1)
    slots.frame()
    expect(lines).toEqual([])
  })

  test('that has a slot but was not let in yet is told of when it is', () => {
    const { slots, lines } = server()
    slots.take(ann)
    slots.hook('clientUserInfoChanged', 1)
    slots.frame()
    expect(lines).toEqual([])
    slots.connect(ann)
    expect(lines).toEqual(['connect Ann 10.0.0.1:27005'])
  })

  test('that gives up while it loads the map leaves, though no game is told', () => {
    const { slots, lines, plugin } = server()
    slots.take(ann)
    slots.connect(ann)
    slots.frame()
    slots.drop(1)
    // No sooner than the next look at those who are on their way.
    plugin.globals.time = 1
    slots.frame()
    slots.frame()
    expect(lines).toEqual(['connect Ann 10.0.0.1:27005', 'leave Ann unasked'])
  })

  test('whose slot is another’s already has left first', () => {
    const { slots, lines } = server()
    slots.join(ann)
    slots.drop(1)
    slots.join({ ...bob, index: 1 })
    expect(lines.slice(2)).toEqual(['leave Ann unasked', 'connect Bob 10.0.0.1:27005', 'join Bob'])
  })

  test('that comes back with its number, because it typed retry, is told of anew', () => {
    const { slots, lines, plugin } = server()
    slots.join(ann)
    const player = plugin.players.find('Ann')
    slots.hook('clientDisconnect', 1, 0)
    slots.connect(ann)
    slots.hook('clientPutInServer', 1)
    slots.frame()
    expect(lines.slice(2)).toEqual(['leave Ann unasked', 'connect Ann 10.0.0.1:27005', 'join Ann'])
    expect(plugin.players.find('Ann')).toBe(player)
  })

  test('can be read while it leaves, and leaves with the reason of its kick', () => {
    const { slots, lines, plugin, addPlugin } = server()
    const health: number[] = []
    plugin.events.on('playerLeave', ({ player }) => health.push(player.vars.health))
    slots.join(ann)
    plugin.players.find('Ann').vars.health = 42
    addPlugin(2).plugin.players.find('Ann').kick('Good "night"')
    slots.leave(1)
    expect(lines.at(-1)).toBe("leave Ann Good 'night'")
    expect(health).toEqual([42])
  })

  test('is told to have left when the engine has emptied its slot first', () => {
    const { slots, lines, errors } = server()
    slots.join(ann)
    slots.drop(1)
    slots.hook('clientDisconnect', 1, 0)
    slots.frame()
    expect(lines.at(-1)).toBe('leave Ann unasked')
    expect(lines).toHaveLength(3)
    expect(errors).toEqual([])
  })

  test('that stays over a map change joins once more, and neither connects nor leaves', () => {
    const { slots, lines, memory, host } = server()
    slots.join(ann)
    memory.hook({ function: 'serverDeactivate' })
    slots.spawn(1)
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    slots.connect(ann)
    slots.frame()
    expect(lines).toHaveLength(2)
    slots.hook('clientPutInServer', 1)
    slots.frame()
    expect(lines.slice(2)).toEqual(['join Ann'])
  })

  test('that stays is not told of as leaving when HLDS says so to the game, which it does at each end of a map', () => {
    const { slots, lines, memory, host } = server()
    slots.join(ann)
    memory.hook({ function: 'serverDeactivate' })
    slots.hook('clientDisconnect', 1, 0)
    slots.hook('clientDisconnect', 1)
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    slots.frame()
    slots.connect(ann)
    slots.spawn(1)
    slots.hook('clientPutInServer', 1)
    slots.frame()
    expect(lines.slice(2)).toEqual(['join Ann'])
    slots.leave(1)
    expect(lines.slice(3)).toEqual(['leave Ann unasked'])
  })

  test('that does not stay over a map change leaves in the first frame of the next one at the latest', () => {
    const { slots, lines, memory, host } = server()
    slots.join(ann)
    memory.hook({ function: 'serverDeactivate' })
    slots.hook('clientDisconnect', 1, 0)
    slots.drop(1)
    slots.hook('clientDisconnect', 1)
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    slots.frame()
    expect(lines.slice(2)).toEqual(['leave Ann unasked'])
  })

  test('leaves at once when the server ends, where the engine has let go of all before', () => {
    const { slots, lines, memory } = server()
    slots.join(ann)
    memory.hook({ function: 'serverDeactivate' })
    slots.drop(1)
    slots.hook('clientDisconnect', 1, 0)
    expect(lines.slice(2)).toEqual(['leave Ann unasked'])
  })
})

describe('a bot that a plugin makes', () => {
  test('is noticed in the next frame, when it is in the game', () => {
    const { slots, lines } = server()
    slots.take(bot)
    slots.hook('clientUserInfoChanged', 3)
    slots.frame()
    expect(lines).toEqual(['connect Cid nowhere'])
    slots.spawn(3)
    slots.frame()
    slots.frame()
    expect(lines).toEqual(['connect Cid nowhere', 'join Cid'])
    slots.leave(3)
    expect(lines.at(-1)).toBe('leave Cid unasked')
  })

  test('and that leaves before the next frame has connected too', () => {
    const { slots, lines } = server()
    slots.take(bot)
    slots.hook('clientUserInfoChanged', 3)
    slots.spawn(3)
    slots.leave(3)
    slots.frame()
    expect(lines).toEqual(['connect Cid nowhere', 'leave Cid unasked'])
  })

  test('and puts into the game through all hooks is told of once', () => {
    const { slots, lines } = server()
    slots.take(bot)
    slots.hook('clientUserInfoChanged', 3)
    slots.join(bot)
    slots.frame()
    expect(lines).toEqual(['connect Cid nowhere', 'join Cid'])
  })
})

describe('the hooks', () => {
  test('are on while somebody listens, and no frame enters the plugin for players who are in the game', () => {
    const { memory, plugin } = testServer()
    const slots = new PlayerSlots(memory)
    const isOn = (name: string): boolean =>
      memory.journal
        .filter((line) => line.startsWith(`setHook 1 ${name} 0`))
        .at(-1)
        ?.endsWith('on') ?? false
    const listener = (): void => undefined
    plugin.events.once('playerLeave', listener)
    expect([isOn('clientDisconnect'), isOn('startFrame')]).toEqual([true, true])
    slots.frame()
    expect(isOn('startFrame')).toBe(false)
    slots.take(ann)
    slots.connect(ann)
    slots.frame()
    expect(isOn('startFrame')).toBe(true)
    slots.spawn(1)
    slots.hook('clientPutInServer', 1)
    plugin.globals.time = 1
    slots.frame()
    expect(isOn('startFrame')).toBe(false)
    slots.leave(1)
    slots.frame()
    expect([isOn('clientDisconnect'), isOn('startFrame')]).toEqual([false, false])
  })

  test('go with the plugin', () => {
    const { memory, addPlugin } = testServer()
    const hosted = addPlugin(2)
    heard(hosted.plugin)
    hosted.plugin.events.on('frame', () => undefined).on('chat', () => undefined)
    hosted.dispose()
    const state = new Map(
      memory.journal
        .filter((line) => line.startsWith('setHook 2'))
        .map((line) => [line.replace(/ o\w+$/, ''), line]),
    )
    expect([...state.values()].filter((line) => line.endsWith('on'))).toEqual([])
    expect(hosted.plugin.events.eventNames()).toEqual([])
    expect(() => hosted.plugin.events.on('chat', () => undefined)).toThrow(
      expect.objectContaining({ code: 'PLUGIN_UNLOADED' }),
    )
  })
})
