/** The console line that kicks a player. */
import type { EngineKind } from './engine-kind.js'
import { cut } from './print-lines.js'

/** Some engines keep 256 bytes for the reason, and it goes into a console line with other words. */
const longestReason = 120

/**
 * A reason as it may stand in a console line, between quotes. A quote or a newline would end it and begin another command;
 * engines take `%` and a backslash in it for the beginning of something else.
 */
export function kickReason(reason: string): string {
  const safe = reason
    .replace(/"/g, "'")
    .replace(/\\/g, '/')
    .replace(/[\u0000-\u001f\u007f%]+/g, ' ')
    .trim()
  return cut(safe, longestReason)
}

/**
 * The line for a reason that {@link kickReason} has made safe; empty for none.
 *
 * Xash takes the reason for one word, so it has to be in quotes there. HLDS shows the player all that is written behind the
 * user id, quotes as well, so there it has none unless it needs them.
 */
export function kickLine(userId: number, reason: string, engine: EngineKind): string {
  if (reason === '') return `kick #${userId}\n`
  const isBare = engine === 'hlds' && canBeBare(reason)
  return `kick #${userId} ${isBare ? reason : `"${reason}"`}\n`
}

/**
 * Whether HLDS finds the reason without quotes. A semicolon ends the command; what begins with two slashes is a remark; and
 * at the beginning of a word, letters that are not ASCII count as blanks, so that it might find no reason at all.
 */
const canBeBare = (reason: string): boolean => /^[!-.0-:<-~][^;]*$/.test(reason)
