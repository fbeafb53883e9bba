/** What is refused when a plugin asks for it, and in which words. */
import type { Plugin } from '@csr/metamod-sdk'

import { conformInSteps } from './conforms.js'
import { asked, come, registrar, setup } from './registering.js'

const mistaken: Readonly<Record<string, (own: Plugin) => unknown>> = {
  'a command that the engine has': (own) => own.addCommand('status', () => undefined),
  'a command that is a cvar': (own) => own.addCommand('sv_gravity', () => undefined),
  'a command twice': (own) => [
    own.addCommand('twice', () => undefined),
    own.addCommand('TWICE', () => undefined),
  ],
  'a command without a name': (own) => own.addCommand('', () => undefined),
  'a command with a blank': (own) => own.addCommand('a b', () => undefined),
  'a chat command twice': (own) => [
    own.addChatCommand('hi', {}, () => undefined),
    own.addChatCommand('hi', {}, () => undefined),
  ],
  'the client command say': (own) => own.addClientCommand('say', {}, () => undefined),
  'a cvar with a default outside its range': (own) => own.addCvar('wrong', 9, { max: 5 }),
  'a cvar twice': (own) => [own.addCvar('two', 1), own.addCvar('two', 2)],
  'a cvar that is a command': (own) => own.addCvar('status', 1),
  'a timer of less than nothing': (own) => own.after(-1, () => undefined),
  'a message that nobody knows': (own) => own.sendMessage('NoSuch', {}),
  'a byte that is none': (own) => own.sendMessage('TextMsg', {}, ['byte', 300]),
  'a message that is too long': (own) =>
    own.sendMessage('TextMsg', {}, ['byte', 1], ['string', 'x'.repeat(200)]),
  'a message of the wrong size': (own) => own.sendMessage('Health', {}, ['short', 1]),
  'an entity class that the game has': (own) => own.addEntityClass('ammo_box', () => undefined),
  'a health that is no number': (own) => Reflect.set(own.entity(1)?.vars ?? {}, 'health', 'much'),
  'a hook without a function': (own) => own.on.startFrame(null as never),
  'an engine call with too few values': (own) =>
    (own.engine.setOrigin as (entity: unknown) => void)(own.entity(1)),
  'an engine call of a wrong type': (own) => own.engine.modelIndex(5 as never),
  'a sound that is too loud': (own) =>
    own.engine.emitSound(own.entity(1) as never, 1, 'items/ammo.wav', 3, 1, 0, 100),
  'an unknown event': (own) => own.events.on('nothing' as never, (() => undefined) as never),
}

conformInSteps('mistakes', setup, [
  come,
  ...Object.entries(mistaken).map(([what, make]) =>
    asked(`${what} is refused alike`, () => make(registrar())),
  ),
])
