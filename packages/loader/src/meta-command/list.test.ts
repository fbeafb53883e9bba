import { PluginAction } from '@csr/metamod-sdk/host'
import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.js'
import { Admin } from './testing/admin.js'

const folder = temporaryFolder()
let admin: Admin

beforeEach(() => {
  admin = new Admin(folder)
})

describe('meta list', () => {
  test('has columns as wide as their longest cell, and a footer', () => {
    admin.load('a.so', {}, { description: 'A plugin with a long description' })
    admin.load('longer_name.so', { name: 'Second', logTag: 'S', version: '12.34.56', unloadable: 3 })
    admin.meta('pause 1')
    expect(admin.meta('list')).toEqual([
      'Currently loaded plugins:',
      '      description                       stat pend  file            vers       src  load  unload',
      ' [ 1] A plugin with a long description  PAUS  -    a.so            v1.2       ini  ANY   Pause',
      ' [ 2] Second                            RUN   -    longer_name.so  v12.34.56  ini  ANY   ANY',
      '2 plugins, 1 running',
    ])
  })

  test('has the classic widths if the administrator wants them', () => {
    admin.config = { ...admin.config, alignList: false }
    admin.load('a.so', {}, { description: 'A plugin with a long description' })
    admin.load('name_of_a_library.so', { name: 'Second', logTag: 'S', version: '12.34.56' })
    expect(admin.meta('list')).toEqual([
      'Currently loaded plugins:',
      '      description      stat pend  file              vers      src   load  unlod',
      ' [ 1] A plugin with a  RUN   -    a.so              v1.2      ini   ANY   Pause',
      ' [ 2] Second           RUN   -    name_of_a_librar  v12.34.5  ini   ANY   Pause',
      '2 plugins, 2 running',
    ])
  })

  test('shows a plugin that did not load', () => {
    admin.bridge.failures.set('openNative', 'not a library')
    admin.load('bad.so')
    expect(admin.meta('list').slice(2)).toEqual([
      expect.stringMatching(/^ \[ 1] bad\.so {7}badf .{4} {2}bad\.so {2}v - {3}ini {3}- {5}-$/),
      '1 plugins, 0 running',
    ])
  })

  test('names the plugin that loaded another, and says so when that one is gone', () => {
    const parent = admin.load('a.so', { name: 'Parent', logTag: 'P' })
    const child = admin.load('b.so', { name: 'Child', logTag: 'C' }, { source: { slot: parent.slot } })
    expect(admin.meta('list')[3]).toMatch(/ pl1 {2}ANY/)
    child.source = { slot: null }
    expect(admin.meta('list')[3]).toMatch(/ plUN {2}ANY/)
  })

  test.each([
    [PluginAction.Load, 'load'],
    [PluginAction.Attach, 'atch'],
    [PluginAction.Unload, 'unld'],
    [PluginAction.Reload, 'relo'],
    [PluginAction.Keep, 'keep'],
  ])('shows what is pending: action %i is %s', (action, word) => {
    admin.load('a.so').action = action
    expect(admin.meta('list')[2]).toContain(` RUN  ${word}  a.so`)
  })

  test('of a server without plugins is a header and a footer', () => {
    expect(admin.meta('list')).toEqual([
      'Currently loaded plugins:',
      '      description  stat pend  file  vers  src  load  unload',
      '0 plugins, 0 running',
    ])
  })

  test('stays a table with more than 99 plugins, and with names that hold odd letters', () => {
    for (let index = 0; index < 120; index += 1)
      admin.load(`p${index}.so`, { name: `P\n${index}`, logTag: `P${index}` })
    const lines = admin.meta('list')
    expect(lines).toHaveLength(123)
    expect(lines[2]).toMatch(/^ \[ {2}1] P 0 {10}RUN/)
    expect(lines[121]).toMatch(/^ \[120] P 119 {8}RUN/)
  })

  test('says UNK where a plugin gives a time that there is not', () => {
    admin.load('a.so', { loadable: 9 })
    expect(admin.meta('list')[2]).toMatch(/ UNK9 {2}Pause$/)
  })
})
