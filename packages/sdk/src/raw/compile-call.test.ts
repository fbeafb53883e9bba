import { describe, expect, test } from 'vitest'
import { rows } from './generated/rows.js'
import { layoutOf, offsetIn } from './layout.js'
import { rowNamed } from './testing/memory-bridge.js'
import { testServer } from './testing/test-server.js'

/** Where a parameter lies in its function's frame. */
const at = (name: string, parameter: string): number =>
  rowNamed(name).params.find((param) => param.name === parameter)?.at ?? -1

describe('arguments', () => {
  test('numbers, vectors, entities and booleans travel in the frame, texts beside it', () => {
    const { memory, plugin } = testServer()
    plugin.engine.emitAmbientSound(plugin.entity(5) as never, [1, 2, 3], 'misc/talk.wav', 0.5, 1, 0, 100)
    const [call] = memory.calls
    expect(call?.references).toEqual(['misc/talk.wav'])
    const { i32, f32 } = call?.frame ?? memory.edicts
    expect(i32[at('emitAmbientSound', 'entity') >> 2]).toBe(5)
    const origin = at('emitAmbientSound', 'origin') >> 2
    expect([...f32.subarray(origin, origin + 3), i32[origin + 3]]).toEqual([1, 2, 3, 1])
    expect(f32[at('emitAmbientSound', 'volume') >> 2]).toBe(0.5)
    expect(i32[at('emitAmbientSound', 'pitch') >> 2]).toBe(100)
  })

  test('null is written as absent where C may be given NULL', () => {
    const { memory, plugin } = testServer()
    plugin.engine.messageBegin(2, 70, null, null)
    const { i32 } = memory.calls[0]?.frame ?? memory.edicts
    expect(i32[(at('messageBegin', 'origin') >> 2) + 3]).toBe(0)
    expect(i32[at('messageBegin', 'player') >> 2]).toBe(-1)
    plugin.engine.changeLevel('crossfire', null)
    expect(memory.calls[1]?.references).toEqual(['crossfire', null])
  })

  test('a class name is put into the string pool first', () => {
    const { memory, plugin } = testServer()
    plugin.engine.createNamedEntity('info_target')
    const handle = memory.calls[0]?.frame.i32[at('createNamedEntity', 'className') >> 2]
    expect(memory.pool.get(handle ?? 0)).toBe('info_target')
  })

  test('a struct is filled from the properties given, and is zero elsewhere', () => {
    const { memory, plugin } = testServer()
    memory.scratch.slice(0)
    new Uint8Array(memory.scratch).fill(255)
    plugin.engine.createInstancedBaseline('rocket', { origin: [1, 2, 3], renderColor: { r: 9, g: 8, b: 7 } })
    const frame = memory.calls[0]?.frame ?? memory.edicts
    const state = layoutOf('entity_state_t', 64)
    const start = at('createInstancedBaseline', 'baseline') + 16
    expect(frame.i32[(start - 16) >> 2]).toBe(1)
    expect(frame.f32[(start + offsetIn(state, 'origin') + 8) >> 2]).toBe(3)
    expect(frame.u8[start + offsetIn(state, 'renderColor') + 1]).toBe(8)
    expect(frame.f32[(start + offsetIn(state, 'frame')) >> 2]).toBe(0)
  })

  test('a text in a struct goes to the bridge', () => {
    const { memory, plugin } = testServer()
    plugin.gamedll.keyValue(plugin.entity(3) as never, { keyName: 'speed', value: '100' })
    expect(memory.journal).toEqual([
      `setStructText 0 1 ${offsetIn(layoutOf('KeyValueData', 64), 'keyName')} speed`,
      `setStructText 0 1 ${offsetIn(layoutOf('KeyValueData', 64), 'value')} 100`,
    ])
  })

  test('a mapped struct is passed on as the hook gave it, and nothing else is taken for it', () => {
    const { memory, host, plugin, errors } = testServer()
    host.callbacks.mapped(4, new ArrayBuffer(layoutOf('playermove_t', 64).size))
    plugin.on.pmMove(({ move, isServer }) => {
      move.origin = [4, 5, 6]
      expect(move.physEnts[599]?.origin).toEqual([0, 0, 0])
      plugin.gamedll.pmMove(move, isServer)
      plugin.gamedll.pmMove({ ...move }, isServer)
    })
    memory.hook({ function: 'pmMove', params: { move: 4, isServer: true } })
    expect(memory.calls.map(({ frame }) => frame.i32[at('pmMove', 'move') >> 2])).toEqual([4])
    expect(errors).toEqual([
      '1 on.pmMove: pmMove: move must be the object that a hook was given, got an object',
    ])
  })
})

