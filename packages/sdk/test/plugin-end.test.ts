/**
 * A plugin that ends or pauses itself wherever its code can be running: nothing of it is called any more, nothing stays
 * behind, and nothing but its own errors is in the log.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { describe, expect, test } from 'vitest'

import type { HostedPlugin, Plugin } from '../src/host.js'
import { Game, leftovers, lonely, places } from './whole-game.js'

/** All places at once, so that whatever ends has company. */
function registerAll(plugin: Plugin, note: (name: string) => void): void {
  for (const [name, place] of Object.entries({ ...places, ...lonely }))
    if (name !== 'isAllowed') place(plugin, () => note(name))
  plugin.addCvar('another', true, { onChange: () => note('another') })
  void plugin.wait(1).catch(() => undefined)
}

function start(): { game: Game; hosted: HostedPlugin; plugin: Plugin } {
  const game = new Game()
  const hosted = game.server.addPlugin(2)
  return { game, hosted, plugin: hosted.plugin }
}

describe('every place where a plugin’s code is called', () => {
  test.each(Object.keys({ ...places, ...lonely }))('%s: is reached by these tests', (name) => {
    const { game, plugin } = start()
    let calls = 0
    ;({ ...places, ...lonely })[name]?.(plugin, () => {
      calls += 1
    })
    game.everything()
    expect(calls).toBeGreaterThan(0)
    expect(game.server.errors).toEqual([])
  })

  test.each(Object.keys({ ...places, ...lonely }))(
    '%s: a plugin that ends there is called no more',
    (name) => {
      const { game, hosted, plugin } = start()
      const late: string[] = []
      let hasEnded = false
      const place = { ...places, ...lonely }[name]
      place?.(plugin, () => {
        if (hasEnded) late.push(name)
        hasEnded = true
        hosted.dispose()
      })
      for (const [other, register] of Object.entries(places))
        register(plugin, () => {
          if (hasEnded) late.push(`${other} of the others`)
        })
      game.everything()
      expect(hasEnded).toBe(true)
      expect(late).toEqual([])
      expect(game.server.errors).toEqual([])
      expect(leftovers(game.server.memory.journal, 2)).toEqual([])
    },
  )

  test.each(Object.keys(places))(
    '%s: a plugin that is paused there is called no more until it goes on',
    (name) => {
      const { game, hosted, plugin } = start()
      const late: string[] = []
      let isPaused = false
      const register = (each: string): void => {
        places[each]?.(plugin, () => {
          if (isPaused) late.push(each)
          if (each !== name) return
          isPaused = true
          hosted.setPaused(true)
        })
      }
      register(name)
      for (const each of Object.keys(places)) register(each)
      game.everything()
      expect(isPaused).toBe(true)
      expect(late).toEqual([])
      isPaused = false
      hosted.setPaused(false)
      game.everything()
      expect(isPaused).toBe(true)
      expect(late).toEqual([])
      expect(game.server.errors).toEqual([])
    },
  )
})

test('what fails to be taken back is logged, and the rest is taken back all the same', () => {
  const { game, hosted, plugin } = start()
  const { memory, errors } = game.server
  registerAll(plugin, () => undefined)
  memory.removeCommand = () => {
    throw new Error('no bridge')
  }
  hosted.dispose()
  expect(errors).toEqual(['2 unload: no bridge'])
  expect(leftovers(memory.journal, 2)).toEqual([])
  expect(plugin.signal.aborted).toBe(true)
})

test('a thousand reloads of a plugin that registers all there is leave nothing behind', async () => {
  const game = new Game()
  const { memory, errors } = game.server
  const versions: WeakRef<Plugin>[] = []
  let calls = 0
  for (let round = 0; round < 1000; round += 1) {
    const hosted = game.server.addPlugin(2)
    versions.push(new WeakRef(hosted.plugin))
    registerAll(hosted.plugin, () => {
      calls += 1
    })
    if (round % 100 === 0) game.everything()
    hosted.dispose()
    expect(leftovers(memory.journal, 2)).toEqual([])
    memory.journal.length = 0
    memory.calls.length = 0
  }
  const before = calls
  game.everything()
  expect(calls).toBe(before)
  expect(errors).toEqual([])
  // A WeakRef keeps what it refers to until the code that made it has returned.
  await new Promise(setImmediate)
  collectGarbage()
  expect(versions.filter((version) => version.deref() !== undefined).length).toBeLessThan(3)
})

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}
