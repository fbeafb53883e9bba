import { LoadTime } from '@csr/metamod-sdk'
import { expect, test } from 'vitest'

import { checkLoadable, checkPausable, checkUnloadable } from './load-rules.js'

const anytime = { loadable: LoadTime.Anytime, unloadable: LoadTime.Anypause }
const startupOnly = { loadable: LoadTime.Startup, unloadable: LoadTime.Never }

test('a plugin that is loadable at any time may be loaded at startup and later', () => {
  expect(() => checkLoadable(anytime, LoadTime.Startup)).not.toThrow()
  expect(() => checkLoadable(anytime, LoadTime.Anytime)).not.toThrow()
})

test('a plugin for startup only is refused later, and the cure is a restart', () => {
  expect(() => checkLoadable(startupOnly, LoadTime.Startup)).not.toThrow()
  expect(() => checkLoadable(startupOnly, LoadTime.Anytime)).toThrow(
    'cannot be loaded now: it can only be at server start; list it in plugins.ini and restart the server',
  )
})

test('a plugin that is never unloadable says so', () => {
  expect(() => checkUnloadable(anytime, 'A', LoadTime.Anytime)).not.toThrow()
  expect(() => checkUnloadable(startupOnly, 'B', LoadTime.Anytime)).toThrow(
    "plugin 'B' cannot be unloaded now: it says it can never be; take it out of plugins.ini and restart the server",
  )
})

test('pausing needs more than being unloadable at any time', () => {
  expect(() => checkPausable(anytime, 'A')).not.toThrow()
  expect(() => checkPausable({ ...anytime, unloadable: LoadTime.Anytime }, 'C')).toThrow(
    "plugin 'C' cannot be paused: it says it must not be; 'meta unload C' would work",
  )
})
