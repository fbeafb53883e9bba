/** Sessions at the console with the command `meta`: the same lines on both servers. */
import { CvarFlag, LoadTime } from '@csr/metamod-sdk'

import { conformInSteps, type Step } from './conforms.js'
import type { Driver, Note, Setup } from './driver.js'
import { pluginOf } from '../plugin-of.js'

const typed = (line: string): Step => ({
  title: `'${line}' is answered alike`,
  play: (server) => {
    server.console(line)
    server.note('typed')
  },
})

const later: Step = {
  title: 'frames and a map change go by',
  play(server: Driver) {
    server.frames(2)
    server.console('changelevel yard')
    server.frames(2)
  },
}

const listed = (...lines: readonly string[]): Step[] =>
  lines.flatMap((line) => [typed(line), typed('meta list')])

const several = (note: Note) => [
  pluginOf(
    'Alpha',
    (plugin) => {
      note('Alpha attaches')
      plugin.addCommand('alpha', { help: 'Does nothing' }, ({ reply, text }) => reply(`alpha: ${text}`))
      plugin.addCvar('alpha_value', 3, { min: 1, max: 5 })
      plugin.addCvar('alpha_text', 'a "b" c', { flags: CvarFlag.Server })
      plugin.on.startFrame(() => undefined)
      plugin.onEnginePost.serverPrint(() => undefined)
      plugin.addEntityClass('alpha_thing', () => undefined)
    },
    {
      url: 'https://example.com/alpha',
      date: '2026-01-02',
      description: 'The first of them',
      detach: (reason) => note('Alpha detaches', reason),
    },
  ),
  pluginOf(
    'Beta Long-Named Plugin of the Test',
    (plugin) => {
      plugin.addClientCommand('beta', {}, () => undefined)
      plugin.addChatCommand('beta', {}, () => undefined)
      plugin.on.clientConnect(() => undefined)
    },
    { loadable: LoadTime.Startup, unloadable: LoadTime.Never, version: '2.3.4-beta' },
  ),
  pluginOf('Gamma', () => undefined, {
    loadable: LoadTime.Changelevel,
    unloadable: LoadTime.Changelevel,
    interfaceVersion: '5:0',
  }),
  pluginOf('Throws', () => {
    throw new Error('refuses to start')
  }),
  pluginOf('Newer', () => undefined, { interfaceVersion: '5:99' }),
  pluginOf('Älpha', (plugin) => plugin.log('umlauts äöü €'), { author: 'Zoë' }),
]

const setup: Setup = { plugins: several }

conformInSteps('what there is', setup, [
  ...[
    'meta',
    'meta help',
    'meta list',
    'meta version',
    'meta game',
    'meta config',
    'meta cmds',
    'meta cvars',
  ].map(typed),
  ...[
    'meta info 1',
    'meta info 2',
    'meta info 3',
    'meta info 4',
    'meta info alpha',
    'meta info Beta',
    'meta info "Älpha"',
    'meta info',
  ].map(typed),
  ...['meta cmds 1', 'meta cvars 1', 'meta cmds alpha', 'meta cvars gamma', 'meta hooks', 'meta hooks 1'].map(
    typed,
  ),
  ...[
    'alpha one two',
    'alpha',
    'ALPHA x',
    'alpha_value',
    'alpha_text',
    'alpha_value 4',
    'alpha_value',
    'alpha_value 9',
    'alpha_value x',
  ].map(typed),
  later,
  ...[
    'alpha_value',
    'meta cvars',
    'meta list',
    'gpl',
    'meta gpl',
    'meta licence',
    'meta nonsense',
    'metamod_version',
    'meta_debug',
  ].map(typed),
])

conformInSteps('bad input', setup, [
  ...[
    'meta info 99',
    'meta info nobody',
    'meta info -1',
    'meta info 0',
    'meta info 1.5',
    'meta info ""',
    'meta info a',
    'meta info pha',
  ].map(typed),
  ...[
    'meta unload',
    'meta unload 99',
    'meta pause',
    'meta pause nobody',
    'meta unpause',
    'meta unpause 1',
    'meta retry',
    'meta retry 1',
    'meta reload nobody',
  ].map(typed),
  ...[
    'meta load',
    'meta load nothing.ts',
    'meta load "a b.ts"',
    'meta force_unload',
    'meta force_unload 77',
    'meta require',
    'meta require Alpha',
    'meta clear',
    'meta clear 1',
  ].map(typed),
  ...[
    'META LIST',
    'meta LIST',
    'meta  list',
    'meta "list"',
    'meta list extra words',
    'meta lis',
    'meta info 1 2',
    'meta é',
    `meta ${'x'.repeat(300)}`,
  ].map(typed),
])

conformInSteps('coming and going', setup, [
  ...listed('meta pause 1', 'alpha while paused', 'meta pause 1', 'meta unpause 1', 'meta unpause 1'),
  ...listed(
    'meta unload 1',
    'alpha after it',
    'meta cmds',
    'meta cvars',
    'meta unload 1',
    'meta unload alpha',
  ),
  ...listed('meta pause 2', 'meta unload 2', 'meta force_unload 2'),
  ...listed('meta unload 3', 'meta clear 3', 'meta unload 3'),
  later,
  typed('meta list'),
  ...listed(
    'meta retry 4',
    'meta reload 6',
    'meta reload alpha',
    'meta unload gamma',
    'meta pause "Älpha"',
    'meta reload "Älpha"',
  ),
  ...listed(
    'meta unload 2 6',
    'meta pause all',
    'meta refresh',
    'meta retry all',
    'meta reload all',
    'meta unload all',
  ),
  later,
  typed('meta list'),
])

conformInSteps('plugins that come later', {}, [
  {
    title: 'a plugin is loaded while the server runs',
    play: (server) =>
      server.load(
        pluginOf('Late', (plugin) => {
          server.note('attached')
          plugin.addCommand('late', { help: 'Says so' }, ({ reply }) => reply('late'))
        }),
      ),
  },
  ...['meta list', 'late', 'meta info 1', 'meta pause late', 'meta unpause late'].map(typed),
  {
    title: 'one that throws is refused',
    play: (server) =>
      server.load(
        pluginOf('Bad', () => {
          throw new TypeError('no')
        }),
      ),
  },
  {
    title: 'one that may only come at the start is refused',
    play: (server) => server.load(pluginOf('Startup', () => undefined, { loadable: LoadTime.Startup })),
  },
  {
    title: 'one that waits for the next map is put off',
    play: (server) =>
      server.load(pluginOf('Patient', () => server.note('patient'), { loadable: LoadTime.Changelevel })),
  },
  typed('meta list'),
  later,
  typed('meta list'),
  {
    title: 'a new version takes the place of the old one',
    play: (server) =>
      server.reload(
        1,
        pluginOf(
          'Late',
          (plugin) => {
            plugin.addCommand('later', { help: 'Says so' }, ({ reply }) => reply('later'))
          },
          { version: '2.0' },
        ),
      ),
  },
  ...['meta list', 'late', 'later', 'meta info late'].map(typed),
  {
    title: 'a new version that throws leaves none',
    play: (server) =>
      server.reload(
        1,
        pluginOf('Late', () => {
          throw new Error('broken')
        }),
      ),
  },
  ...['meta list', 'later', 'meta info 1', 'meta retry 1', 'meta unload 1', 'meta list'].map(typed),
])
