import { describe, expect, test } from 'vitest'

import { plugin, received, serverWith } from './message-server.js'

describe('sendMessage', () => {
  test('sends a message to one player or to all', () => {
    const server = serverWith(
      plugin(
        'Sender',
        `plugin.addCommand('send', () => {
           plugin.sendMessage('TextMsg', { to: plugin.entity(1) }, ['byte', 4], ['string', 'one é'])
           plugin.sendMessage('TextMsg', { reliable: false }, ['byte', 4], ['string', 'all'])
           plugin.sendMessage('svc_temp_entity', { origin: [1, 2, 3], area: 'pvs' }, ['byte', 255], ['char', -2], ['short', 65535], ['long', 4294967295], ['angle', 90], ['coord', 1], ['entity', plugin.entity(1)])
         })`,
      ),
    )
    server.run('send')
    expect(received(server, 'TextMsg').slice(-2)).toEqual([
      'TextMsg to 1: \\x04one\\x20\\xc3\\xa9\\x00',
      'TextMsg to 0: \\x04all\\x00',
    ])
    expect(received(server, 'svc_temp_entity')).toEqual([
      'svc_temp_entity to 4: \\xff\\xfe\\xff\\xff\\xff\\xff\\xff\\xff@\\x08\\x00\\x01\\x00',
    ])
  })

  test('throws for a mistake before anything is sent', () => {
    const server = serverWith(
      plugin(
        'Sender',
        `const sends = [
           () => plugin.sendMessage('Health', {}, ['byte', 1], ['byte', 2]),
           () => plugin.sendMessage('Helth', {}, ['byte', 1]),
           () => plugin.sendMessage('TextMsg', { dest: 1 }, ['byte', 1]),
           () => plugin.sendMessage('TextMsg', {}, ['string', 'é'.repeat(96)]),
         ]
         plugin.addCommand('send', () => { for (const send of sends) try { send(); print('sent') } catch (error) { print(error.message) } })`,
      ),
    )
    const before = received(server, 'TextMsg')
    expect(server.run('send')).toEqual([
      'sendMessage: the parts of Health must be 1 bytes, with which it was registered, got 2; compare their kinds with what the game writes',
      'sendMessage: no message is called "Helth"; did you mean Health?',
      'sendMessage: a message to one player must name the player; set to',
      'sendMessage: the parts of TextMsg must be at most 192 bytes, got 193; shorten its texts, or send several',
    ])
    expect(received(server, 'TextMsg')).toEqual(before)
    expect(server.engine.isRunning()).toBe(true)
  })
})
