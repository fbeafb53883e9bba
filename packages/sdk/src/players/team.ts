/**
 * The team of a player. No engine knows teams and each game keeps them elsewhere; what all of them do is tell the clients by
 * the user message TeamInfo. Where that was not seen, what the entity and the client's settings show has to do.
 */
import { EntityFlag } from '../raw/generated/enums.js'
import type { Entity } from '../raw/entity.js'

/** What {@link visibleTeam} looks at. */
export interface TeamSigns {
  /** The last part of the game directory, such as `cstrike`. */
  readonly game: string
  /** Whether the server plays in teams: `globals.teamplay`. */
  readonly isTeamplay: boolean
  readonly entity: Entity
  /** A key of the client's settings; empty if it has none. */
  readonly setting: (key: string) => string
}

// Counter-Strike shows the side by nothing but the model, in the words that its TeamInfo has for it.
const counterTerrorists = ['urban', 'gsg9', 'sas', 'gign', 'spetsnaz', 'vip']
const terrorists = ['terror', 'leet', 'arctic', 'guerilla', 'militia']

/** Where `pev->team` is a number of a known meaning. */
const numbered: Readonly<Record<string, readonly string[]>> = {
  tfc: ['Blue', 'Red', 'Yellow', 'Green'],
  dod: ['Allies', 'Axis'],
}

/** The team as it shows without the game's messages; null if it does not, or there is none. */
export function visibleTeam({ game, isTeamplay, entity, setting }: TeamSigns): string | null {
  if (game === 'cstrike' || game === 'czero') return sideOf(setting('model'))
  const names = numbered[game]
  if (names !== undefined) return names[entity.vars.team - 1] ?? null
  if ((entity.vars.flags & EntityFlag.Spectator) !== 0 || !isTeamplay) return null
  return setting('team') || null
}

function sideOf(model: string): string | null {
  if (counterTerrorists.includes(model)) return 'CT'
  return terrorists.includes(model) ? 'TERRORIST' : null
}
