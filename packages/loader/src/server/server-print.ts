/** How text gets to the server console whatever a plugin put into it. */
import type { Bridge } from '@csr/metamod-sdk/host'

import type { Print } from '../log.js'

// Engines format what they print in a buffer of 4 KiB, of which a character may take three bytes.
const longestLine = 1200

/** A function that prints a line, or loses it where the engine is not there yet; it never throws. */
export function serverPrint(bridge: Pick<Bridge, 'print'>): Print {
  return (line) => {
    try {
      for (const piece of pieces(line.replaceAll('\0', ''))) bridge.print(piece)
    } catch {
      // Whoever prints, prints to report something else, and must not have to report this instead.
    }
  }
}

function pieces(line: string): string[] {
  if (line.length <= longestLine) return [line]
  const count = Math.ceil(line.length / longestLine)
  return Array.from({ length: count }, (_, index) =>
    line.slice(index * longestLine, (index + 1) * longestLine),
  )
}
