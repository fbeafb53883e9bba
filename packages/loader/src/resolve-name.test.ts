import { expect, test } from 'vitest'

import { GameDirectory } from './game-directory.js'
import { resolvePluginName } from './resolve-name.js'
import { temporaryFolder } from './testing/temporary-folder.js'

const folder = temporaryFolder()
const game = new GameDirectory(folder.path)

test('a path with its ending is taken as it stands', () => {
  const path = folder.write('addons/a/a.so', '')
  expect(resolvePluginName(game, 'addons/a/a.so')).toEqual({ kind: 'native', path })
})

test('a short name finds the library in its own folder below addons', () => {
  const path = folder.write('addons/b/b.so', '')
  expect(resolvePluginName(game, 'b')).toEqual({ kind: 'native', path })
})

test('a short name finds a TypeScript file below addons', () => {
  const path = folder.write('addons/c.ts', '')
  expect(resolvePluginName(game, 'c')).toEqual({ kind: 'script', path })
})

test('a library in dlls is found with its usual endings', () => {
  const path = folder.write('dlls/d_mm.so', '')
  expect(resolvePluginName(game, 'd')).toEqual({ kind: 'native', path })
})

test('a package folder is a script plugin', () => {
  folder.write('addons/e/package.json', '{}')
  expect(resolvePluginName(game, 'addons/e')).toEqual({ kind: 'script', path: `${folder.path}/addons/e` })
})

test('a name without a file is refused with what was tried', () => {
  expect(() => resolvePluginName(game, 'none')).toThrow(
    `no plugin file 'none' in ${folder.path}; tried it with .ts, .js, .so, _mm.so, _amd64.so, _arm64.so, also in addons/ and dlls/`,
  )
})
