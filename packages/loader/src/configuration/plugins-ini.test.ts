import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parsePluginsIni } from './plugins-ini.js'

const paths = (text: string, bits?: number): string[] =>
  parsePluginsIni(text, 'plugins.ini', bits).plugins.map(({ path }) => path)

describe('plugins.ini', () => {
  test('lists native and script plugins in the order of the lines', () => {
    const { plugins, problems } = parsePluginsIni('linux addons/a.so\nts addons/b.ts  The second one \n')
    expect(problems).toEqual([])
    expect(plugins).toEqual([
      { kind: 'native', path: 'addons/a.so', description: null, origin: 'plugins.ini:1' },
      { kind: 'script', path: 'addons/b.ts', description: 'The second one', origin: 'plugins.ini:2' },
    ])
  })

  test('takes no notice of comments, blank lines, a byte order mark and Windows line ends', () => {
    const text = '\uFEFF; one\r\n# two\r\n// three\r\n\r\n  \t\r\nts a.ts\r\n'
    expect(parsePluginsIni(text)).toEqual({
      plugins: [{ kind: 'script', path: 'a.ts', description: null, origin: 'plugins.ini:6' }],
      problems: [],
    })
  })

  test('may be empty, may lack the last line end, and may have 1,000 lines', () => {
    expect(parsePluginsIni('')).toEqual({ plugins: [], problems: [] })
    expect(paths('ts a.ts\nts b.ts')).toEqual(['a.ts', 'b.ts'])
    const lines = Array.from({ length: 1000 }, (_, index) => `linux addons/p${index}.so`)
    const { plugins } = parsePluginsIni(lines.join('\r\n'))
    expect(plugins).toHaveLength(1000)
    expect(plugins.at(-1)).toMatchObject({ path: 'addons/p999.so', origin: 'plugins.ini:1000' })
  })

  test('reads a path with spaces in double quotes', () => {
    const { plugins } = parsePluginsIni('ts "my plugins/a b.ts" Mine')
    expect(plugins[0]).toMatchObject({ path: 'my plugins/a b.ts', description: 'Mine' })
  })

  test('reads the platform word in any case', () => {
    expect(parsePluginsIni('LINUX a.so\nTs b.ts').plugins.map(({ kind }) => kind)).toEqual([
      'native',
      'script',
    ])
  })

  test('skips the lines for other systems without a word', () => {
    const words = ['win32', 'WIN64', 'mswin', 'osx', 'osx32', 'osx64', 'android']
    expect(parsePluginsIni(words.map((word) => `${word} a.so`).join('\n'))).toEqual({
      plugins: [],
      problems: [],
    })
  })

  test.each([
    [64, ['a.so', 'd.so', 'e.so']],
    [32, ['a.so', 'b.so', 'c.so']],
  ])('of the lines for one word size, a %i-bit server reads its own', (bits, expected) => {
    expect(paths('linux a.so\nlin32 b.so\nLinux32 c.so\nlin64 d.so\nLINUX64 e.so', bits)).toEqual(expected)
  })

  test('a line for the word size goes before one for any, whichever stands first', () => {
    const lines = ['linux dlls/x_mm_i386.so', 'lin64 dlls/x_mm_amd64.so', 'linux dlls/y.so']
    expect(paths(lines.join('\n'), 64)).toEqual(['dlls/x_mm_amd64.so', 'dlls/y.so'])
    expect(paths([...lines].reverse().join('\n'), 64)).toEqual(['dlls/y.so', 'dlls/x_mm_amd64.so'])
    expect(paths(lines.join('\n'), 32)).toEqual(['dlls/x_mm_i386.so', 'dlls/y.so'])
    expect(paths('linux old.so The Bot\nlin64 new.so the bot', 64)).toEqual(['new.so'])
  })

  test('a description may have bytes that are no UTF-8, as old files do; a path may not', () => {
    const { plugins, problems } = parsePluginsIni('linux a.so Caf\uFFFD\nlinux caf\uFFFD.so')
    expect(plugins.map(({ path }) => path)).toEqual(['a.so'])
    expect(problems).toEqual([
      {
        line: 2,
        message:
          "the path 'caf\uFFFD.so' has bytes in it that are not UTF-8; save the file as UTF-8, or rename what it names",
      },
    ])
  })

  const example = "write 'linux PATH [description]' or 'ts PATH [description]'"

  test.each([
    ['linx a.so', `'linx' is neither 'linux' nor 'ts'; ${example}`],
    ['linux', `'linux' is not followed by a path; ${example}`],
    ['ts ""', `'ts' is not followed by a path; ${example}`],
    ['ts "a.ts', `the path has an opening quote without its closing one; ${example}`],
    ['linux a\0.so', 'has a NUL byte in it, so it is no text; save the file as UTF-8'],
  ])('names the line number and the cure for the malformed line %j', (line, message) => {
    const { plugins, problems } = parsePluginsIni(`ts first.ts\n\n${line}\nts last.ts`)
    expect(problems).toEqual([{ line: 3, message }])
    expect(plugins.map(({ path }) => path)).toEqual(['first.ts', 'last.ts'])
  })
})

