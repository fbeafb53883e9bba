import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, describe, expect, test } from 'vitest'

const include = fileURLToPath(new URL('../native-bridge/include', import.meta.url))
const example = fileURLToPath(new URL('example.c', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'metamod-header-'))
const warnings = ['-Wall', '-Wextra', '-Werror', '-pedantic', '-fsyntax-only']

afterAll(() => rmSync(scratch, { recursive: true }))

/** What the compiler says; empty when it is content. */
function complaints(...args: string[]): string {
  const { stderr, error } = spawnSync('gcc', [...warnings, '-I', include, ...args], { encoding: 'utf8' })
  return error === undefined ? stderr : error.message
}

function source(name: string, text: string): string {
  const path = join(scratch, name)
  writeFileSync(path, text)
  return path
}

const languages = [
  { language: 'C99', suffix: 'c', standard: '-std=c99' },
  { language: 'C11', suffix: 'c', standard: '-std=c11' },
  { language: 'C++20', suffix: 'cc', standard: '-std=c++20' },
]

// Debian keeps <asm/types.h> in the folder of the native architecture, where -m32 does not look.
const i386 = ['-m32', '-isystem', '/usr/include/x86_64-linux-gnu']

const has32Bit = complaints(...i386, source('probe.c', '#include <stdio.h>\nint probe;\n')) === ''

const targets = [
  { target: 'this machine', flags: [] as string[] },
  ...(has32Bit ? [{ target: 'i386', flags: i386 }] : []),
]

describe.each(targets)('for $target', ({ flags }) => {
  test.each(languages)('the header and its layout claims compile as $language', ({ suffix, standard }) => {
    const file = source(`layout.${suffix}`, '#include "metamod/layout_asserts.h"\nint layout;\n')
    expect(complaints(...flags, standard, file)).toBe('')
  })

  test.each(languages)('a wrong offset does not compile as $language', ({ suffix, standard }) => {
    const claim = 'MM_LAYOUT(offsetof(entvars_t, health), 1, 1);'
    const file = source(`wrong.${suffix}`, `#include "metamod/layout_asserts.h"\n${claim}\nint layout;\n`)
    expect(complaints(...flags, standard, file)).toContain('error')
  })

  test.each(languages)(
    'the plugin at the head of metamod.h compiles as $language',
    ({ standard, suffix }) => {
      const language = suffix === 'cc' ? 'c++' : 'c'
      expect(complaints(...flags, standard, '-x', language, example)).toBe('')
    },
  )
})

test('each header compiles on its own', () => {
  for (const name of ['constants', 'types', 'engine', 'gamedll', 'meta', 'metamod']) {
    const file = source(`alone-${name}.c`, `#include "metamod/${name}.h"\nint alone;\n`)
    expect(complaints('-std=c99', file), name).toBe('')
  }
})
