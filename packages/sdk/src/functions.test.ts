import { expect, test } from 'vitest'

import { hookableFunctions, hookOf } from './functions.js'
import { testServer } from './raw/testing/test-server.js'

test('all functions of the three tables are there, with what goes in and what comes out', () => {
  const count = (table: string): number => hookableFunctions.filter((each) => each.table === table).length
  expect([count('engine'), count('gamedll'), count('newdll')]).toEqual([159, 50, 5])
  const connect = hookableFunctions.find(({ nativeName }) => nativeName === 'pfnClientConnect')
  expect(connect?.hasResult).toBe(true)
  expect(connect?.parameters).toEqual([
    { name: 'player', isInput: true, isOutput: false },
    { name: 'name', isInput: true, isOutput: false },
    { name: 'address', isInput: true, isOutput: false },
    { name: 'rejectReason', isInput: false, isOutput: true },
  ])
})

test('each has its hook before and after, where two functions share a name too', () => {
  const { plugin, memory } = testServer()
  const called: string[] = []
  for (const callee of hookableFunctions.filter(({ name }) => name === 'clientCommand')) {
    hookOf(plugin, callee, 'pre')(() => void called.push(`${callee.table} pre`))
    hookOf(plugin, callee, 'post')(() => void called.push(`${callee.table} post`))
  }
  for (const isEngine of [true, false])
    for (const phase of [0, 1] as const) memory.hook({ function: 'clientCommand', isEngine, phase })
  expect(called).toEqual(['engine pre', 'engine post', 'gamedll pre', 'gamedll post'])
  expect(hookableFunctions.every((callee) => typeof hookOf(plugin, callee, 'post') === 'function')).toBe(true)
})
