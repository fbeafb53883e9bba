import { definePlugin, supercede } from '@csr/metamod-sdk'
import { createServer } from '@csr/metamod-testing'
import '@csr/metamod-testing/vitest'
import { expect, test } from 'vitest'

const bouncer = definePlugin({
  ...{ name: 'Bouncer', version: '1.0.0', author: 'Ada', url: '', logTag: 'BOUNCER' },
  attach(plugin) {
    const banned = new Set(['10.0.0.66:27005'])
    plugin.on.clientConnect(({ address }) =>
      banned.has(address) ? supercede({ reject: 'Banned' }) : undefined,
    )
    plugin.addChatCommand('ban', { args: { target: 'player' } }, ({ args: { target }, reply }) => {
      if (target.address !== null) banned.add(target.address)
      target.kick('Banned')
      plugin.after(1, () => reply(`${target.name} is gone`))
    })
  },
})

test('who is banned does not come in', () => {
  const server = createServer({ plugins: [bouncer] })
  expect(server.tryConnect('Bob', { address: '10.0.0.66:27005' })).toEqual({
    accepted: false,
    reason: 'Banned',
  })
  expect(server.gameDll.calls('clientConnect')).toBe(0)
})

test('a player bans another by chat, and hears of it a second later', () => {
  const server = createServer({ plugins: [bouncer], failOnErrors: true })
  const [alice, bob] = [server.connect('Alice'), server.connect('Bob')]
  alice.say('!ban bob')
  server.frame()
  expect(bob.dropReason).toBe('Banned')
  expect(alice).not.toHaveReceived('Bob is gone')
  server.advance(1)
  expect(alice).toHaveReceived('Bob is gone')
  expect(server.console('meta list')).toContain('1 plugins, 1 running')
})
