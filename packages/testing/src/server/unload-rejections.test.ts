import { EventEmitter } from 'node:events'

import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'
import { keepUnloadRejections } from './unload-rejections.js'

afterEach(() => stopServers())

function processDouble(): { readonly target: NodeJS.Process; readonly told: unknown[] } {
  const target = new EventEmitter() as NodeJS.Process
  const told: unknown[] = []
  keepUnloadRejections(target)
  keepUnloadRejections(target)
  target.on('unhandledRejection', (reason) => told.push(reason))
  return { target, told }
}

test('what a plugin awaited when it went is no failure of the test', async () => {
  const { target, told } = processDouble()
  const reasons: unknown[] = []
  const plugin = pluginOf('Waiting', (self) => {
    self.wait(60).catch((reason: unknown) => reasons.push(reason))
  })
  createServer({ plugins: [plugin] }).stop()
  await Promise.resolve()
  expect(reasons).toEqual([expect.objectContaining({ code: 'PLUGIN_UNLOADED' })])
  expect(target.emit('unhandledRejection', reasons[0], Promise.resolve())).toBe(true)
  expect(told).toEqual([])
})

test('any other rejection is told to whoever listens, and once', () => {
  const { target, told } = processDouble()
  const error = new TypeError('fetch failed')
  target.emit('unhandledRejection', error, Promise.resolve())
  expect(told).toEqual([error])
})

test('a plugin may wait in a promise that nobody keeps when the test ends', () => {
  const plugin = pluginOf('Waiting', (self) => {
    void (async () => {
      await self.wait(60)
    })()
  })
  // Stopped after the test; the runner itself would report the rejection.
  expect(createServer({ plugins: [plugin] }).errors).toEqual([])
})
