import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { LoadTime } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { configDefaults } from '../configuration/config-ini.js'
import { bootedGuest, guestGame, guestServer, metamodFolder } from '../testing/guest-server.js'
import { pluginText } from '../testing/plugin-text.js'

const ini = `${metamodFolder}/plugins.ini`
const hostIni = 'addons/metamod/plugins.ini'
const bridgeLine = `linux ${metamodFolder}/dlls/metamod_ts.so\n`
const [a, b] = [pluginText({ name: 'A' }), pluginText({ name: 'B' })]

describe('as a guest, plugins.ini', () => {
  test('has each of its plugins loaded by the host, in its order, as a plugin of the host', () => {
    const game = guestGame({
      'addons/a.ts': a,
      'addons/b/index.ts': b,
      [ini]: 'ts addons/a.ts\nts addons/b\n',
    })
    const { host, guest, printed, stub } = bootedGuest(game)
    expect(host.calls).toEqual([
      `load addons/metamod-ts/stubs/a.so ${LoadTime.Startup}`,
      `load addons/metamod-ts/stubs/b.so ${LoadTime.Startup}`,
    ])
    expect(host.rows).toEqual([
      { file: stub('a'), status: 'RUN', slot: 1 },
      { file: stub('b'), status: 'RUN', slot: 2 },
    ])
    expect(guest.plugins.all.map(({ name, isRunning }) => [name, isRunning])).toEqual([
      ['A', true],
      ['B', true],
    ])
    expect(printed).toEqual(["[META] 2 of 2 plugins are running; 'meta_ts list' shows them"])
  })

  test('with a native library says who loads those, and the others count', () => {
    const game = guestGame({ 'addons/a.ts': a, [ini]: 'linux addons/x.so\nts addons/a.ts\n' })
    const { printed, host } = bootedGuest(game)
    expect(printed[0]).toBe(
      `[META] ERROR: ${ini}:1: addons/x.so is a native library, which the host loads; put the line into the host's plugins.ini`,
    )
    expect(host.rows).toHaveLength(1)
  })

  test('that names a plugin twice loads it once, and says so', () => {
    const game = guestGame({ 'addons/a.ts': a, [ini]: 'ts addons/a.ts\nts addons/a.ts again\n' })
    const { printed, host } = bootedGuest(game)
    expect(printed[0]).toBe(
      `[META] ${ini}:2: addons/a.ts: is listed already by ${ini}:1: addons/a.ts; the second line is skipped`,
    )
    expect(host.rows).toHaveLength(1)
  })

  test('with a plugin that is not sound has one line for it, and no row of it in the host', () => {
    const game = guestGame({
      'addons/bad.ts': 'const a = = 1',
      'addons/a.ts': a,
      [ini]: 'ts addons/bad.ts\nts addons/a.ts\n',
    })
    const { printed, host, guest } = bootedGuest(game)
    expect(printed[0]).toMatch(/^\[META] ERROR: plugin 'bad\.ts' not loaded: .*bad\.ts:1:11: Unexpected "="/)
    expect(host.rows.map(({ file }) => file)).toEqual([expect.stringMatching(/a\.so$/)])
    expect(guest.plugins.find('bad').problem).toMatch(/Unexpected/)
    expect(printed.at(-1)).toBe("[META] 1 of 2 plugins are running; 'meta_ts list' shows them")
  })

  test('with a plugin that throws in attach leaves it failed in the host', () => {
    const text = pluginText({ name: 'Boom', attach: "throw new Error('boom')" })
    const game = guestGame({ 'addons/boom.ts': text, [ini]: 'ts addons/boom.ts\n' })
    const { printed, host } = bootedGuest(game)
    expect(printed[0]).toMatch(/plugin 'Boom' not loaded: attach threw at .*boom\.ts:5:\d+: boom/)
    expect(printed.filter((line) => line.includes('ERROR'))).toHaveLength(1)
    expect(host.rows).toMatchObject([{ status: 'fail' }])
  })

  test('with a plugin that the host does not want says what the host answered', () => {
    const game = guestGame({ 'addons/a.ts': a, [ini]: 'ts addons/a.ts\n' })
    const server = guestServer(game)
    server.host.loadStub = () => 7
    server.guest.boot(configDefaults(metamodFolder))
    expect(server.printed[0]).toBe(
      "[META] ERROR: plugin 'A' not loaded: metamod-fwgs did not load its stub addons/metamod-ts/stubs/a.so (answer 7); its log and 'meta list' say why",
    )
  })

  test('on a full disk has one line for each plugin whose stub is not there yet', () => {
    const game = guestGame({ 'addons/a.ts': a, 'addons/b.ts': b, [ini]: 'ts addons/a.ts\nts addons/b.ts\n' })
    mkdirSync(join(game.path, metamodFolder, 'stubs'))
    symlinkSync('/dev/full', join(game.path, metamodFolder, 'stubs/a.so.new'))
    const { printed, host } = bootedGuest(game)
    expect(printed[0]).toMatch(
      /^\[META] ERROR: plugin 'A' not loaded: its stub .*a\.so cannot be written: no space left on device; free/,
    )
    expect(host.rows).toMatchObject([{ file: expect.stringMatching(/b\.so$/) as string, status: 'RUN' }])
  })

  test('in a read-only game directory has one line for each plugin, and the server goes on', () => {
    const game = guestGame({ 'addons/a.ts': a, 'addons/b.ts': b, [ini]: 'ts addons/a.ts\nts addons/b.ts\n' })
    symlinkSync('/sys/kernel', join(game.path, metamodFolder, 'stubs'))
    const { printed } = bootedGuest(game)
    expect(printed).toEqual([
      expect.stringMatching(/plugin 'A' not loaded: .*make the folder writable for the server$/),
      expect.stringMatching(/plugin 'B' not loaded: .*make the folder writable for the server$/),
      "[META] 0 of 2 plugins are running; 'meta_ts list' shows them",
    ])
  })
})

