import { EventEmitter, once } from 'node:events'

import { describe, expect, test } from 'vitest'

import type { Plugin } from '../index.js'
import { PlayerSlots } from '../players/testing/player-slots.js'
import { MetaResult } from '../raw/generated/enums.js'
import { testServer } from '../raw/testing/test-server.js'

const ann = { index: 1, userId: 7, name: 'Ann' }

function server(): ReturnType<typeof testServer> & { slots: PlayerSlots } {
  const started = testServer()
  const slots = new PlayerSlots(started.memory)
  slots.join(ann)
  return { ...started, slots }
}

function said(plugin: Plugin): string[] {
  const lines: string[] = []
  plugin.events.on('chat', ({ player, text, isTeam }) =>
    lines.push(`${player.name}${isTeam ? ' to the team' : ''}: ${text}`),
  )
  return lines
}

describe('chat', () => {
  test.each([
    [['say', 'hello there'], '"hello there"', 'Ann: hello there'],
    [['say', 'hello', 'there'], 'hello there', 'Ann: hello there'],
    [['SAY_TEAM', 'go'], '"go"', 'Ann to the team: go'],
    [['say', 'a'], '"a "b" c"', 'Ann: a "b" c'],
    [['say', ' x '], '"  x  "', 'Ann: x'],
    [['say', '\ufffd\ufffd'], '"\ufffd\ufffd"', 'Ann: \ufffd\ufffd'],
    [
      ['say', ...Array.from({ length: 200 }, () => 'w')],
      'w '.repeat(200).trim(),
      `Ann: ${'w '.repeat(200).trim()}`,
    ],
  ])('is what the client typed: %j', (words, args, line) => {
    const { plugin, slots } = server()
    const lines = said(plugin)
    slots.type(1, words, args)
    expect(lines).toEqual([line])
  })

  test.each([
    [['say'], ''],
    [['say', ''], '""'],
    [['say', '   '], '"   "'],
    [['say', '"'], '"'],
    [['sayx', 'hi'], 'hi'],
    [['kill'], ''],
  ])('is nothing where nothing is said: %j', (words, args) => {
    const { plugin, slots } = server()
    const lines = said(plugin)
    slots.type(1, words, args)
    expect(lines).toEqual([])
  })

  test('that a plugin keeps back is not told of, nor what an entity says that is no player', () => {
    const { plugin, slots } = server()
    const lines = said(plugin)
    slots.type(1, ['say', 'hi'], 'hi', MetaResult.Supercede)
    slots.type(1, ['say', 'ho'], 'ho', MetaResult.Handled)
    slots.type(3, ['say', 'hu'], 'hu')
    expect(lines).toEqual(['Ann: ho'])
  })

  test('is told of as it was typed, though the game cut it in place', () => {
    const { plugin, slots, memory } = server()
    const lines = said(plugin)
    plugin.on.clientCommand(() => {
      memory.answers.set('cmdArgs', () => '"hello the')
    })
    slots.type(1, ['say', 'hello there'], '"hello there"')
    expect(lines).toEqual(['Ann: hello there'])
  })

  test('within a command is told of by the command that it is', () => {
    const { plugin, slots } = server()
    const lines = said(plugin)
    let depth = 0
    plugin.on.clientCommand(() => {
      depth += 1
      if (depth === 1) slots.type(1, ['buy'], '')
    })
    slots.type(1, ['say', 'outer'], 'outer')
    expect(lines).toEqual(['Ann: outer'])
  })
})

describe('maps and frames', () => {
  test('are told of as they come', () => {
    const { plugin, slots, memory } = server()
    memory.pool.set(5, 'crossfire')
    plugin.globals.mapName = 'crossfire'
    const lines: string[] = []
    plugin.events
      .on('mapStart', ({ map, replayed }) => lines.push(`start ${map} ${replayed}`))
      .on('mapEnd', ({ map }) => lines.push(`end ${map}`))
    memory.hook({
      function: 'serverActivate',
      phase: 1,
      params: { edictList: 0, edictCount: 3, clientMax: 4 },
    })
    slots.frame()
    memory.hook({ function: 'serverDeactivate' })
    expect(lines).toEqual(['start crossfire false', 'end crossfire'])
  })

  test('a map that runs already is told of in the next frame, before the players in it', () => {
    const { plugin, slots } = server()
    const lines: string[] = []
    plugin.events
      .on('frame', () => lines.push('frame'))
      .on('playerJoin', ({ player }) => lines.push(player.name))
      .on('mapStart', ({ replayed }) => lines.push(`map ${replayed}`))
    expect(lines).toEqual([])
    slots.frame()
    slots.frame()
    expect(lines).toEqual(['map true', 'Ann', 'frame', 'frame'])
  })

  test('a frame has its time and length', () => {
    const { plugin, slots } = server()
    plugin.globals.time = 12.5
    plugin.globals.frameTime = 0.25
    const frames: unknown[] = []
    plugin.events.once('frame', (frame) => frames.push(frame))
    slots.frame()
    slots.frame()
    expect(frames).toEqual([{ time: 12.5, delta: 0.25 }])
  })
})

