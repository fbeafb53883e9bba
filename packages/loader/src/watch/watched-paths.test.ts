import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { watchedPaths } from './watched-paths.js'

const folder = temporaryFolder()
const at = (name: string): string => join(folder.path, name)

test('a plugin file is watched with what it was bundled from, and a folder with the package.json that it may have', () => {
  const file = folder.write('plain/a.ts', '')
  expect(watchedPaths(file, [file, at('other/b.ts')])).toEqual(new Set([file, at('other/b.ts')]))
  expect(watchedPaths(at('plain'), [file])).toEqual(new Set([at('plain'), at('plain/package.json'), file]))
})

test('a link to a link is watched at each end, whether it is the file or a folder above it', () => {
  mkdirSync(at('real/deep'), { recursive: true })
  folder.write('real/deep/a.ts', '')
  symlinkSync('real', at('second'))
  symlinkSync(at('second'), at('first'))
  const paths = watchedPaths(at('first/deep/a.ts'), [])
  for (const path of ['first', 'second', 'second/deep/a.ts', 'real/deep/a.ts'])
    expect(paths).toContain(at(path))
})

test('links that lead to each other end somewhere', () => {
  symlinkSync('pong', at('ping'))
  symlinkSync('ping', at('pong'))
  expect(watchedPaths(at('ping'), []).size).toBeLessThan(10)
})
