/** The guide's rows about commands. */
import { expect } from 'vitest'

import { loaderVersion } from '../../src/loader-version.js'
import { serverWith, typed, type Row } from './row.js'

const version = `Metamod for TypeScript v${loaderVersion}, plugin interface 5:13`

export const commandRows: readonly Row[] = [
  ['`meta`', () => typed(['meta'], /^usage: meta COMMAND.*\n {3}version .*[^]*\n {3}help /)],
  ['`meta version`', () => typed(['meta version'], new RegExp(`^${version}\nNode.js v`))],
  ['`meta gpl`', () => typed(['meta gpl'], /^MIT License/m)],
  [
    '`meta list`',
    () => typed(['meta list'], /^ \[ 1] Observer .*\n \[ 2] Greeter .*\n2 plugins, 2 running$/m),
  ],
  ['`meta cmds [PLUGIN]`', () => typed(['meta cmds greeter'], /^ \[ 1] Greeter +greet\n1 commands/m)],
  [
    '`meta cvars [PLUGIN]`',
    () => typed(['meta cvars greeter'], /^ \[ 1] Greeter +greet_text .* hi\n1 cvars/m),
  ],
  ['`meta game`', () => typed(['meta game'], /^ *dll file: game\.so$/m)],
  [
    '`meta config`',
    () => typed(['meta config'], /^ +gamedll +dlls\/game\.so +addons\/metamod\/config\.ini:1$/m),
  ],
  ['`meta refresh`', refreshes],
  [
    '`meta load FILE [DESCRIPTION]`',
    () => typed(['meta load other A word', 'meta list'], /^ \[ 3] A word +RUN/m),
  ],
  ['`meta unload PLUGIN…`', unloads],
  [
    '`meta force_unload PLUGIN…`',
    () => typed(['meta load sticky', 'meta force_unload sticky'], "plugin 'Sticky'"),
  ],
  [
    '`meta reload PLUGIN…`',
    () =>
      typed(['meta reload greeter observer'], /Greeter'\n(.*\n)*.*Observer'$|Observer'\n(.*\n)*.*Greeter'/),
  ],
  ['`meta retry PLUGIN…`', retries],
  ['`meta clear PLUGIN…`', clears],
  [
    '`meta pause PLUGIN…`',
    () => typed(['meta pause greeter', 'meta list'], /Greeter +PAUS[^]*2 plugins, 1 running$/),
  ],
  [
    '`meta unpause PLUGIN…`',
    () => typed(['meta pause 2', 'meta unpause 2', 'meta list'], '2 plugins, 2 running'),
  ],
  ['`meta info PLUGIN…`', () => typed(['meta info GREET'], /^ *name: Greeter$/m)],
  ['`meta require PLUGIN…`', requires],
  ['`meta inspect [PORT]`', () => typed(['meta inspect off'], 'no debugger can attach')],
]

export const clientRows: readonly Row[] = [
  ['client: `meta version`', () => expect(asClient('meta version')).toEqual([`Ada sees: ${version}`])],
  ['client: `meta list`', () => expect(asClient('meta list').at(-1)).toBe('Ada sees: 2 plugins')],
  ['client: `meta aybabtu`', () => expect(asClient('meta aybabtu')[0]).toContain("'aybabtu' is no command")],
]

function refreshes(): void {
  const server = serverWith()
  server.write('addons/metamod/plugins.ini', 'linux addons/observer/observer.so\nts addons/other.ts\n')
  typed(['meta refresh', 'meta list'], /Observer[^]*Other[^]*2 plugins, 2 running$/, server)
}

function unloads(): void {
  const server = serverWith()
  typed(['meta unload greeter observer', 'meta list'], '0 plugins, 0 running', server)
  typed(['meta load sticky', 'meta unload sticky'], 'at the next map change', server)
}

function retries(): void {
  const server = serverWith({ 'addons/metamod/plugins.ini': 'ts addons/broken.ts\n' })
  server.write('addons/broken.ts', server.read('addons/other.ts'))
  typed(['meta retry 1', 'meta list'], '1 plugins, 1 running', server)
}

function clears(): void {
  const server = serverWith({ 'addons/metamod/plugins.ini': 'ts addons/broken.ts\n' })
  typed(['meta clear 1', 'meta list'], '0 plugins, 0 running', server)
}

function requires(): void {
  const server = serverWith()
  typed(['meta require greeter'], "ok: required plugin 'Greeter' is running", server)
  typed(['meta require none'], 'ERROR: meta require: no plugin is called', server)
  typed(['meta list'], '2 plugins, 2 running', server)
}

function asClient(line: string): readonly string[] {
  const server = serverWith({}, { commandLine: ['+localinfo', 'mm_clientmeta', 'yes'] })
  return server.asClient('Ada', line)
}
