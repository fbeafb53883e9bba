/* eslint-disable @typescript-eslint/no-unsafe-call, @typescript-eslint/require-await -- The mistakes below are the subject. */
// Checked by the compiler: what authors may write, and what they may not.
import { definePlugin, handled, hookableFunctions, hookOf, override, supercede } from './index.js'
import type { Entity, HookableFunction, Plugin, TraceResult, Undo, Vec3 } from './index.js'

export const types = (plugin: Plugin): void => {
  const undo: Undo = plugin.on.clientPutInServer(({ player }) => plugin.log(player.vars.netName))
  undo()

  plugin.on.clientConnect(({ player, name, address }) => {
    const index: Entity['index'] = player.index
    if (index === 0) return supercede({ reject: 'Banned' })
    if (name === '') return supercede(false)
    if (address === '') return handled()
  })
  // @ts-expect-error -- A reason is a text.
  plugin.on.clientConnect(() => supercede({ reject: 5 }))
  // @ts-expect-error -- clientConnect answers with a boolean.
  plugin.on.clientConnect(() => supercede('no'))

  plugin.on.startFrame(() => supercede())
  // @ts-expect-error -- startFrame returns nothing.
  plugin.on.startFrame(() => supercede(1))
  // @ts-expect-error -- spawn returns a number.
  plugin.on.spawn(() => supercede())
  // @ts-expect-error -- The game does not wait.
  plugin.on.startFrame(async () => undefined)
  // @ts-expect-error -- There is no such hook.
  plugin.on.clientConect(() => undefined)
  // @ts-expect-error -- An engine function is hooked by onEngine.
  plugin.on.traceLine(() => undefined)

  plugin.onEngine.traceLine(({ start, trace }) => {
    const from: Vec3 = start
    const result: TraceResult = trace
    result.fraction = from[0]
  })
  plugin.onEnginePost.randomLong(({ original }) => override((original ?? 0) + 1))
  plugin.onPost.getGameDescription(({ original }) => override(`${original ?? ''}!`))
  plugin.on.getHullBounds((event) => {
    event.mins = [0, 0, 0]
    // @ts-expect-error -- The hull's number is an input.
    event.hull = 1
  })

  const world: Entity | null = plugin.entity(0)
  // @ts-expect-error -- It may be null.
  plugin.engine.setModel(world, 'models/w.mdl')
  const trace: TraceResult = plugin.engine.traceLine([0, 0, 0], [0, 0, 1], 0, world)
  const { ping }: { ping: number } = plugin.engine.getPlayerStats(plugin.players.find('Bob').entity)
  const values: [number, TraceResult] = [ping, trace]
  plugin.log(String(values.length))
  // @ts-expect-error -- Registered by plugin.addCommand.
  plugin.engine.addServerCommand('x', () => undefined)
}

export const state = (plugin: Plugin): void => {
  const scores: Map<string, number> = plugin.handover('scores', () => new Map<string, number>())
  const { signal }: { signal: AbortSignal } = plugin
  plugin.log(`${scores.size} ${signal.aborted}`)
  // @ts-expect-error -- What it makes is what it gives.
  const text: string = plugin.handover('text', () => 5)
  plugin.log(text)

  for (const callee of hookableFunctions) {
    const undo: Undo = hookOf(
      plugin,
      callee,
      'pre',
    )((event) => {
      plugin.log(callee.parameters.map(({ name }) => String(event[name])).join())
    })
    undo()
  }
  // @ts-expect-error -- A function is before or after the real one.
  hookOf(plugin, hookableFunctions[0] as HookableFunction, 'after')
}

definePlugin({
  name: 'a',
  version: '1',
  author: '',
  url: '',
  logTag: 'A',
  attach: (plugin) => plugin.log('hi'),
})
// @ts-expect-error -- A plugin has a log tag.
definePlugin({ name: 'a', version: '1', author: '', url: '', attach: () => undefined })

/** Both may be async, and no linter is to take that for a mistake. */
export const slowPlugin = definePlugin({
  name: 'Slow',
  version: '1',
  author: '',
  url: '',
  logTag: 'SLOW',
  async attach(plugin) {
    await plugin.wait(1)
  },
  async detach() {
    await Promise.resolve()
  },
})
