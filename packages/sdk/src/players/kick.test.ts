import { describe, expect, test } from 'vitest'

import { testServer } from '../raw/testing/test-server.js'
import { PlayerSlots } from './testing/player-slots.js'

/** The line that a kick with a reason gives to an engine that has the given console variables. */
function lineFor(reason: unknown, variables: readonly string[] = []): string | undefined {
  const { plugin, memory } = testServer()
  const slots = new PlayerSlots(memory)
  slots.take({ index: 1, userId: 7, name: 'Ann' })
  memory.answers.set('cvarGetPointer', (_frame, _base, [name]) =>
    variables.includes(name as string) ? { type: 'cvar' } : null,
  )
  plugin.players.find('Ann').kick(reason as string)
  expect(slots.serverCommands.length).toBeLessThan(2)
  return slots.serverCommands[0]
}

const xash = ['sv_trace_messages', 'sv_version']
const hlds = ['sv_version']

describe('a kick', () => {
  test('names the user id, and the reason in quotes', () => {
    expect(lineFor(undefined)).toBe('kick #7\n')
    expect(lineFor('Bye')).toBe('kick #7 "Bye"\n')
    expect(lineFor('Be nice, please', xash)).toBe('kick #7 "Be nice, please"\n')
  })

  test.each([
    ['a"; quit; "', `kick #7 "a'; quit; '"\n`],
    ['one\ntwo\r\nthree', 'kick #7 "one two three"\n'],
    ['100%s \\n', 'kick #7 "100 s /n"\n'],
    ['  ', 'kick #7\n'],
    ['é'.repeat(200), `kick #7 "${'é'.repeat(58)}…"\n`],
  ])('for %j cannot be another command', (reason, line) => {
    for (const engine of [[], xash]) expect(lineFor(reason, engine)).toBe(line)
  })

  test.each([
    ['Be nice, please', 'kick #7 Be nice, please\n'],
    ["No 'cheats' (really): a/b // c", "kick #7 No 'cheats' (really): a/b // c\n"],
    ['Hello, Müller', 'kick #7 Hello, Müller\n'],
    ['one\nquit', 'kick #7 one quit\n'],
  ])('has no quotes on HLDS, which would show them to the player: %j', (reason, line) => {
    expect(lineFor(reason, hlds)).toBe(line)
  })

  test.each([
    ['Go; quit', 'kick #7 "Go; quit"\n'],
    ['; quit', 'kick #7 "; quit"\n'],
    ['// quit', 'kick #7 "// quit"\n'],
    ['Привет', 'kick #7 "Привет"\n'],
  ])('has quotes on HLDS too where it would be read as something else: %j', (reason, line) => {
    expect(lineFor(reason, hlds)).toBe(line)
  })

  test('for no text is refused', () => {
    expect(() => lineFor(5)).toThrow('player.kick: reason must be a string, got 5')
  })
})
