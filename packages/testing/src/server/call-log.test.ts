import { expect, test } from 'vitest'

import { createServer } from '../index.js'

test('the last thousand calls are remembered with their arguments, and all are counted', () => {
  const server = createServer()
  const before = server.engine.calls('cvarGetFloat')
  for (let count = 1; count <= 2500; count += 1) server.console(`game_cvar ${count}`)
  expect(server.engine.calls('cvarGetFloat')).toBe(before + 2500)
  const names = server.engine.callsOf('cvarGetFloat').map(({ name }) => name)
  expect([names.length, names[0], names.at(-1)]).toEqual([1000, '1501', '2500'])
  server.stop()
})
