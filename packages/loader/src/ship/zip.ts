/** A zip that is the same, byte for byte, for the same files: it can be compared, and its checksum be published. */
import { zipSync, type Zippable } from 'fflate'

// The earliest time that a zip can name. Its times are local ones, and so is this.
const date = new Date(1980, 0, 1)
const unix = 3
const plainFile = 0o100644
const library = 0o100755

/** @param files - By their paths in the zip. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const path of [...files.keys()].sort()) {
    const mode = /\.(so|node)$/.test(path) ? library : plainFile
    entries[path] = [
      files.get(path) ?? new Uint8Array(),
      { mtime: date, level: 9, os: unix, attrs: mode << 16 },
    ]
  }
  return zipSync(entries)
}
