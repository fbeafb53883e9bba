/** Whatever happens in whatever order, what is told of a player is a story: it connects, joins once in each map, and leaves. */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Crowd, deeds } from './testing/crowd.js'
import type { Deed } from './testing/crowd.js'

const deed = fc.tuple(fc.constantFrom(...(Object.keys(deeds) as Deed[])), fc.integer({ min: 1, max: 2 }))

/** From connecting on, with no more than one join between two ends of maps. */
const stay = 'cm*(jm+)*j?m*'
/** Somebody who typed `retry` comes back with the same number. */
const before = `^m*(${stay}l)*m*`
const inTheGame = new RegExp(`${before}cm*(jm+)*j$`)
const onTheWay = new RegExp(`${before}${stay}$`)
const gone = new RegExp(`${before}$`)
const goneUnheard = new RegExp(`${before}(${stay})?$`)

function end(crowd: Crowd): void {
  crowd.hosted.setPaused(false)
  crowd.listen()
  for (let frame = 0; frame < 4; frame += 1) crowd.frame()
}

test('players who come and go, pauses, maps and listeners in any order', () => {
  const property = fc.property(fc.array(deed, { maxLength: 40 }), (list) => {
    const crowd = new Crowd()
    crowd.listen()
    for (const [what, index] of list) deeds[what](crowd, index)
    end(crowd)
    expect(crowd.server.errors).toEqual([])
    const here = new Map([...crowd.guests.values()].map((guest) => [guest.userId, guest]))
    const wasDeaf = list.some(([what]) => what === 'stop listening')
    for (const [userId, story] of crowd.story) {
      const guest = here.get(userId)
      if (guest === undefined) expect(story).toMatch(wasDeaf ? goneUnheard : gone)
      else expect(story).toMatch(guest.isIn ? inTheGame : onTheWay)
    }
    // Nobody is left out.
    expect([...here.keys()].filter((userId) => !crowd.story.has(userId))).toEqual([])
  })
  fc.assert(property, { seed: 1, numRuns: Number(process.env['METAMOD_EVENT_CASES'] ?? 100) })
})
