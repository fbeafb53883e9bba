import '@csr/metamod-testing/vitest'
import { createServer } from '@csr/metamod-testing'
import { expect, test } from 'vitest'

import plugin from './first-plugin.js'

test('!hello is answered to whoever asks, and to nobody else', () => {
  const server = createServer({ plugins: [plugin] })
  const alice = server.connect('Alice')
  const bob = server.connect('Bob')
  alice.say('!hello')
  expect(alice).toHaveReceived('Hello Alice, there are 2 players here')
  expect(bob).not.toHaveReceived('Hello Alice')
  expect(server).toHaveNoErrors()
})
