import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, nativeLine, startGuest, type GuestServer } from './guest-server.js'

const folder = temporaryFolder()
const log = 'const log = (text) => plugin.util.logConsole(`> ${text}`)\n'

/** What plugins printed with `log`. */
const logged = (server: GuestServer): string[] =>
  server.printed.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))

describeHosts('hooks of TypeScript plugins', (host) => {
  /** A server with a plugin for each body of `attach`. */
  const start = (...attaches: string[]): GuestServer => {
    const sources = attaches.map((attach, index) => pluginSource(`Plugin${index + 1}`, log + attach))
    const plugins = Object.fromEntries(sources.map((source, index) => [`plugin${index + 1}.ts`, source]))
    return startGuest(folder, { host, plugins })
  }
  const roll = (server: GuestServer): number => {
    const line = server.run('game_roll').find((each) => each.startsWith('game: rolled '))
    return Number(line?.slice('game: rolled '.length))
  }

  test('come and go at run time', () => {
    const server = start(
      `let undo = null
       plugin.addCommand('hook', () => { undo = plugin.on.startFrame(() => { log('frame') }) })
       plugin.addCommand('unhook', () => undo())`,
    )
    server.frames(3)
    expect(logged(server)).toEqual([])
    server.run('hook')
    server.frames(3)
    const seen = logged(server).length
    expect(seen).toBeGreaterThanOrEqual(3)
    server.run('unhook')
    server.frames(3)
    expect(logged(server).length - seen).toBeLessThanOrEqual(1)
  })

  test('override a result before the real function, which runs', () => {
    const server = start('plugin.onEngine.randomLong(() => override(77777))')
    expect(roll(server)).toBe(77777)
    expect(roll(server)).toBe(77777)
  })

  test('override a result of 0, and one that only some calls get', () => {
    const server = start(
      'let n = 0; plugin.onEngine.randomLong(() => (n += 1) % 2 ? override(0) : undefined)',
    )
    const rolls = [roll(server), roll(server), roll(server), roll(server)]
    expect([rolls[0], rolls[2]]).toEqual([0, 0])
    expect(rolls[1]).toBeGreaterThan(0)
    expect(rolls[3]).toBeGreaterThan(0)
  })

  test('supercede the real function, and override behind it', () => {
    expect(roll(start('plugin.onEngine.randomLong(() => supercede(55555))'))).toBe(55555)
  })

  test('override after the real function, and are told its result', () => {
    const server = start(
      'plugin.onEnginePost.randomLong((event) => { log(event.original > 0); return override(66666) })',
    )
    expect(roll(server)).toBe(66666)
    expect(logged(server)).toEqual(['true'])
  })

  test('override texts and numbers with a fraction', () => {
    const server = start(
      `plugin.on.getGameDescription(() => override('Overridden by a guest'))
       plugin.onEngine.cvarGetFloat(({ name }) => name === 'sv_gravity' ? override(12.5) : undefined)`,
    )
    expect(server.run('game_cvar sv_gravity')).toContain('game: sv_gravity is 12.5')
    server.frames(120)
    expect(server.run('status').join('\n')).toContain('Overridden by a guest')
  })

  test('are called in the order of plugins.ini, and each knows what was answered before', () => {
    const server = start(
      "plugin.onEngine.randomLong(() => { log('one'); return override(11111) })",
      'plugin.onEngine.randomLong((event) => { log(`two, status ${event.status}`); return override(22222) })',
      'plugin.onEnginePost.randomLong((event) => { log(`three, ${event.original > 0}`) })',
    )
    expect(roll(server)).toBe(22222)
    expect(logged(server)).toEqual(['one', 'two, status 3', 'three, true'])
  })

  test('turn a client away with a reason', () => {
    const server = start(
      "plugin.on.clientConnect(({ name }) => name === 'Eve' ? supercede({ reject: 'Not you' }) : undefined)",
    )
    expect(server.engine.connect('Eve')).toEqual({ rejected: 'Not you' })
    expect(server.engine.connect('Bob')).toHaveProperty('slot')
  })

  test('hear of each client that leaves once, before and after', () => {
    const server = start(
      `plugin.on.clientDisconnect(({ player }) => { log(\`leaves \${player.index}\`) })
       plugin.onPost.clientDisconnect(({ player }) => { log(\`left \${player.index}\`) })`,
    )
    const bob = server.join('Bob')
    const eve = server.join('Eve')
    server.engine.disconnect(bob)
    server.frames(3)
    expect(logged(server)).toEqual([`leaves ${bob}`, `left ${bob}`])
    server.run('kick Eve')
    server.frames(3)
    expect(logged(server).slice(2)).toEqual([`leaves ${eve}`, `left ${eve}`])
  })

  test('hear of a client whose place another takes in the same frame', () => {
    const server = start(
      "plugin.on.clientDisconnect(() => { log('leaves') }); plugin.on.clientPutInServer(() => { log('enters') })",
    )
    server.engine.disconnect(server.join('Bob'))
    server.join('Eve')
    expect(logged(server)).toEqual(['enters', 'leaves', 'enters'])
  })

  test('hear once of clients that a map change or the end sends away', () => {
    const server = start('plugin.on.clientDisconnect(({ player }) => { log(`leaves ${player.index}`) })')
    const bob = server.join('Bob')
    server.run('map other')
    server.frames(5)
    expect(logged(server)).toEqual([`leaves ${bob}`])
    const eve = server.join('Eve')
    server.stop()
    expect(logged(server).slice(1)).toEqual([`leaves ${eve}`])
  })

  test('are silent while the host has the plugin paused, or meta_ts has', () => {
    const server = start("plugin.on.startFrame(() => { log('frame') })")
    for (const command of ['meta', 'meta_ts']) {
      server.run(`${command} pause Plugin1`)
      const before = logged(server).length
      server.frames(5)
      expect(logged(server).length).toBe(before)
      server.run(`${command} unpause Plugin1`)
      server.frames(5)
      expect(logged(server).length).toBeGreaterThan(before)
    }
  })

  test('get the finished text of variadic functions', () => {
    const server = start(
      `plugin.onEngine.clientCommand(({ command }) => { log(command); return supercede() })
       plugin.addCommand('make', () => plugin.hooked.engine.clientCommand(plugin.players.find('Bob').entity, 'say hello'))`,
    )
    server.join('Bob')
    server.run('make')
    expect(logged(server)).toEqual(['say hello'])
  })

  test('that throw are named and count as nothing', () => {
    const server = start("plugin.onEngine.randomLong(() => { throw new Error('broken hook') })")
    expect(roll(server)).toBeGreaterThan(0)
    expect(server.errors().join('\n')).toMatch(/Plugin1.*broken hook/s)
  })

  test('work beside those of the host’s native plugins', () => {
    const source = pluginSource(
      'Watcher',
      `${log}plugin.onPost.getGameDescription((event) => { log(event.overriding ?? event.original) })`,
    )
    const server = startGuest(folder, {
      host,
      plugins: { 'watcher.ts': source },
      before: nativeLine('overrider'),
    })
    server.frames(120)
    expect(logged(server)).toContain('Overridden Test Game')
  })
})
