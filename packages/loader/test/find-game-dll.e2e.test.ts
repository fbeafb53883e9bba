import { describe, expect, test } from 'vitest'

import { metamod, start, startWithoutGame } from './configured-server.js'
import { nativeFiles } from './test-server.js'

describe('the real game DLL', () => {
  const unnamed = { [`${metamod}/config.ini`]: '' }

  test("is known by the name of the game's folder", () => {
    const server = start({ files: unnamed, dlls: ['dlls/cs.so', 'dlls/other.so'], name: 'cstrike' })
    expect(server.printed).toContain('[META] game DLL dlls/cs.so, known for this game')
  })

  test('of an unknown game is found by its exports', () => {
    const server = start({ files: { ...unnamed, 'dlls/text.so': 'text' }, dlls: ['dlls/mine.so'] })
    expect(server.printed).toContain('[META] game DLL dlls/mine.so, found by its exports')
  })

  test('is not guessed where two may be it: the server ends, and says which', () => {
    const printed = startWithoutGame({ files: unnamed, dlls: ['dlls/a.so', 'dlls/b.so'] })
    expect(printed).toContainEqual(
      expect.stringMatching(
        /^\[META] ERROR: no game DLL was found; add a line such as 'gamedll dlls\/cs\.so' to addons\/metamod\/config\.ini; what was tried:$/,
      ),
    )
    for (const name of ['a', 'b'])
      expect(printed).toContainEqual(
        expect.stringMatching(`^\\[META]   .*/dlls/${name}\\.so: may be the game, but so may another$`),
      )
  })

  test('is not looked for where that is switched off', () => {
    const files = { [`${metamod}/config.ini`]: 'autodetect off' }
    const printed = startWithoutGame({ files, dlls: ['dlls/hl.so'], name: 'valve' })
    expect(printed).toContain("[META]   nothing was searched, because 'autodetect' is off")
  })

  test.each([
    [
      'is missing',
      'dlls/none.so',
      null,
      /The file .*\/dlls\/none\.so cannot be read: No such file or directory/,
    ],
    ['is a text', 'dlls/text.so', 'text', /text\.so is not a Linux library/],
    [
      'is another machine’s',
      'dlls/arm.so',
      elfHead(process.arch === 'arm' ? 62 : 40, 8 * wordBytes()),
      /is built for 32-bit ARM/,
    ],
    [
      'is of another word size',
      'dlls/half.so',
      elfHead(3, wordBytes() === 8 ? 32 : 64),
      /-bit library; this server is/,
    ],
    ['is the bridge itself', nativeFiles.core, null, /This is Metamod itself, not a game/],
    ['is a plugin', 'addons/observer/observer.so', null, /is not a game DLL/],
  ])(
    'that %s ends the server with one line that says so, and how to put it right',
    (_, name, content, message) => {
      const printed = startWithoutGame({
        files: {
          [`${metamod}/config.ini`]: `; the game\ngamedll ${name}`,
          ...(content === null ? {} : { [name]: content }),
        },
      })
      const errors = printed.filter((line) => line.includes('ERROR'))
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatch(message)
      expect(errors[0]).toMatch(/; correct 'gamedll' in addons\/metamod\/config\.ini:2$/)
    },
  )

  test('that was missing is loaded when a server is started again in the same process', () => {
    startWithoutGame({ files: unnamed })
    const server = start({})
    expect(server.run('meta list').at(-1)).toBe('0 plugins, 0 running')
  })
})

function wordBytes(): number {
  return process.arch === 'ia32' || process.arch === 'arm' ? 4 : 8
}

/** The beginning of a library for another processor. */
function elfHead(machine: number, bits: number): Uint8Array {
  const head = new Uint8Array(64)
  head.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, 1, 1])
  head[18] = machine
  return head
}
