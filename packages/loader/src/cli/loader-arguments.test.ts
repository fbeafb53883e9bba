import { describe, expect, test } from 'vitest'

import { parseLoaderArguments } from './loader-arguments.js'

describe('the command line of metamod-loader', () => {
  test('is complete with a command and a directory', () => {
    expect(parseLoaderArguments(['install', 'valve'])).toEqual({
      command: 'install',
      directory: 'valve',
      choice: { engine: null, architecture: null },
      mode: 'standalone',
      host: null,
      dryRun: false,
      yes: false,
      purge: false,
      out: null,
    })
  })

  test('takes options before and after the directory', () => {
    const argv = ['--guest', 'install', '--arch', 'i386', 'cstrike', '--engine', 'hlds', '--dry-run', '-y']
    expect(parseLoaderArguments(argv)).toMatchObject({
      directory: 'cstrike',
      choice: { engine: 'hlds', architecture: 'i386' },
      mode: 'guest',
      dryRun: true,
      yes: true,
    })
  })

  test('builds the folder it stands in unless another is named', () => {
    expect(parseLoaderArguments(['build'])).toMatchObject({ command: 'build', directory: '.', out: null })
    expect(parseLoaderArguments(['build', 'a', '--out', 'b'])).toMatchObject({ directory: 'a', out: 'b' })
  })

  test('answers --help and --version without a command', () => {
    expect(parseLoaderArguments(['--help']).command).toBe('help')
    expect(parseLoaderArguments(['--version']).command).toBe('version')
  })

  test.each([
    [
      ['instal', 'x'],
      "command must be install, uninstall, doctor or build, got 'instal'; 'metamod-loader --help' lists",
    ],
    [['install'], "install: name a game directory, such as 'install valve'"],
    [['doctor', 'a', 'b'], "doctor: takes one directory, got also 'b'"],
    [['install', 'a', '--arch', 'x64'], "--arch must be amd64, i386 or arm64, got 'x64'"],
    [['install', 'a', '--engine', 'source'], "--engine must be xash or hlds, got 'source'"],
    [['install', 'a', '--gues'], "Unknown option '--gues'"],
  ])('refuses %j by name', (argv, message) => {
    expect(() => parseLoaderArguments(argv)).toThrow(message)
  })
})