describe("a stub in the host's plugins.ini", () => {
  test('is written and left for the host to load at its place', () => {
    const game = guestGame({
      'addons/a.ts': a,
      [ini]: 'ts addons/a.ts\n',
      [hostIni]: `${bridgeLine}linux addons/metamod-ts/stubs/a.so\n`,
    })
    expect(bootedGuest(game).printed[0]).toBe(
      `[META] addons/a.ts: ${hostIni}:2 lists its stub, which was made only now; restart the server to have it loaded`,
    )
    const { host, guest, printed, stub } = bootedGuest(game)
    expect(printed).toEqual([
      `[META] addons/a.ts: ${hostIni}:2 lists its stub, and says when it is loaded`,
      "[META] 0 of 0 plugins are running; 'meta_ts list' shows them",
    ])
    expect(host.load(stub('a'), LoadTime.Startup)).toBe(true)
    expect(guest.plugins.all).toMatchObject([{ name: 'A', isRunning: true, source: 'host' }])
    expect(host.calls).toEqual([])
  })

  test('may be a copy of any name, and then no other is made', () => {
    const game = guestGame({ 'addons/a.ts': a, [ini]: 'ts addons/a.ts\n' })
    const { stub } = bootedGuest(game)
    const copy = game.write('addons/mine.so', readFileSync(stub('a')))
    game.write(hostIni, `${bridgeLine}linux addons/mine.so\n`)
    const again = bootedGuest(game)
    expect(again.host.calls).toEqual([])
    expect(again.host.load(copy, LoadTime.Startup)).toBe(true)
    expect(again.guest.plugins.all).toMatchObject([{ name: 'A' }])
  })

  test('goes on standing for its plugin when another of the same file name comes before it', () => {
    const game = guestGame({
      'addons/a.ts': a,
      'addons/other/a.ts': b,
      [ini]: 'ts addons/a.ts\n',
      [hostIni]: `${bridgeLine}linux addons/metamod-ts/stubs/a.so\n`,
    })
    bootedGuest(game)
    game.write(ini, 'ts addons/other/a.ts\nts addons/a.ts\n')
    const { host, guest, stub } = bootedGuest(game)
    expect(host.load(stub('a'), LoadTime.Startup)).toBe(true)
    expect(host.rows.map(({ file }) => file)).toEqual([stub('a-2'), stub('a')])
    expect(guest.plugins.all.map(({ name }) => name)).toEqual(['B', 'A'])
  })

  test('whose plugin another stub has loaded is refused in a line that names both', () => {
    const game = guestGame({ 'addons/a.ts': a, [ini]: 'ts addons/a.ts\n' })
    const { host, guest, printed, stub } = bootedGuest(game)
    const copy = game.write('addons/mine.so', readFileSync(stub('a')))
    printed.length = 0
    expect(host.load(copy)).toBe(false)
    expect(printed).toEqual([
      "[META] ERROR: stub addons/mine.so: plugin 'A' (addons/a.ts) is loaded by the stub addons/metamod-ts/stubs/a.so already; keep one of the two in the host's plugins.ini",
    ])
    expect(guest.plugins.all).toMatchObject([{ isRunning: true }])
  })

  test('that stands for a native library is refused', () => {
    const server = bootedGuest(guestGame({ [ini]: '' }))
    expect(server.guest.stubs.stubQueried('addons/x.so', '/stubs/x.so')).toBe(0)
    expect(server.printed.at(-1)).toMatch(/stub \/stubs\/x\.so: stands for addons\/x\.so, a native library/)
  })

  test('that cannot be written is left to the host, which may have one from before', () => {
    const game = guestGame({
      'addons/a.ts': a,
      [ini]: 'ts addons/a.ts\n',
      [hostIni]: `${bridgeLine}linux addons/metamod-ts/stubs/a.so\n`,
    })
    symlinkSync('/sys/kernel', join(game.path, metamodFolder, 'stubs'))
    expect(bootedGuest(game).printed[1]).toMatch(/ERROR: addons\/a\.ts: its stub .* make the folder writable/)
  })
})

describe('stubs of plugins that are no longer listed', () => {
  test("are deleted where the host's plugins.ini tells that it does not need them", () => {
    const game = guestGame({
      'addons/a.ts': a,
      'addons/b.ts': b,
      [ini]: 'ts addons/a.ts\nts addons/b.ts\n',
      [hostIni]: bridgeLine,
    })
    const { stub } = bootedGuest(game)
    game.write(ini, 'ts addons/a.ts\n')
    bootedGuest(game)
    expect([existsSync(stub('a')), existsSync(stub('b'))]).toEqual([true, false])
  })

  test('stay where the host keeps its list is not known', () => {
    const game = guestGame({ 'addons/b.ts': b, [ini]: 'ts addons/b.ts\n' })
    const { stub } = bootedGuest(game)
    game.write(ini, '')
    bootedGuest(game)
    expect(existsSync(stub('b'))).toBe(true)
  })
})
