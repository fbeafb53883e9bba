import { describe, expect, test } from 'vitest'

import { ann, bob, heard, server } from './testing/told-of-players.js'

describe('a plugin that comes late', () => {
  test('is told in the next frame of those who are there, as far as they have come', () => {
    const { slots, addPlugin } = server()
    slots.join(ann)
    slots.take(bob)
    slots.connect(bob)
    const late = heard(addPlugin(2).plugin)
    expect(late).toEqual([])
    slots.frame()
    slots.frame()
    expect(late).toEqual([
      'connect Ann 10.0.0.1:27005 replayed',
      'join Ann replayed',
      'connect Bob 10.0.0.2:27005 replayed',
    ])
    slots.spawn(2)
    slots.hook('clientPutInServer', 2)
    expect(late.at(-1)).toBe('join Bob')
  })

  test('is told of one who joins before that frame in the right order', () => {
    const { slots, addPlugin } = server()
    slots.take(ann)
    slots.connect(ann)
    const late = heard(addPlugin(2).plugin)
    slots.spawn(1)
    slots.hook('clientPutInServer', 1)
    slots.frame()
    expect(late).toEqual(['connect Ann 10.0.0.1:27005 replayed', 'join Ann'])
  })

  test('or listens late, after an await, is told then', async () => {
    const { slots, addPlugin } = server()
    slots.join(ann)
    const { plugin } = addPlugin(2)
    slots.frame()
    await Promise.resolve()
    const late = heard(plugin)
    slots.frame()
    expect(late).toEqual(['connect Ann 10.0.0.1:27005 replayed', 'join Ann replayed'])
  })

  test('is told by each listener’s own event, and of nobody twice', () => {
    const { slots, addPlugin } = server()
    slots.join(ann)
    const { plugin } = addPlugin(2)
    const lines: string[] = []
    const onJoin = (): void => void lines.push('join')
    plugin.events.on('playerJoin', onJoin)
    slots.frame()
    plugin.events.off('playerJoin', onJoin).on('playerJoin', onJoin)
    plugin.events.on('playerConnect', () => lines.push('connect'))
    slots.frame()
    expect(lines).toEqual(['join', 'connect'])
  })
})

describe('a plugin that is paused', () => {
  test('is told afterwards who came and who left meanwhile', () => {
    const { slots, addPlugin } = server()
    const hosted = addPlugin(2)
    const lines = heard(hosted.plugin)
    slots.frame()
    slots.join(ann)
    hosted.setPaused(true)
    slots.leave(1)
    slots.join(bob)
    slots.frame()
    expect(lines).toHaveLength(2)
    hosted.setPaused(false)
    slots.frame()
    expect(lines.slice(2)).toEqual([
      'leave Ann unasked',
      'connect Bob 10.0.0.2:27005 replayed',
      'join Bob replayed',
    ])
  })

  test('over a change of the map is told of the new one, and of those who are in it', () => {
    const { slots, addPlugin, memory, host } = server()
    slots.join(ann)
    const hosted = addPlugin(2)
    const lines = heard(hosted.plugin)
    hosted.plugin.events.on('mapStart', ({ replayed }) => lines.push(`map${replayed ? ' replayed' : ''}`))
    slots.frame()
    lines.length = 0
    hosted.setPaused(true)
    memory.hook({ function: 'serverDeactivate' })
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    host.callbacks.mapStarted()
    slots.hook('clientPutInServer', 1)
    hosted.setPaused(false)
    slots.frame()
    hosted.setPaused(true)
    hosted.setPaused(false)
    slots.frame()
    expect(lines).toEqual(['map replayed', 'join Ann replayed'])
  })
})

test('a plugin that is told to go on, and was not paused, is told of nobody anew', () => {
  const { slots, addPlugin, memory, host } = server()
  slots.join(ann)
  const hosted = addPlugin(2)
  const lines = heard(hosted.plugin)
  memory.hook({ function: 'serverDeactivate' })
  host.callbacks.mapEnded()
  memory.startMap(host.callbacks)
  host.callbacks.mapStarted()
  slots.hook('clientPutInServer', 1)
  slots.frame()
  const before = lines.length
  hosted.setPaused(false)
  slots.frame()
  expect(lines.slice(before)).toEqual([])
})

describe('a plugin that listens again', () => {
  test('in another map is told of those who are in that one', () => {
    const { slots, memory, host, addPlugin } = server()
    const { events } = addPlugin(2).plugin
    const lines: string[] = []
    events.once('playerJoin', ({ player }) => lines.push(player.name))
    slots.join(ann)
    memory.hook({ function: 'serverDeactivate' })
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    host.callbacks.mapStarted()
    slots.spawn(1)
    slots.hook('clientPutInServer', 1)
    events.on('playerJoin', ({ player, replayed }) => lines.push(`${player.name}, replayed: ${replayed}`))
    slots.frame()
    expect(lines).toEqual(['Ann', 'Ann, replayed: true'])
  })

  test('is told of one who left, and came back with the same number while nobody listened', () => {
    const { slots, addPlugin } = server()
    const { plugin } = addPlugin(2)
    const before = heard(plugin)
    slots.join(ann)
    slots.hook('clientDisconnect', 1, 0)
    expect(before.at(-1)).toBe('leave Ann unasked')
    plugin.events.removeAllListeners()
    slots.connect(ann)
    slots.hook('clientPutInServer', 1)
    const after = heard(plugin)
    slots.frame()
    slots.leave(1)
    expect(after).toEqual(['connect Ann 10.0.0.1:27005 replayed', 'join Ann replayed', 'leave Ann unasked'])
  })

  test('in a pause, is told afterwards of one who left before it, and came back in it with the same number', () => {
    const { slots, addPlugin } = server()
    const hosted = addPlugin(2)
    const lines = heard(hosted.plugin)
    slots.frame()
    slots.join(ann)
    slots.hook('clientDisconnect', 1, 0)
    hosted.setPaused(true)
    slots.connect(ann)
    slots.hook('clientPutInServer', 1)
    hosted.setPaused(false)
    lines.length = 0
    slots.frame()
    expect(lines).toEqual(['connect Ann 10.0.0.1:27005 replayed', 'join Ann replayed'])
  })

  test('in the event of a player who leaves is not told of that one as of a newcomer', () => {
    const { slots, addPlugin } = server()
    const { plugin } = addPlugin(2)
    const lines: string[] = []
    plugin.events.on('playerLeave', () => {
      plugin.events.removeAllListeners()
      plugin.events.on('playerConnect', ({ name }) => lines.push(name))
    })
    slots.join(ann)
    slots.leave(1)
    slots.frame()
    expect(lines).toEqual([])
  })
})
