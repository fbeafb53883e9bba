import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { applyLocalInfo, configKeys, defaultConfig, parseConfigIni, type Config } from './config-ini.js'

/** What differs from the defaults, its source left out. */
function changes(config: Config): Partial<Config> {
  const { sources, ...values } = config
  expect(Object.keys(sources)).toEqual(configKeys)
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => value !== defaultConfig[key as keyof Config]),
  )
}

describe('config.ini', () => {
  test('an empty file leaves the defaults', () => {
    expect(parseConfigIni('')).toEqual({ config: defaultConfig, problems: [] })
  })

  test('each setting is read, its key in any case', () => {
    const text = `gamedll dlls/cs.so
      PLUGINS_FILE my.ini
exec_cfg\tserver.cfg
debuglevel 3
AutoDetect no
clientmeta yes
dynalign_list off
libnode /n.so
load_timeout 100`
    const { config, problems } = parseConfigIni(text)
    expect(problems).toEqual([])
    expect(changes(config)).toEqual({
      gameDll: 'dlls/cs.so',
      pluginsFile: 'my.ini',
      execFile: 'server.cfg',
      debugLevel: 3,
      autodetect: false,
      clientMeta: true,
      alignList: false,
      libnode: '/n.so',
      loadTimeoutMs: 100,
    })
  })

  test('what holds where nothing is said is what Metamod-r does', () => {
    expect(defaultConfig).toMatchObject({
      gameDll: null,
      pluginsFile: 'addons/metamod/plugins.ini',
      execFile: 'addons/metamod/exec.cfg',
      debugLevel: 0,
      autodetect: true,
      clientMeta: false,
      alignList: true,
    })
  })

  test.each(['yes', 'TRUE', 'On', '1'])('%s means yes', (word) => {
    expect(parseConfigIni(`clientmeta ${word}`).config.clientMeta).toBe(true)
  })

  test.each(['no', 'False', 'OFF', '0'])('%s means no', (word) => {
    expect(parseConfigIni(`dynalign_list ${word}`).config.alignList).toBe(false)
  })

  test('a value may stand in quotes', () => {
    expect(parseConfigIni('gamedll "dlls/my game.so"').config.gameDll).toBe('dlls/my game.so')
    expect(parseConfigIni('debuglevel "2"').config.debugLevel).toBe(2)
  })

  test('a value without quotes may have blanks in it, and a line may have any length', () => {
    const long = `dlls/${'x'.repeat(100_000)} y.so`
    expect(parseConfigIni(`gamedll ${long}`).config.gameDll).toBe(long)
  })

  test('the last line of a setting counts, and each value tells where it comes from', () => {
    const { config } = parseConfigIni('gamedll a.so\n\ngamedll b.so\ndebuglevel x', defaultConfig, 'my.ini')
    expect(config.gameDll).toBe('b.so')
    expect(config.sources).toMatchObject({ gamedll: 'my.ini:3', debuglevel: 'default' })
  })

  const all =
    'debuglevel, gamedll, plugins_file, exec_cfg, autodetect, clientmeta, dynalign_list, libnode, load_timeout'

  test.each([
    ['gamdll x.so', `'gamdll' is no setting; the settings are ${all}`],
    ['constructor x', `'constructor' is no setting; the settings are ${all}`],
    ['gamedll', "'gamedll' has no value; write 'gamedll VALUE'"],
    ['gamedll ""', "'gamedll' has no value; write 'gamedll VALUE'"],
    ['gamedll "a.so', `gamedll has a quote too few or too many; write 'gamedll VALUE' or 'gamedll "VALUE"'`],
    ['gamedll "a" b', `gamedll has a quote too few or too many; write 'gamedll VALUE' or 'gamedll "VALUE"'`],
    ['debuglevel high', "debuglevel must be a whole number from 0 to 16777216, got 'high'"],
    ['debuglevel -1', "debuglevel must be a whole number from 0 to 16777216, got '-1'"],
    [
      `debuglevel ${'9'.repeat(400)}`,
      `debuglevel must be a whole number from 0 to 16777216, got '${'9'.repeat(400)}'`,
    ],
    ['load_timeout 5s', "load_timeout must be a whole number from 0 to 16777216, got '5s'"],
    ['clientmeta maybe', "clientmeta must be 'yes' or 'no', got 'maybe'"],
    ['gamedll a\0b', 'has a NUL byte in it, so it is no text; save the file as UTF-8'],
    [
      'gamedll a\uFFFDb',
      "gamedll the path 'a\uFFFDb' has bytes in it that are not UTF-8; save the file as UTF-8, or rename what it names",
    ],
  ])(
    'the malformed line %j keeps the value before it and is named, and the others count',
    (line, message) => {
      const { config, problems } = parseConfigIni(`; settings\n${line}\nexec_cfg a.cfg`)
      expect(problems).toEqual([{ line: 2, message }])
      expect(changes(config)).toEqual({ execFile: 'a.cfg' })
    },
  )
})

