import { beforeEach, describe, expect, test } from 'vitest'

import { temporaryFolder, type TemporaryFolder } from '../src/testing/temporary-folder.js'
import { join, logged } from './clients.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})

const top = `const log = (text) => plugin.util.logConsole(\`> \${text}\`); let plugin`

/** A server with one plugin; what its attach does is given. */
function start(attach: string): TestServer {
  folder.write(
    'addons/trial.ts',
    pluginSource('Trial', `plugin = given\n${attach}`, { top }).replace('attach(plugin)', 'attach(given)'),
  )
  const server = startServer(folder, { pluginsIni: 'ts addons/trial.ts\n' })
  server.frames(2)
  return server
}

describe('players', () => {
  test('are found by part of a name, a user id and an auth id, and a text that fits two names both', () => {
    const server = start(
      `plugin.addCommand('who', ({ text }) => {
         try { log(plugin.players.find(text).name) } catch (error) { log(\`\${error.code}: \${error.message}\`) }
       })`,
    )
    join(server, 'Ann')
    join(server, 'Annabel')
    for (const text of ['ann', 'BEL', '#2', 'steam_0:1:1001', 'nn', 'Zoe']) server.run(`who ${text}`)
    expect(logged(server)).toEqual([
      'Ann',
      'Annabel',
      'Annabel',
      'Ann',
      'PLAYER_NOT_FOUND: players.find: "nn" fits Ann (#1), Annabel (#2); write more of the name, or #1',
      'PLAYER_NOT_FOUND: players.find: nobody is called "Zoe"; here are Ann (#1), Annabel (#2)',
    ])
  })

  test('tell name, address, auth id and state, and are the same objects after a map change', () => {
    const server = start(
      `let kept
       plugin.addCommand('tell', () => {
         const player = plugin.players.at(1)
         kept ??= player
         log([player.name, player.address, player.authId, player.isBot, player.hasJoined, player === kept].join(' '))
         log(\`\${player.entity.isValid} \${player.vars.health} \${player.team}\`)
       })
       plugin.players`,
    )
    join(server, 'Ann')
    server.run('tell')
    server.run('changelevel box2')
    server.frames(3)
    server.run('tell')
    const line = 'Ann 127.0.0.1:27005 STEAM_0:1:1001 false true true'
    expect(logged(server)).toEqual([line, 'true 100 null', line, 'true 100 null'])
  })

  test('are kicked with any reason, which stays one command', () => {
    const server = start(
      `plugin.addCommand('out', () => plugin.players.find('Ann').kick('a "b"; echo c\\nquit'))`,
    )
    join(server, 'Ann')
    server.run('out')
    server.frames(2)
    expect(server.printed).toContain(`Dropped Ann from server. Reason: a 'b'; echo c quit`)
    expect(server.printed).not.toContain('c')
    expect(server.engine.isRunning()).toBe(true)
  })

  test('who leave during an await are known to have left', async () => {
    const server = start(
      `plugin.addCommand('wait', async () => {
         const player = plugin.players.find('Ann')
         await new Promise(setImmediate)
         log(\`\${player.name} \${player.isConnected}\`)
         player.print('too late')
       })`,
    )
    const slot = join(server, 'Ann')
    server.run('wait')
    server.engine.disconnect(slot)
    server.frames(1)
    join(server, 'Zoe')
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    server.frames(1)
    expect(logged(server)).toEqual(['Ann false'])
    expect(server.printed.join('\n')).toMatch(
      /command wait .*trial\.ts:\d+:\d+.*player\.print: Ann \(#1\) has left; test player\.isConnected after each await/,
    )
  })

  test('read what is printed to console, chat and center', () => {
    const server = start(
      `plugin.addCommand('show', () => {
         const player = plugin.players.find('Ann')
         player.print('to the console')
         player.printChat('to the chat')
         player.printChat('long '.repeat(100))
         player.printCenter('to the center')
       })`,
    )
    join(server, 'Ann')
    server.run('sv_showmessages 1')
    const printed = server.run('show')
    expect(printed).toContain('Ann sees: to the console')
    expect(printed).toContain('Ann sees: center: to the center')
    // One byte for the speaker, the text with its newline, and the zero byte.
    expect(printed).toContain('Ann gets SayText, 14 bytes')
    const sizes = printed
      .map((line) => /SayText, (?<bytes>\d+) bytes/.exec(line)?.groups?.['bytes'])
      .filter(Boolean)
    expect(sizes.map(Number).every((bytes) => bytes <= 192)).toBe(true)
    expect(sizes).toHaveLength(4)
    expect(printed.join('\n')).not.toMatch(/ERROR|Sys_Error|Host_Error/)
  })

  test('do not include those who left, on an engine that keeps their numbers', () => {
    const server = start(`plugin.addCommand('count', () => log(plugin.players.count))`)
    const slot = join(server, 'Ann')
    join(server, 'Bob')
    server.run('count')
    server.engine.disconnect(slot)
    server.run('count')
    expect(logged(server)).toEqual(['2', '1'])
  })
})
