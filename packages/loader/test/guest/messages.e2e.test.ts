import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, nativeLine, startGuest } from './guest-server.js'
import type { GuestServer } from './guest-server.js'

const folder = temporaryFolder()

describeHosts('whole messages', (host) => {
  /** A server with a player who is no bot, and a plugin for each body of `attach`, which finds `print`. */
  const start = (attaches: readonly string[], before = ''): GuestServer => {
    const top = 'const print = (value) => plugin.util.logConsole(JSON.stringify(value))\n'
    const plugins = Object.fromEntries(
      attaches.map((attach, index) => [
        `plugin${index + 1}.ts`,
        pluginSource(`Plugin${index + 1}`, top + attach),
      ]),
    )
    const server = startGuest(folder, { host, plugins, before })
    server.engine.connect('Alice', '')
    server.frames(3)
    return server
  }
  const says = (server: GuestServer, text: string): string[] => server.run(`as Alice say ${text}`)
  const received = (server: GuestServer): string[] =>
    server.run('messages Alice bytes').filter((line) => line.startsWith('SayText to'))
  const ear = "plugin.onMessage('SayText', ({ args }) => { print(args) })"

  test('come to a listener once, and reach the client as they were', () => {
    const server = start([ear])
    expect(says(server, 'hello')).toContain('[1,"Alice: hello\\n"]')
    expect(received(server)).toEqual(['SayText to 2: \\x01Alice:\\x20hello\\x0a\\x00'])
  })

  test('are changed and blocked by any of several plugins, and each is called', () => {
    const server = start([
      ear,
      "plugin.onMessage('SayText', ({ args }) => args[1].includes('bad') ? supercede() : override([2, args[1]]))",
      ear,
    ])
    expect(says(server, 'good').filter((line) => line.startsWith('['))).toEqual([
      '[1,"Alice: good\\n"]',
      '[2,"Alice: good\\n"]',
    ])
    expect(says(server, 'bad').filter((line) => line.startsWith('[')).length).toBe(2)
    expect(received(server)).toEqual(['SayText to 2: \\x02Alice:\\x20good\\x0a\\x00'])
  })

  test('are heard by the plugins that the host has not paused, and go on when it unloads the one that gathers', () => {
    const server = start([
      "plugin.onMessage('SayText', () => { print('first') })",
      "plugin.onMessage('SayText', () => { print('second') })",
    ])
    const heard = (): string[] => says(server, 'hello').filter((line) => line.startsWith('"'))
    expect(heard()).toEqual(['"first"', '"second"'])
    server.run('meta pause 2')
    expect(heard()).toEqual(['"second"'])
    server.run('meta unpause 2')
    server.run('meta pause 3')
    expect(heard()).toEqual(['"first"'])
    server.run('meta unpause 3')
    server.run('meta unload 2')
    server.frames(2)
    expect(heard()).toEqual(['"second"'])
    expect(received(server)).toHaveLength(4)
  })

  test('are what native plugins before ours let through', () => {
    const server = start(
      ["plugin.onMessage('TextMsg', ({ args }) => { print(args) })"],
      nativeLine('messenger'),
    )
    expect(server.printed).toContain('[3,"Alice has joined the game\\n"]')
    expect(server.printed).toContain('messenger: byte 3')
    expect(server.run('messenger_latin').join('\n')).toMatch(/\[1,"caf\ufffd"\]/)
  })

  test('are sent by sendMessage, unless the game has one open', () => {
    const server = start([
      `const send = () => { try { plugin.sendMessage('SayText', {}, ['byte', 9], ['string', 'sent']) } catch (error) { print(error.message) } }
       plugin.addCommand('send', send)
       let undo = null
       plugin.addCommand('within', () => { undo = plugin.onEngine.writeByte(() => { send(); undo() }) })`,
    ])
    server.run('send')
    expect(received(server)).toEqual(['SayText to 2: \\x09sent\\x00'])
    server.run('within')
    expect(says(server, 'hello').join('\n')).toMatch(
      /sendMessage: SayText cannot be sent while SayText, begun by the game, is not ended/,
    )
    expect(received(server)).toHaveLength(2)
  })
})
