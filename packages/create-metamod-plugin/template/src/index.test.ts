import { createServer } from '@csr/metamod-testing'
import '@csr/metamod-testing/vitest'
import { expect, test } from 'vitest'

import plugin from './index.js'

test('!hello is answered, as often as the cvar says', () => {
  const server = createServer({ plugins: [plugin], cvars: { my_plugin_times: 2 } })
  const alice = server.connect('Alice')
  alice.say('!hello')
  expect(alice).toHaveReceived('Hello, Alice!')
  expect(server).toHaveNoErrors()
})
