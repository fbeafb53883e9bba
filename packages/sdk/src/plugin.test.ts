import { describe, expect, test } from 'vitest'
import { MetamodError } from './index.js'
import type { Command, GameInfo } from './index.js'
import { testServer } from './raw/testing/test-server.js'
import type { MemoryBridge } from './raw/testing/memory-bridge.js'

/** Lets the engine run a command line, of which it says what follows the name. */
function typeCommand(memory: MemoryBridge, text: string): void {
  memory.answers.set('cmdArgs', () => text)
}

describe('names that do not exist', () => {
  const { plugin } = testServer()
  test.each([
    [
      () => plugin.on,
      'clientConect',
      'plugin.on.clientConect: there is no such hook; did you mean clientConnect',
    ],
    [
      () => plugin.onPost,
      'ClientConnect',
      'plugin.onPost.ClientConnect: there is no such hook; did you mean clientConnect',
    ],
    [
      () => plugin.on,
      'pfnStartFrame',
      'plugin.on.pfnStartFrame: there is no such hook; did you mean startFrame',
    ],
    [
      () => plugin.on,
      'traceLine',
      'plugin.on.traceLine: there is no such hook; use plugin.onEngine.traceLine',
    ],
    [
      () => plugin.onEnginePost,
      'startFrame',
      'plugin.onEnginePost.startFrame: there is no such hook; use plugin.onPost.startFrame',
    ],
    [() => plugin.on, 'q', 'plugin.on.q: there is no such hook; see the list of hooks'],
    [
      () => plugin.engine,
      'tracLine',
      'plugin.engine.tracLine: there is no such function; did you mean traceLine',
    ],
    [() => plugin.engine, 'addServerCommand', 'plugin.engine.addServerCommand: cannot be called; '],
    [
      () => plugin.gamedll,
      'clientConect',
      'plugin.gamedll.clientConect: there is no such function; did you mean clientConnect',
    ],
  ])('%#: the error names the nearest', (table, name, message) => {
    expect(() => (table() as unknown as Record<string, unknown>)[name]).toThrow(message)
  })

  test('what Node and test runners probe for is simply absent', async () => {
    expect(await Promise.resolve(plugin.on)).toBe(plugin.on)
    expect(Object.prototype.toString.call(plugin.engine)).toBe('[object Object]')
  })
})

