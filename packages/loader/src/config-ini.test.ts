import { describe, expect, test } from 'vitest'

import { defaultConfig, parseConfigIni } from './config-ini.js'

describe('config.ini', () => {
  test('an empty file leaves the defaults', () => {
    expect(parseConfigIni('')).toEqual({ config: defaultConfig, problems: [] })
  })

  test('each setting is read, its key in any case', () => {
    const text =
      'gamedll dlls/cs.so\nPLUGINS_FILE my.ini\nexec_cfg\tserver.cfg\ndebuglevel 3\nlibnode /n.so\nload_timeout 100'
    expect(parseConfigIni(text)).toEqual({
      config: {
        gameDll: 'dlls/cs.so',
        pluginsFile: 'my.ini',
        execFile: 'server.cfg',
        debugLevel: 3,
        libnode: '/n.so',
        loadTimeoutMs: 100,
      },
      problems: [],
    })
  })

  test('the settings of other Metamods are accepted and have no effect', () => {
    expect(parseConfigIni('clientmeta yes\ndynalign_list no\nautodetect yes')).toEqual({
      config: defaultConfig,
      problems: [],
    })
  })

  test.each([
    [
      'gamdll x.so',
      "'gamdll' is no setting; the settings are gamedll, plugins_file, exec_cfg, libnode, debuglevel, load_timeout",
    ],
    ['gamedll', "'gamedll' has no value; write 'gamedll VALUE'"],
    ['debuglevel high', "debuglevel must be a whole number from 0, got 'high'"],
    ['load_timeout 5s', "load_timeout must be a whole number from 0, got '5s'"],
    [
      'constructor x',
      "'constructor' is no setting; the settings are gamedll, plugins_file, exec_cfg, libnode, debuglevel, load_timeout",
    ],
  ])('the malformed line %s is named and the others count', (line, message) => {
    const { config, problems } = parseConfigIni(`; settings\n${line}\nexec_cfg a.cfg`)
    expect(problems).toEqual([{ line: 2, message }])
    expect(config.execFile).toBe('a.cfg')
  })
})
