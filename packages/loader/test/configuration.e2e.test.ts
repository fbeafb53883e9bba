import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { folder, gameDirectory, metamod, start, type Game, type Started } from './configured-server.js'
import { pluginSource } from './test-server.js'

const greeter = pluginSource('Greeter', "plugin.addCommand('greet', () => plugin.util.logConsole('greeted'))")
const debugLevel = (server: Started): string =>
  /"?meta_debug"? (?:is|=|:)? ?"?([\d.]+)/.exec(server.run('meta_debug').join('\n'))?.[1] ?? ''

describe('config.ini', () => {
  test('names the other files, which are read from there', () => {
    const server = start({
      files: {
        [`${metamod}/config.ini`]:
          'gamedll dlls/game.so\nplugins_file my/list.ini\nexec_cfg my/run.cfg\ndebuglevel 2',
        'my/list.ini': 'ts greeter.ts',
        'my/run.cfg': 'greet\n',
        'greeter.ts': greeter,
      },
    })
    expect(server.run('meta list').at(-1)).toBe('1 plugins, 1 running')
    expect(debugLevel(server)).toBe('2')
    // The plugins were there when it was executed.
    expect(server.printed).toContain('greeted')
    expect(server.errors()).toEqual([])
  })

  test('with mistakes in it is read all the same, and each mistake is named with its line', () => {
    const server = start({
      files: {
        [`${metamod}/config.ini`]:
          '\uFEFFdebuglevel lots\r\ngamdll x\r\nclientmeta perhaps\r\ngamedll "dlls/game.so"',
      },
    })
    expect(server.errors()).toEqual([
      "[META] ERROR: addons/metamod/config.ini:1: debuglevel must be a whole number from 0 to 16777216, got 'lots'",
      expect.stringMatching(/^\[META] ERROR: addons\/metamod\/config\.ini:2: 'gamdll' is no setting; /),
      "[META] ERROR: addons/metamod/config.ini:3: clientmeta must be 'yes' or 'no', got 'perhaps'",
    ])
    expect(server.printed.join('\n')).toMatch(
      /^\[META] game DLL dlls\/game\.so, named in the configuration$/m,
    )
  })

  test('tells less than +localinfo, which may also name another config.ini', () => {
    const words = ['+localinfo', 'mm_debug', '4', '+localinfo', 'mm_configfile', 'other.ini']
    const server = start({
      files: {
        [`${metamod}/config.ini`]: 'gamedll dlls/none.so',
        'other.ini': 'gamedll dlls/none.so\ndebuglevel 1\nplugins_file list.ini',
        'list.ini': 'ts greeter.ts',
        'greeter.ts': greeter,
      },
      commandLine: [...words, '+localinfo', 'mm_gamedll', 'dlls/game.so'],
    })
    expect(debugLevel(server)).toBe('4')
    expect(server.run('meta list').at(-1)).toBe('1 plugins, 1 running')
  })

  test('that +localinfo names and that is not there is missed', () => {
    const server = start({
      files: { 'dlls/hl.so': '' },
      commandLine: ['+localinfo', 'mm_configfile', 'no.ini', '+localinfo', 'mm_gamedll', 'dlls/game.so'],
    })
    expect(server.errors()).toEqual([
      `[META] ERROR: no.ini: no such file in ${server.path}; correct 'localinfo mm_configfile'`,
    ])
  })

  test.each([
    [0, '', 0],
    [1, '', 3],
    [1, 'debuglevel 1', 1],
    [1, 'debuglevel 0', 3],
  ])('with developer %i and the line %j starts with debug level %i', (developer, line, level) => {
    const server = start({
      files: { [`${metamod}/config.ini`]: `gamedll dlls/game.so\n${line}` },
      commandLine: ['+developer', String(developer)],
    })
    expect(debugLevel(server)).toBe(String(level))
  })

  test.each([
    ['is a folder', (file: string) => mkdirSync(file), 'is a folder; a file is wanted in its place'],
    ['links to nothing', (file: string) => symlinkSync('nowhere', file), null],
  ])('that %s does not keep a known game from running', (_, make, problem) => {
    const game = { files: { [`${metamod}/config.ini`]: null }, dlls: ['dlls/hl.so'], name: 'valve' }
    const path = gameDirectory(game)
    make(join(path, `${metamod}/config.ini`))
    const server = start(game, [], path)
    expect(server.errors()).toEqual(
      problem === null ? [] : [`[META] ERROR: addons/metamod/config.ini: ${problem}`],
    )
  })
})

