import { describe, expect, test } from 'vitest'

import { parseArguments, splitCommands } from './arguments.js'

describe('the command line', () => {
  test('is complete without options', () => {
    expect(parseArguments([])).toMatchObject({
      game: null,
      plugins: [],
      frames: null,
      commands: [],
      bots: 2,
      tickRate: 100,
    })
  })

  test('takes several plugins and several commands', () => {
    const options = parseArguments([
      '--plugin',
      'a.ts',
      '--plugin',
      'b.so',
      '--exec',
      'meta list; status',
      '--frames',
      '5',
    ])
    expect(options).toMatchObject({ plugins: ['a.ts', 'b.so'], commands: ['meta list', 'status'], frames: 5 })
  })

  test('takes the folder of a plugin, and watches it only where that is left to the rest', () => {
    expect(parseArguments([])).toMatchObject({ project: null, watch: null, console: false, inspect: null })
    expect(parseArguments(['.', '--watch'])).toMatchObject({ project: '.', watch: true })
    expect(parseArguments(['.', '--watch', '--no-watch'])).toMatchObject({ watch: false })
  })

  test.each([
    [['--frame', '5'], /Unknown option '--frame'/],
    [['--frames', '-1'], "Option '--frames' argument is ambiguous; '--help'"],
    [['one', 'two'], "only one project runs at a time, got also 'two'; load it with --plugin"],
    [['--frames', 'x'], "--frames must be a whole number 1..1000000000, got 'x'"],
    [['--bots', '9'], "--bots must be a whole number 0..8, got '9'"],
    [['--maxplayers', '33'], "--maxplayers must be a whole number 1..32, got '33'"],
    [['--tick-rate', '0'], "--tick-rate must be a whole number 1..1000, got '0'"],
  ])('refuses %j by name', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(message)
  })

  test('a semicolon inside quotes does not end a command', () => {
    expect(splitCommands('say "a; b" ; ; status')).toEqual(['say "a; b"', 'status'])
  })
})
