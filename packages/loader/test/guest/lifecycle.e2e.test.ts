import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest, type GuestGame, type GuestServer } from './guest-server.js'
import { counterOf, detaches, greeter } from './plugins.js'

const folder = temporaryFolder()

const counter = counterOf('first')

describeHosts('TypeScript plugins', (host) => {
  const start = (game: Omit<GuestGame, 'host'>): GuestServer => {
    detaches()
    return startGuest(folder, { host, ...game })
  }

  test('are plugins of the host, with name, version and file of their own', () => {
    const server = start({ plugins: { 'counter.ts': counter, 'greeter.ts': greeter } })
    expect(server.errors()).toEqual([])
    expect(server.row('metamod_ts.so')).toMatch(/^ \[ 1] Metamod for TypeScript .* RUN .* ini +Start +Never$/)
    expect(server.row('counter.so')).toMatch(/^ \[ 2] Counter +RUN .* counter\.so +v1\.0 +pl1 +ANY +Pause$/)
    expect(server.row('greeter.so')).toMatch(/^ \[ 3] Greeter +RUN .* greeter\.so +v1\.0 +pl1 +ANY +Pause$/)
    expect(server.run('meta info COUNTER')).toEqual(
      expect.arrayContaining(['        logtag: COUNTER', '        author: A test', '        ifvers: 5:13']),
    )
  })

  test('are paused and unpaused by the host', () => {
    const server = start({ plugins: { 'counter.ts': counter } })
    server.run('meta pause Counter')
    expect(server.row('counter.so')).toContain('PAUS')
    server.run('meta unpause Counter')
    server.frames(3)
    expect(server.run('count')).toContain('first: counting')
  })

  test('are unloaded by the host, and loaded again', () => {
    const server = start({ plugins: { 'counter.ts': counter } })
    server.run('meta unload Counter')
    expect(server.row('counter.so')).toBeUndefined()
    expect(detaches()).toBe(1)
    expect(server.run('count')).not.toContain('first: counting')
    server.run('meta load addons/metamod-ts/stubs/counter.so')
    expect(server.row('counter.so')).toMatch(/Counter +RUN .* cmd /)
    server.frames(3)
    expect(server.run('count')).toContain('first: counting')
  })

  test('run their file as it is then when the host reloads them, with hooks and commands alive', () => {
    const server = start({ plugins: { 'counter.ts': counter } })
    for (const version of ['second', 'third']) {
      server.write('addons/ts/counter.ts', counterOf(version))
      server.run('meta reload Counter')
      expect(detaches()).toBe(1)
      expect(server.row('counter.so')).toContain('RUN')
      server.frames(3)
      expect(server.run('count')).toContain(`${version}: counting`)
    }
  })

  test('are loaded, paused, reloaded and unloaded by meta_ts, and the host has the same list', () => {
    const server = start({ plugins: { 'counter.ts': counter }, others: { 'greeter.ts': greeter } })
    server.run('meta_ts load addons/ts/greeter.ts')
    expect(server.row('greeter.so')).toMatch(/Greeter +RUN .* pl1 /)
    expect(server.run('greet')).toContain('hello')
    server.run('meta_ts pause Counter')
    expect(server.run('meta_ts list').join('\n')).toMatch(/Counter.* PAUS/)
    server.run('meta_ts unpause Counter')
    server.write('addons/ts/counter.ts', counterOf('second'))
    server.run('meta_ts reload Counter')
    server.frames(3)
    expect(server.run('count')).toContain('second: counting')
    server.run('meta_ts unload Greeter')
    expect(server.row('greeter.so')).toBeUndefined()
    expect(server.run('meta_ts list').join('\n')).not.toContain('Greeter')
  })

  test('survive a map change, and one that was unloaded comes back, because our plugins.ini lists it', () => {
    const server = start({ plugins: { 'counter.ts': counter, 'greeter.ts': greeter } })
    server.run('meta unload Greeter')
    server.engine.changeLevel('other')
    server.frames(5)
    expect(server.row('counter.so')).toContain('RUN')
    expect(server.row('greeter.so')).toContain('RUN')
    expect(server.run('count')).toContain('first: counting')
    expect(server.errors()).toEqual([])
  })

  test('come, go and are renewed at a map change as our plugins.ini and their files say, and are unpaused', () => {
    const server = start({ plugins: { 'counter.ts': counter, 'greeter.ts': greeter } })
    server.write('addons/ts/new.ts', pluginSource('New', ''))
    server.write('addons/ts/counter.ts', counterOf('second'))
    server.write('addons/metamod-ts/plugins.ini', 'ts addons/ts/counter.ts\nts addons/ts/new.ts\n')
    server.run('meta_ts pause Counter')
    server.engine.changeLevel('other')
    server.frames(5)
    expect(server.row('new.so')).toContain('RUN')
    expect(server.run('count')).toContain('second: counting')
    const list = server.run('meta_ts list').join('\n')
    expect(list).toMatch(/Counter.* RUN/)
    // metamod-p does not let one plugin unload another that it has loaded, so its row stays, without a plugin behind it.
    expect(list).not.toMatch(/Greeter.* RUN/)
    server.engine.changeLevel('box')
    server.frames(5)
    expect(server.run('count')).toContain('second: counting')
    expect(server.errors()).toEqual([])
  })

  test('are not loaded at the end of the server', () => {
    const server = start({ plugins: { 'counter.ts': counter } })
    server.write('addons/ts/new.ts', pluginSource('New', "console.log('too late')"))
    server.write('addons/metamod-ts/plugins.ini', 'ts addons/ts/counter.ts\nts addons/ts/new.ts\n')
    server.run('quit')
    server.engine.stop()
    expect(server.printed.join('\n')).not.toContain('New')
  })

  test('are detached once when the server ends, by GameShutdown', () => {
    const server = start({ plugins: { 'counter.ts': counter } })
    server.run('quit')
    server.engine.stop()
    expect(detaches()).toBe(1)
  })

  test('that are not sound leave no row in the host, and a line that says why', () => {
    const server = start({ plugins: { 'broken.ts': 'export default {', 'greeter.ts': greeter } })
    expect(server.row('broken.so')).toBeUndefined()
    expect(server.errors().join('\n')).toMatch(/broken\.ts/)
    expect(server.run('greet')).toContain('hello')
  })

  test('whose attach throws can be tried again with the host', () => {
    const wary = pluginSource('Wary', "if (!globalThis.isReady) throw new Error('not yet')")
    const server = start({ plugins: { 'wary.ts': wary } })
    expect(server.errors().join('\n')).toMatch(/not yet/)
    Object.assign(globalThis, { isReady: true })
    server.run('meta_ts reload wary')
    server.run('')
    expect(server.row('wary.so')).toMatch(/Wary +RUN/)
    Reflect.deleteProperty(globalThis, 'isReady')
  })

  test('survive many reloads and map changes', () => {
    const server = start({ plugins: { 'counter.ts': counter, 'greeter.ts': greeter } })
    for (let round = 1; round <= 20; round += 1) {
      server.run('meta reload Counter; meta reload Greeter')
      if (round % 5 === 0) server.engine.changeLevel(`map${round}`)
      server.frames(3)
    }
    expect(detaches()).toBe(20)
    expect(server.rows().filter((row) => row.includes(' RUN '))).toHaveLength(3)
    expect(server.run('count')).toContain('first: counting')
    expect(server.run('greet')).toContain('hello')
    expect(server.errors()).toEqual([])
  })

  test('that come while a map runs hear of the game’s start, once', () => {
    const source = pluginSource('Late', "plugin.on.gameInit(() => plugin.util.logConsole('game starts'))")
    const server = start({ plugins: { 'early.ts': source }, others: { 'late.ts': source } })
    const starts = (): number => server.printed.filter((line) => line === 'game starts').length
    expect(starts()).toBe(1)
    server.run('meta_ts load addons/ts/late.ts')
    expect(starts()).toBe(2)
  })

  test('that nobody lists are loaded by their stub', () => {
    const server = start({ others: { 'counter.ts': counter }, stubs: { 'mine.so': 'counter.ts' } })
    server.run('meta load addons/mine.so')
    expect(server.row('mine.so')).toMatch(/Counter +RUN .* cmd /)
    server.frames(3)
    expect(server.run('count')).toContain('first: counting')
  })

  test('that may not be unloaded stay, whoever asks', () => {
    const steady = counter.replace("version: '1.0',", "version: '1.0', unloadable: 0,")
    const server = start({ plugins: { 'counter.ts': steady } })
    server.run('meta unload Counter; meta_ts unload Counter; meta reload Counter; meta pause Counter')
    expect(server.row('counter.so')).toMatch(/Counter +RUN .* ANY +Never$/)
    expect(detaches()).toBe(0)
    expect(server.run('count')).toContain('first: counting')
  })

  test('whose stub cannot be written are named, and the others run', () => {
    const server = start({ others: { 'counter.ts': counter } })
    server.stop()
    server.write('addons/metamod-ts/stubs', 'a file where the folder should be')
    server.write('addons/metamod-ts/plugins.ini', 'ts addons/ts/counter.ts')
    const again = server.restart()
    expect(again.errors().join('\n')).toMatch(/counter.* cannot be written: /)
    expect(again.row('metamod_ts.so')).toContain('RUN')
  })

  test('end when the host forces Metamod for TypeScript out, and the game goes on', () => {
    const server = start({ plugins: { 'counter.ts': counter } })
    server.run('meta force_unload MTS')
    expect(detaches()).toBe(1)
    server.join('Bob')
    server.engine.changeLevel('other')
    server.frames(5)
    expect(server.run('game_roll').join()).toMatch(/rolled [1-6]/)
  })
})
