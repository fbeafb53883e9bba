import { describe, expect, test } from 'vitest'

import type { CvarOptions, CvarType, CvarValue } from './index.js'
import { Console } from './testing/cvar-console.js'

describe('the value', () => {
  test.each([
    [0.1, 0.1],
    ['0.1', '0.1'],
    [true, true],
    ['', ''],
  ])('%j is of the type of its default', (given, value) => {
    const { plugin } = new Console()
    expect(plugin.addCvar<CvarValue, CvarType>('x', given).get()).toBe(value)
  })

  test('of a number is exact, where the engine’s is a 32-bit float', () => {
    const { plugin } = new Console()
    const cvar = plugin.addCvar('x', 0.1)
    expect([cvar.get(), cvar.value, cvar.string]).toEqual([0.1, Math.fround(0.1), '0.1'])
  })

  test.each([
    [5, 'text', '5'],
    ['7', 'number', 7],
    [' 7 ', 'integer', 7],
    [1, 'boolean', true],
    ['off', 'boolean', false],
  ] as const)('the default %j as %s is %j', (given, type, value) => {
    const { plugin } = new Console()
    expect(plugin.addCvar<CvarValue, CvarType>('x', given, { type }).get()).toBe(value)
  })

  test('a plugin can set it, in its range only', () => {
    const it = new Console()
    const cvar = it.plugin.addCvar('x', 5, { type: 'integer', min: 0, max: 10 })
    cvar.set(10)
    expect([cvar.get(), it.text('x')]).toEqual([10, '10'])
    cvar.set('3')
    expect(cvar.get()).toBe(3)
    expect(() => cvar.set(11)).toThrow(new RangeError('x: value must be a whole number 0..10, got 11'))
    expect(() => cvar.set(2.5)).toThrow('x: value must be a whole number 0..10, got 2.5')
    expect(() => cvar.set('many')).toThrow('x: value must be a whole number 0..10, got "many"')
    expect(cvar.get()).toBe(3)
    const flag = it.plugin.addCvar('y', false)
    flag.set('on')
    expect([flag.get(), it.text('y')]).toEqual([true, '1'])
  })
})

describe('what is typed at the console', () => {
  const tenths: CvarOptions = { min: 0, max: 1 }
  const whole: CvarOptions = { type: 'integer', min: 0, max: 10 }
  const flag: CvarOptions = { type: 'boolean' }
  test.each([
    [0.5, tenths, '0.75', 0.75, '0.75', null],
    [0.5, tenths, '7', 1, '1', 'must be a number 0..1, got "7"; set to 1'],
    [0.5, tenths, '-7', 0, '0', 'must be a number 0..1, got "-7"; set to 0'],
    [0.5, tenths, 'much', 0.5, '0.5', 'must be a number 0..1, got "much"; set to 0.5'],
    [0.5, tenths, '', 0.5, '0.5', 'must be a number 0..1, got ""; set to 0.5'],
    [0.5, tenths, '1 2', 0.5, '0.5', 'must be a number 0..1, got "1 2"; set to 0.5'],
    [5, whole, '2.4', 2, '2', 'must be a whole number 0..10, got "2.4"; set to 2'],
    [5, whole, '10.4', 10, '10', 'must be a whole number 0..10, got "10.4"; set to 10'],
    [5, whole, '1e999', 5, '5', 'must be a whole number 0..10, got "1e999"; set to 5'],
    [
      2,
      { type: 'integer', min: 0.5, max: 2.5 },
      '0',
      1,
      '1',
      'must be a whole number 0.5..2.5, got "0"; set to 1',
    ],
    [true, flag, 'OFF', false, '0', null],
    [false, flag, '2', true, '1', null],
    [true, flag, 'maybe', true, '1', 'must be 1 or 0, got "maybe"; set to 1'],
    ['a', { type: 'text' }, '', '', '', null],
  ] as [CvarValue, CvarOptions, string, CvarValue, string, string | null][])(
    '%#: with %j %j, %j becomes %j',
    (initial, options, typed, value, text, line) => {
      for (const isRead of [true, false]) {
        const it = new Console()
        const cvar = it.plugin.addCvar<CvarValue, CvarType>('x', initial, options)
        it.type('x', typed)
        if (!isRead) it.frame()
        expect([cvar.get(), it.text('x')]).toEqual([value, text])
        expect(it.printed).toEqual(line === null ? [] : [`[P1] x: ${line}`])
      }
    },
  )

  test('a number without rules is left alone until it is read, and costs no frame', () => {
    const it = new Console()
    const cvar = it.plugin.addCvar('x', 5)
    it.type('x', 'much')
    it.frame()
    expect([it.text('x'), cvar.value, it.hooks]).toEqual(['much', 0, []])
    expect([cvar.get(), it.text('x')]).toEqual([5, '5'])
  })

  test('somebody who insists is told once, and again after a good value', () => {
    const it = new Console()
    it.plugin.addCvar('x', 0.5, tenths)
    for (let frame = 0; frame < 5; frame += 1) {
      it.type('x', '2')
      it.frame()
    }
    expect(it.printed).toHaveLength(1)
    for (const typed of ['0.5', '2']) {
      it.type('x', typed)
      it.frame()
    }
    expect(it.printed).toHaveLength(2)
  })

  test('a value from before a reload is kept if it fits, else the nearest', () => {
    const it = new Console()
    it.plugin.addCvar('x', 0.5, tenths)
    it.type('x', '0.75')
    const next = it.server.addPlugin(2).plugin
    expect(next.addCvar('x', 0.5, tenths).get()).toBe(0.75)
    expect(it.printed).toEqual([])
    const last = it.server.addPlugin(3).plugin
    expect(last.addCvar('x', 0.5, { max: 0.6 }).get()).toBe(0.6)
    expect(it.printed).toEqual(['[P3] x: must be a number ..0.6, got "0.75"; set to 0.6'])
  })

  test('each of many variables is looked at in the next frame', () => {
    const it = new Console()
    const names = Array.from({ length: 20 }, (_, index) => `x${index}`)
    for (const name of names) it.plugin.addCvar(name, 0, { max: 1 })
    for (const name of names) it.type(name, '5')
    it.frame()
    expect(names.map((name) => it.text(name))).toEqual(names.map(() => '1'))
  })
})