describe('results', () => {
  test('a single output is the result, several are an object', () => {
    const { memory, plugin } = testServer()
    memory.answers.set('getPlayerStats', (frame, base) => {
      frame.i32[(base + at('getPlayerStats', 'ping')) >> 2] = 40
      frame.i32[(base + at('getPlayerStats', 'packetLoss')) >> 2] = 3
    })
    memory.answers.set('vecToAngles', (frame, base) => {
      frame.f32.set([10, 20, 30], (base + at('vecToAngles', 'angles')) >> 2)
    })
    memory.answers.set('compareFileTime', (frame, base) => {
      frame.i32[(base + at('compareFileTime', 'order')) >> 2] = -1
      frame.i32[(base + 48) >> 2] = 1
    })
    expect(plugin.engine.getPlayerStats(plugin.entity(1) as never)).toEqual({ ping: 40, packetLoss: 3 })
    expect(plugin.engine.vecToAngles([0, 0, 1])).toEqual([10, 20, 30])
    expect(plugin.engine.compareFileTime('a', 'b')).toEqual({ result: true, order: -1 })
  })

  test('texts and pointers come back as the bridge gave them, and no text as empty', () => {
    const { memory, plugin } = testServer()
    const pointer = { type: 'infoBuffer' }
    memory.answers.set('getInfoKeyBuffer', () => pointer)
    memory.answers.set('cmdArgs', () => 'all of it')
    expect(plugin.engine.getInfoKeyBuffer(null)).toBe(pointer)
    expect(plugin.engine.cmdArgs()).toBe('all of it')
    expect(plugin.engine.cmdArgv(1)).toBe('')
  })

  test('a trace names what it hit', () => {
    const { memory, plugin } = testServer()
    const trace = layoutOf('TraceResult', 64)
    memory.answers.set('traceLine', (frame, base) => {
      const start = base + at('traceLine', 'trace') + 16
      frame.f32[(start + offsetIn(trace, 'fraction')) >> 2] = 0.25
      frame.u32[(start + offsetIn(trace, 'hit')) >> 2] = (0xfffff000 + 6 * layoutOf('edict_t', 64).size) >>> 0
      frame.u32[((start + offsetIn(trace, 'hit')) >> 2) + 1] = 0x7f13
    })
    const result = plugin.engine.traceLine([0, 0, 0], [0, 0, 9], 0, null)
    expect(result.fraction).toBe(0.25)
    expect(result.hit).toBe(plugin.entity(6))
  })

  test('the world found is nothing found', () => {
    const { memory, plugin } = testServer()
    memory.answers.set('findEntityByString', (frame, base) => {
      frame.i32[(base + 48) >> 2] = 0
    })
    expect(plugin.engine.findEntityByString(null, 'classname', 'x')).toBeNull()
  })
})

