import { expect, test } from 'vitest'

import { planter } from './planter.js'

test('whoever plants the bomb is found by name, also one with brackets in it', () => {
  expect(planter('"Bob<3><BOT><TERRORIST>" triggered "Planted_The_Bomb"\n')).toBe('Bob')
  expect(planter('"<x> Bob<3><STEAM_0:1:2><TERRORIST>" triggered "Planted_The_Bomb"')).toBe('<x> Bob')
})

test('what a player says is no bomb', () => {
  expect(planter('"Bob<3><BOT><CT>" say "triggered "Planted_The_Bomb""')).toBeNull()
  expect(planter('World triggered "Round_Start"')).toBeNull()
  expect(planter('')).toBeNull()
})
