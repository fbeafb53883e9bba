import { describe, expect, test } from 'vitest'

import { folder, joined, plugin, received, says, serverWith } from './message-server.js'
import { startServer } from './test-server.js'

describe('a listener', () => {
  test('hears of a message once, with every argument, though the game registered it after the plugin came', () => {
    const server = serverWith(
      plugin(
        'Ear',
        `plugin.onMessage('SayText', ({ name, id, dest, origin, player, args, parts }) => { print({ name, isUser: id >= 60, dest, origin, player, args, parts }) })`,
      ),
    )
    expect(says(server, 'hello')).toContain(
      JSON.stringify({
        name: 'SayText',
        isUser: true,
        dest: 2,
        origin: null,
        player: null,
        args: [1, 'Alice: hello\n'],
        parts: [
          ['byte', 1],
          ['string', 'Alice: hello\n'],
        ],
      }),
    )
    expect(received(server, 'SayText')).toEqual(['SayText to 2: \\x01Alice:\\x20hello\\x0a\\x00'])
  })

  test('changes the arguments, and to whom the message goes', () => {
    const server = serverWith(
      plugin(
        'Changer',
        `plugin.onMessage('SayText', ({ args }) => override([args[0], 'Bob: ' + args[1].length, ['short', 258]]))
         plugin.onMessage('SayText', () => override({ player: plugin.entity(1) }))`,
      ),
    )
    says(server, 'hello')
    expect(received(server, 'SayText')).toEqual(['SayText to 1: \\x01Bob:\\x2013\\x00\\x02\\x01'])
  })

  test('keeps a message from being sent, and later plugins hear of it all the same', () => {
    const server = serverWith(
      plugin('Blocker', `plugin.onMessage('SayText', () => supercede())`),
      plugin('Ear', `plugin.onMessage('SayText', ({ status }) => { print('status ' + status) })`),
    )
    expect(says(server, 'hello')).toContain('status 4')
    expect(received(server, 'SayText')).toEqual([])
  })

  test('that throws, or answers what the engine would refuse, is logged, and the message is sent as it was', () => {
    const server = serverWith(
      plugin(
        'Clumsy',
        `plugin.onMessage('SayText', ({ args }) => { throw new Error('oops') })
         plugin.onMessage('SayText', ({ args }) => override([args[0], 'x'.repeat(192)]))
         plugin.onMessage('SayText', () => override(['one', 2]))
         plugin.onMessage('SayText', async () => {})`,
      ),
    )
    const printed = says(server, 'hello').join('\n')
    expect(printed).toMatch(/plugin 'Clumsy'.*onMessage SayText.*oops/)
    expect(printed).toMatch(/parts of SayText must be at most 192 bytes, got 194/)
    expect(printed).toMatch(/argument 1, a byte, must be a whole number -128\.\.255, got "one"/)
    expect(printed).toMatch(/got a Promise; the game does not wait/)
    expect(received(server, 'SayText')).toEqual(['SayText to 2: \\x01Alice:\\x20hello\\x0a\\x00'])
  })

  test('with a misspelt name is told so when the map has started', () => {
    const server = serverWith(plugin('Speller', `plugin.onMessage('SayTxet', () => {})`))
    const lines = server.printed.filter((line) => line.includes('SayTxet'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/plugin 'Speller'.*no message is called "SayTxet"; did you mean SayText/)
  })

  test('hears of messages in the next map too, and of none once it was taken back or its plugin paused or unloaded', () => {
    const ear = plugin(
      'Ear',
      `const undo = plugin.onMessage('SayText', ({ args }) => { print('heard ' + args[1].trim()) })
       plugin.addCommand('deaf', () => undo())`,
    )
    const server = serverWith(ear)
    server.run('changelevel box2')
    server.frames(5)
    expect(says(server, 'one')).toContain('heard Alice: one')
    server.run('meta pause ear')
    expect(says(server, 'two')).not.toContain('heard Alice: two')
    server.run('meta unpause ear')
    expect(says(server, 'three')).toContain('heard Alice: three')
    server.run('deaf')
    expect(says(server, 'four')).not.toContain('heard Alice: four')
    server.run('meta reload ear')
    expect(says(server, 'five')).toContain('heard Alice: five')
    server.run('meta unload ear')
    expect(says(server, 'six')).not.toContain('heard Alice: six')
    expect(received(server, 'SayText')).toHaveLength(6)
  })

  test('may send messages itself, also of the same kind, and hears those that plugins send through the hooks', () => {
    const server = serverWith(
      plugin(
        'Echo',
        `let depth = 0
         plugin.onMessage('SayText', ({ id, args }) => {
           print('heard ' + args[1].trim())
           const engine = plugin.hooked.engine
           engine.messageBegin(2, id, null, null); engine.writeByte(1); engine.writeString('inner'); engine.messageEnd()
           plugin.sendMessage('SayText', {}, ['byte', 1], ['string', 'own'])
         })
         plugin.addCommand('hooked', () => {
           const engine = plugin.hooked.engine
           engine.messageBegin(2, plugin.util.getUserMsgId('SayText').id, null, null); engine.writeByte(1); engine.writeString('typed'); engine.messageEnd()
         })`,
      ),
    )
    expect(server.run('hooked')).toEqual(['heard typed'])
    expect(received(server, 'SayText')).toEqual(
      ['inner', 'own', 'typed'].map((text) => `SayText to 2: \\x01${text}\\x00`),
    )
  })

  test('hears of the engine’s own messages by number', () => {
    const server = serverWith(
      plugin(
        'Effects',
        `plugin.onMessage(23, ({ name, args }) => { print(name + ' ' + args.join()) })
         plugin.addCommand('hooked', () => {
           const engine = plugin.hooked.engine
           engine.messageBegin(0, 23, null, null); engine.writeByte(3); engine.writeCoord(-12.5); engine.writeEntity(1); engine.messageEnd()
         })`,
      ),
    )
    expect(server.run('hooked')[0]).toMatch(/^svc_temp_entity 3,-12\.5,/)
  })
})

describe('a plugin that goes while the game writes a message that it wants', () => {
  const execute = (line: string): string =>
    `plugin.engine.serverCommand('${line}\\n'); plugin.engine.serverExecute()`

  test.each(['unload', 'reload', 'pause'])(
    'by "meta %s" in its own listener: the message is sent as it was',
    (what) => {
      const server = serverWith(
        plugin(
          'Leaver',
          `plugin.onMessage('SayText', ({ args }) => { print('heard ' + args[1].trim()); ${execute(`meta ${what} leaver`)} })`,
        ),
        plugin('Ear', `plugin.onMessage('SayText', ({ args }) => { print('ear ' + args[1].trim()) })`),
      )
      const printed = says(server, 'hello')
      expect(printed).toContain('heard Alice: hello')
      expect(printed).toContain('ear Alice: hello')
      expect(received(server, 'SayText')).toEqual(['SayText to 2: \\x01Alice:\\x20hello\\x0a\\x00'])
      const isHeard = says(server, 'more').includes('heard Alice: more')
      expect(isHeard).toBe(what === 'reload')
      expect(received(server, 'SayText')).toHaveLength(2)
    },
  )

  test.each(['unload', 'reload', 'pause'])(
    'by "meta %s" between two writes: the rest of it is not lost',
    (what) => {
      const server = serverWith(
        plugin(
          'Leaver',
          `plugin.onMessage('SayText', ({ args }) => { print('heard ' + args[1].trim()) })
        plugin.addCommand('hook', () => { const undo = plugin.onEngine.writeByte(() => { undo(); ${execute(`meta ${what} leaver`)} }) })`,
        ),
      )
      server.run('hook')
      says(server, 'hello')
      expect(received(server, 'SayText')).toEqual(['SayText to 2: \\x01Alice:\\x20hello\\x0a\\x00'])
      says(server, 'more')
      expect(received(server, 'SayText')).toHaveLength(2)
    },
  )
})

describe('beside a native plugin that hooks the calls', () => {
  const pluginsIni = 'linux addons/messenger/messenger.so\n'
  const ear = plugin('Ear', `plugin.onMessage('TextMsg', ({ args }) => { print(args) })`)

  test('a listener gets what that plugin let through or wrote instead, and both see every message', () => {
    const server = startServer(folder, { pluginsIni, plugins: [ear] })
    server.run('messenger_replaces 1')
    const before = server.printed.length
    joined(server)
    const printed = server.printed.slice(before)
    expect(printed).toContain('[33,"Alice has joined the game\\n"]')
    const place = printed.indexOf('messenger: byte 3')
    expect(printed.slice(place - 1, place + 3)).toEqual([
      'messenger: begin 1',
      'messenger: byte 3',
      '[33,"Alice has joined the game\\n"]',
      'messenger: sent',
    ])
  })

  test('texts that are no UTF-8 reach the client byte for byte, also in a message of which something else was changed', () => {
    const other = plugin('Other', `plugin.onMessage('TextMsg', ({ args }) => override([9, args[1]]))`)
    const server = joined(startServer(folder, { pluginsIni, plugins: [ear] }))
    expect(server.run('messenger_latin')).toContain('[1,"caf\ufffd"]')
    expect(received(server, 'TextMsg').at(-1)).toBe('TextMsg to 2: \\x01caf\\xe9\\x00')
    server.run(`meta load ${other}`)
    server.run('messenger_latin')
    expect(received(server, 'TextMsg').at(-1)).toBe('TextMsg to 2: \\x09caf\\xe9\\x00')
  })

  test('a message that it left open keeps others from being sent, and is named', () => {
    const sender = plugin(
      'Sender',
      `plugin.addCommand('greet', () => { try { plugin.sendMessage('SayText', {}, ['byte', 1], ['string', 'hi']); print('sent') } catch (error) { print(error.code + ' ' + error.message) } })`,
    )
    const server = joined(startServer(folder, { pluginsIni, plugins: [sender] }))
    server.run('messenger_open')
    expect(server.run('greet')).toEqual([
      "MESSAGE_OPEN sendMessage: SayText cannot be sent while TextMsg, begun by plugin 'Messenger', is not ended; send it later, as with plugin.nextFrame",
    ])
    server.run('messenger_end')
    expect(server.run('greet')).toEqual(['sent'])
  })
})

test('a listener of a game’s message that begins and never ends it costs the server nothing', () => {
  const server = serverWith(
    plugin(
      'Game',
      `plugin.onMessage('SayText', ({ args }) => { print(args) })
       plugin.addCommand('begin', () => { plugin.hooked.engine.messageBegin(2, plugin.util.getUserMsgId('SayText').id, null, null) })`,
    ),
  )
  server.run('begin')
  expect(server.run('begin').join('\n')).toMatch(
    /message SayText was not ended when the game began SayText; left out/,
  )
  expect(says(server, 'hello')).toContain('[1,"Alice: hello\\n"]')
  expect(received(server, 'SayText')).toHaveLength(1)
})
