import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource, startServer, type TestServer } from './test-server.js'

const folder = temporaryFolder()

const slap = `{
      help: 'Hurts a player',
      args: { target: 'player', damage: { type: 'integer', min: 0, max: 100, default: 5 }, reason: 'text?' },
    }`
const answer = `({ args, player, reply }) =>
      reply(\`\${player?.name ?? 'console'} \${args.target.name} \${args.damage} \${args.reason}\`)`

/** A server with two players, Ada in slot 1 and Grace in slot 2, and a plugin. */
function serverWith(attach: string): TestServer {
  folder.write('slapper.ts', pluginSource('Slapper', attach))
  const server = startServer(folder, { pluginsIni: 'ts slapper.ts\n', bots: 2 })
  server.frames(3)
  return server
}

/** What the console prints when a client types a line. */
function client(server: TestServer, slot: number, line: string): string[] {
  const before = server.printed.length
  server.engine.clientCommand(slot, line)
  server.frames(1)
  return server.printed.slice(before)
}

describe('a server command', () => {
  test('gets its arguments as values, and answers at the server console', () => {
    const server = serverWith(`    plugin.addCommand('slap', ${slap}, ${answer})`)
    expect(server.run('slap ada')).toEqual(['console Ada 5 null'])
    expect(server.run('SLAP "Gra" 100 for "no" reason; echo next')).toEqual([
      'console Grace 100 for "no" reason',
      'next',
    ])
    expect(server.run('slap ada 7 "a; b"')).toEqual(['console Ada 7 a; b'])
  })

  test('answers what is typed wrongly with the usage line', () => {
    const server = serverWith(`    plugin.addCommand('slap', ${slap}, ${answer})`)
    const usage = 'usage: slap <target> [damage 0..100] [reason...]'
    expect(server.run('slap')).toEqual(['slap: target is missing', usage])
    expect(server.run('slap nobody')[0]).toMatch(
      /^slap: nobody is called "nobody"; here are Ada \(#\d+\), Grace/,
    )
    expect(server.run('slap a')[0]).toMatch(/^slap: "a" fits Ada \(#\d+\), Grace \(#\d+\)/)
    expect(server.run('slap ada 101')).toEqual([
      'slap: damage must be a whole number 0..100, got "101"',
      usage,
    ])
  })
})

describe('a client command', () => {
  test('is answered to its client, and the game does not see it', () => {
    const server = serverWith(`    plugin.addClientCommand('slap', ${slap}, ${answer})`)
    expect(client(server, 1, 'slap grace 7').join()).toMatch(/Ada Grace 7 null/)
    expect(client(server, 2, 'slap grace x').join()).toMatch(/must be a whole number 0\.\.100.*usage: slap/)
    expect(client(server, 1, 'slap grace 7').join()).not.toMatch(/unknown command/i)
    expect(client(server, 1, 'slapp').join()).toMatch(/slapp/)
  })

  test('of a paused plugin goes to the game, and of one that is back it works again', () => {
    const server = serverWith(`    plugin.addClientCommand('slap', ${slap}, ${answer})`)
    server.run('meta pause slapper')
    expect(client(server, 1, 'slap grace').join()).not.toMatch(/Ada Grace/)
    server.run('meta unpause slapper')
    expect(client(server, 1, 'slap grace').join()).toMatch(/Ada Grace/)
    for (let reload = 0; reload < 5; reload += 1) server.run('meta reload slapper')
    expect(
      client(server, 1, 'slap grace')
        .join()
        .match(/Ada Grace/g),
    ).toHaveLength(1)
    server.run('meta unload slapper')
    expect(client(server, 1, 'slap grace').join()).not.toMatch(/Ada Grace/)
  })
})

describe('a chat command', () => {
  const chat = `
    plugin.addChatCommand('slap', ${slap}, ({ args, player }) => {
      plugin.log(\`\${player.name} \${args.target.name} \${args.damage} \${args.reason}\`)
    })
    plugin.onPost.clientCommand(({ status }) => plugin.log(\`status \${status}\`))`

  test('is hidden with a slash, and shown with an exclamation mark', () => {
    const server = serverWith(chat)
    expect(client(server, 1, 'say "/slap grace 7 for fun"')).toEqual([
      '[SLAPPER] Ada Grace 7 for fun',
      '[SLAPPER] status 4',
    ])
    expect(client(server, 1, 'say_team !slap grace')).toContain('[SLAPPER] Ada Grace 5 null')
    expect(client(server, 1, 'say_team !slap grace')).toContain('[SLAPPER] status 1')
  })

  test('survives 200 words, an empty line and broken text', () => {
    const server = serverWith(chat)
    client(server, 1, `say "!slap grace 5 ${'w '.repeat(200)}"`)
    client(server, 1, 'say')
    client(server, 1, 'say ""')
    client(server, 1, 'say "!slap \u00ff\udc00\ufffd"')
    client(server, 1, '')
    expect(server.printed.filter((line) => /ERROR/.test(line))).toEqual([])
    expect(client(server, 1, 'say "!slap grace"')).toContain('[SLAPPER] Ada Grace 5 null')
  })
})

test('a name that another plugin has is refused, whatever its kind, and the error names the owner', () => {
  folder.write(
    'first.ts',
    pluginSource(
      'First',
      `    plugin.addChatCommand('x', {}, () => 0); plugin.addClientCommand('x', {}, () => 0)`,
    ),
  )
  folder.write('second.ts', pluginSource('Second', `    plugin.addChatCommand('/x', {}, () => 0)`))
  folder.write('third.ts', pluginSource('Third', `    plugin.addClientCommand('X', {}, () => 0)`))
  const server = startServer(folder, { pluginsIni: 'ts first.ts\nts second.ts\nts third.ts\n' })
  const errors = server.printed.filter((line) => line.includes('not loaded'))
  expect(errors).toEqual([
    expect.stringMatching(
      /'Second' not loaded: .*addChatCommand: "\/x" belongs to plugin 'First'; choose another name/,
    ),
    expect.stringMatching(
      /'Third' not loaded: .*addClientCommand: "X" belongs to plugin 'First'; choose another name/,
    ),
  ])
})
