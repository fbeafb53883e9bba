import { describe, expect, test } from 'vitest'
import { supercede } from './hook.js'
import { layoutOf, offsetIn } from './layout.js'
import { rowNamed } from './testing/memory-bridge.js'
import { testServer } from './testing/test-server.js'
import { readText } from './text-block.js'

const at = (name: string, parameter: string): number =>
  rowNamed(name).params.find((param) => param.name === parameter)?.at ?? -1

describe('parameters as a listener reads them', () => {
  test('each kind reads as its JavaScript type', () => {
    const { memory, plugin } = testServer()
    const seen: unknown[] = []
    plugin.onEngine.emitSound(({ entity, channel, sample, volume }) => {
      seen.push(entity === plugin.entity(5), channel, sample, volume)
    })
    plugin.onEngine.messageBegin(({ origin, player }) => {
      seen.push(origin, player)
    })
    plugin.onEngine.crc32ProcessBuffer(({ crc, buffer }) => {
      seen.push(crc, buffer)
    })
    plugin.onEngine.pvAllocEntPrivateData(({ size }) => {
      seen.push(size)
    })
    memory.hook({ function: 'emitSound', params: { entity: 5, channel: 1, sample: 'a.wav', volume: 0.5 } })
    memory.hook({ function: 'messageBegin', params: { origin: [1, 2, 3], player: -1 } })
    memory.hook({ function: 'crc32ProcessBuffer', params: { crc: -1, buffer: { type: 'customPointer' } } })
    memory.hook({ function: 'pvAllocEntPrivateData', params: { entity: 1, size: 2 ** 40 } })
    expect(seen).toEqual([
      true,
      1,
      'a.wav',
      0.5,
      [1, 2, 3],
      null,
      2 ** 32 - 1,
      { type: 'customPointer' },
      2 ** 40,
    ])
  })

  test('a vector, a number and a struct that C left out read as null', () => {
    const { memory, plugin } = testServer()
    const seen: unknown[] = []
    plugin.onEngine.angleVectors(({ forward, up }) => void seen.push(forward, up))
    plugin.onEngine.sequencePickSentence(({ picked }) => void seen.push(picked))
    plugin.on.cmdStart(({ cmd }) => void seen.push(cmd))
    memory.hook({ function: 'angleVectors', params: { angles: [0, 0, 0], up: [0, 0, 1] } })
    memory.hook({ function: 'sequencePickSentence' })
    memory.hook({ function: 'cmdStart', params: { player: 1, cmd: null } })
    expect(seen).toEqual([null, [0, 0, 1], null, null])
  })

  test('a string handle is read through the string pool', () => {
    const { memory, plugin } = testServer()
    const seen: string[] = []
    plugin.onEngine.createNamedEntity(({ className }) => void seen.push(className))
    const handle = memory.allocString('func_door')
    memory.hook({ function: 'createNamedEntity', params: { className: handle } })
    expect(seen).toEqual(['func_door'])
  })
})

describe('parameters that a listener writes', () => {
  test('an output is stored and marked for the bridge', () => {
    const { memory, plugin } = testServer()
    plugin.on.getHullBounds((event) => {
      event.mins = [-16, -16, -36]
      expect(event.mins).toEqual([-16, -16, -36])
      return supercede(true)
    })
    const { frame, dirty } = memory.hook({
      function: 'getHullBounds',
      params: { hull: 0, mins: [0, 0, 0], maxs: [0, 0, 0] },
    })
    const mins = at('getHullBounds', 'mins') >> 2
    expect([...frame.f32.subarray(mins, mins + 3)]).toEqual([-16, -16, -36])
    expect(dirty).toBe(1 << 1)
  })

  test('a text that does not fit is refused and leaves the frame alone', () => {
    const { memory, plugin, errors } = testServer()
    plugin.on.clientConnect((event) => {
      event.rejectReason = 'x'.repeat(128)
    })
    const { frame, dirty } = memory.hook({
      function: 'clientConnect',
      params: { player: 1, rejectReason: 'old' },
    })
    expect(readText(frame.u8, at('clientConnect', 'rejectReason'), 128)).toBe('old')
    expect(dirty).toBe(0)
    expect(errors[0]).toContain('clientConnect: rejectReason must be at most 127 bytes of UTF-8, got "xxx')
  })

  test('a field of a struct is stored, and the struct marked as written', () => {
    const { memory, plugin } = testServer()
    plugin.on.cmdStart(({ cmd }) => {
      cmd.buttons = 5
      cmd.viewAngles = [1, 2, 3]
    })
    const { frame, dirty } = memory.hook({ function: 'cmdStart', params: { player: 1 } })
    const start = at('cmdStart', 'cmd') + 16
    expect(frame.u16[(start + offsetIn(layoutOf('usercmd_t', 64), 'buttons')) >> 1]).toBe(5)
    expect(dirty).toBe(1 << 1)
  })

  test('the elements of an array of structs are written one by one', () => {
    const { memory, plugin } = testServer()
    plugin.on.getWeaponData(({ weapons }) => {
      const last = weapons[63]
      if (last !== undefined) last.clip = 30
      return supercede(true)
    })
    const { frame } = memory.hook({ function: 'getWeaponData', params: { player: 1 } })
    const weapon = layoutOf('weapon_data_t', 64)
    const place = at('getWeaponData', 'weapons') + 16 + 63 * weapon.size + offsetIn(weapon, 'clip')
    expect(frame.i32[place >> 2]).toBe(30)
  })

  test('a text of a struct is read and written through the bridge', () => {
    const { memory, plugin } = testServer()
    const seen: string[] = []
    plugin.on.keyValue(({ keyValue }) => {
      seen.push(keyValue.keyName)
      memory.journal.length = 0
      keyValue.value = '5'
    })
    memory.hook({ function: 'keyValue', params: { entity: 3 } })
    const layout = layoutOf('KeyValueData', 64)
    expect(seen).toEqual([`text of parameter 1 at ${offsetIn(layout, 'keyName')} of frame 0`])
    expect(memory.journal).toEqual([`setStructText 0 1 ${offsetIn(layout, 'value')} 5`])
  })

  test('an entity stored in a trace becomes the pointer that C expects', () => {
    const { memory, plugin } = testServer()
    plugin.onEnginePost.traceLine(({ trace }) => {
      trace.hit = plugin.entity(6)
      expect(trace.hit).toBe(plugin.entity(6))
      trace.hit = null
      expect(trace.hit).toBeNull()
    })
    expect(memory.hook({ function: 'traceLine', phase: 1 }).dirty).toBe(1 << 4)
  })

  test('a view of a struct throws once the hook has returned', () => {
    const { memory, plugin } = testServer()
    let kept: { msec: number } = { msec: 0 }
    plugin.on.cmdStart(({ cmd }) => {
      kept = cmd
    })
    memory.hook({ function: 'cmdStart', params: { player: 1 } })
    expect(() => kept.msec).toThrow('UserCmd: this event is over')
    expect(() => (kept.msec = 1)).toThrow('UserCmd: this event is over')
  })

  test('an input cannot be assigned to', () => {
    const { memory, plugin, errors } = testServer()
    plugin.on.clientKill((event) => {
      Object.assign(event, { player: null })
    })
    memory.hook({ function: 'clientKill', params: { player: 1 } })
    expect(errors[0]).toContain('Cannot set property player')
  })
})
