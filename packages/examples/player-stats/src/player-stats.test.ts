import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { definePlugin } from '@csr/metamod-sdk'
import { createServer, type ServerOptions, type TestServer } from '@csr/metamod-testing'
import '@csr/metamod-testing/vitest'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

import { playerStats } from './player-stats.js'
import { Store } from './store.js'

/** A server whose statistics are in memory. */
function serverWithStats(options: ServerOptions = {}): TestServer {
  return createServer({ plugins: [playerStats(() => new Store(':memory:'))], frameSeconds: 0.1, ...options })
}

interface Hook {
  readonly url: string
  readonly posted: unknown[]
}

/** A server of another kind, which takes what is posted, and answers with a status. */
async function webhook(status: number): Promise<Hook> {
  const posted: unknown[] = []
  const http: Server = createHttpServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      posted.push(JSON.parse(body))
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void http.close())
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/maps`, posted }
}

describe('what is counted', () => {
  test('kills and deaths, of both sides', () => {
    const server = serverWithStats()
    const [ada, bob] = [server.connect('Ada'), server.connect('Bob')]
    ada.command('shoot Bob')
    ada.command('shoot Bob')
    ada.say('!rank')
    bob.say('/rank')
    expect(ada).toHaveReceived('You are number 1: 1 kills, 0 deaths, 0 minutes played')
    expect(bob).toHaveReceived('You are number 2: 0 kills, 1 deaths, 0 minutes played')
  })

  test('who ends by own hand has died and killed nobody', () => {
    const server = serverWithStats()
    const ada = server.connect('Ada')
    ada.command('kill')
    ada.say('!rank')
    expect(ada).toHaveReceived('0 kills, 1 deaths')
  })

  test('is kept for later while the database takes nothing', () => {
    const store = new Store(':memory:')
    const add = vi.spyOn(store, 'add').mockImplementation(() => {
      throw new Error('database or disk is full')
    })
    const server = createServer({ plugins: [playerStats(() => store)], frameSeconds: 0.1 })
    const ada = server.connect('Ada')
    ada.command('kill')
    ada.say('!rank')
    expect(server.errors.join()).toContain('disk is full')
    add.mockRestore()
    ada.say('!rank')
    expect(ada).toHaveReceived('0 kills, 1 deaths')
  })

  test('time in the game', () => {
    const server = serverWithStats()
    const ada = server.connect('Ada')
    server.advance(125)
    ada.say('!rank')
    expect(ada).toHaveReceived('2 minutes played')
  })

  test('of bots, nothing', () => {
    const server = serverWithStats()
    const ada = server.connect('Ada')
    server.connect('Robot', { isBot: true })
    ada.command('shoot Robot')
    ada.command('shoot Robot')
    ada.say('!top')
    expect(ada).toHaveReceived('1. Ada: 1 kills, 0 deaths')
    expect(ada).not.toHaveReceived('2. ')
  })
})

describe('what is shown', () => {
  test('the best come first, five at most', () => {
    const server = serverWithStats()
    const players = ['Ada', 'Bob', 'Cy', 'Di', 'Ed', 'Flo'].map((name) => server.connect(name))
    const [ada, bob] = players
    for (const victim of ['Ada', 'Cy']) {
      bob?.command(`shoot ${victim}`)
      bob?.command(`shoot ${victim}`)
    }
    for (const player of players) player.say('hello')
    ada?.say('/top')
    expect(ada).toHaveReceived('1. Bob: 2 kills, 0 deaths')
    expect(ada).toHaveReceived('5. ')
    expect(ada).not.toHaveReceived('6. ')
  })

  test('who did nothing yet is told so', () => {
    const server = serverWithStats()
    const ada = server.connect('Ada')
    ada.say('/rank')
    ada.say('/top')
    expect(ada).toHaveReceived('Nothing is known of you yet')
    expect(ada).toHaveReceived('Nobody has played yet')
  })

  test('a player who comes back goes on, also under another name', () => {
    const server = serverWithStats()
    const ada = server.connect('Ada', { authId: 'STEAM_0:1:1' })
    ada.command('kill')
    ada.disconnect()
    const again = server.connect('Lovelace', { authId: 'STEAM_0:1:1' })
    again.say('!top')
    again.say('!top')
    expect(again).toHaveReceived('1. Lovelace: 0 kills, 1 deaths')
  })
})

describe('the webhook', () => {
  test('is told of each map that ends', async () => {
    const { url, posted } = await webhook(200)
    const server = serverWithStats({ failOnErrors: true, cvars: { stats_webhook: url } })
    const ada = server.connect('Ada')
    ada.command('kill')
    server.changeLevel('yard')
    await expect.poll(() => posted).toHaveLength(1)
    expect(posted[0]).toMatchObject({ map: 'box', players: [{ name: 'Ada', kills: 0, deaths: 1 }] })
    expect(server).toHaveNoErrors()
  })

  test('that fails is logged, and the server goes on', async () => {
    const { url, posted } = await webhook(503)
    const server = serverWithStats({ cvars: { stats_webhook: url } })
    const ada = server.connect('Ada')
    server.changeLevel('yard')
    await expect.poll(() => server.errors.join()).toContain(`${url} answered 503`)
    expect(posted).toHaveLength(1)
    server.frames(5)
    ada.say('/top')
    expect(ada.isConnected).toBe(true)
    expect(server.plugin('Player Stats').status).toBe('running')
  })

  test('that nobody answers is logged with the plugin’s name', async () => {
    const server = serverWithStats({ cvars: { stats_webhook: 'http://127.0.0.1:1/' } })
    server.changeLevel('yard')
    await expect.poll(() => server.errors.join()).toContain("plugin 'Player Stats'")
    server.frames(5)
    expect(server.map).toBe('yard')
  })

  test('is given up without a word when the plugin is unloaded', async () => {
    const server = serverWithStats({ failOnErrors: true, cvars: { stats_webhook: 'http://127.0.0.1:1/' } })
    server.changeLevel('yard')
    server.console('meta unload "Player Stats"')
    await server.settle()
    expect(server).toHaveNoErrors()
  })

  test('that is not set is not told', () => {
    const server = serverWithStats({ failOnErrors: true })
    server.changeLevel('yard')
    expect(server).toHaveNoErrors()
  })
})

test('what was counted and not yet written is written when the plugin goes', () => {
  const written: unknown[] = []
  const store = new Store(':memory:')
  const add = store.add.bind(store)
  store.add = (rows) => {
    written.push(...rows)
    add(rows)
  }
  const server = createServer({ plugins: [playerStats(() => store)] })
  server.connect('Ada').command('kill')
  expect(written).toEqual([])
  server.console('meta unload 1')
  expect(written).toMatchObject([{ name: 'Ada', deaths: 1 }])
  expect(server).toHaveNoErrors()
})

test('the database is closed when the plugin goes, and when it could not be started', () => {
  const stores: Store[] = []
  const stats = playerStats(() => {
    const store = new Store(':memory:')
    stores.push(store)
    return store
  })
  const server = createServer({ plugins: [stats], failOnErrors: true })
  expect(stores.map((store) => store.top(1))).toEqual([[]])
  server.console('meta unload 1')
  expect(() => stores[0]?.top(1)).toThrow('closed')

  const rival = definePlugin({
    ...{ name: 'Rival', version: '1', author: '', url: '', logTag: 'RIVAL' },
    attach: (plugin) => plugin.addChatCommand('top', {}, () => undefined),
  })
  const busy = createServer({ plugins: [rival, stats] })
  expect(busy.errors.join()).toContain('"!top" belongs to plugin \'Rival\'')
  expect(stores.length).toBeGreaterThan(1)
  for (const store of stores) expect(() => store.top(1)).toThrow('closed')
})
