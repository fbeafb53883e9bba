import { createRequire } from 'node:module'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { cureOfMissingPackage } from './missing-package.js'

const folder = temporaryFolder()

function errorOf(specifier: string): unknown {
  try {
    return createRequire(join(folder.path, 'plugin.ts'))(specifier)
  } catch (error) {
    return error
  }
}

test('a package folder needs what its package.json lists', () => {
  expect(cureOfMissingPackage(errorOf('no-such-package'), folder.path)).toBe(
    `run 'npm install' in ${folder.path}`,
  )
})

test.each([
  ['no-such-package', 'no-such-package'],
  ['no-such-package/file.js', 'no-such-package'],
  ['@none/such', '@none/such'],
  ['@none/such/file', '@none/such'],
])('a plugin of one file that imports %s needs %s beside it', (specifier, name) => {
  const file = folder.write('plugin.ts', '')
  expect(cureOfMissingPackage(errorOf(specifier), file)).toBe(`run 'npm install ${name}' in ${folder.path}`)
})

const odd = Object.defineProperty({}, 'code', {
  get: () => {
    throw new Error('odd')
  },
})

test.each([
  ['a file that is not there', errorOf('./no-such-file.js')],
  ['an absolute path', errorOf('/no/such/file.js')],
  ['any other error', new Error("Cannot find module 'x'")],
  ['what is no Error', null],
  ['what must not be looked at', odd],
])('%s is not cured so', (_, thrown) => {
  expect(cureOfMissingPackage(thrown, folder.path)).toBeNull()
})