describe('the server’s own variables', () => {
  test('are found without regard to case, read, set and listened to', () => {
    const it = new Console()
    it.server.memory.console.add('sv_gravity', '800')
    const seen: unknown[] = []
    const gravity = it.plugin.cvar('SV_Gravity', 'number')
    gravity?.onChange((...values) => seen.push(values))
    expect([gravity?.name, gravity?.get(), gravity?.value]).toEqual(['sv_gravity', 800, 800])
    gravity?.set(400)
    it.frame()
    expect(seen).toEqual([[400, 800]])
    expect(it.plugin.cvar('sv_gravity')?.get()).toBe('400')
  })

  test.each([
    ['number', 'much', 0],
    ['number', '12 monkeys', 12],
    ['number', 'nan', 0],
    ['number', '1e999', 0],
    ['integer', '2.5 monkeys', 3],
    ['boolean', 'maybe', false],
    ['boolean', '3', true],
    ['boolean', 'on', true],
    ['text', 'much', 'much'],
  ] as [CvarType, string, CvarValue][])('as %s, %j is %j and stays', (type, text, value) => {
    const it = new Console()
    it.server.memory.console.add('theirs', text)
    expect(it.plugin.cvar(type === 'text' ? 'theirs' : 'Theirs', type)?.get()).toBe(value)
    expect([it.text('theirs'), it.printed]).toEqual([text, []])
  })

  test('are null where there is none', () => {
    const { plugin } = new Console()
    expect([plugin.cvar('nothing'), plugin.cvar('')]).toEqual([null, null])
    expect(() => plugin.cvar(5 as never)).toThrow('cvar: name must be a string, got 5')
  })
})

describe('what is registered wrongly', () => {
  test.each([
    [5, { max: 4 }, 'addCvar: value must be a number ..4, got 5'],
    ['x', { type: 'number' }, 'addCvar: value must be a number, got "x"'],
    [1.5, { type: 'integer' }, 'addCvar: value must be a whole number, got 1.5'],
    ['x', { type: 'boolean' }, 'addCvar: value must be 1 or 0, got "x"'],
    [1, { type: 'float' }, 'addCvar: type must be number, integer, boolean or text, got "float"'],
    [1, { min: 2, max: 1 }, 'addCvar: max must be 2 (min) or more, got 1'],
    [1, { min: NaN }, 'addCvar: min must be a finite number, got NaN'],
    [
      1,
      { type: 'integer', min: 0.2, max: 0.8 },
      'addCvar: max must be such that a whole number lies in the range, got 0.8',
    ],
    ['x', { min: 1 }, 'addCvar: min and max must be left out for a text, got 1'],
    [1, { onChange: 5 }, 'addCvar: onChange must be a function, got 5'],
    [1, { help: 5 }, 'addCvar: help must be a string, got 5'],
    [1, null, 'addCvar: options must be an object, got null'],
    [NaN, {}, 'addCvar: value must be a finite number, got NaN'],
  ] as [CvarValue, CvarOptions, string][])('%#: %j with %j', (value, options, message) => {
    const { plugin } = new Console()
    expect(() => plugin.addCvar<CvarValue, CvarType>('x', value, options)).toThrow(message)
    // Nothing of it stays, so the plugin may try again.
    expect(plugin.addCvar('x', 1).get()).toBe(1)
  })

  test('a name that the plugin has already', () => {
    const { plugin } = new Console()
    plugin.addCvar('x', 1)
    expect(() => plugin.addCvar('X', 2)).toThrow(
      expect.objectContaining({
        code: 'CVAR_TAKEN',
        message: 'addCvar: this plugin has "X" already; keep what addCvar returned the first time',
      }),
    )
  })
})

test('a variable that outlived the server says so, and reads no memory', () => {
  const it = new Console()
  const cvar = it.plugin.addCvar('x', 1)
  it.server.host.close()
  for (const use of [() => cvar.get(), () => cvar.flags, () => cvar.value, () => cvar.set(2)])
    expect(use).toThrow(expect.objectContaining({ code: 'NOT_IN_SERVER' }))
})
