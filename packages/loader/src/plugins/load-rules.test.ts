import { LoadTime } from '@csr/metamod-sdk'
import { expect, test } from 'vitest'

import { checkLoadable, checkPausable, momentToReload, momentToUnload } from './load-rules.js'

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

test('a plugin for map changes waits for the next one', () => {
  const patient = { loadable: LoadTime.Changelevel, unloadable: LoadTime.Changelevel }
  expect(() => checkLoadable(patient, LoadTime.Anytime)).toThrow(
    expect.objectContaining({
      isPostponed: true,
      message:
        'cannot be loaded now: it can only be at server start or at a map change; it waits for the next one',
    }),
  )
  expect(momentToUnload(patient, 'A', LoadTime.Anytime)).toBe('later')
  expect(momentToUnload(patient, 'A', LoadTime.Changelevel)).toBe('now')
})

test('a plugin that is never unloadable says so', () => {
  expect(momentToUnload(anytime, 'A', LoadTime.Anytime)).toBe('now')
  expect(() => momentToUnload(startupOnly, 'B', LoadTime.Anytime)).toThrow(
    "plugin 'B' cannot be unloaded now: it says it can never be; restart the server without its line in plugins.ini",
  )
})

test('a plugin that could not be loaded again is not unloaded for a reload', () => {
  expect(() => momentToReload({ ...anytime, loadable: LoadTime.Startup }, 'B', LoadTime.Anytime)).toThrow(
    "plugin 'B' could not be loaded again now: it can only be at server start; restart the server to load its new version",
  )
  expect(momentToReload({ ...anytime, loadable: LoadTime.Changelevel }, 'B', LoadTime.Anytime)).toBe('later')
})

test('pausing needs more than being unloadable at any time', () => {
  expect(() => checkPausable(anytime, { name: 'A', slot: 1 })).not.toThrow()
  expect(() =>
    checkPausable({ ...anytime, unloadable: LoadTime.Anytime }, { name: 'C plus', slot: 7 }),
  ).toThrow("plugin 'C plus' cannot be paused: it says it must not be; 'meta unload 7' would work")
})