describe('+localinfo', () => {
  const answers = (said: Readonly<Record<string, string>>) => (key: string) => said[key] ?? ''

  test('is heard above the file, for each setting that Metamods know', () => {
    const file = parseConfigIni('debuglevel 1\ngamedll a.so\nclientmeta no').config
    const said = {
      mm_debug: '4',
      mm_gamedll: 'dlls/b.so',
      mm_pluginsfile: 'p.ini',
      mm_execcfg: 'e.cfg',
      mm_autodetect: 'no',
      mm_clientmeta: 'yes',
      mm_dynalign_list: 'no',
    }
    const { config, problems } = applyLocalInfo(file, answers(said))
    expect(problems).toEqual([])
    expect(changes(config)).toEqual({
      debugLevel: 4,
      gameDll: 'dlls/b.so',
      pluginsFile: 'p.ini',
      execFile: 'e.cfg',
      autodetect: false,
      clientMeta: true,
      alignList: false,
    })
    expect(config.sources).toMatchObject({ debuglevel: 'localinfo mm_debug', load_timeout: 'default' })
  })

  test('leaves what it does not name, and a wrong value is named and changes nothing', () => {
    const file = parseConfigIni('debuglevel 1').config
    const { config, problems } = applyLocalInfo(file, answers({ mm_debug: 'lots' }))
    expect(problems).toEqual(["localinfo mm_debug: must be a whole number from 0 to 16777216, got 'lots'"])
    expect(config).toEqual(file)
  })
})

/** A file as administrators write it, with things thrown in. */
const settingLine = fc.oneof(
  fc
    .tuple(fc.constantFrom(...configKeys), fc.constantFrom('yes', '3', 'a/b.so', '"a b"', '', '"'))
    .map((w) => w.join(' ')),
  fc.constantFrom('', '; comment', '# comment', '// comment', 'nonsense', '\0', '\uFEFF', '"', ' \t '),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('config.ini with anything in it', () => {
  test('is read to its end: each bad line gives one problem with its number, and good lines count', () => {
    fc.assert(
      fc.property(
        fc.array(settingLine, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, end) => {
          const flat = lines.map((line) => line.replace(/[\r\n]/g, ' '))
          const { config, problems } = parseConfigIni([...flat, 'exec_cfg last.cfg'].join(end))
          expect(config.execFile).toBe('last.cfg')
          expect(config.sources.exec_cfg).toBe(`config.ini:${flat.length + 1}`)
          const numbers = problems.map(({ line }) => line)
          expect(new Set(numbers).size).toBe(numbers.length)
          // Alone, each of those lines is bad too; and each of the others is good.
          flat.forEach((line, index) => {
            const alone = parseConfigIni(index === 0 ? line : `\n${line}`).problems.length
            expect(alone).toBe(numbers.includes(index + 1) ? 1 : 0)
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('or of any bytes, however decoded, neither throws nor hangs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        for (const coding of ['utf8', 'latin1', 'utf16le'] as const)
          parseConfigIni(Buffer.from(bytes).toString(coding))
      }),
      { numRuns: 500 },
    )
  })
})
