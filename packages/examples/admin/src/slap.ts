/** A slap: a push in some direction, and a little pain. */
import type { Player } from '@csr/metamod-sdk'

/** World units a second. */
const push = 200
const lift = 250

/**
 * Slaps a player, who must be alive.
 *
 * @param damage - What it takes of the player's health, of which 1 is always left.
 * @param random - Gives a number 0..1.
 */
export function slap({ vars }: Player, damage: number, random: () => number = Math.random): void {
  const direction = random() * 2 * Math.PI
  const [x, y, z] = vars.velocity
  vars.velocity = [x + Math.cos(direction) * push, y + Math.sin(direction) * push, z + lift]
  vars.health = Math.max(1, vars.health - damage)
}