describe('wrong arguments', () => {
  const { plugin, memory } = testServer()
  const { engine } = plugin
  const entity = plugin.entity(5) as never

  test.each([
    [
      () => engine.traceLine('x' as never, [0, 0, 0], 0, null),
      'traceLine: start must be a Vec3 of three finite numbers, got "x"',
    ],
    [
      () => engine.traceLine([0, NaN, 0], [0, 0, 0], 0, null),
      'traceLine: start must be a Vec3 of three finite numbers, got [0, NaN, 0]',
    ],
    [
      () => engine.traceLine([0, 0, 0], [0, 0, 0], 0, 4 as never),
      'traceLine: skip must be an Entity or null, got 4',
    ],
    [() => engine.setModel(null as never, 'a'), 'setModel: entity must be an Entity, got null'],
    [() => engine.setModel(entity, 7 as never), 'setModel: model must be a string, got 7'],
    [
      () => engine.setModel(entity, 'a\0b'),
      'setModel: model must be a string without zero characters, got "a\\u0000b"',
    ],
    [
      () => engine.writeByte('1' as never),
      'writeByte: value must be a whole number -2147483648..4294967295, got "1"',
    ],
    [() => engine.writeByte(1.5), 'writeByte: value must be a whole number -2147483648..4294967295, got 1.5'],
    [() => engine.writeCoord(Infinity), 'writeCoord: units must be a finite number, got Infinity'],
    [
      () => engine.runPlayerMove(entity, [0, 0, 0], 0, 0, 0, 65536, 0, 0),
      'runPlayerMove: buttons must be a whole number 0..65535, got 65536',
    ],
    [
      () => engine.voiceSetClientListening(1, 2, 1 as never),
      'voiceSetClientListening: isListening must be a boolean, got 1',
    ],
    [
      () => engine.infoKeyValue({ type: 'cvar' } as never, 'name'),
      'infoKeyValue: infoBuffer must be a Pointer of type infoBuffer, got one of type "cvar"',
    ],
    [
      () => engine.infoKeyValue(12 as never, 'name'),
      'infoKeyValue: infoBuffer must be a Pointer of type infoBuffer, or null, got 12',
    ],
    [
      () => engine.crc32ProcessBuffer(0, [1] as never, 1),
      'crc32ProcessBuffer: buffer must be a Uint8Array or Int32Array, got [1]',
    ],
    [
      () => engine.createInstancedBaseline('x', 3 as never),
      'createInstancedBaseline: baseline must be an object, got 3',
    ],
    [
      () => engine.createInstancedBaseline('x', { solid: 40000 }),
      'createInstancedBaseline: solid must be a whole number -32768..32767, got 40000',
    ],
  ])('%# is refused before C sees it', (call, message) => {
    memory.calls.length = 0
    expect(call).toThrow(message)
    expect(memory.calls).toEqual([])
  })
})

test('every callable function is there, on both targets', () => {
  const { plugin, memory } = testServer()
  const tables = [plugin.engine, plugin.gamedll, plugin.hooked.engine, plugin.hooked.gamedll]
  const callable = rows.filter((row) => row.notCallable === undefined && row.handwritten === undefined)
  expect(tables.map((table) => Object.keys(table).length)).toEqual([
    callable.filter(({ table }) => table === 'engine').length + 1,
    callable.filter(({ table }) => table !== 'engine').length,
    callable.filter(({ table }) => table === 'engine').length + 1,
    callable.filter(({ table }) => table !== 'engine').length,
  ])
  plugin.hooked.engine.serverExecute()
  expect(memory.calls[0]?.target).toBe('hooked')
})

test('what an engine without a map would crash over is refused until there is one', () => {
  const { memory, host, plugin } = testServer({ hasMap: false })
  const { engine } = plugin
  for (const call of [
    () => engine.createEntity(),
    () => engine.traceLine([0, 0, 0], [1, 0, 0], 0, null),
    () => engine.precacheModel('models/x.mdl'),
    () => engine.writeByte(1),
  ])
    expect(call).toThrow(/: the server has no entities yet; wait for the serverActivate hook/)
  expect(memory.calls).toEqual([])
  engine.serverCommand('echo early\n')
  memory.startMap(host.callbacks)
  engine.createEntity()
  expect(memory.calls.map((call) => call.function)).toEqual(['serverCommand', 'createEntity'])
})

test('calls throw once the server is gone', () => {
  const { plugin, host } = testServer()
  host.close()
  expect(() => plugin.engine.writeByte(1)).toThrow('writeByte: the server has shut down')
  expect(() => plugin.globals.time).toThrow('GlobalVars: the server has no entities yet')
})
