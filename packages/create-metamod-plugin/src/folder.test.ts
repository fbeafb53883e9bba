import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { folderFrom, folderProblem, quoted } from './folder.js'

test('a folder may be anywhere, also below the home folder', () => {
  expect(folderFrom('plugin')).toBe(resolve('plugin'))
  expect(folderFrom(' two words/Übung ')).toBe(resolve('two words/Übung'))
  expect(folderFrom('~')).toBe(homedir())
  expect(folderFrom('~/plugins/$&')).toBe(join(homedir(), 'plugins/$&'))
  expect(folderFrom('~other')).toBe(resolve('~other'))
})

test('a folder without a name is refused', () => {
  expect(folderProblem('  ')).toBe("a folder needs a name; '.' is the one you are in")
  expect(() => folderFrom('')).toThrow('a folder needs a name')
})

describe.skipIf(process.platform === 'win32')('where folders are parted by /', () => {
  test('a path as Windows has them is refused, with the one that was meant', () => {
    expect(() => folderFrom('plugins\\timer')).toThrow(
      "plugins\\timer: '\\' does not part folders on this system; write 'plugins/timer'",
    )
  })

  test.each(['plain/x', 'two words', 'größe', '-x', '$HOME', '`id`', `a'b"c`, 'a!b', "it's"])(
    'a shell reads %j as it is, once it is quoted',
    (path) => {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${quoted(path)}`], { encoding: 'utf8' })
      expect(stdout.replace(/^\.\//, '')).toBe(path)
    },
  )
})
