import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { everyUtil } from './every-util.js'
import { pluginSource } from './plugin-source.js'
import { nativeFiles, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()
const errors = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('[META] ERROR'))
/** Without the engine's time, which is another in each run. */
const untimed = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/^L \d\d\/\d\d\/\d{4} - \d\d:\d\d:\d\d: /, 'L '))

function serverWith(pluginsIni: string, bots = 1): TestServer {
  const server = startServer(folder, { pluginsIni, bots })
  server.frames(3)
  return server
}

describe('a plugin in C and its twin in TypeScript call each function of mutil_funcs_t', () => {
  const lines = (file: string, tag: string): string[] => [
    'LogConsole 5% done',
    `L [${tag}] LogMessage 5% done`,
    `L [${tag}] ERROR: LogError 5% done`,
    `L [${tag}] dev: LogDeveloper 5% done`,
    `L [${tag}] (centersay) CenterSay 5%`,
    `L [${tag}] (centersay) CenterSayParms 5%`,
    `L [${tag}] (centersay) CenterSayVarargs 5%`,
    'CallGameEntity info_player_start = 1',
    'CallGameEntity no_such_class = 0',
    'GetUserMsgID SayText = 65, size -1',
    'GetUserMsgName 65 = SayText, size -1',
    'GetUserMsgID Every = 64, size 3',
    'GetUserMsgName 64 = Every, size 3',
    'GetUserMsgID svc_print = 8, size -1',
    'GetUserMsgName 8 = svc_print, size -1',
    'GetUserMsgID NoSuchText = 0, size -2',
    `GetPluginPath = ${file}`,
    `GetGameInfo 0 = ${folder.path.replace(/.*\//, '')}`,
    'GetGameInfo 1 = Metamod Test Game',
    `GetGameInfo 2 = ${folder.path}`,
    `GetGameInfo 3 = ${nativeFiles.game}/dlls/game.so`,
    'GetGameInfo 4 = game.so',
    `GetGameInfo 5 = ${nativeFiles.game}/dlls/game.so`,
    'IsQueryingClientCvar = rate',
    'MakeRequestId = 1091633154, then 1 more',
    'GetHookTables: engine yes, dll yes, new dll yes',
    'GetHookTables: the hook of Time ran',
    'L Ada answers: 20000',
    'L Ada answers request 1091633153: cl_lw is Bad CVAR request',
  ]

  // Of the bytes, 26 are parameters (28 with the time of an effect), and one ends the text.
  const textMessages = ['CenterSay 5%', 'CenterSayParms 5%', 'CenterSayVarargs 5%'].map(
    (text, index) => `svc_temp_entity: ${text.length + 1 + (index === 0 ? 23 : 21)} bytes`,
  )
  const texts = (server: TestServer): string[] =>
    server.run('messages Ada').filter((line) => line.includes('temp'))

  test('in C', () => {
    const server = serverWith('linux addons/every_util/every_util.so\n')
    server.run('developer 1; log on')
    const file = `${nativeFiles.game}/addons/every_util/every_util.so`
    expect(untimed(server.run('every_util'))).toEqual(lines(file, 'EVERY'))
    expect(server.run('every_util_answered')).toEqual(['IsQueryingClientCvar = nothing'])
    expect(texts(server)).toEqual(textMessages)
  })

  test('in TypeScript', () => {
    const file = folder.write('every-twin.ts', everyUtil)
    const server = serverWith('ts every-twin.ts\n')
    server.run('developer 1; log on')
    expect(untimed(server.run('twin_util'))).toEqual(lines(file, 'EVERY TWIN'))
    expect(server.run('twin_util_answered')).toEqual(['IsQueryingClientCvar = nothing'])
    expect(texts(server)).toEqual(textMessages)
  })
})

test('a plugin may log inside Meta_Query, before and after it has said who it is', () => {
  const { printed } = serverWith('linux addons/every_util/every_util.so\n')
  expect(printed).toContain('every_util: before Metamod knows it')
  expect(printed).toContain('every_util: queried')
  expect(errors(printed)).toEqual([])
})

