import { execFileSync } from 'node:child_process'

import { beforeEach, describe, expect, test } from 'vitest'

import { GameDirectory } from './game-directory.js'
import type { Architecture } from '../install/elf.js'
import { resolvePluginName } from './resolve-name.js'
import { elfLibrary } from '../testing/elf-library.js'
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js'

let folder: TemporaryFolder
let game: GameDirectory
let count = 0
const root = temporaryFolder()

beforeEach(() => {
  count += 1
  root.write(`${count}/liblist.gam`, '')
  const path = `${root.path}/${count}`
  folder = { path, write: (name, content) => root.write(`${count}/${name}`, content) }
  game = new GameDirectory(path)
})

function resolved(name: string, architecture: Architecture | null = 'amd64'): string {
  return resolvePluginName(game, name, architecture).path.replace(`${folder.path}/`, '')
}

function library(name: string, architecture: Architecture = 'amd64'): void {
  folder.write(name, elfLibrary({ architecture }))
}

test('a path with its ending is taken as it stands', () => {
  library('addons/a/a.so')
  library('a.so')
  expect(resolved('addons/a/a.so')).toBe('addons/a/a.so')
  expect(resolved('a.so')).toBe('a.so')
  expect(resolved(`${folder.path}/addons/a/a.so`)).toBe('addons/a/a.so')
})

test('a short name finds a TypeScript or JavaScript file below addons', () => {
  folder.write('addons/c.ts', '')
  folder.write('addons/d.js', '')
  expect(resolvePluginName(game, 'c')).toEqual({ kind: 'script', path: `${folder.path}/addons/c.ts` })
  expect(resolved('d')).toBe('addons/d.js')
})

test('slashes may lean the other way', () => {
  library('addons/a/a.so')
  expect(resolved('addons\\a\\a.so')).toBe('addons/a/a.so')
})

test('a package folder is a script plugin, and one without a package is not', () => {
  folder.write('addons/e/package.json', '{}')
  folder.write('addons/f/readme.md', '')
  expect(resolvePluginName(game, 'addons/e')).toEqual({ kind: 'script', path: `${folder.path}/addons/e` })
  expect(() => resolved('addons/f')).toThrow("no plugin file 'addons/f'")
})

describe('a short name finds a library', () => {
  test.each([
    'x.so',
    'addons/x.so',
    'dlls/x.so',
    'addons/x/x.so',
    'addons/x/dlls/x.so',
    'addons/metamod/x.so',
    'addons/metamod/dlls/x.so',
    'dlls/x_mm.so',
    'dlls/x_MM.so',
    'dlls/mm_x.so',
    'addons/x/dlls/x_mm_amd64.so',
    'addons/x/x_amd64.so',
    'addons/x/x_x86_64.so',
    'addons/x/x_x86-64.so',
    'dlls/mm_x_amd64.so',
  ])('in %s', (path) => {
    library(path)
    expect(resolved('x')).toBe(path)
  })

  test.each([
    ['i386', ['_i386', '_i486', '_i586', '_i686', '_mm_i686']],
    ['arm64', ['_arm64', '_aarch64', '_mm_arm64']],
  ] as const)('with the endings of %s', (architecture, endings) => {
    for (const ending of endings) {
      library(`dlls/y${ending}.so`, architecture)
      expect(resolved(`y${ending}`, architecture)).toBe(`dlls/y${ending}.so`)
    }
    expect(resolved('y', architecture)).toBe(`dlls/y${endings[0]}.so`)
  })

  test('with a blank in its name', () => {
    library('addons/my own/my own.so')
    expect(resolved('my own')).toBe('addons/my own/my own.so')
  })

  test('by an absolute path without its ending, and only there', () => {
    library('addons/z_mm.so')
    expect(resolved(`${folder.path}/addons/z`)).toBe('addons/z_mm.so')
    expect(() => resolved('/z')).toThrow("no plugin file '/z'; tried it with .ts, .js, .so")
  })
})

describe('a library for another machine', () => {
  beforeEach(() => library('addons/w/w.so', 'i386'))

  test('is passed over for the right one beside it', () => {
    library('addons/w/w_mm_amd64.so')
    expect(resolved('w')).toBe('addons/w/w_mm_amd64.so')
    expect(resolved('w', 'i386')).toBe('addons/w/w.so')
  })

  test('is passed over even where its path was written whole', () => {
    library('addons/w/w_mm_amd64.so')
    library('addons/w/w_mm_i386.so', 'i386')
    expect(resolved('addons/w/w.so')).toBe('addons/w/w_mm_amd64.so')
    expect(resolved(`${folder.path}/addons/w/w_mm_i386.so`)).toBe('addons/w/w_mm_amd64.so')
  })

  test('is given where there is no other, because loading it says what is wrong', () => {
    expect(resolved('w')).toBe('addons/w/w.so')
  })

  test('is like any other where it is not known what this machine is', () => {
    library('addons/w/w_amd64.so')
    expect(resolved('w', null)).toBe('addons/w/w.so')
  })
})

describe('a name without a file', () => {
  test('is refused with what was tried', () => {
    expect(() => resolved('none')).toThrow(
      `no plugin file 'none' in ${folder.path}; tried it with .ts, .js, .so, _mm.so, _MM.so, ` +
        'each also with _amd64 or _x86_64 or _x86-64 before .so; also in addons/, dlls/, ' +
        'addons/none/, addons/none/dlls/, addons/metamod/ and addons/metamod/dlls/',
    )
  })

  test.each(['x'.repeat(2000), 'a\0b', '../../../../../../none', '"', 'x/'.repeat(900)])(
    'is refused however odd it is',
    (name) => {
      expect(() => resolved(name)).toThrow(/^no plugin file '/)
    },
  )

  test('is no file that says nothing of being a plugin', () => {
    folder.write('addons/metamod/config.ini', '')
    folder.write('secret', '')
    for (const name of ['addons/metamod/config.ini', 'secret', '/etc/passwd', '../../../../etc/passwd'])
      expect(() => resolved(name)).toThrow(
        `'${name}' is no plugin; the files of plugins end in .so, .ts, .js`,
      )
  })

  test('is no pipe or device, from which reading would never end', () => {
    folder.write('addons/readme', '')
    execFileSync('mkfifo', [`${folder.path}/addons/pipe.ts`])
    expect(() => resolved('pipe')).toThrow("no plugin file 'pipe'")
    expect(() => resolved('/dev/zero')).toThrow("no plugin file '/dev/zero'")
  })
})
