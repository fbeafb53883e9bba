/** Keeping a player away, by the engine's own list of ids. */
import type { Player, Plugin } from '@csr/metamod-sdk'

import { isOwnId } from './admins.js'

/** Why the player cannot be banned, or null. */
export function whyNoBan({ isBot, authId, name }: Player): string | null {
  if (isBot) return 'Bots cannot be banned; kick it'
  if (isOwnId(authId)) return null
  return `A ban would hit others too: ${authId} is not ${name}'s alone; kick, or use addip`
}

/**
 * Bans and kicks.
 *
 * @param minutes - 0 for ever: HLDS keeps such bans over restarts too, if its server.cfg says `exec banned.cfg`.
 */
export function ban(plugin: Plugin, { authId, userId }: Player, minutes: number): void {
  // Xash3D takes no userid, but what it made `ID_…` of: hexadecimal digits, which it checks when a client comes.
  const whom = authId.startsWith('ID_') ? authId.slice('ID_'.length) : `#${userId}`
  plugin.engine.serverCommand(`banid ${minutes} ${whom} kick\nwriteid\n`)
}
