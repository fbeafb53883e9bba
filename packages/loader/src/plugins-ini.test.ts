import { describe, expect, test } from 'vitest'

import { parsePluginsIni } from './plugins-ini.js'

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
    expect(parsePluginsIni('win32 a.dll\nosx a.dylib\nWIN32 b.dll')).toEqual({ plugins: [], problems: [] })
  })

  test.each([
    [
      'linx a.so',
      "'linx' is neither 'linux' nor 'ts'; write 'linux PATH [description]' or 'ts PATH [description]'",
    ],
    [
      'linux',
      "'linux' is not followed by a path; write 'linux PATH [description]' or 'ts PATH [description]'",
    ],
    ['ts ""', "'ts' is not followed by a path; write 'linux PATH [description]' or 'ts PATH [description]'"],
    [
      'ts "a.ts',
      "the path has an opening quote without its closing one; write 'linux PATH [description]' or 'ts PATH [description]'",
    ],
  ])('names the line number and the cure for the malformed line %s', (line, message) => {
    const { plugins, problems } = parsePluginsIni(`ts first.ts\n\n${line}\nts last.ts`)
    expect(problems).toEqual([{ line: 3, message }])
    expect(plugins.map(({ path }) => path)).toEqual(['first.ts', 'last.ts'])
  })
})
