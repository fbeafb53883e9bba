import { expectTypeOf, test } from 'vitest'

import { handled, override, supercede } from '../index.js'
import type { Entity, MessageValue, Plugin } from '../index.js'

declare const plugin: Plugin

test('a listener of messages answers as hooks do', () => {
  plugin.onMessage('TextMsg', () => undefined)
  plugin.onMessage('TextMsg', () => handled())
  plugin.onMessage('TextMsg', () => supercede())
  plugin.onMessage('TextMsg', ({ args }) => {
    if (args.length === 1) return supercede()
    if (args.length === 2) return override({ args: [1, 'a'], player: null })
    if (args.length === 3) return override([1, 'a', ['short', 2]])
  })
  // @ts-expect-error -- A message has no part of this kind.
  plugin.onMessage('TextMsg', () => override([['word', 2]]))
  // @ts-expect-error -- There is nothing to return when the message is not sent.
  plugin.onMessage('TextMsg', () => supercede(1))
  // @ts-expect-error -- The game does not wait.
  plugin.onMessage('TextMsg', () => Promise.resolve(handled()))
})

test('the kind of a part tells the type of its value', () => {
  plugin.onMessage('TextMsg', ({ args, parts }) => {
    expectTypeOf(args[0]).toEqualTypeOf<MessageValue | undefined>()
    for (const [kind, value] of parts) {
      if (kind === 'string') expectTypeOf(value).toEqualTypeOf<string>()
      else if (kind === 'entity') expectTypeOf(value).toEqualTypeOf<Entity | number>()
      else expectTypeOf(value).toEqualTypeOf<number>()
    }
    plugin.sendMessage('TextMsg', {}, ...parts)
  })
})

test('parts to send are pairs of kind and value', () => {
  plugin.sendMessage('TextMsg', { to: plugin.entity(1), reliable: false }, ['byte', 4], ['string', 'hi'])
  // @ts-expect-error -- A byte is a number.
  plugin.sendMessage('TextMsg', {}, ['byte', 'x'])
  // @ts-expect-error -- The target comes first.
  plugin.sendMessage('TextMsg', ['byte', 4])
})
