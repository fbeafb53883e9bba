/** Which player a text means that somebody typed. */
import type { Player } from './player.js'
import { PlayerNotFoundError } from './player-errors.js'

const mostNamed = 10

/**
 * Finds a player by `#7`, an auth id, a name, or part of a name, without regard to case. In this order, because names are
 * what players choose: nobody is found in the place of another by being called `#7` or `STEAM_0:1:1234`.
 *
 * @throws PlayerNotFoundError
 */
export function findPlayer(players: readonly Player[], wanted: string, place: string): Player {
  const key = wanted.toLowerCase()
  const byNumber = players.find(({ userId }) => wanted === `#${userId}`)
  if (byNumber !== undefined) return byNumber
  const sameId = players.filter((player) => player.authId.toLowerCase() === key)
  const named = players.map((player) => ({ player, name: player.name, key: player.name.toLowerCase() }))
  const sameName = named.filter((each) => each.key === key)
  // Of several who fit equally well, the one is meant whose name is spelt just so.
  const spelt = onlyOne(sameName) ?? onlyOne(sameName.filter(({ name }) => name === wanted))
  // Bots share one auth id, which somebody's name may well be.
  const one = onlyOne(sameId.filter((player) => !player.isBot)) ?? spelt?.player ?? onlyOne(sameId)
  if (one !== null) return one
  const fitting = key === '' ? [] : named.filter((each) => each.key.includes(key)).map(({ player }) => player)
  const only = onlyOne(fitting)
  if (only !== null) return only
  throw fitting.length === 0 ? nobody(players, wanted, place) : several(fitting, wanted, place)
}

/** The element of a list of one; null for any other list. */
function onlyOne<Element>(list: readonly Element[]): Element | null {
  const [first, second] = list
  return first !== undefined && second === undefined ? first : null
}

function nobody(players: readonly Player[], wanted: string, place: string): PlayerNotFoundError {
  const here = players.length === 0 ? 'the server is empty' : `here are ${list(players)}`
  const what = wanted === '' ? 'the name is empty' : `nobody is called ${JSON.stringify(wanted)}`
  return new PlayerNotFoundError(`${place}: ${what}; ${here}`, [])
}

function several(fitting: readonly Player[], wanted: string, place: string): PlayerNotFoundError {
  const cure = `write more of the name, or #${fitting[0]?.userId ?? 0}`
  return new PlayerNotFoundError(
    `${place}: ${JSON.stringify(wanted)} fits ${list(fitting)}; ${cure}`,
    fitting,
  )
}

function list(players: readonly Player[]): string {
  const names = players.slice(0, mostNamed).map(({ name, userId }) => `${name} (#${userId})`)
  const more = players.length - names.length
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}
