/** A plugin with which scenarios register things, and the steps of those scenarios. */
import type { Plugin } from '@csr/metamod-sdk'

import { pluginOf } from '../plugin-of.js'
import type { Step } from './conforms.js'
import type { Driver, Setup } from './driver.js'

let plugin: Plugin

/** The plugin, as it was attached last. */
export const registrar = (): Plugin => plugin

/** It is in slot 1, before another that does nothing. */
export const setup: Setup = {
  plugins: () => [
    pluginOf('Registrar', (own) => {
      plugin = own
    }),
    pluginOf('Other', () => undefined),
  ],
}

export const come: Step = {
  title: 'Ada and Grace come',
  play(server) {
    server.connect('Ada')
    server.connect('Grace')
    server.frames(3)
  },
}

/** Notes what is answered or thrown. */
export const asked = (title: string, ask: (server: Driver) => unknown): Step => ({
  title,
  play(server) {
    try {
      server.note('gives', ask(server))
    } catch (error) {
      server.note('throws', error)
    }
  },
})

const short = (line: string): string => JSON.stringify(line.slice(0, 50))

/** A line at the server's console. */
export const typed = (line: string): Step =>
  asked(`${short(line)} is answered alike`, (server) => server.console(line))

/** A line that the first player types. */
export const said = (line: string): Step =>
  asked(`${short(line)} from a player is answered alike`, (server) => {
    server.type(1, line)
    server.frames(1)
  })
