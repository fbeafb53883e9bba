/** What the bridge refuses in a call from JavaScript, and what it remembers of one. */
import { describe, expect, test } from 'vitest'
import type { NativePointer } from '../../packages/sdk/src/raw/bridge.js'
import {
  at,
  bridge,
  call,
  rowOf,
  serverForEachTest,
  slot,
  startServer,
  stopServer,
  words,
} from './pattern/host.js'

serverForEachTest()

describe('calls', () => {
  test('with a length beyond the bytes they give are refused', () => {
    const row = rowOf('crc32ProcessBuffer')
    words[at(row, 2) >> 2] = 5
    expect(() => call('crc32ProcessBuffer')(new Uint8Array(4))).toThrow(
      new RangeError('pfnCRC32_ProcessBuffer: parameter 3 must be a length 0..4, got 5'),
    )
  })

  test('with a larger size than the buffer they lend are refused', () => {
    const row = rowOf('connectionlessPacket')
    words[at(row, 0) >> 2] = 0
    words[at(row, 3) >> 2] = 2049
    expect(() => call('connectionlessPacket')('ping')).toThrow(
      new RangeError('pfnConnectionlessPacket: parameter 4 must be a length 0..2048, got 2049'),
    )
  })

  test('that register a message are remembered', () => {
    words[at(rowOf('regUserMsg'), 1) >> 2] = 3
    call('regUserMsg')('ScoreInfo')
    expect(bridge.userMessageId(slot, 'ScoreInfo')).toMatchObject({ size: 3 })
  })

  test('that ask a client for a cvar are remembered until the answer', () => {
    words[at(rowOf('queryClientCvarValue'), 0) >> 2] = 2
    call('queryClientCvarValue')('fps_max')
    expect(bridge.queriedCvar(slot, 2)).toBe('fps_max')
  })

  test('that read a cvar take a Pointer to one only', () => {
    for (const given of [null, {}, 5] as unknown as NativePointer[]) {
      expect(() => bridge.cvarText(given)).toThrow(/^cvarText: expected a Pointer of type cvar, got /)
      expect(() => bridge.readCvar(given)).toThrow(/^readCvar: expected a Pointer of type cvar, got /)
    }
  })

  test('to a server that has stopped are refused', () => {
    const native = call('time')
    stopServer()
    expect(() => native()).toThrow('pfnTime: no server is running')
    startServer()
  })

  test('to a function that there is not are refused', () => {
    expect(() => bridge.bind(214, 'real')).toThrow('bind: functionId must be an integer 0..213, got 214')
    expect(() => bridge.bind(0, 'other' as 'real')).toThrow(
      "bind: target must be 'real' or 'hooked', got 'other'",
    )
  })
})