describe('commands', () => {
  test('a handler gets the words and the text', () => {
    const { memory, host, plugin } = testServer()
    const seen: Command[] = []
    plugin.addCommand('greet', (command) => seen.push(command))
    const text = `STEAM_0:1:2 it's "and Ann" {1,2}`
    typeCommand(memory, text)
    expect(host.runCommand(1, 'greet')).toBe(true)
    // HLDS would take these for 16 words.
    expect(seen).toEqual([{ args: ['STEAM_0:1:2', "it's", 'and Ann', '{1,2}'], text }])
    expect(memory.journal).toEqual(['addCommand 1 greet'])
  })

  test('a command with a hundred arguments gives them all', () => {
    const { memory, host, plugin } = testServer()
    let count = 0
    plugin.addCommand('count', ({ args }) => void (count = args.length))
    typeCommand(memory, Array.from({ length: 100 }, (_, i) => String(i)).join(' '))
    host.runCommand(1, 'count')
    expect(count).toBe(100)
  })

  test('a handler that throws is reported with its command', () => {
    const { host, plugin, errors } = testServer()
    plugin.addCommand('greet', () => {
      throw new Error('oops')
    })
    expect(host.runCommand(1, 'GREET')).toBe(true)
    expect(errors).toEqual(['1 command GREET: oops'])
  })

  test('an async handler that throws is reported with its command, whatever it throws', async () => {
    const { host, plugin, errors } = testServer()
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- The point of the test.
    plugin.addCommand('greet', () => Promise.reject('a string'))
    host.runCommand(1, 'greet')
    await Promise.resolve()
    expect(errors).toEqual(['1 command greet: a string'])
  })

  test('a command that was taken back is unknown, and its name is free again', () => {
    const { host, plugin, addPlugin } = testServer()
    const undo = plugin.addCommand('greet', () => undefined)
    const other = addPlugin(2).plugin
    expect(() => other.addCommand('greet', () => undefined)).toThrow(
      new MetamodError(
        'COMMAND_TAKEN',
        'addCommand: "greet" belongs to plugin \'Plugin 1\'; choose another name',
      ),
    )
    undo()
    expect(host.runCommand(1, 'greet')).toBe(false)
    other.addCommand('greet', () => undefined)
    undo()
    expect(host.runCommand(1, 'greet')).toBe(false)
    expect(host.runCommand(2, 'greet')).toBe(true)
  })

  test('a command of the engine is refused', () => {
    const { plugin } = testServer()
    expect(() => plugin.addCommand('quit', () => undefined)).toThrow(
      'addCommand: "quit" belongs to the engine',
    )
  })

  test.each([
    ['', 'addCommand: name must be 1..63 characters long, got ""'],
    ['n'.repeat(300), `addCommand: name must be 1..63 characters long, got "${'n'.repeat(60)}…"`],
    [
      'say hi',
      'addCommand: name must be one word of ASCII without quotes, brackets, commas, colons and semicolons, got "say hi"',
    ],
    [
      'a;b',
      'addCommand: name must be one word of ASCII without quotes, brackets, commas, colons and semicolons, got "a;b"',
    ],
    // Which HLDS, and any engine, would take for three words.
    ['a:b', 'addCommand: name must be one word'],
    ['a,b', 'addCommand: name must be one word'],
    [5, 'addCommand: name must be a string, got 5'],
  ])('the name %j is refused', (name, message) => {
    const { plugin } = testServer()
    expect(() => plugin.addCommand(name as string, () => undefined)).toThrow(message)
  })

  test('a handler that is no function is refused', () => {
    const { plugin } = testServer()
    expect(() => plugin.addCommand('greet', 'hello' as never)).toThrow(
      'addCommand: handler must be a function, got "hello"',
    )
  })
})

describe('variables', () => {
  test('a variable is registered once and read through the engine', () => {
    const { memory, plugin } = testServer()
    memory.answers.set('cvarGetFloat', (frame, base, [name]) => {
      frame.f32[(base + 48) >> 2] = name === 'greeter_volume' ? 0.5 : 0
    })
    memory.answers.set('cvarGetString', () => '0.5')
    const cvar = plugin.addCvar('greeter_volume', 0.5, { flags: 4 })
    expect([cvar.name, cvar.value, cvar.string, cvar.flags]).toEqual(['greeter_volume', 0.5, '0.5', 4])
    expect(memory.journal).toEqual(['addCvar 1 greeter_volume 0.5 4'])
    cvar.set('1')
    expect(memory.calls.at(-1)).toMatchObject({
      function: 'cvarSetString',
      references: ['greeter_volume', '1'],
    })
  })

  test('a value that is neither text nor number is refused', () => {
    const { plugin } = testServer()
    expect(() => plugin.addCvar('x', null as never)).toThrow(
      'addCvar: value must be a string, number or boolean, got null',
    )
    expect(() => plugin.addCvar('x', 'a').set(NaN)).toThrow('x: value must be a finite number, got NaN')
  })
})

