import { expect, test } from 'vitest'

import type { Entity } from './raw/entity.js'
import { FrameOffset } from './raw/frame.js'
import { EntityFlag } from './raw/generated/enums.js'
import { answerClient } from './raw/testing/answer-client.js'
import type { MemoryBridge } from './raw/testing/memory-bridge.js'
import { testServer } from './raw/testing/test-server.js'

/** Has the engine give a message this number. */
function answerWith(memory: MemoryBridge, id: number): void {
  memory.answers.set('regUserMsg', (frame, base) => {
    frame.i32[(base + FrameOffset.result) >> 2] = id
  })
}

test('a message that a plugin registers is the plugin’s', () => {
  const { memory, plugin, addPlugin } = testServer()
  answerWith(memory, 70)
  expect(plugin.engine.regUserMsg('Mine', 4)).toBe(70)
  addPlugin(2).plugin.engine.regUserMsg('Yours', -1)
  expect(memory.journal).toEqual(['claimUserMessage 1 Mine 4 70', 'claimUserMessage 2 Yours -1 70'])
})

test('a message that the engine refuses is nobody’s', () => {
  const { memory, plugin } = testServer()
  answerWith(memory, 0)
  expect(plugin.engine.regUserMsg('Much too long a name', 4)).toBe(0)
  expect(memory.journal).toEqual([])
})

test.each(['queryClientCvarValue', 'queryClientCvarValue2'] as const)(
  '%s refuses a slot without a player, and a bot',
  (name) => {
    const { memory, plugin } = testServer()
    const player = plugin.entity(1) as Entity
    const ask = (): void => plugin.engine[name](player, 'rate', 7)
    const asked = (): number => memory.calls.filter((call) => call.function === name).length
    expect(ask).toThrow(new RegExp(`^${name}: player must be a player who is no bot`))
    answerClient(memory, 3, '')
    expect(ask).toThrow(RangeError)
    answerClient(memory, 3, 'Ann')
    ask()
    expect(asked()).toBe(1)
    player.vars.flags = EntityFlag.FakeClient
    expect(ask).toThrow(RangeError)
    expect(asked()).toBe(1)
  },
)

test.each([
  ['clientCommand', ['echo hi\n']],
  ['clientPrintf', [0, 'hi']],
  ['crosshairAngle', [1, 2]],
  ['fadeClientVolume', [50, 1, 2, 3]],
  ['setView', []],
] as const)('%s refuses a slot that nobody has, and leaves what is no slot to the engine', (name, rest) => {
  const { memory, plugin } = testServer()
  const player = plugin.entity(1) as Entity
  const calls = plugin.engine as unknown as Record<string, (...args: unknown[]) => void>
  const ask = (): void => calls[name]?.(player, ...(rest.length === 0 ? [player] : rest))
  const asked = (): number => memory.calls.filter((call) => call.function === name).length
  expect(ask).toThrow(new RegExp(`^${name}: player must be a player who is there, got `))
  answerClient(memory, 3, '')
  expect(ask).toThrow(RangeError)
  expect(asked()).toBe(0)
  answerClient(memory, 3, 'Ann')
  ask()
  answerClient(memory, -1, '')
  ask()
  expect(asked()).toBe(2)
})

test('the table of a plugin still explains misspelt names', () => {
  const { plugin } = testServer()
  expect(() => (plugin.engine as unknown as Record<string, unknown>)['regUserMessage']).toThrow(
    'plugin.engine.regUserMessage: there is no such function; did you mean regUserMsg',
  )
})
