import { beforeEach, describe, expect, test } from 'vitest'

import { defaultConfig, parseConfigIni } from '../configuration/config-ini.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { Admin } from './testing/admin.js'

const folder = temporaryFolder()
let admin: Admin

beforeEach(() => {
  admin = new Admin(folder)
  admin.load('a.so', { name: 'Greeter', logTag: 'G' }, { description: 'The greeter' })
})

describe('meta cmds', () => {
  beforeEach(() => {
    admin.registries.commands = () => [
      { name: 'meta', slot: 0, isAlive: true },
      { name: 'greet', slot: 1, isAlive: true },
      { name: 'wave', slot: 7, isAlive: false },
      { name: 'lost', slot: 9, isAlive: true },
    ]
  })

  test('lists every command with its plugin', () => {
    expect(admin.meta('cmds')).toEqual([
      'Registered plugin commands:',
      '      plugin       command',
      ' [ 1] Metamod      meta',
      ' [ 2] The greeter  greet',
      ' [ 3] (unloaded)   wave',
      ' [ 4] (unknown)    lost',
      '4 commands, 3 available',
    ])
  })

  test('lists those of a plugin, or of a name', () => {
    expect(admin.meta('cmds 1').slice(2)).toEqual([' [ 1] The greeter  greet', '1 commands, 1 available'])
    expect(admin.meta('cmds GREETER').slice(2)).toEqual(admin.meta('cmds 1').slice(2))
    expect(admin.meta('cmds WAV').slice(2)).toEqual([' [ 1] (unloaded)  wave', '1 commands, 0 available'])
    expect(admin.meta('cmds 1 wave').slice(2)).toHaveLength(3)
  })

  test('says so where nothing fits', () => {
    expect(admin.meta('cmds xyz')).toEqual([
      "meta cmds: no command is of a plugin or begins with 'xyz'; there are 4 without it",
    ])
    expect(admin.meta('cmds', '')[0]).toMatch(/begins with ''/)
  })

  test('of a server without any is a header and a footer', () => {
    admin.registries.commands = () => []
    expect(admin.meta('cmds')).toEqual([
      'Registered plugin commands:',
      '      plugin  command',
      '0 commands, 0 available',
    ])
  })
})

describe('meta cvars', () => {
  test('lists every cvar with its plugin, type and value', () => {
    admin.registries.cvars = () => [
      { name: 'metamod_version', string: '0.1.0', value: 0.1, flags: 4, slot: 0, isAlive: true },
      { name: 'greet_text', string: 'hello\nthere', value: 0, flags: 0, slot: 1, isAlive: true },
      { name: 'old', string: '12345.5', value: 12345.5, flags: 0x25, slot: 3, isAlive: false },
    ]
    expect(admin.meta('cvars')).toEqual([
      'Registered plugin cvars:',
      '      plugin       cvar             type                      float value  string value',
      ' [ 1] Metamod      metamod_version  server                       0.100000  0.1.0',
      ' [ 2] The greeter  greet_text       -                            0.000000  hello there',
      ' [ 3] (unloaded)   old              archive server protected          ***  ***',
      '3 cvars, 2 available',
    ])
  })

  test('keeps 300 cvars in a table, and a value of any length in its line', () => {
    admin.registries.cvars = () =>
      Array.from({ length: 300 }, (_, index) => ({
        name: `c${index}`,
        string: 'x'.repeat(index * 10),
        value: index,
        flags: 0,
        slot: 1,
        isAlive: true,
      }))
    const lines = admin.meta('cvars')
    expect(lines).toHaveLength(303)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(140)
    expect(lines[2]).toMatch(/^ \[ {2}1] The greeter {2}c0 /)
    expect(admin.meta('cvars c29').at(-1)).toBe('11 cvars, 11 available')
  })
})

describe('meta game', () => {
  test('tells about the game and its user messages, in the order of their numbers', () => {
    admin.registries.describeGame = (tag) =>
      ['cstrike', 'Counter-Strike', '/srv/cstrike', '/srv/cstrike/dlls/cs.so', 'cs.so', ''][tag] ?? ''
    admin.registries.userMessages = () => [
      { name: 'svc_bad', id: 0, size: -1, slot: 0 },
      { name: 'TextMsg', id: 77, size: -1, slot: 0 },
      { name: 'Health', id: 67, size: 1, slot: 0 },
      { name: 'Wave', id: 100, size: 2, slot: 1 },
      { name: 'Gone', id: 101, size: 3, slot: 8 },
    ]
    expect(admin.meta('game')).toEqual([
      'GameDLL info:',
      '         name: cstrike',
      '         desc: Counter-Strike',
      '      gamedir: /srv/cstrike',
      '     dll file: cs.so',
      ' dll pathname: /srv/cstrike/dlls/cs.so',
      'Registered user messages:',
      '      message  msgid  size  owner',
      ' [ 1] Health      67     1  game',
      ' [ 2] TextMsg     77    -1  game',
      ' [ 3] Wave       100     2  The greeter',
      ' [ 4] Gone       101     3  (unloaded)',
      '4 user messages',
    ])
  })
})

test('meta config shows every setting in effect, and where it comes from', () => {
  admin.registries.gameDllPath = () => `${folder.path}/dlls/hl.so`
  const { config } = parseConfigIni(
    'clientmeta yes\n\nload_timeout 100',
    defaultConfig,
    'addons/metamod/config.ini',
  )
  admin.config = {
    ...config,
    sources: { ...config.sources, debuglevel: 'localinfo mm_debug' },
    debugLevel: 3,
  }
  expect(admin.meta('config')).toEqual([
    'Config options from localinfo and addons/metamod/config.ini:',
    '   debuglevel     3                           localinfo mm_debug',
    '   gamedll        (found: dlls/hl.so)         default',
    '   plugins_file   addons/metamod/plugins.ini  default',
    '   exec_cfg       addons/metamod/exec.cfg     default',
    '   autodetect     yes                         default',
    '   clientmeta     yes                         addons/metamod/config.ini:1',
    '   dynalign_list  yes                         default',
    '   libnode        (looked for)                default',
    '   load_timeout   100                         addons/metamod/config.ini:3',
  ])
})