const word = fc.constantFrom('linux', 'LIN64', 'lin32', 'ts', 'win32', 'osx', 'linx', '', ';', '//')
const name = fc.constantFrom('a.so', 'b_amd64.so', '"a b.ts"', '"', '""', '', 'x\0y', '\uFFFD')
const pluginLine = fc.oneof(
  fc.tuple(word, name, fc.constantFrom('', 'Some words', '"', '\u2028')).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

// What administrators have, to be cut, turned and written over.
const realFile = `;Metamod plugins
linux addons/amxmodx/dlls/amxmodx_mm_i386.so
win32 addons\\amxmodx\\dlls\\amxmodx_mm.dll
linux addons/podbot/podbot_mm_i386.so The Bot

ts addons/welcome/index.ts\tWelcome
lin64 "addons/my plugin/a_amd64.so"
`

describe('plugins.ini with anything in it', () => {
  test('is read to its end: each bad line gives one problem with its number, and the good last line counts', () => {
    fc.assert(
      fc.property(
        fc.array(pluginLine, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, end) => {
          const flat = lines.map((line) => line.replace(/[\r\n]/g, ' '))
          const { plugins, problems } = parsePluginsIni([...flat, 'ts last.ts'].join(end))
          expect(plugins.at(-1)).toMatchObject({ path: 'last.ts', origin: `plugins.ini:${flat.length + 1}` })
          const bad = new Set(problems.map(({ line }) => line))
          expect(bad.size).toBe(problems.length)
          flat.forEach((line, index) => {
            const alone = parsePluginsIni(index === 0 ? line : `\n${line}`)
            expect(alone.problems).toHaveLength(bad.has(index + 1) ? 1 : 0)
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('or a real file with bytes written over it, or cut, neither throws nor hangs, and keeps its other lines', () => {
    const real = Buffer.from(realFile)
    const change = fc.tuple(fc.nat(real.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(real.length), (written, cut) => {
        const bytes = Buffer.from(real)
        for (const [at, byte] of written) bytes[at] = byte
        const text = `${bytes.subarray(0, cut).toString('utf8')}\nts last.ts`
        expect(paths(text).at(-1)).toBe('last.ts')
      }),
      { numRuns: 500 },
    )
  })

  test('lines of a million letters are read one after the other', () => {
    const text = `linux ${'a '.repeat(500_000)}\n${' '.repeat(1_000_000)}x\n"${'\t'.repeat(1_000_000)}`
    const { plugins, problems } = parsePluginsIni(text)
    expect(plugins.map(({ path, description }) => [path, description?.length])).toEqual([['a', 999_997]])
    expect(problems.map(({ line }) => line)).toEqual([2, 3])
  })
})