describe('utility functions', () => {
  test('they are called in the name of the plugin', () => {
    const { memory, addPlugin } = testServer()
    const { plugin } = addPlugin(2)
    plugin.util.logConsole('hello')
    plugin.log('hello')
    plugin.util.centerSay('hi')
    plugin.util.centerSay('hi', { y: 0.25, color1: [1, 2, 3, 4], holdSeconds: 2 })
    expect(memory.journal).toEqual([
      'logConsole 2 hello',
      'logConsole 2 [P2] hello',
      'centerSay 2 hi default',
      'centerSay 2 hi -1 0.25 0 1 2 3 4 255 255 255 255 0.5 0.5 2 0 1',
    ])
  })

  test('wrong arguments are refused', () => {
    const { plugin } = testServer()
    expect(() => plugin.util.logMessage(5 as never)).toThrow('logMessage: message must be a string, got 5')
    expect(() => plugin.util.getUserMsgName(256)).toThrow(
      'getUserMsgName: id must be a whole number 0..255, got 256',
    )
    expect(() => plugin.util.getGameInfo(77 as GameInfo)).toThrow(
      'getGameInfo: tag must be one of GameInfo, got 77',
    )
    expect(() => plugin.util.centerSay('x', { color1: [1, 2, 3, 999] })).toThrow(
      'centerSay: parms.color1[3] must be a whole number 0..255, got 999',
    )
    expect(() => plugin.util.callGameEntity('x', 3 as never)).toThrow(
      'callGameEntity: entity must be an Entity, got 3',
    )
  })

  test('loading and unloading are the work of the loader', () => {
    const { plugin, errors } = testServer()
    expect(plugin.util.loadPlugin('addons/x.so')).toBe(true)
    expect(plugin.util.unloadPlugin('x')).toBe(true)
    expect(errors).toEqual(['1 loads addons/x.so', '1 unloads x'])
  })

  test('what is no text is not logged as one', () => {
    const { plugin } = testServer()
    expect(() => plugin.log(undefined as never)).toThrow('log: message must be a string, got undefined')
    expect(() => plugin.log('a\0b')).toThrow('log: message must be a string without zero characters')
  })

  test('an unloaded plugin cannot use them', () => {
    const { addPlugin } = testServer()
    const { plugin, dispose } = addPlugin(2)
    dispose()
    expect(() => plugin.log('still here')).toThrow(
      'log: the plugin was unloaded; end what it had begun in detach(), or with plugin.signal',
    )
    expect(() => plugin.addCommand('x', () => undefined)).toThrow(
      expect.objectContaining({ code: 'PLUGIN_UNLOADED' }),
    )
    expect(() => plugin.hooked).toThrow(expect.objectContaining({ code: 'PLUGIN_UNLOADED' }))
  })
})

test('a file is read as bytes, and a missing one is null', () => {
  const { plugin } = testServer()
  expect([...(plugin.engine.loadFileForMe('motd.txt') ?? [])]).toEqual([1, 2, 3])
  expect(plugin.engine.loadFileForMe('none.txt')).toBeNull()
  expect(() => plugin.engine.loadFileForMe(3 as never)).toThrow('loadFileForMe: path must be a string, got 3')
})

test('an info buffer reads and writes keys, and tells clients of a player', () => {
  const { memory, plugin } = testServer()
  const pointer = { type: 'infoBuffer' }
  memory.answers.set('getInfoKeyBuffer', (frame, base) =>
    (frame.i32[(base + 96) >> 2] ?? 0) < 5 ? pointer : null,
  )
  memory.answers.set('infoKeyValue', () => 'Bob')
  const info = plugin.infoBuffer(plugin.entity(1) as never)
  expect([info.get('name'), info.text]).toEqual(['Bob', '\\name\\Bob'])
  info.set('name', 'Ann')
  info.remove('model')
  plugin.infoBuffer(plugin.entity(0) as never).set('motd', 'hi')
  expect(
    memory.calls
      .map((call) => call.function)
      .filter((name) => name.startsWith('set') || name === 'infoRemoveKey'),
  ).toEqual(['setClientKeyValue', 'infoRemoveKey', 'setKeyValue'])
  expect(() => plugin.infoBuffer(plugin.entity(9) as never)).toThrow(
    'infoBuffer: entity must be a player or the world',
  )
})
