/** Entities cross as indexes: which ones C accepts, and what JavaScript sees of their memory when the engine moves it. */
import { describe, expect, test } from 'vitest'
import { FrameOffset, structPrefix } from '../../packages/sdk/src/raw/frame.js'
import { layouts } from '../../packages/sdk/src/raw/generated/layouts.js'
import {
  Phase,
  at,
  bridge,
  call,
  hooking,
  offsetOf,
  probe,
  rowOf,
  seen,
  serverForEachTest,
  structIn,
  words,
} from './pattern/host.js'

const edictSize = layouts.find(({ cName }) => cName === 'edict_t')?.size.lp64 ?? 0

/** The address of an entity, as C stores it. */
function addressOf(index: number): bigint {
  const { edictsHigh = 0, edictsLow = 0 } = seen.memory ?? {}
  return (BigInt(edictsHigh) << 32n) + BigInt(edictsLow) + BigInt(index * edictSize)
}

serverForEachTest()

describe('entities', () => {
  const setOrigin = rowOf('setOrigin')

  test('outside the engine’s array are refused', () => {
    words[at(setOrigin, 0) >> 2] = 32
    expect(() => call('setOrigin')()).toThrow(
      new RangeError('pfnSetOrigin: parameter 1 must be an entity index 0..31, got 32'),
    )
    words[at(setOrigin, 0) >> 2] = -2
    expect(() => call('setOrigin')()).toThrow(RangeError)
  })

  test('are mapped anew when the engine has moved them, and the old memory reads as nothing', () => {
    const think = rowOf('playerPreThink')
    probe.invoke(rowOf('serverActivate').id)
    const before = seen.memory
    probe.moveEntities()
    hooking(
      think.id,
      Phase.Pre,
      () => undefined,
      () => probe.invoke(think.id),
    )
    expect(before?.edicts.byteLength).toBe(0)
    expect(seen.memory?.edicts.byteLength).toBe(32 * edictSize)
    expect(seen.memory?.edictsLow).not.toBe(before?.edictsLow)
  })

  test('that vanish between two maps are taken away before any hook runs', () => {
    const time = rowOf('time')
    probe.invoke(rowOf('serverActivate').id)
    const before = seen.memory
    probe.invoke(rowOf('serverDeactivate').id)
    probe.moveEntities()
    hooking(
      time.id,
      Phase.Pre,
      () => expect(before?.edicts.byteLength).toBe(0),
      () => probe.invoke(time.id),
    )
    expect(seen.memory?.edictsLow).not.toBe(before?.edictsLow)
  })

  test('that moved hide no earlier error of a call', () => {
    probe.moveEntities()
    expect(() => bridge.callGameEntity(9, 'player', 1)).toThrow('callGameEntity: no plugin in slot 9')
  })

  test('can be stored in the fields of others that name entities, and nowhere else', () => {
    const owner = offsetOf('edict_t', 'v') + offsetOf('entvars_t', 'owner')
    bridge.setEdictField(3, owner, 5)
    const memory = new DataView(seen.memory?.edicts ?? new ArrayBuffer(0))
    expect(memory.getBigUint64(3 * edictSize + owner, true)).toBe(addressOf(5))
    expect(() => bridge.setEdictField(3, owner + 4, 5)).toThrow(
      `setEdictField: no field at offset ${owner + 4} may hold an entity`,
    )
    expect(() => bridge.setEdictField(3, owner, 32)).toThrow(
      'setEdictField: targetIndex must be an integer -1..31, got 32',
    )
  })

  test('in a struct that JavaScript wrote are believed only if they are entities', () => {
    const traceLine = rowOf('traceLine')
    const hit = at(traceLine, 4) + structPrefix + offsetOf('TraceResult', 'pHit')
    const own = structIn(probe.invoke(traceLine.id).after[4]).entities
    const leftBy = (address: bigint): readonly number[] => {
      const write = (base: number): void => {
        new DataView(bridge.scratch).setBigUint64(base + hit, address, true)
        words[(base + FrameOffset.dirty) >> 2] = 1 << 4
      }
      const { after } = hooking(traceLine.id, Phase.Post, write, () => probe.invoke(traceLine.id))
      return structIn(after[4]).entities
    }
    expect(leftBy(addressOf(7))).toEqual([7])
    expect(leftBy(0n)).toEqual([-1])
    expect(leftBy(addressOf(7) + 8n)).toEqual(own)
    expect(leftBy(0xdeadbeefn)).toEqual(own)
  })
})
