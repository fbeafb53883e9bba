import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { join, logged } from './clients.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

const listening = `
  const log = (text) => plugin.util.logConsole(\`> \${text}\`)
  const late = (replayed) => (replayed ? ' replayed' : '')
  const listen = () => plugin.events
    .on('playerConnect', ({ name, address, replayed }) => log(\`connect \${name} \${address}\${late(replayed)}\`))
    .on('playerJoin', ({ player, replayed }) => log(\`join \${player.name}\${late(replayed)}\`))
    .on('playerLeave', ({ player, reason }) => log(\`leave \${player.name} \${player.isConnected ? player.vars.health : 'unseen'} \${reason}\`))
    .on('chat', ({ player, text, isTeam }) => log(\`\${player.name}\${isTeam ? ' (team)' : ''}: \${text}\`))
    .on('mapStart', ({ map, replayed }) => log(\`start \${map}\${late(replayed)}\`))
    .on('mapEnd', ({ map }) => log(\`end \${map}\`))`

const listener = pluginSource('Listener', `${listening}\nlisten()`)

/** A server with a file of plugins; those that are named are loaded at its start. */
function start(
  files: Readonly<Record<string, string>>,
  loaded: readonly string[] = Object.keys(files),
): TestServer {
  for (const [name, source] of Object.entries(files)) folder.write(`addons/${name}`, source)
  const server = startServer(folder, { pluginsIni: loaded.map((name) => `ts addons/${name}\n`).join('') })
  server.frames(2)
  return server
}

