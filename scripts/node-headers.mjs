// Node's headers, one folder for each major release that a server may embed. The starters are compiled against them.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { unpackNode } from './other-nodes.mjs'
import { root } from './process.mjs'

const releases = { 18: '18.20.8', 20: '20.20.2', 22: '22.23.3', 24: '24.11.1' }

/** Fetches what is missing; returns the folder for CMake's METAMOD_NODE_HEADERS. Not every release need be in it. */
export function prepareNodeHeaders() {
  const folder = join(root, 'node_modules/.cache/node/include')
  mkdirSync(folder, { recursive: true })
  for (const [major, version] of Object.entries(releases)) {
    const link = join(folder, major)
    if (existsSync(join(link, 'node/node.h'))) continue
    const unpacked = unpackNode(version, 'linux-x64')
    rmSync(link, { force: true })
    if (unpacked) symlinkSync(join(unpacked, 'include'), link)
    else
      console.log(`metamod: no headers of Node ${version}; servers with Node ${major} will have no starter`)
  }
  return folder
}

if (import.meta.url === `file://${process.argv[1]}`) console.log(prepareNodeHeaders())
