/** Opening and closing the bridge: what it takes, and what it says where something is missing. */
import { Worker } from 'node:worker_threads'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BridgeCallbacks } from '../../packages/sdk/src/raw/bridge.js'
import * as host from './pattern/host.js'
import { bridge, probe, rowOf, startServer, stopServer } from './pattern/host.js'

describe('the bridge', () => {
  test('does not open where there is no library, and says where it looked', () => {
    expect(() => bridge.open('/no/such/metamod.so', host.callbacks)).toThrow(
      /^open: cannot load the core library: \/no\/such\/metamod\.so/,
    )
  })

  test('does not open a library that is not the core', () => {
    expect(() => bridge.open(host.probePath, host.callbacks)).toThrow('it exports no MetamodCore')
  })

  test('does not open without all callbacks', () => {
    const callbacks = { ...host.callbacks, shutdown: undefined } as unknown as BridgeCallbacks
    expect(() => bridge.open(host.corePath, callbacks)).toThrow(
      new TypeError('open: callbacks.shutdown must be a function, got undefined'),
    )
  })

  test('says that it is closed when something is asked of it', () => {
    expect(() => bridge.gameDllPath()).toThrow('gameDllPath: the bridge is not open; call open first')
  })

  test('cannot be opened twice', () => {
    bridge.open(host.corePath, host.callbacks)
    expect(() => bridge.open(host.corePath, host.callbacks)).toThrow(
      'open: the bridge is open already; close it first',
    )
    bridge.close()
  })

  test('serves one server after another in one process', () => {
    for (let round = 0; round < 3; round++) {
      startServer()
      expect(probe.invoke(rowOf('time').id).result).toBeTypeOf('number')
      stopServer()
    }
  })

  test('belongs to one thread', async () => {
    const path = JSON.stringify(join(host.nativeFolder, 'metamod_node.node'))
    const worker = new Worker(`require(${path})`, { eval: true })
    const error = await new Promise<Error>((resolve) => worker.once('error', resolve))
    expect(error.message).toMatch(/^metamod_node: in use by another thread/)
  })
})
