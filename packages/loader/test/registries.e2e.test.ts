import { createRequire } from 'node:module'

import type { Bridge } from '@csr/metamod-sdk/host'
import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './plugin-source.js'
import { nativeFiles, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()
const bridge = createRequire(nativeFiles.bridge)(nativeFiles.bridge) as Bridge
const errors = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('[META] ERROR'))

const command = (name: string): object | undefined => bridge.commands().find((each) => each.name === name)
const cvar = (name: string): object | undefined => bridge.cvars().find((each) => each.name === name)
const message = (name: string): object | undefined => bridge.userMessages().find((each) => each.name === name)

const registrar = 'linux addons/registrar/registrar.so\n'

function serverWith(pluginsIni: string, bots = 0): TestServer {
  const server = startServer(folder, { pluginsIni, bots })
  server.frames(3)
  return server
}

describe('a plugin in C that registers from static memory, the heap and the stack', () => {
  test('its commands, cvars and messages are known by their owner', () => {
    serverWith(registrar)
    expect(command('registrar_show')).toEqual({ name: 'registrar_show', slot: 1, isAlive: true })
    expect(cvar('registrar_static')).toMatchObject({ string: '1', value: 1, slot: 1, isAlive: true })
    expect(cvar('registrar_heap')).toMatchObject({ string: '2.5', value: 2.5, slot: 1, isAlive: true })
    expect(cvar('registrar_empty')).toMatchObject({ string: '', value: 0, slot: 1 })
    expect(message('Registrar')).toEqual({ name: 'Registrar', id: 64, size: 2, slot: 1 })
    expect(message('SayText')).toMatchObject({ slot: 0, size: -1 })
    expect(message('svc_print')).toMatchObject({ id: 8, slot: 0 })
    expect(message('m'.repeat(300))).toBeUndefined()
  })

  test('what cannot be registered is refused with plugin, name and cure', () => {
    const { printed } = serverWith(registrar)
    expect(errors(printed)).toEqual([
      "[META] ERROR: plugin 'Registrar' cannot register cvar '': it has no name. Fill in cvar_t.name first.",
      "[META] ERROR: plugin 'Registrar' cannot register cvar '': it has no name. Fill in cvar_t.name first.",
      "[META] ERROR: plugin 'Registrar' cannot register command '': it has no name. Pass one.",
      "[META] ERROR: plugin 'Registrar' cannot register command 'registrar_null': its function is null. Pass one.",
      "[META] ERROR: plugin 'Registrar' cannot register command 'meta': the name belongs to Metamod. Rename it.",
    ])
  })

  test('through ten reloads its commands work, its cvars keep their values, and nothing piles up', () => {
    const server = serverWith(registrar)
    server.run('registrar_static 5; registrar_heap 7')
    const before = [bridge.commands(), bridge.cvars(), bridge.userMessages()]
    for (let reload = 0; reload < 10; reload += 1) {
      server.run('meta reload registrar')
      expect(server.run('registrar_show')).toEqual([
        "registrar: static 5, heap 7, empty '', message 64, own cvar_t 1",
      ])
      expect(server.run('REGISTRAR_OTHER')).toEqual(['registrar: the other command'])
    }
    expect([bridge.commands(), bridge.cvars(), bridge.userMessages()]).toEqual(before)
  })

  test('when it is gone its command says so, its cvars stay without an owner, and all is its own again when it is back', () => {
    const server = serverWith(registrar)
    server.run('registrar_static 9')
    server.run('meta unload registrar')
    expect(server.run('registrar_show')).toEqual([
      "[META] Command 'registrar_show' does nothing now: plugin 'Registrar' was unloaded. Load it again to have the command.",
    ])
    expect(command('registrar_show')).toEqual({ name: 'registrar_show', slot: 0, isAlive: false })
    expect(cvar('registrar_static')).toMatchObject({ string: '9', slot: 0, isAlive: false })
    expect(message('Registrar')).toMatchObject({ id: 64, slot: 0 })
    server.run('meta load addons/registrar/registrar.so')
    expect(server.run('registrar_show').join()).toMatch(/static 9, heap 2\.5/)
    expect(cvar('registrar_static')).toMatchObject({ string: '9', slot: 1, isAlive: true })
    expect(message('Registrar')).toMatchObject({ id: 64, slot: 1 })
  })

  test('messages keep number and owner when the game registers its own anew at a map change', () => {
    const server = serverWith(registrar)
    const before = bridge.userMessages()
    server.engine.changeLevel('box2')
    server.frames(3)
    expect(bridge.userMessages()).toEqual(before)
  })
})

