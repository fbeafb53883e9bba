/** Players and events in a plugin that is a guest: other Metamods have ways of their own to tell of players, or none. */
import { expect, test } from 'vitest'

import { temporaryFolder } from '../../src/testing/temporary-folder.js'
import { pluginSource } from '../plugin-source.js'
import { describeHosts, startGuest, type GuestServer } from './guest-server.js'

const folder = temporaryFolder()

const listener = pluginSource(
  'Listener',
  `const log = (text) => plugin.util.logConsole(\`> \${text}\`)
   plugin.events
     .on('playerConnect', ({ name, replayed }) => log(\`connect \${name} \${replayed}\`))
     .on('playerJoin', ({ player, replayed }) => log(\`join \${player.name} \${replayed}\`))
     .on('playerLeave', ({ player }) => log(\`leave \${player.name}\`))
     .on('chat', ({ player, text }) => log(\`\${player.name}: \${text}\`))
     .on('mapStart', ({ map, replayed }) => log(\`start \${map} \${replayed}\`))
     .on('mapEnd', ({ map }) => log(\`end \${map}\`))
   plugin.addCommand('who', () => log([...plugin.players].map(({ name, address }) => \`\${name} \${address}\`).join(', ')))`,
)

const logged = (server: GuestServer): string[] =>
  server.printed.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))

describeHosts('events', (host) => {
  test('tell of a session, and of each player’s leaving once', () => {
    const server = startGuest(folder, { host, plugins: { 'listener.ts': listener } })
    server.frames(2)
    const ann = server.join('Ann')
    server.join('Bob')
    server.engine.clientCommand(ann, 'say "hello there"')
    server.run('who')
    server.run('kick Bob')
    server.run('changelevel box2')
    server.frames(3)
    server.engine.disconnect(ann)
    server.frames(3)
    expect(logged(server)).toEqual([
      'start box false',
      'connect Ann false',
      'join Ann false',
      'connect Bob false',
      'join Bob false',
      'Ann: hello there',
      'Ann 127.0.0.1:27005, Bob 127.0.0.1:27006',
      'leave Bob',
      'end box',
      'start box2 false',
      'join Ann false',
      'leave Ann',
    ])
    expect(server.errors()).toEqual([])
  })

  test('are replayed for a plugin that comes while a map runs', () => {
    const server = startGuest(folder, { host, others: { 'listener.ts': listener } })
    server.frames(2)
    server.join('Ann')
    server.run('meta_ts load addons/ts/listener.ts')
    server.frames(2)
    expect(logged(server)).toEqual(['start box true', 'connect Ann true', 'join Ann true'])
  })
})
