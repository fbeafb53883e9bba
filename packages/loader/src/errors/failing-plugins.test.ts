import { beforeEach, expect, test } from 'vitest'

import { Attribution } from './attribution.js'
import { FailingPlugins } from './failing-plugins.js'
import { Log } from '../log.js'

let printed: string[]
let errors: FailingPlugins

beforeEach(() => {
  printed = []
  errors = new FailingPlugins({
    log: new Log((line) => printed.push(line)),
    attribution: new Attribution({ running: null }),
    plugins: () => null,
    errorLimit: () => 0,
  })
})

test('an error of which nobody knows whose it is is told in full once, and then counted', () => {
  for (let time = 1; time <= 1000; time += 1) errors.uncaught('late', null)
  expect(printed).toEqual([
    "[META] ERROR: uncaught: threw 'late'; the server goes on",
    "[META] ERROR: uncaught: threw 'late'; thrown 10 times by now; the server goes on",
    "[META] ERROR: uncaught: threw 'late'; thrown 100 times by now; the server goes on",
    "[META] ERROR: uncaught: threw 'late'; thrown 1000 times by now; the server goes on",
  ])
})

test('such errors do not fill the log by naming another file each time', () => {
  for (let time = 1; time <= 2000; time += 1) errors.uncaught(`no file ${time}`, null)
  expect(printed.length).toBeLessThan(110)
})
