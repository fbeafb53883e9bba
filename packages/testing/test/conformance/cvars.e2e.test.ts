/** Console variables of plugins: kinds, ranges, changes, and their life without the plugin. */
import type { CvarOptions } from '@csr/metamod-sdk'

import { conformInSteps } from './conforms.js'
import { asked, registrar, setup, typed } from './registering.js'

const cvars: Readonly<Record<string, readonly [string | number | boolean, CvarOptions]>> = {
  t_number: [1.5, {}],
  t_ranged: [5, { min: 0, max: 10 }],
  t_integer: [3, { type: 'integer', min: -2, max: 7 }],
  t_boolean: [true, {}],
  t_text: ['some text', {}],
}
const texts = ['4', '99', '-99', '2.6', 'abc', '', 'on', 'off', '0', '1', '7x', '1e1', '"two words"', '0x10']

conformInSteps('console variables', setup, [
  asked('they are registered', ({ note }) => {
    for (const [name, [value, options]] of Object.entries(cvars))
      registrar()
        .addCvar(name, value, options)
        .onChange((now, before) => note('changed', name, now, before))
  }),
  ...Object.keys(cvars).flatMap((name) =>
    texts.map((text) =>
      asked(`${name} ${text} comes to the same`, (server) => {
        server.console(`${name} ${text}`)
        server.frames(3)
        server.console(name)
        return registrar().cvar(name, 'text')?.get()
      }),
    ),
  ),
  ...Object.keys(cvars).flatMap((name) => [
    asked(`${name} is set by a plugin`, () => registrar().cvar(name)?.set('1')),
    asked(`${name} is read by a plugin`, () => [
      registrar().cvar(name)?.value,
      registrar().cvar(name)?.string,
      registrar().cvar(name)?.flags,
    ]),
  ]),
  ...[
    'meta cvars',
    'meta cvars 1',
    'meta reload 1',
    't_integer',
    'meta unload 1',
    't_integer 50',
    't_integer',
    'meta cvars',
  ].map(typed),
])
