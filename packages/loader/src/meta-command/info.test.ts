import { beforeEach, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { Admin } from './testing/admin.js'

const folder = temporaryFolder()
let admin: Admin

beforeEach(() => {
  admin = new Admin(folder)
})

test('info tells what the plugin says of itself, and what it hooks and registered', () => {
  const plugin = admin.load(
    'addons/a.so',
    { author: 'Ada', url: 'https://a.example' },
    { description: 'Mine' },
  )
  admin.load('addons/b.so', { name: 'Child', logTag: 'C' }, { source: { slot: 1 } })
  plugin.loadedAt = new Date(2026, 0, 2, 3, 4, 5)
  // precacheModel, and the post hooks of precacheModel, setModel.
  admin.registries.hookedFunctions = (slot) => (slot === 1 ? [0, 1, 5] : [])
  admin.registries.commands = () => [
    { name: 'greet', slot: 1, isAlive: true },
    { name: 'other', slot: 2, isAlive: true },
    { name: 'old', slot: 1, isAlive: false },
  ]
  admin.registries.cvars = () => [
    { name: 'greet_text', string: 'hi', value: 0, flags: 4, slot: 1, isAlive: true },
  ]
  expect(admin.meta('info mine')).toEqual([
    '         name: Healthy',
    '         desc: Mine',
    '       status: running',
    '       action: none',
    '     filename: addons/a.so',
    '         file: a.so',
    `     pathname: ${folder.path}/addons/a.so`,
    '         kind: native library',
    '        index: 1',
    '       source: plugins.ini',
    '     loadable: at any time',
    '   unloadable: at any time, and pausable',
    '      version: 1.2',
    '         date: 2026-01-01',
    '       author: Ada',
    '          url: https://a.example',
    '       logtag: HEAL',
    '       ifvers: 5:13',
    '  last loaded: 2026-01-02 03:04:05',
    'Engine functions (1):',
    '   PrecacheModel',
    'Engine Post functions (2):',
    '   PrecacheModel_Post SetModel_Post',
    'Registered commands:',
    '   greet',
    'Registered cvars:',
    '      cvar        type    float value  string value',
    ' [ 1] greet_text  server     0.000000  hi',
    'Child plugins:',
    '      description  stat pend  file  vers  src  load  unload',
    ' [ 2] Child        RUN   -    b.so  v1.2  pl1  ANY   Pause',
    '1 plugins, 1 running',
  ])
})

test('info tells why a plugin did not load', () => {
  admin.bridge.failures.set('openNative', 'not a library')
  admin.load('bad.so')
  const lines = admin.meta('info 1')
  expect(lines).toContain('      problem: not a library')
  expect(lines).toContain('       status: badfile')
  expect(lines).toContain('  last loaded: never')
  expect(lines).toEqual(expect.arrayContaining(['No commands.', 'No cvars.', 'No child plugins.']))
})

test('info tells the commands that players have from a plugin', () => {
  const plugin = admin.load('addons/a.so')
  plugin.commandHelp = () => [
    { kind: 'server', name: 'greet', usage: 'greet', help: 'not for players' },
    { kind: 'chat', name: '!slap', usage: '!slap <target> [damage 0..100]', help: 'Hurts\na player' },
    { kind: 'client', name: 'menu', usage: 'menu', help: '' },
  ]
  const lines = admin.meta('info 1')
  expect(lines).not.toContain('No commands.')
  const start = lines.indexOf("Players' commands:")
  expect(lines.slice(start, start + 4)).toEqual([
    "Players' commands:",
    '      command                         typed in  what it does',
    ' [ 1] !slap <target> [damage 0..100]  chat      Hurts a player',
    ' [ 2] menu                            console',
  ])
})

test('info names the plugin that loaded this one', () => {
  admin.load('a.so', { name: 'Parent', logTag: 'P' })
  const child = admin.load('b.so', { name: 'Child', logTag: 'C' }, { source: { slot: 1 } })
  expect(admin.meta('info child')).toContain('       source: plugin [1] Parent')
  child.source = { slot: null }
  expect(admin.meta('info child')).toContain('       source: unloaded plugin')
})

test('info of a plugin with every hook has no line that is wider than a console', () => {
  admin.load('a.so')
  admin.registries.hookedFunctions = () => Array.from({ length: 214 * 2 }, (_, index) => index)
  const lines = admin.meta('info 1')
  expect(lines.every(({ length }) => length <= 120)).toBe(true)
  const heads = lines.filter((line) => line.includes(' functions ('))
  expect(heads).toEqual([
    'DLLAPI functions (50):',
    'DLLAPI Post functions (50):',
    'NEWAPI functions (5):',
    'NEWAPI Post functions (5):',
    'Engine functions (159):',
    'Engine Post functions (159):',
  ])
})