describe('plugins.ini', () => {
  const problemOf = (text: string | Uint8Array | null): string[] =>
    start({ files: { [`${metamod}/plugins.ini`]: text } }).errors()

  test('may be empty', () => {
    expect(problemOf('')).toEqual([])
  })

  test('is missed where there is none', () => {
    expect(problemOf(null)).toEqual([
      expect.stringMatching(/plugins\.ini: no such file in .*; create it with a line for each plugin/),
    ])
  })

  test('of 16-bit characters is named as such, once', () => {
    const text = Buffer.from('\uFEFFts greeter.ts\r\nts more.ts\r\n', 'utf16le')
    expect(problemOf(text)).toEqual(['[META] ERROR: addons/metamod/plugins.ini: is UTF-16; save it as UTF-8'])
  })

  test('that is a folder is named as such', () => {
    const game = { files: { [`${metamod}/plugins.ini`]: null } }
    const path = gameDirectory(game)
    mkdirSync(join(path, `${metamod}/plugins.ini`))
    expect(start(game, [], path).errors()).toEqual([
      '[META] ERROR: addons/metamod/plugins.ini: is a folder; a file is wanted in its place',
    ])
  })

  test.skipIf(process.getuid?.() === 0)(
    'that nobody may read is named as such (skipped: root may read all)',
    () => {
      const path = gameDirectory({})
      chmodSync(join(path, `${metamod}/plugins.ini`), 0)
      expect(start({}, [], path).errors()).toEqual([
        expect.stringMatching(/plugins\.ini: cannot be read: EACCES/),
      ])
    },
  )

  test('and exec.cfg are found where they lay decades ago, and the log says where they belong', () => {
    const server = start({
      files: {
        [`${metamod}/plugins.ini`]: null,
        'metamod.ini': 'ts greeter.ts',
        'metaexec.cfg': 'greet\n',
        'greeter.ts': greeter,
      },
    })
    server.run('')
    expect(server.printed).toContain('greeted')
    expect(server.printed).toContain(
      '[META] metamod.ini: found in its old place; better move it to addons/metamod/plugins.ini',
    )
    expect(server.printed).toContain(
      '[META] metaexec.cfg: found in its old place; better move it to addons/metamod/exec.cfg',
    )
  })
})

describe('exec.cfg', () => {
  const withExec = (name: string, more: Game['files'] = {}): Started =>
    start({ files: { [`${metamod}/config.ini`]: `gamedll dlls/game.so\nexec_cfg ${name}`, ...more } })

  test('is executed by its path below the game directory, also where the configuration has the whole path', () => {
    const game = { files: { 'run.cfg': 'echo executed\n' } }
    const path = gameDirectory(game)
    folder.write(
      join(path, `${metamod}/config.ini`).slice(folder.path.length + 1),
      `gamedll dlls/game.so\nexec_cfg ${path}/run.cfg`,
    )
    const server = start(game, [], path)
    server.run('')
    expect(server.printed).toContain('executed')
    expect(server.errors()).toEqual([])
  })

  test('may have a blank in its name', () => {
    const server = withExec('my run.cfg', { 'my run.cfg': 'echo executed\n' })
    server.run('')
    expect(server.printed).toContain('executed')
  })

  test('outside of the game directory is not executed, and the log says why', () => {
    const outside = folder.write('outside.cfg', 'echo executed\n')
    const server = withExec(outside)
    expect(server.errors()).toEqual([
      `[META] ERROR: addons/metamod/config.ini:2: ${outside}: is not below ${server.path}, and engines exec nothing else; move the file there`,
    ])
  })

  test('is missed where the configuration names it', () => {
    expect(withExec('no.cfg').errors()).toEqual([
      "[META] ERROR: addons/metamod/config.ini:2: no.cfg: no such file; correct the path of 'exec_cfg'",
    ])
  })

  test('is not missed where nothing names it', () => {
    expect(start({}).errors()).toEqual([])
  })

  test('cannot have a name that would be another command', () => {
    const server = withExec('a;quit.cfg', { 'a;quit.cfg': '' })
    expect(server.errors()).toEqual([
      expect.stringMatching(/a;quit\.cfg: a console cannot be told such a name/),
    ])
    expect(server.run('echo alive')).toContain('alive')
  })
})
