/** The console line that kicks a player. */
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

/** The line for a reason that {@link kickReason} has made safe; empty for none. */
export const kickLine = (userId: number, reason: string): string =>
  reason === '' ? `kick #${userId}\n` : `kick #${userId} "${reason}"\n`
