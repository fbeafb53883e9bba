import { expect, test } from 'vitest'

import { PlayersSeen } from './players-seen.js'

test('players are known from when they connect until they are dropped', () => {
  const players = new PlayersSeen()
  players.read('L 11/21/2026 - 12:41:29: "Ada<1><STEAM_0:1:1001><>" connected, address "127.0.0.1:27005"')
  players.read('L 11/21/2026 - 12:41:29: "Mad <7> Max<2><BOT><>" connected, address "127.0.0.1:27006"')
  expect(players.names).toEqual(['Ada', 'Mad <7> Max'])
  players.read('Dropped Ada from server. Reason: Kicked by Console')
  expect(players.names).toEqual(['Mad <7> Max'])
})
