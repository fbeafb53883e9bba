/**
 * The file name of a plugin's stub, by which administrators find the plugin in the host's `meta list`. Hosts take two
 * plugins for one whose files have the same name, whatever folder they are in, or differ only in an ending such as `_i386`.
 */
import { basename, dirname } from 'node:path'

const scriptEnding = /\.[cm]?[jt]s$/
const platformEnding = /_(?=(?:mm|i[3-6]86|amd64|x86[-_]64|arm64|aarch64)$)/i
const unsafe = /[^A-Za-z0-9_-]+/g
const longest = 60

// Names that say nothing of the plugin: a file or folder of this name is known by the folder around it.
const plain = new Set(['index', 'main', 'src', 'dist', 'lib', 'build'])

/**
 * A name for the stub of the plugin at `path`, without `.so`.
 *
 * @param taken - Names in lower case that other plugins have.
 */
export function stubName(path: string, taken: ReadonlySet<string>): string {
  const name = ownName(path).replaceAll(unsafe, '_').replace(platformEnding, '-').slice(0, longest)
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

function ownName(path: string): string {
  const name = basename(path).replace(scriptEnding, '')
  if (name === '') return 'plugin'
  return plain.has(name.toLowerCase()) ? ownName(dirname(path)) : name
}
