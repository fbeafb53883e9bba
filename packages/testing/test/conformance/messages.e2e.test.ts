/** Whole messages of the game, heard, changed and sent. */
import {
  MessageDest,
  override,
  supercede,
  type Entity,
  type MessageListener,
  type Plugin,
} from '@csr/metamod-sdk'

import { asked, come } from './asked.js'
import { conformInSteps, type Step } from './conforms.js'
import type { Setup } from './driver.js'
import { pluginOf } from '../plugin-of.js'

let plugin: Plugin
let listener: MessageListener = () => undefined

const listening: Setup = {
  plugins: (note) => [
    pluginOf('Listener', (own) => {
      plugin = own
      for (const name of ['SayText', 'TextMsg', 'Health', 'NoSuch'])
        own.onMessage(name, (message) => {
          const { args, dest, origin, player, parts, status } = message
          note(`first hears ${name}`, args, dest, origin, player, parts, status)
          return listener(message)
        })
    }),
    pluginOf('Second', (own) => {
      own.onMessage('SayText', ({ args, status, dest }) => note('second hears SayText', args, status, dest))
    }),
  ],
}

const answering = (title: string, answer: MessageListener): Step =>
  asked(title, (server) => {
    listener = answer
    server.type(1, 'say hello')
    listener = () => undefined
  })

const targets = [
  {},
  { to: 1 },
  { dest: MessageDest.Broadcast },
  { origin: [1, 2, 3] },
  { to: 2, reliable: false },
  { to: 99 },
] as const

conformInSteps('whole messages', listening, [
  come,
  answering('a message passes', () => undefined),
  answering('a message is blocked', () => supercede()),
  answering('a message is changed', ({ args }) => override([args[0] ?? 1, 'changed\n'])),
  answering('a message gets other kinds', () =>
    override([
      ['byte', 2],
      ['string', 'x'],
      ['short', 5],
    ]),
  ),
  answering('a message gets another receiver', () => override({ player: plugin.entity(2) })),
  answering('a message gets another destination', () => override({ dest: MessageDest.Broadcast })),
  answering('a message is emptied', () => override([])),
  answering('a message gets too long', () => override([1, 'y'.repeat(250)])),
  answering('a message gets a value that is none', () => override([1, Symbol('x') as never])),
  answering('a listener throws', () => {
    throw new Error('on purpose')
  }),
  asked('a death is told', (server) => server.type(2, 'kill')),
  asked('a hook of writeString comes first', (server) => {
    const undo = plugin.onEngine.writeString(({ text }) => {
      server.note('writes', text)
      return supercede()
    })
    server.type(1, 'say hooked')
    undo()
  }),
  ...targets.map((target, index) =>
    asked(`a message is sent to target ${index}`, () =>
      plugin.sendMessage('TextMsg', target as never, ['byte', 4], ['string', 'sent']),
    ),
  ),
  asked('all kinds of parts are sent', () =>
    plugin.sendMessage(
      'SayText',
      {},
      ['byte', 1],
      ['char', -2],
      ['short', 300],
      ['long', 70000],
      ['angle', 90],
      ['coord', 12.5],
      ['string', 'ü'],
      ['entity', plugin.entity(1) as Entity],
    ),
  ),
  asked('a message of the engine is sent by number', () =>
    plugin.sendMessage(23, {}, ['byte', 0], ['coord', 1]),
  ),
  asked('a message inside of a message is refused', (server) => {
    const undo = plugin.onEngine.writeByte(() => {
      try {
        plugin.sendMessage('TextMsg', {}, ['byte', 1], ['string', 'in'])
      } catch (error) {
        server.note('throws', error)
      }
    })
    server.type(1, 'say open')
    undo()
  }),
  asked('the listeners go with the plugin', (server) => {
    server.console('meta unload 1')
    server.type(1, 'say unheard')
  }),
])
