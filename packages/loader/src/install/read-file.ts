/** Reading a file that may not be there. */
import { existsSync, readFileSync } from 'node:fs'

export function readFileIfThere(path: string): Uint8Array | null {
  return existsSync(path) ? readFileSync(path) : null
}