describe('events', () => {
  test('tell of a session: map, players, chat, kick, map change, end', () => {
    const server = start({ 'a.ts': listener })
    const ann = join(server, 'Ann')
    join(server, 'Bob')
    server.engine.clientCommand(ann, 'say "hello there"')
    server.engine.clientCommand(ann, 'say_team go')
    server.engine.clientCommand(ann, 'say')
    server.run('kick #2 bye')
    server.run('changelevel box2')
    server.frames(3)
    server.engine.disconnect(ann)
    server.frames(2)
    expect(logged(server)).toEqual([
      'start box',
      'connect Ann 127.0.0.1:27005',
      'join Ann',
      'connect Bob 127.0.0.1:27006',
      'join Bob',
      'Ann: hello there',
      'Ann (team): go',
      'leave Bob 100 null',
      'end box',
      'start box2',
      'join Ann',
      'leave Ann 100 null',
    ])
  })

  test('are replayed for a plugin that is loaded while a map runs, once, after its attach', () => {
    const late = pluginSource('Late', `${listening}\nlisten()\nlog('attached')`)
    const server = start({ 'a.ts': pluginSource('First', 'plugin.players'), 'late.ts': late }, ['a.ts'])
    join(server, 'Ann')
    server.engine.connect('Bob')
    server.run('meta load addons/late.ts')
    server.frames(3)
    expect(logged(server)).toEqual([
      'attached',
      'start box replayed',
      'connect Ann 127.0.0.1:27005 replayed',
      'join Ann replayed',
      'connect Bob 127.0.0.1:27006 replayed',
      'join Bob',
    ])
  })

  test('are replayed for listeners that an async attach adds after an await', async () => {
    const late = pluginSource(
      'Late',
      `${listening}\nawait new Promise(setImmediate)\nlisten()\nlog('attached')`,
    )
    const server = start({ 'late.ts': late.replace('attach(plugin)', 'async attach(plugin)') }, [])
    join(server, 'Ann')
    server.run('meta load addons/late.ts')
    server.frames(2)
    expect(logged(server)).toEqual([])
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    server.frames(2)
    expect(logged(server)).toEqual([
      'attached',
      'start box replayed',
      'connect Ann null replayed',
      'join Ann replayed',
    ])
  })

  test('are told to the next version after a reload, and to the old one no more', () => {
    const server = start({ 'a.ts': listener })
    join(server, 'Ann')
    server.run('meta reload listener')
    server.frames(2)
    const before = logged(server).length
    expect(logged(server).slice(-3)).toEqual([
      'start box replayed',
      'connect Ann 127.0.0.1:27005 replayed',
      'join Ann replayed',
    ])
    join(server, 'Bob')
    expect(logged(server).slice(before)).toEqual(['connect Bob 127.0.0.1:27006', 'join Bob'])
  })

  test('are told after a pause, of who came and left in it', () => {
    const server = start({ 'a.ts': listener })
    const ann = join(server, 'Ann')
    server.run('meta pause listener')
    const before = logged(server).length
    join(server, 'Bob')
    server.engine.clientCommand(ann, 'say "not heard"')
    server.engine.disconnect(ann)
    server.frames(2)
    expect(logged(server).length).toBe(before)
    server.run('meta unpause listener')
    server.frames(2)
    expect(logged(server).slice(before)).toEqual([
      'leave Ann unseen null',
      'connect Bob null replayed',
      'join Bob replayed',
    ])
  })

  test('tell of the reason that another plugin’s kick gave', () => {
    const kicker = pluginSource(
      'Kicker',
      `plugin.addCommand('out', () => plugin.players.find('Ann').kick('Good night'))`,
    )
    const server = start({ 'a.ts': listener, 'b.ts': kicker })
    join(server, 'Ann')
    server.run('out')
    server.frames(2)
    expect(logged(server).at(-1)).toBe('leave Ann 100 Good night')
  })

  test('notice a bot that a plugin makes past all hooks', () => {
    const maker = pluginSource(
      'Maker',
      `plugin.addCommand('make', () => {
         const bot = plugin.engine.createFakeClient('Robo')
         plugin.util.callGameEntity('player', bot)
         plugin.gamedll.clientPutInServer(bot)
       })`,
    )
    const server = start({ 'a.ts': listener, 'b.ts': maker })
    server.run('make')
    server.frames(2)
    server.run('kick Robo')
    server.frames(2)
    expect(logged(server)).toEqual(['start box', 'connect Robo null', 'join Robo', 'leave Robo 100 null'])
  })

  test('of chat that a plugin keeps back are not told', () => {
    const silencer = pluginSource(
      'Silencer',
      `plugin.on.clientCommand(() => plugin.engine.cmdArgs().includes('secret') ? supercede() : undefined)`,
    )
    const server = start({ 'a.ts': listener, 'b.ts': silencer })
    const ann = join(server, 'Ann')
    server.engine.clientCommand(ann, 'say "a secret"')
    server.engine.clientCommand(ann, 'say "no harm"')
    expect(logged(server).slice(3)).toEqual(['Ann: no harm'])
  })

  test('of chat with 200 words and with broken UTF-8 are told', () => {
    const server = start({ 'a.ts': listener })
    const ann = join(server, 'Ann')
    const words = Array.from({ length: 200 }, (_, index) => index).join(' ')
    server.engine.clientCommand(ann, `say ${words}`)
    server.engine.clientCommand(ann, 'say "a\ud800b"')
    expect(logged(server).slice(3)).toEqual([`Ann: ${words}`, expect.stringMatching(/^Ann: a\ufffd+b$/)])
    expect(server.printed.join('\n')).not.toMatch(/ERROR/)
  })

  test('whose listener throws are logged with the plugin, the event and the place, and go on', () => {
    const broken = pluginSource('Broken', `plugin.events.on('chat', () => { throw new Error('oops') })`)
    const server = start({ 'a.ts': broken, 'b.ts': listener })
    const ann = join(server, 'Ann')
    server.engine.clientCommand(ann, 'say hi')
    server.frames(1)
    expect(logged(server).at(-1)).toBe('Ann: hi')
    expect(server.printed.join('\n')).toMatch(/'Broken'.*event chat.*a\.ts:5:\d+.*oops/)
  })
})
