/** The guide's rows about config.ini, `+localinfo`, plugins.ini and cvars. */
import { expect } from 'vitest'

import { loaderVersion } from '../../src/loader-version.js'
import { configIni, pluginsIni, serverWith, setting, typed, type Row } from './row.js'

/** A line of config.ini, and what `meta config` makes of it. */
function key(line: string, shown = line): () => void {
  const [name = ''] = line.split(' ')
  return () => {
    const server = serverWith({ [configIni]: `gamedll dlls/game.so\n${line}`, 'my/exec.cfg': '' })
    expect(setting(server, name)).toBe(`${shown} ${configIni}:2`)
  }
}

function localInfo(name: string, value: string, shown: string): () => void {
  return () => {
    const server = serverWith({ 'my/exec.cfg': '' }, { commandLine: ['+localinfo', name, value] })
    expect(setting(server, shown)).toBe(`${shown} ${value} localinfo ${name}`)
  }
}

function otherConfig(): void {
  const commandLine = ['+localinfo', 'mm_configfile', 'my/config.ini']
  const server = serverWith({ 'my/config.ini': 'gamedll dlls/game.so\ndebuglevel 2' }, { commandLine })
  expect(setting(server, 'debuglevel')).toBe('debuglevel 2 my/config.ini:2')
}

export const keyRows: readonly Row[] = [
  ['`debuglevel`', key('debuglevel 2')],
  ['`gamedll`', key('gamedll dlls/game.so')],
  ['`plugins_file`', key('plugins_file my/plugins.ini')],
  ['`exec_cfg`', key('exec_cfg my/exec.cfg')],
  ['`autodetect`', key('autodetect no')],
  ['`clientmeta`', key('clientmeta yes')],
  ['`dynalign_list`', key('dynalign_list no')],
  ['`libnode`', key('libnode /usr/lib/libnode.so')],
  ['`load_timeout`', key('load_timeout 100')],
  ['`+localinfo mm_debug`', localInfo('mm_debug', '2', 'debuglevel')],
  ['`+localinfo mm_gamedll`', localInfo('mm_gamedll', 'dlls/game.so', 'gamedll')],
  ['`+localinfo mm_pluginsfile`', localInfo('mm_pluginsfile', pluginsIni, 'plugins_file')],
  ['`+localinfo mm_execcfg`', localInfo('mm_execcfg', 'my/exec.cfg', 'exec_cfg')],
  ['`+localinfo mm_autodetect`', localInfo('mm_autodetect', 'no', 'autodetect')],
  ['`+localinfo mm_clientmeta`', localInfo('mm_clientmeta', 'yes', 'clientmeta')],
  ['`+localinfo mm_dynalign_list`', localInfo('mm_dynalign_list', 'no', 'dynalign_list')],
  ['`+localinfo mm_configfile`', otherConfig],
]

/** The plugins that a plugins.ini of these lines has running. */
const listed = (...lines: readonly string[]): string[] => {
  const server = serverWith({ [pluginsIni]: lines.join('\n'), 'two words/other.ts': otherPlugin })
  expect(server.errors()).toEqual([])
  return server.running()
}

const otherPlugin = `import { definePlugin } from '@csr/metamod-sdk'
export default definePlugin({ name: 'Two words', version: '1', author: 'A', url: '', logTag: 'TWO', attach() {} })
`
const observer = 'addons/observer/observer.so'
const bits = process.arch === 'ia32' || process.arch === 'arm' ? 32 : 64

export const lineRows: readonly Row[] = [
  ['`linux PATH [DESCRIPTION]`', () => expect(listed(`LINUX ${observer} Mine`)).toEqual(['Observer'])],
  [
    '`lin64 PATH`, `lin32 PATH`',
    () => {
      expect(listed(`lin${bits} ${observer}`, `lin${96 - bits} addons/none.so`)).toEqual(['Observer'])
    },
  ],
  [
    '`win32 PATH`, `mswin PATH`, `osx PATH`',
    () => expect(listed('win32 a.dll', 'mswin a.dll', 'osx a.dylib')).toEqual([]),
  ],
  ['`ts PATH [DESCRIPTION]`', () => expect(listed('ts addons/greeter.ts')).toEqual(['Greeter'])],
  ['`linux "PATH WITH BLANKS"`', () => expect(listed('ts "two words/other.ts"')).toEqual(['Two words'])],
]

export const cvarRows: readonly Row[] = [
  ['`metamod_version`', () => typed(['metamod_version'], loaderVersion)],
  ['`meta_debug`', traces],
  ['`meta_load_timeout`', () => typed(['meta_load_timeout'], '5000')],
  ['`meta_error_limit`', () => typed(['meta_error_limit'], '"100"')],
  ['`meta_watchdog`', () => typed(['meta_watchdog'], '"2000"')],
  ['`meta_watch`', () => typed(['meta_watch'], '"0"')],
]

function traces(): void {
  const server = serverWith()
  const before = server.printed.length
  server.run('meta_debug 50')
  server.run('status')
  expect(server.printed.slice(before).join('\n')).toMatch(/Observer/)
}
