import { describe, expect, test } from 'vitest'

import { Console } from './testing/cvar-console.js'

describe('listeners', () => {
  test('are told of each new value in the next frame, with the one before', () => {
    const it = new Console()
    const seen: unknown[] = []
    const cvar = it.plugin.addCvar('x', 5, { onChange: (...values) => seen.push(values) })
    it.frame()
    it.type('x', '6')
    cvar.get()
    expect(seen).toEqual([])
    it.frame()
    it.frame()
    cvar.set(7)
    it.frame()
    it.type('x', '7.0')
    it.frame()
    expect(seen).toEqual([
      [6, 5],
      [7, 6],
    ])
  })

  test('are not told of what came before them', () => {
    const it = new Console()
    const seen: unknown[] = []
    const cvar = it.plugin.addCvar('x', 1)
    it.type('x', '2')
    cvar.onChange((...values) => seen.push(values))
    it.frame()
    it.type('x', '3')
    it.frame()
    expect(seen).toEqual([[3, 2]])
  })

  test('are not told of a value that was set back to what it was', () => {
    const it = new Console()
    const seen: unknown[] = []
    it.plugin.addCvar('x', 1, { max: 1, onChange: (value) => seen.push(value) })
    it.type('x', '5')
    it.frame()
    expect([seen, it.printed.length]).toEqual([[], 1])
  })

  test('can be taken back; with the last one the frame hook goes', () => {
    const it = new Console()
    const seen: string[] = []
    const cvar = it.plugin.addCvar('x', 1)
    const listener = (): unknown => seen.push('same')
    const undos = [cvar.onChange(listener), cvar.onChange(listener)]
    it.type('x', '2')
    it.frame()
    undos[0]?.()
    it.type('x', '3')
    it.frame()
    expect(seen).toEqual(['same', 'same', 'same'])
    undos[0]?.()
    undos[1]?.()
    expect(it.hooks).toEqual(['setHook 1 startFrame 0 on', 'setHook 1 startFrame 0 off'])
  })

  test('a range goes on being watched when they are gone', () => {
    const it = new Console()
    it.plugin.addCvar('x', 1, { max: 1 }).onChange(() => undefined)()
    it.type('x', '5')
    it.frame()
    expect(it.text('x')).toBe('1')
  })

  test('one that throws is logged, and the others are told', async () => {
    const it = new Console()
    const seen: unknown[] = []
    const cvar = it.plugin.addCvar('x', 1)
    cvar.onChange(() => {
      throw new Error('oops')
    })
    cvar.onChange(() => Promise.reject(new Error('later')))
    cvar.onChange((value) => seen.push(value))
    it.type('x', '2')
    it.frame()
    await Promise.resolve()
    expect(seen).toEqual([2])
    expect(it.server.errors).toEqual(['1 cvar x: oops', '1 cvar x: later'])
  })

  test('of a paused plugin are told afterwards', () => {
    const it = new Console()
    const { plugin, setPaused } = it.server.addPlugin(2)
    const seen: unknown[] = []
    plugin.addCvar('x', 1, { onChange: (...values) => seen.push(values) })
    setPaused(true)
    it.type('x', '2')
    it.frame()
    it.type('x', '3')
    it.frame()
    expect(seen).toEqual([])
    setPaused(false)
    it.frame()
    expect(seen).toEqual([[3, 1]])
  })

  test('end with the plugin', () => {
    const it = new Console()
    const { plugin, dispose } = it.server.addPlugin(2)
    const seen: unknown[] = []
    const cvar = plugin.addCvar('x', 1, { max: 5, onChange: (value) => seen.push(value) })
    dispose()
    it.type('x', '9')
    it.frame()
    expect([seen, it.text('x'), it.hooks.at(-1)]).toEqual([[], '9', 'setHook 2 startFrame 0 off'])
    expect(() => cvar.onChange(() => undefined)).toThrow(expect.objectContaining({ code: 'PLUGIN_UNLOADED' }))
  })
})
