import { expect, test } from 'vitest'

import { takeInspect } from './inspect-option.js'

test('the port is optional, and every other word stays where it is', () => {
  expect(takeInspect(['a', '--inspect', 'b'])).toEqual({
    inspect: { port: 9229, waits: false },
    rest: ['a', 'b'],
  })
  expect(takeInspect(['--inspect=9300']).inspect).toEqual({ port: 9300, waits: false })
  expect(takeInspect(['--inspect-brk=0']).inspect).toEqual({ port: 0, waits: true })
  expect(takeInspect(['a'])).toEqual({ inspect: null, rest: ['a'] })
})

test('a word of the console is no option', () => {
  expect(takeInspect(['--exec', '--inspect'])).toEqual({ inspect: null, rest: ['--exec', '--inspect'] })
})

test.each(['80', 'x', '70000', ''])("the port '%s' is refused", (port) => {
  expect(() => takeInspect([`--inspect=${port}`])).toThrow(
    `--inspect must be followed by a port 1024..65535, such as --inspect=9230, got '${port}'`,
  )
})
