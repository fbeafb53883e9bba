/** What a plugin keeps when it is loaded anew, and what becomes of the promises and timers that its last version left. */
import type { Plugin } from '@csr/metamod-sdk'

import { pluginOf } from '../plugin-of.js'
import { conformInSteps, type Step } from './conforms.js'
import type { Driver, Note, Setup } from './driver.js'

const version = (note: Note, number: number, more: (own: Plugin) => void = () => undefined) =>
  pluginOf('Keeper', (own) => {
    const kept = own.handover('counts', () => ({ loads: 0, names: new Set<string>() }))
    kept.loads += 1
    kept.names.add(`version ${number}`)
    note(`version ${number} is attached`, kept.loads, [...kept.names])
    own.after(0.05, () => note(`timer of version ${number}`, own.globals.time))
    own.addChatCommand('later', {}, async () => {
      await Promise.resolve()
      throw new Error(`of version ${number}`)
    })
    own.wait(60).then(
      () => note('waited'),
      (error: unknown) => note(`version ${number} waits no more`, error),
    )
    own.signal.addEventListener('abort', () => note(`version ${number} is told that it goes`))
    more(own)
  })

let note: Note

const setup: Setup = {
  plugins: (own) => {
    note = own
    return [version(own, 1)]
  },
}

const step = (title: string, play: (server: Driver) => void): Step => ({
  title,
  async play(server) {
    play(server)
    await server.settle()
  },
})

conformInSteps('a plugin that is loaded anew', setup, [
  step('a timer of attach comes with the map', (server) => {
    server.connect('Ada')
    server.frames(10)
  }),
  step('a promise of a command that fails is logged', (server) => {
    server.type(1, 'say !later')
    server.frames(1)
  }),
  step('the next version has what the last one kept', (server) => server.reload(1, version(note, 2))),
  step('only its own timer comes', (server) => server.frames(10)),
  step('a version that cannot be attached leaves the one before', (server) =>
    server.reload(
      1,
      version(note, 3, () => {
        throw new Error('on purpose')
      }),
    ),
  ),
  step('what goes on is the one before', (server) => {
    server.type(1, 'say !later')
    server.frames(10)
    server.console('meta list')
  }),
  step('a new map changes nothing of it', (server) => {
    server.console('changelevel yard')
    server.frames(10)
  }),
  step('a plugin that is unloaded and loaded begins anew', (server) => {
    server.console('meta unload 1')
    server.load(version(note, 4))
    server.frames(10)
  }),
])
