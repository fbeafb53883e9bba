/** What a player says. It comes to the game as a client command: `say`, or `say_team` for the team only. */
export interface ChatLine {
  /** Without the quotes and without blanks around it; may be empty. */
  readonly text: string
  readonly isTeam: boolean
}

/**
 * Reads a client command as chat; null if it is another one.
 *
 * @param command - Its first word, in lower case.
 * @param args - All that follows, as it was typed.
 */
export function chatLineOf(command: string, args: string): ChatLine | null {
  const isTeam = command === 'say_team'
  return isTeam || command === 'say' ? { text: withoutQuotes(args.trim()).trim(), isTeam } : null
}

/** Clients put one pair of quotes around what is said; typed at the console it may have none, or quotes of its own. */
function withoutQuotes(line: string): string {
  if (!line.startsWith('"')) return line
  return line.endsWith('"') && line.length > 1 ? line.slice(1, -1) : line.slice(1)
}
