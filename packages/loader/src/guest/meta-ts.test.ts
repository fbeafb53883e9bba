import { expect, test } from 'vitest'

import { subCommands } from '../meta-command/meta-command.js'
import { bootedGuest, guestGame, metamodFolder } from '../testing/guest-server.js'
import { pluginText } from '../testing/plugin-text.js'
import { guestSubCommands } from './meta-ts.js'

const guest = (): ReturnType<typeof bootedGuest> =>
  bootedGuest(
    guestGame({ 'addons/a.ts': pluginText(), [`${metamodFolder}/plugins.ini`]: 'ts addons/a.ts\n' }),
  )

test('meta_ts has the same commands as meta', () => {
  const names = guestSubCommands('metamod-r', () => '').map(({ name }) => name)
  expect(names).toEqual(subCommands.map(({ name }) => name))
  expect(guest().metaTs('help')).toHaveLength(names.length + 1)
})

test('meta_ts game says whose command that is', () => {
  expect(guest().metaTs('game')).toEqual([
    "meta_ts game: metamod-fwgs loads the game here; write 'meta game'",
  ])
})

test('refusals name meta_ts, because meta is the host’s', () => {
  const server = guest()
  expect(server.metaTs('lsit')[0]).toBe(
    "meta_ts: 'lsit' is no command of meta_ts; did you mean 'list'? 'meta_ts help' lists them",
  )
  expect(server.metaTs('unload')).toEqual([
    "meta_ts unload: needs a plugin; write 'meta_ts unload NUMBER|NAME…'",
  ])
  expect(server.metaTs('require', 'none')).toEqual([
    "ERROR: meta_ts require: no plugin is called 'none'; there are 1 Trial",
  ])
})

test('meta_ts info tells which stub stands for the plugin', () => {
  const lines = guest().metaTs('info', 'trial')
  expect(lines).toContain(`         stub: ${metamodFolder}/stubs/a.so`)
  expect(lines).toContain('         kind: TypeScript')
})

test('a client’s meta is left to the host', () => {
  expect(guest().guest.clientCommand()).toBe(false)
})
