// Other releases of Node for the tests: what runs inside a server must run on the oldest that servers have, and the one
// native build must serve all. They come as npm packages that hold the program and its headers; not as dependencies,
// because npm would put the last one's `node` in front of everybody's own.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { capture, root } from './process.mjs'

/** The oldest release that servers embed (Debian 12's libnode is 18.20), and the newest long-term one. */
export const otherNodes = ['18.20.8', '24.11.1']

/** The path of the program, fetched if it is not there yet; null where it cannot be had. */
export function fetchNode(version) {
  const folder = unpackNode(version, `${process.platform}-${process.arch}`)
  return folder && join(folder, 'bin/node')
}

/**
 * Fetches and unpacks a release.
 *
 * @param target - Whose program it holds, such as `linux-x64`; the headers are the same for all.
 * @returns the folder with `bin` and `include`, or null.
 */
export function unpackNode(version, target) {
  const folder = join(root, 'node_modules/.cache/node', `${version}-${target}`)
  const unpacked = join(folder, 'package')
  if (existsSync(join(unpacked, 'bin/node'))) return unpacked
  const spec = `node-${target}@${version}`
  console.log(`metamod: fetching ${spec}`)
  mkdirSync(folder, { recursive: true })
  const { code, output } = capture('npm', ['pack', spec, '--silent', '--pack-destination', folder])
  const archive = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0) return null
  return capture('tar', ['-xzf', join(folder, archive), '-C', folder]).code === 0 ? unpacked : null
}
