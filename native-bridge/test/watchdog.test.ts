/** How the bridge ends JavaScript that runs for too long, with a policy that ends whatever it is asked about. */
import { expect, test } from 'vitest'

import type { NativePointer } from '../../packages/sdk/src/raw/bridge.js'
import { Phase, bridge, call, probe, rowOf, slot, startServer, stopServer } from './pattern/host.js'

function limit(ms: number): void {
  probe.setCvars(ms)
  expect(bridge.limitScripts?.(call('cvarGetPointer')('meta_watchdog') as NativePointer)).toBe(true)
}

const endless = (): never => {
  for (;;);
}

test('what policy does about an end may be ended as well, and whoever called the engine goes on', () => {
  const told: number[] = []
  let isFirst = true
  startServer({
    dispatch: endless,
    overran: () => true,
    stalled: (top) => {
      told.push(top)
      if (!isFirst) return
      isFirst = false
      endless()
    },
  })
  limit(50)
  const { id } = rowOf('time')
  bridge.setHook(slot, id, Phase.Pre, true)
  expect(probe.invoke(id).result).toEqual(probe.returned(id))
  expect(told).toEqual([0, 0])
  stopServer()
})

test.each([0, -5, 0.5, NaN, 1e9, Infinity])('a limit of %s ends nobody for a moment’s work', (ms) => {
  let ended = 0
  startServer({
    dispatch: () => {
      for (const end = performance.now() + 30; performance.now() < end;);
    },
    overran: () => {
      ended += 1
      return false
    },
  })
  limit(ms)
  const { id } = rowOf('time')
  bridge.setHook(slot, id, Phase.Pre, true)
  probe.invoke(id)
  expect(ended).toBe(0)
  stopServer()
})
