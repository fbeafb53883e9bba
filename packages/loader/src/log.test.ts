import { beforeEach, expect, test } from 'vitest'

import { Log } from './log.js'

const plugin = { name: 'Trial', path: '/plugins/trial.ts' }
let printed: string[]
let log: Log

beforeEach(() => {
  printed = []
  log = new Log((line) => printed.push(line))
})

test('a hook that throws a thousand times is told in full once, and then counted', () => {
  for (let time = 1; time <= 1000; time += 1) log.thrownAgain(plugin, 'on.startFrame', 'boom')
  const start = "[META] ERROR: plugin 'Trial': on.startFrame: threw 'boom'; "
  expect(printed).toEqual([
    `${start}correct the plugin and load it again`,
    `${start}thrown 10 times by now`,
    `${start}thrown 100 times by now`,
    `${start}thrown 1000 times by now`,
  ])
})

test('each mistake, hook and plugin is counted for itself', () => {
  log.thrownAgain(plugin, 'on.startFrame', 'boom')
  log.thrownAgain(plugin, 'on.startFrame', 'bang')
  log.thrownAgain(plugin, 'on.think', 'boom')
  log.thrownAgain({ ...plugin }, 'on.startFrame', 'boom')
  expect(printed).toHaveLength(4)
})

test('a plugin that was loaded anew is told in full again', () => {
  log.thrownAgain(plugin, 'on.startFrame', 'boom')
  log.forget(plugin)
  log.thrownAgain(plugin, 'on.startFrame', 'boom')
  expect(printed[1]).toBe(printed[0])
})

test('mistakes whose words are never the same do not fill the log', () => {
  for (let time = 1; time <= 2000; time += 1) log.thrownAgain(plugin, 'a promise', `no file ${time}`)
  expect(printed.filter((line) => line.includes('ERROR')).length).toBeLessThan(110)
  expect(printed.at(-1)).toMatch(/a promise: threw 'no file 1100'; one of 1000 other mistakes by now$/)
  log.forget(plugin)
  expect(printed.at(-1)).toBe(
    "[META] plugin 'Trial': other mistakes; thrown 1900 times until it was loaded again",
  )
})
