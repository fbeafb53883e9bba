/** Mistakes of plugins, and state that outlives a reload. */
import { LoadTime } from '@csr/metamod-sdk'

import { asked, come } from './asked.js'
import { conformInSteps } from './conforms.js'
import type { Setup } from './driver.js'
import { pluginOf } from '../plugin-of.js'

const throwing: Setup = {
  plugins: () => [
    pluginOf('Faulty', (own) => {
      own.addCommand('fail', () => {
        throw new RangeError('the command')
      })
      own.addCommand('fail_text', () => {
        throw 'a text' as unknown as Error
      })
      own.addCommand('fail_later', async () => {
        await own.wait(0.01)
        throw new Error('later')
      })
      own.addCommand('fail_cause', () => {
        throw new Error('outer', { cause: new TypeError('inner') })
      })
      own.on.clientCommand(() => {
        throw new Error('the hook')
      })
    }),
  ],
}

conformInSteps('mistakes of a plugin', throwing, [
  come,
  ...['fail', 'fail', 'fail_text', 'fail_cause', 'meta list', 'meta_error_limit'].map((line) =>
    asked(`'${line}' is logged alike`, (server) => server.console(line)),
  ),
  asked('a hook that throws is logged once and counted', (server) => {
    for (let time = 0; time < 12; time += 1) server.type(1, 'nonsense')
  }),
  {
    title: 'an async command that throws later is logged',
    async play(server) {
      server.console('fail_later')
      server.frames(3)
      await server.settle()
      server.frames(1)
      await server.settle()
    },
  },
  asked('one that fails all the time is paused', (server) => {
    server.console('meta_error_limit 5')
    for (let time = 0; time < 30; time += 1) server.type(1, 'nonsense')
    server.frames(2)
    server.console('meta list')
    server.console('meta retry 1')
    server.console('meta list')
  }),
])

const counting = (version: string) =>
  pluginOf(
    'Counter',
    (own) => {
      const counts = own.handover('counts', () => ({
        loads: 0,
        seen: new Map<string, number>(),
        when: new Date(0),
      }))
      counts.loads += 1
      own.addCommand('count', ({ text }) => {
        counts.seen.set(text, (counts.seen.get(text) ?? 0) + 1)
        own.util.logConsole(
          `${version}: load ${counts.loads}, ${[...counts.seen].join(' ')}, ${counts.when.toISOString()}`,
        )
      })
      own.addCommand('spoil', () => {
        Reflect.set(counts, 'bad', () => undefined)
      })
    },
    { version, loadable: LoadTime.Anytime },
  )

conformInSteps('state over a reload', { plugins: () => [counting('1.0')] }, [
  ...['count a', 'count b', 'count a', 'meta reload 1', 'count a'].map((line) =>
    asked(`'${line}' comes to the same`, (server) => server.console(line)),
  ),
  asked('a new version goes on', (server) => server.reload(1, counting('2.0'))),
  ...[
    'count c',
    'meta pause 1',
    'count d',
    'meta unpause 1',
    'spoil',
    'meta reload 1',
    'count e',
    'meta unload 1',
    'count f',
  ].map((line) => asked(`then '${line}' comes to the same`, (server) => server.console(line))),
])
