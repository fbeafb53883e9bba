import { createServer } from '@csr/metamod-testing'
import { expect, test } from 'vitest'

import plugin from './index.js'

test('!hello is answered', () => {
  const server = createServer({ plugins: [plugin] })
  const alice = server.connect('Alice')
  alice.say('!hello')
  expect(alice.messages.flatMap(({ args }) => args)).toContain('Hello, Alice!\n')
  expect(server.errors).toEqual([])
})
