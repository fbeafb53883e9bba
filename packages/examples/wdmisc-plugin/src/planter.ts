/** Who plants a bomb, in Counter-Strike's log: `"Bob<3><BOT><TERRORIST>" triggered "Planted_The_Bomb"`. */
const planted = /^"(?<name>[^"]*)<\d+><[^<>]*><[^<>]*>" triggered "Planted_The_Bomb"/

/** @returns the player's name; null for every other line. */
export function planter(line: string): string | null {
  return planted.exec(line)?.groups?.['name'] ?? null
}