describe('wrong calls', () => {
  const refused = 'unknown: 0 0 0 0 0 1 1 1 0 0 0'

  test('a PLID that is no plugin’s is refused by each function, and told once for each', () => {
    const server = serverWith('linux addons/every_util/every_util.so\nlinux addons/observer/observer.so\n')
    const first = server.run('every_util_unknown')
    expect(first.filter((line) => line === refused)).toHaveLength(3)
    expect(first.filter((line) => line.includes('not printed'))).toEqual([])
    const told = errors(first)
    expect(told).toHaveLength(18)
    expect(told[0]).toMatch(
      /^\[META] ERROR: mutil LogConsole: unknown plugin \(PLID .*\), called by 'Every util'; pass PLID, the plugin_info_t of Meta_Query$/,
    )
    expect(errors(server.run('every_util_unknown'))).toEqual([])
    expect(server.run('meta list').at(-1)).toBe('2 plugins, 2 running')
  })

  test('null for a format, a name, a size or a handle is survived, and a refusal says what to pass', () => {
    const server = serverWith('linux addons/every_util/every_util.so\n')
    const lines = server.run('every_util_nothing')
    expect(lines.at(-1)).toBe('nothing: 0 0 0 1 0 1 1 1 1 0')
    expect(errors(lines)).toEqual([
      "[META] ERROR: plugin 'Every util': LoadPlugin: no file is named; pass its path",
      "[META] ERROR: plugin 'Every util': LoadPlugin: no file is named; pass its path",
      "[META] ERROR: plugin 'Every util': UnloadPlugin: no plugin is named; pass its name",
      "[META] ERROR: plugin 'Every util': UnloadPluginByHandle: the handle is null; pass the one that LoadPlugin gave",
    ])
  })

  test('a text of 5,000 characters is whole on the console, and as long as a line may be in the log', () => {
    const server = serverWith('linux addons/every_util/every_util.so\n')
    server.run('log on')
    const lines = server.run('every_util_long')
    expect(lines[0]).toBe('x'.repeat(5000))
    expect(untimed(lines)[1]).toBe(`L ${'[EVERY] '.padEnd(1022, 'x')}`)
    expect(lines.at(-1)).toBe('long: 0 1 1')
  })
})

describe('a plugin that loads and unloads others', () => {
  const ini = 'linux addons/parent/parent.so\n'

  test('a native one, once or twice, and unloads it by its handle', () => {
    const server = serverWith(ini)
    const load = 'parent_load addons/observer/observer.so'
    expect(server.run(load).at(-1)).toBe('parent: load answers 0, a handle')
    expect(server.run('meta list').join('\n')).toMatch(/Observer .* RUN .* pl1/)
    expect(server.run(load).at(-1)).toBe('parent: load answers 0, a handle')
    expect(server.run('meta list').at(-1)).toBe('2 plugins, 2 running')
    expect(server.run('parent_path').at(-1)).toBe('parent: its path is not known')
    expect(server.run('parent_unload_handle').at(-1)).toBe('parent: unload by handle answers 0')
    expect(server.run('parent_unload_handle').at(-1)).toBe('parent: unload by handle answers 1')
  })

  test('a TypeScript one, by its handle and by its name', () => {
    const file = folder.write('child.ts', pluginSource('Child', ''))
    const server = serverWith(ini)
    expect(server.run('parent_load child.ts').at(-1)).toBe('parent: load answers 0, a handle')
    expect(server.run('parent_path')).toEqual([`parent: its path is ${file}`])
    expect(server.run('parent_unload_handle').at(-1)).toBe('parent: unload by handle answers 0')
    expect(server.run('parent_load_only child.ts').at(-1)).toBe('parent: load answers 0')
    expect(server.run('parent_unload child').at(-1)).toBe('parent: unload answers 0')
  })

  test('a file that is not there gives no handle', () => {
    const server = serverWith(ini)
    const lines = server.run('parent_load addons/missing.so')
    expect(lines.at(-1)).toBe('parent: load answers 1, no handle')
    expect(errors(lines)[0]).toMatch(/plugin 'Parent': loadPlugin: .*missing\.so/)
  })

  test('it cannot unload itself from its own hook, and the log names it', () => {
    const server = serverWith(ini)
    server.engine.clientCommand(1, 'orphan')
    server.frames(2)
    expect(server.printed).toContain('parent: unloading itself answers 1')
    expect(errors(server.printed).at(-1)).toMatch(/plugin 'Parent': unloadPlugin: .*cannot unload itself/)
    expect(server.run('meta list').at(-1)).toBe('1 plugins, 1 running')
  })

  test('a TypeScript plugin cannot unload itself from its own hook either', () => {
    folder.write(
      'self.ts',
      pluginSource(
        'Self',
        "    plugin.on.clientCommand(() => plugin.log(`answer ${plugin.util.unloadPlugin('Self')}`))",
      ),
    )
    const server = serverWith('ts self.ts\n')
    server.engine.clientCommand(1, 'anything')
    expect(server.printed).toContain('[SELF] answer false')
    expect(errors(server.printed).at(-1)).toMatch(/plugin 'Self': unloadPlugin: .*cannot unload itself/)
  })
})
