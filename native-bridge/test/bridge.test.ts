/** What the bridge promises beyond carrying values: that nothing JavaScript does wrong reaches C, and nothing is lost. */
import { describe, expect, test } from 'vitest'
import type { NativePointer } from '../../packages/sdk/src/raw/bridge.js'
import { FrameValue } from '../../packages/sdk/src/raw/bridge.js'
import { FrameOffset, frameSize } from '../../packages/sdk/src/raw/frame.js'
import {
  Phase,
  at,
  bridge,
  call,
  hooking,
  offsetOf,
  probe,
  received,
  rowOf,
  seen,
  serverForEachTest,
  slot,
  startServer,
  stopServer,
  words,
} from './pattern/host.js'

serverForEachTest()

describe('text', () => {
  test('of any length reaches C whole', () => {
    const text = 'größer '.repeat(20_000)
    call('serverCommand')(text)
    expect(received('serverCommand')).toEqual([text])
  })

  test('that C gives with broken UTF-8 reads with U+FFFD', () => {
    expect(bridge.string(61)).toBe('\uFFFDA')
    expect(bridge.string(55)).toBe('.....')
    expect(bridge.string(0)).toBe('')
  })

  test('with half a surrogate pair reaches C with U+FFFD', () => {
    call('serverCommand')('say \uD83D!')
    expect(received('serverCommand')).toEqual(['say \uFFFD!'])
  })

  test('with a NUL is refused, because C would end it there', () => {
    const error = 'pfnServerCommand: parameter 1 must not contain a NUL character; C would end the text there'
    expect(() => call('serverCommand')('kick\0all')).toThrow(new TypeError(error))
  })

  test('must be a string', () => {
    const native = call('serverCommand') as (text: unknown) => void
    expect(() => native(7)).toThrow(new TypeError('pfnServerCommand: parameter 1 must be a string, got 7'))
    expect(() => native(undefined)).toThrow(TypeError)
    expect(received('serverCommand')).toBeNull()
  })

  test('that only looks like a format is printed as it is', () => {
    words[at(rowOf('alertMessage'), 0) >> 2] = 1
    call('alertMessage')('100 %s %n')
    expect(received('alertMessage')).toEqual([1, '100 %s %n'])
  })
})

describe('pointers', () => {
  test('are accepted only where their kind is wanted', () => {
    const info = call('getInfoKeyBuffer')
    words[at(rowOf('getInfoKeyBuffer'), 0) >> 2] = 1
    const buffer = info() as NativePointer
    expect(buffer.type).toBe('infoBuffer')
    expect(() => call('deltaFindField')(buffer, 'origin[0]')).toThrow(
      'pfnDeltaFindField: parameter 1: expected a Pointer of type delta, got one of type infoBuffer',
    )
  })

  test('cannot be forged', () => {
    expect(() => call('infoKeyValue')({ type: 'infoBuffer' }, 'name')).toThrow(
      'pfnInfoKeyValue: parameter 1: expected a Pointer of type infoBuffer, got an object',
    )
  })

  test('from a hook’s parameters are good until the hook returns', () => {
    const row = rowOf('deltaSetField')
    let kept: NativePointer | null = null
    hooking(
      row.id,
      Phase.Pre,
      (base) => (kept = bridge.framePointer(base, 0)),
      () => probe.invoke(row.id),
    )
    expect(() => call('deltaFindField')(kept, 'health')).toThrow(
      'was lent for the time of a hook that has returned',
    )
  })
})