describe('listeners', () => {
  test('that throw are logged with their event, and the others still run', () => {
    const { plugin, slots, errors } = server()
    plugin.events.on('frame', () => {
      throw new Error('broken')
    })
    const lines: string[] = []
    plugin.events.on('frame', () => lines.push('second'))
    slots.frame()
    expect(lines).toEqual(['second'])
    expect(errors).toEqual(['1 event frame: broken'])
  })

  test('that are async are logged when they reject', async () => {
    const { plugin, slots, errors } = server()
    const fails = async (): Promise<void> => {
      await Promise.resolve()
      throw new Error('later')
    }

    plugin.events.on('chat', fails)
    slots.type(1, ['say', 'hi'], 'hi')
    await new Promise(setImmediate)
    expect(errors).toEqual(['1 event chat: later'])
  })

  test('of a paused plugin are not called', () => {
    const { addPlugin, slots } = server()
    const hosted = addPlugin(2)
    const lines = said(hosted.plugin)
    hosted.setPaused(true)
    slots.type(1, ['say', 'hi'], 'hi')
    hosted.setPaused(false)
    slots.type(1, ['say', 'ho'], 'ho')
    expect(lines).toEqual(['Ann: ho'])
  })

  test('that are taken back while the event is told of may still hear of it, and no more after', () => {
    const { plugin, slots } = server()
    const lines: string[] = []
    const second = (): void => void lines.push('second')
    plugin.events.on('frame', () => {
      lines.push('first')
      plugin.events.off('frame', second)
    })
    plugin.events.on('frame', second)
    slots.frame()
    slots.frame()
    expect(lines).toEqual(['first', 'second', 'first'])
  })

  test('of events that there are none of are refused, and the nearest name is told', () => {
    const { plugin } = server()
    const { events } = plugin
    const add = (name: string): unknown => events.on(name as never, (() => undefined) as never)
    expect(() => add('playerJoined')).toThrow(
      'plugin.events.on: there is no event "playerJoined"; did you mean playerJoin',
    )
    expect(() => add('q')).toThrow('plugin.events.on: there is no event "q"; use playerConnect, ')
    expect(() => events.on('chat', undefined as never)).toThrow(
      'plugin.events.on: listener must be a function, got undefined',
    )
  })
})

describe('the emitter', () => {
  test('is Node’s, with all its ways to add and remove', async () => {
    const { plugin, slots } = server()
    const { events } = plugin
    expect(events).toBeInstanceOf(EventEmitter)
    const order: string[] = []
    const a = (): void => void order.push('a')
    events.on('frame', a).prependListener('frame', () => order.push('b'))
    events.prependOnceListener('frame', () => order.push('c'))
    events.addListener('frame', a)
    slots.frame()
    slots.frame()
    expect(order).toEqual(['c', 'b', 'a', 'a', 'b', 'a', 'a'])
    expect(events.listenerCount('frame')).toBe(3)
    expect(events.removeListener('frame', a).listeners('frame')).toHaveLength(2)
    expect(events.removeAllListeners('frame').eventNames()).toEqual([])
    const next = once(events as unknown as EventEmitter, 'frame')
    slots.frame()
    expect(await next).toEqual([{ time: 0, delta: 0 }])
    expect(events.removeAllListeners().eventNames()).toEqual([])
  })

  test('lets a plugin’s own tests say that something happened', () => {
    const { plugin } = server()
    const lines = said(plugin)
    const player = plugin.players.find('Ann')
    expect(plugin.events.emit('chat', { player, text: 'hi', isTeam: false })).toBe(true)
    expect(plugin.events.emit('mapEnd', { map: 'x' })).toBe(false)
    expect(lines).toEqual(['Ann: hi'])
  })

  test('takes a hundred listeners without a warning', () => {
    const { plugin } = server()
    const warnings: unknown[] = []
    const onWarning = (warning: unknown): void => void warnings.push(warning)
    process.on('warning', onWarning)
    for (let count = 0; count < 100; count += 1) plugin.events.on('chat', () => undefined)
    expect(plugin.events.getMaxListeners()).toBe(0)
    process.off('warning', onWarning)
    expect(warnings).toEqual([])
  })

  test('costs an idle plugin nothing, and nothing more once the last listener has gone', () => {
    const { memory, addPlugin } = testServer()
    const { plugin } = addPlugin(2)
    const hooks = (): string[] => memory.journal.filter((line) => line.startsWith('setHook 2'))
    expect(plugin.events.listenerCount('chat')).toBe(0)
    expect(hooks()).toEqual([])
    const listener = (): void => undefined
    plugin.events.on('chat', listener).off('chat', listener)
    const name = (line: string): string => line.replace(/ o\w+$/, '')
    const on = hooks().filter((line) => line.endsWith('on'))
    const off = hooks().filter((line) => line.endsWith('off'))
    expect(on.map(name)).toEqual(['setHook 2 clientCommand 0', 'setHook 2 clientCommand 1'])
    expect(off.map(name)).toEqual(on.map(name))
  })
})
