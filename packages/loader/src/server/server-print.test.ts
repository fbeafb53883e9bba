import { expect, test } from 'vitest'

import { serverPrint } from './server-print.js'

function printer(): { print: (line: string) => void; printed: string[] } {
  const printed: string[] = []
  return { printed, print: serverPrint({ print: (line) => printed.push(line) }) }
}

test('a line longer than what engines format is printed in pieces', () => {
  const { print, printed } = printer()
  print('x'.repeat(3000))
  expect(printed.map((piece) => piece.length)).toEqual([1200, 1200, 600])
})

test('a NUL character, at which C would end the line, is left out', () => {
  const { print, printed } = printer()
  print('a\0b')
  expect(printed).toEqual(['ab'])
})

test('a line is lost, and nothing worse, while there is no engine to print it', () => {
  const print = serverPrint({
    print: () => {
      throw new Error('no engine')
    },
  })
  expect(() => print('early')).not.toThrow()
})
