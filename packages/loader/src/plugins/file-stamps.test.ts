import { rmSync, utimesSync } from 'node:fs'

import { expect, test } from 'vitest'

import { stampFiles, stateOf } from './file-stamps.js'
import { temporaryFolder } from '../testing/temporary-folder.js'

const folder = temporaryFolder()

test('files that nobody touched are the same', () => {
  const stamps = stampFiles([folder.write('a', '1'), folder.write('b', '2')])
  expect(stateOf(stamps)).toBe('same')
})

test('one file written anew makes a change, and so does an older one put back', () => {
  const file = folder.write('c', 'new')
  const stamps = stampFiles([folder.write('d', ''), file])
  folder.write('c', 'newer')
  expect(stateOf(stamps)).toBe('changed')
  const again = stampFiles([file])
  utimesSync(file, 1000, 1000)
  expect(stateOf(again)).toBe('changed')
})

test('a file that is gone is missing, unless another has changed that may no longer need it', () => {
  const [main, part] = [folder.write('main', '1'), folder.write('part', '1')]
  const stamps = stampFiles([main, part])
  rmSync(part)
  expect(stateOf(stamps)).toBe('missing')
  folder.write('main', '12')
  expect(stateOf(stamps)).toBe('changed')
})

test('a file that was not there then and is not there now has not changed', () => {
  const stamps = stampFiles([`${folder.path}/never`])
  expect(stateOf(stamps)).toBe('same')
  folder.write('never', 'now it is')
  expect(stateOf(stamps)).toBe('changed')
})