describe('names that two plugins want', () => {
  const greeter = (name: string): string =>
    pluginSource(name, `    plugin.addCommand('registrar_other', () => plugin.log('mine'))`)

  test('a TypeScript plugin is told which plugin has the command', () => {
    folder.write('greeter.ts', greeter('Greeter'))
    const { printed } = serverWith(`${registrar}ts greeter.ts\n`)
    expect(errors(printed).at(-1)).toMatch(
      /'Greeter' not loaded: .*addCommand: "registrar_other" belongs to plugin 'Registrar'; choose another name/,
    )
  })

  test('a native plugin is told which plugin has the command, and runs without it', () => {
    folder.write('greeter.ts', greeter('Greeter'))
    const server = serverWith(`ts greeter.ts\n${registrar}`)
    expect(errors(server.printed)).toContain(
      "[META] ERROR: plugin 'Registrar' cannot register command 'registrar_other': the name belongs to plugin 'Greeter'. Rename it.",
    )
    expect(server.run('registrar_other')).toEqual(['[GREETER] mine'])
  })

  test('a name that a TypeScript plugin took back is free for others, also in C', () => {
    folder.write(
      'fickle.ts',
      pluginSource('Fickle', "    const undo = plugin.addCommand('registrar_other', () => undo())"),
    )
    const server = serverWith('ts fickle.ts\n')
    server.run('registrar_other')
    expect(server.run('registrar_other').join()).toMatch(/does nothing now/)
    server.run('meta load addons/registrar/registrar.so')
    expect(server.run('registrar_other')).toEqual(['registrar: the other command'])
  })

  test('a cvar that two plugins have is the first one’s, and the other’s when that is gone', () => {
    folder.write('sharer.ts', pluginSource('Sharer', "    plugin.addCvar('registrar_static', '3')"))
    const server = serverWith(`${registrar}ts sharer.ts\n`)
    expect(cvar('registrar_static')).toMatchObject({ string: '1', slot: 1, isAlive: true })
    server.run('meta unload registrar')
    expect(cvar('registrar_static')).toMatchObject({ string: '1', slot: 2, isAlive: true })
  })
})

test('a message of a TypeScript plugin is known by its owner, whenever it was registered', () => {
  folder.write(
    'speaker.ts',
    pluginSource('Speaker', "    plugin.addCommand('speak', () => plugin.engine.regUserMsg('Speech', 4))"),
  )
  const server = serverWith(`${registrar}ts speaker.ts\n`)
  server.run('speak')
  expect(message('Speech')).toMatchObject({ size: 4, slot: 2 })
})

test('a client’s `meta` that nobody answers reaches the game, as any other word', () => {
  const server = serverWith('', 1)
  server.engine.clientCommand(1, 'META version')
  server.frames(1)
  expect(server.printed.join('\n')).toMatch(/META/)
})

describe('localinfo', () => {
  test('holds what stands on the command line when the game DLL is loaded', () => {
    startServer(folder, { commandLine: ['+localinfo', 'mm_test', 'a b', '+localinfo', 'other', '1'] })
    expect(bridge.localInfo('mm_test')).toBe('a b')
    expect(bridge.localInfo('other')).toBe('1')
  })

  test('is empty for what nobody set, and follows the console', () => {
    const server = startServer(folder)
    expect(bridge.localInfo('mm_test')).toBe('')
    expect(bridge.localInfo('')).toBe('')
    expect(bridge.localInfo('k'.repeat(5000))).toBe('')
    server.run('localinfo mm_test 7')
    expect(bridge.localInfo('mm_test')).toBe('7')
    expect(server.run('localinfo')).toEqual(['mm_test = 7'])
  })
})
