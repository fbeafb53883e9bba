import { setTimeout as delay } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { isUnloadAbort } from './plugin-scope.js'
import { testServer } from './raw/testing/test-server.js'

test('the signal is aborted when the plugin goes, after all that it registered', () => {
  const { addPlugin, memory } = testServer()
  const { plugin, dispose } = addPlugin(2)
  plugin.on.startFrame(() => undefined)
  const order: string[] = []
  plugin.signal.addEventListener('abort', () => order.push(memory.journal.at(-1) ?? 'none'))
  expect(plugin.signal.aborted).toBe(false)
  dispose()
  expect(plugin.signal.aborted).toBe(true)
  expect(order).toEqual(['setHook 2 startFrame 0 off'])
})

test('a signal that is asked for only after the plugin has gone is aborted already', () => {
  const { plugin, dispose } = testServer().addPlugin(2)
  dispose()
  expect(plugin.signal.aborted).toBe(true)
})

test('a promise that waits with the signal is rejected, by an error that is known for what it is', async () => {
  const { plugin, dispose } = testServer().addPlugin(2)
  const waiting = delay(60_000, null, { signal: plugin.signal }).catch((error: unknown) => error)
  dispose()
  const error = await waiting
  expect(error).toMatchObject({ name: 'AbortError' })
  expect(isUnloadAbort(error)).toBe(true)
  expect(isUnloadAbort(plugin.signal.reason)).toBe(true)
  expect(isUnloadAbort(new Error('another', { cause: new Error('yet another') }))).toBe(false)
  expect(isUnloadAbort(undefined)).toBe(false)
})

test('more listeners than Node takes for sane are no warning', () => {
  const warnings: string[] = []
  const note = ({ message }: Error): number => warnings.push(message)
  process.on('warning', note)
  const { plugin } = testServer().addPlugin(2)
  for (let listener = 0; listener < 50; listener += 1)
    plugin.signal.addEventListener('abort', () => undefined)
  process.off('warning', note)
  expect(warnings).toEqual([])
})
