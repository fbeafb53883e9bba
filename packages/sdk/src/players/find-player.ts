/** Which player a text means that somebody typed. */
import type { Player } from './player.js'
import { PlayerNotFoundError } from './player-errors.js'

const mostNamed = 10

/**
 * Finds a player by `#7`, an auth id, a name, or part of a name, without regard to case.
 *
 * @throws PlayerNotFoundError
 */
export function findPlayer(players: readonly Player[], wanted: string, place: string): Player {
  const key = wanted.toLowerCase()
  const byNumber = players.find(({ userId }) => wanted === `#${userId}`)
  if (byNumber !== undefined) return byNumber
  const named = players.map((player) => ({ player, name: player.name, key: player.name.toLowerCase() }))
  // Of several who fit equally well, the one is meant whose name is spelt just so.
  const exact = named.filter((each) => each.key === key)
  const [only] = exact.length > 1 ? exact.filter(({ name }) => name === wanted) : exact
  if (only !== undefined) return only.player
  const byAuthId = players.filter((player) => player.authId.toLowerCase() === key)
  if (byAuthId.length === 1 && byAuthId[0] !== undefined) return byAuthId[0]
  const fitting = key === '' ? [] : named.filter((each) => each.key.includes(key)).map(({ player }) => player)
  if (fitting.length === 1 && fitting[0] !== undefined) return fitting[0]
  throw fitting.length === 0 ? nobody(players, wanted, place) : several(fitting, wanted, place)
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
