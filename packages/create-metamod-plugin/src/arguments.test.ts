import { expect, test } from 'vitest'

import { parseArguments, usage } from './arguments.js'

test('every question is also an option', () => {
  const argv = ['x', '--name', 'n', '--author', 'a', '--description', 'd', '--force', '--install', '--yes']
  expect(parseArguments(argv)).toEqual({
    folder: 'x',
    name: 'n',
    author: 'a',
    description: 'd',
    yes: true,
    force: true,
    install: true,
    help: false,
    version: false,
  })
  expect(parseArguments(['--no-install']).install).toBe(false)
  expect(parseArguments([])).toMatchObject({ folder: null, name: null, install: null })
})

test('the help names all of them', () => {
  for (const option of [
    '--name',
    '--author',
    '--description',
    '--yes',
    '--force',
    '--install',
    '--no-install',
  ])
    expect(usage).toContain(option)
})

test.each([
  [['--nam', 'x'], "Unknown option '--nam'; '--help' lists the options"],
  [['my', 'plugin'], "takes one folder, got 'my' and 'plugin'; put a path with blanks in quotes"],
  [['--install', '--no-install'], '--install and --no-install cannot both be; leave one out'],
])('%j is refused', (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(message)
})