describe('hooks', () => {
  const time = rowOf('time')

  test('that throw are logged with their stack and count as ignored', () => {
    stopServer()
    startServer({
      dispatch: () => {
        throw new Error('deliberate')
      },
    })
    bridge.setHook(slot, time.id, Phase.Pre, true)
    expect(probe.invoke(time.id).result).toEqual(probe.returned(time.id))
    expect(seen.log.join()).toMatch(/\[META\] ERROR: dispatch: Error: deliberate\n {4}at /)
  })

  test('that answer with no Metamod result count as ignored', () => {
    const listener = (base: number) => (words[(base + FrameOffset.metaResult) >> 2] = 99)
    const { result } = hooking(time.id, Phase.Pre, listener, () => probe.invoke(time.id))
    expect(result).toEqual(probe.returned(time.id))
  })

  test('that call the function they hook, without end, are stopped and the server goes on', () => {
    const again = bridge.bind(time.id, 'hooked')
    stopServer()
    startServer({ dispatch: () => void again() })
    bridge.setHook(slot, time.id, Phase.Pre, true)
    expect(probe.invoke(time.id).result).toBeTypeOf('number')
    expect(seen.log).toEqual([
      '[META] ERROR: pfnTime: 100 hooks run inside one another, and further ones are skipped; a hook seems to call what it hooks',
    ])
  })

  test('write no more text into a buffer than its caller has room for', () => {
    const row = rowOf('connectionlessPacket')
    const makeSmall = (base: number): void => {
      words[(base + at(row, 3)) >> 2] = 10
      words[(base + FrameOffset.dirty) >> 2] = 1 << 3
      words[(base + FrameOffset.metaResult) >> 2] = 4
    }
    const writeMuch = (base: number): void => {
      new Uint8Array(bridge.scratch).fill(0x78, base + at(row, 2), base + at(row, 2) + 2000)
      words[(base + FrameOffset.dirty) >> 2] = 1 << 2
    }
    const { after } = hooking(row.id, Phase.Pre, makeSmall, () =>
      hooking(row.id, Phase.Post, writeMuch, () => probe.invoke(row.id)),
    )
    expect(after[2]).toBe('x'.repeat(9))
  })

  test('find their calls’ frames where the bridge puts the next one', () => {
    const row = rowOf('addToFullPack')
    const bases: number[] = []
    const nested = () =>
      hooking(
        time.id,
        Phase.Pre,
        (base) => bases.push(base),
        () => bridge.bind(time.id, 'hooked')(),
      )
    hooking(
      row.id,
      Phase.Pre,
      (base) => {
        bases.push(base)
        nested()
      },
      () => probe.invoke(row.id),
    )
    expect(bases).toEqual([0, frameSize(row, bridge.wordSize)])
  })

  test('whose frame is gone are not asked', () => {
    expect(() => bridge.frameText(0, 0)).toThrow('frameText: the hook of this frame has returned')
  })

  test('may not ask for text where there is none', () => {
    const listener = (base: number) =>
      expect(() => bridge.frameText(base, 0)).toThrow('frameText: pfnSetOrigin has no text there')
    hooking(rowOf('setOrigin').id, Phase.Pre, listener, () => probe.invoke(rowOf('setOrigin').id))
  })
})

describe('a struct’s texts', () => {
  const keyValue = rowOf('keyValue')
  const value = offsetOf('KeyValueData', 'szValue')

  test('that a hook sets are what the caller finds', () => {
    const listener = (base: number) => bridge.setStructText(base, 1, value, 'set by a hook')
    const { after } = hooking(keyValue.id, Phase.Post, listener, () => probe.invoke(keyValue.id))
    expect(after[1]).toMatchObject({ texts: ['a text in a struct', 'a text in a struct', 'set by a hook'] })
  })

  test('travel with the call for which they were set', () => {
    words[at(keyValue, 0) >> 2] = 1
    words[at(keyValue, 1) >> 2] = 1
    bridge.setStructText(0, 1, value, 'set for a call')
    call('keyValue')()
    expect(probe.received(keyValue.id)?.[1]).toMatchObject({ texts: [null, null, 'set for a call'] })
    expect(bridge.structText(0, 1, value)).toBe('a text in a struct')
  })
})

test('a line for the console reaches the engine, with the plugin’s own PLID', () => {
  bridge.logConsole(slot, 'hello 100 %')
  expect(received('serverPrint')).toEqual([expect.stringContaining('hello 100 %')])
  expect(() => bridge.logConsole(9, 'x')).toThrow('logConsole: no plugin in slot 9')
  expect(bridge.makeRequestId(slot)).toBeTypeOf('number')
})

test('a closed bridge knows of no host', () => {
  stopServer()
  expect(() => bridge.hostName()).toThrow('hostName: the bridge is not open; call open first')
  startServer()
  expect(bridge.hostName()).toBe('')
})

test('the bridge cannot be closed inside a hook', () => {
  const listener = () =>
    expect(() => bridge.close()).toThrow('close: a hook or an engine call is still running')
  hooking(rowOf('time').id, Phase.Pre, listener, () => probe.invoke(rowOf('time').id))
})

test('a frame that a hook begins by itself ends no call that is running', () => {
  const begin = bridge.bind(rowOf('startFrame').id, 'hooked')
  const listener = () => {
    begin()
    expect(() => bridge.close()).toThrow('close: a hook or an engine call is still running')
  }
  hooking(rowOf('time').id, Phase.Pre, listener, () => probe.invoke(rowOf('time').id))
})

test('a result that is text is lent until the map ends', () => {
  const row = rowOf('getGameDescription')
  const listener = (base: number) => {
    words[(base + FrameOffset.metaResult) >> 2] = 4
    bridge.setFrameText(base, FrameValue.result, 'ein Spiel')
  }
  expect(hooking(row.id, Phase.Pre, listener, () => probe.invoke(row.id)).result).toBe('ein Spiel')
})
