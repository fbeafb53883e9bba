import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { elfLibrary } from '../testing/elf-library.js'
import { readElf, readElfFile } from './elf.js'

describe.each(['amd64', 'i386', 'arm64'] as const)('a library for %s', (architecture) => {
  const bytes = elfLibrary({
    architecture,
    soname: 'libnode.so.108',
    needed: ['libc.so.6', 'libm.so.6'],
    versionNeeds: { 'libc.so.6': ['GLIBC_2.34', 'GLIBC_2.36'], 'libm.so.6': ['GLIBC_2.29'] },
    versions: ['NODE_18', 'NODE_20'],
  })

  test('tells its machine, its name, what it wants and what it offers', () => {
    expect(readElf(bytes)).toEqual({
      architecture,
      soname: 'libnode.so.108',
      needed: ['libc.so.6', 'libm.so.6'],
      versionNeeds: new Map([
        ['libc.so.6', ['GLIBC_2.34', 'GLIBC_2.36']],
        ['libm.so.6', ['GLIBC_2.29']],
      ]),
      versions: ['NODE_18', 'NODE_20'],
    })
  })

  test('that was cut short is no library', () => {
    for (const size of [0, 4, 40, 60, 100, 1100, 2050]) expect(readElf(bytes.subarray(0, size))).toBeNull()
  })
})

test('a text file and a missing file are no libraries', () => {
  expect(readElf(readFileSync(new URL(import.meta.url)))).toBeNull()
  expect(readElfFile('/nowhere/libc.so')).toBeNull()
})

test.skipIf(!existsSync('/proc/self/exe'))('a real program is read as the linker reads it', () => {
  const architectures: Partial<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', ia32: 'i386' }
  const elf = readElfFile(process.execPath)
  expect(elf?.architecture).toBe(architectures[process.arch])
  expect(elf?.needed).toContain('libc.so.6')
  expect(elf?.versionNeeds.get('libc.so.6')?.every((version) => version.startsWith('GLIBC_'))).toBe(true)
})
