import { expect, test } from 'vitest'

import type { ElfFile } from '../install/elf.js'
import { checkDependencies } from './check-dependencies.js'

const elf = (more: Partial<ElfFile>): ElfFile => ({
  architecture: 'amd64',
  soname: null,
  needed: [],
  versionNeeds: new Map(),
  versions: [],
  ...more,
})

test.each([
  [
    '/usr/lib/libnode.so.137',
    '/lib/x86_64-linux-gnu',
    'it was made for a newer system; take the libnode of this one',
  ],
  [
    'dlls/metamod_amd64.so',
    '/usr/lib',
    'use a newer release of the system, such as Debian 12 or Ubuntu 24.04',
  ],
  ['dlls/metamod_amd64.so', '/srv/game', "move /srv/game/libc.so.6 away, so that the system's own is used"],
])('%s, which wants more than %s has, is cured by what helps', (name, folder, cure) => {
  const found = { path: `${folder}/libc.so.6`, elf: elf({ versions: ['GLIBC_2.36'] }) }
  const wanting = elf({ needed: ['libc.so.6'], versionNeeds: new Map([['libc.so.6', ['GLIBC_2.38']]]) })
  expect(checkDependencies(name, wanting, { find: () => found })).toEqual([
    {
      level: 'FAIL',
      subject: name,
      text: `wants GLIBC_2.38 of libc.so.6, and ${folder}/libc.so.6 has up to GLIBC_2.36; ${cure}`,
    },
  ])
})
