import { expect, test } from 'vitest'

import { MapVote } from './map-vote.js'

test('the map with most votes is ahead, and the first among equals', () => {
  const vote = new MapVote(['dust', 'aztec', 'dust', 'office'])
  expect(vote.maps).toEqual(['dust', 'aztec', 'office'])
  expect(vote.leader).toBeNull()
  vote.cast(7, 2)
  expect(vote.leader).toBe('aztec')
  vote.cast(8, 1)
  expect(vote.leader).toBe('dust')
})

test('everybody has one vote, may change it, and takes it along when leaving', () => {
  const vote = new MapVote(['dust', 'aztec'])
  vote.cast(7, 1)
  vote.cast(7, 2)
  expect([vote.votesFor('dust'), vote.votesFor('aztec')]).toEqual([0, 1])
  vote.withdraw(7)
  expect(vote.leader).toBeNull()
})

test('a number without a map is no vote', () => {
  const vote = new MapVote(['dust'])
  expect([vote.cast(7, 0), vote.cast(7, 2), vote.cast(7, Number.NaN)]).toEqual([null, null, null])
  expect(vote.leader).toBeNull()
})
