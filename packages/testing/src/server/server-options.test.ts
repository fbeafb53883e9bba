import { afterEach, expect, test } from 'vitest'

import { pluginOf } from '../../test/plugin-of.js'
import { createServer, stopServers } from '../index.js'

afterEach(() => stopServers())

const quiet = pluginOf('Quiet', () => undefined)
const start = (options: unknown) => createServer(options as never)

test.each<[unknown, string]>([
  [quiet, 'createServer: got a plugin; write createServer({ plugins: [plugin] })'],
  [7, 'createServer: its options must be an object, got 7'],
  [{ plugin: quiet }, 'createServer: there is no option plugin; did you mean plugins?'],
  [{ plugins: quiet }, 'createServer: plugins must be an array'],
  [{ maxPlayers: 33 }, 'createServer: maxPlayers must be a whole number 1..32, got 33'],
  [{ frameSeconds: 5 }, 'createServer: frameSeconds must be 0.001..1 seconds, got 5'],
  [{ map: 7 }, 'createServer: map must be a string, got 7'],
  [{ cvars: null }, 'createServer: cvars must be an object, got null'],
  [{ print: true }, 'createServer: print must be a function, got true'],
  [{ failOnErrors: 1 }, 'createServer: failOnErrors must be true or false, got 1'],
])('wrong options %# are refused in words that name the cure', (options, message) => {
  expect(() => start(options)).toThrow(message)
})

test.each<[unknown, string]>([
  [undefined, 'createServer: plugins[0] must be a plugin or the path of one, got undefined; pass what'],
  [{}, 'got {}; pass what definePlugin returned'],
  [{ default: quiet }, 'it is a module, so pass its default export'],
  [Promise.resolve(quiet), 'await it'],
])('what is no plugin %# is refused in words that name the cure', (plugin, message) => {
  expect(() => start({ plugins: [plugin] })).toThrow(message)
  const server = createServer({ plugins: [quiet] })
  expect(() => server.load(plugin as never)).toThrow('load: plugin must be')
  if (plugin !== undefined)
    expect(() => server.reload('Quiet', plugin as never)).toThrow('reload: plugin must be')
})

test('how a player comes in is checked likewise', () => {
  const server = createServer()
  expect(() => server.connect('Ada', { addres: '1' } as never)).toThrow(
    'connect: there is no option addres; did you mean address?',
  )
  expect(() => server.tryConnect('Ada', { address: 7 } as never)).toThrow(
    'tryConnect: address must be a string, got 7',
  )
  expect(server.connect('Ada', { authId: undefined } as never).authId).toBe('STEAM_0:1:1001')
})
