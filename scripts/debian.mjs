// Debian packages unpacked into a folder of ours, for tests that need what cannot be installed beside what is there: other
// architectures' libraries, and a Node library next to a Node of another make. The system's own package state is not
// touched: apt works here with lists and caches of its own.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, has, root } from './process.mjs'

const cache = join(root, 'node_modules/.cache/debian')

/**
 * Downloads and unpacks packages.
 *
 * @param folder - Where they go; a complete earlier unpacking is used again.
 * @param architecture - Debian's word for it: `amd64`, `i386`, `arm64`.
 * @returns null, or one line saying why it cannot be done.
 */
export function unpackPackages(packages, folder, architecture) {
  const done = join(folder, 'unpacked.txt')
  const wanted = packages.join('\n')
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return null
  if (!has('apt-get') || !has('dpkg-deb')) return 'this system has no apt-get and dpkg-deb'
  console.log(`metamod: fetching ${packages.length} Debian packages (${architecture}): ${packages[0]} …`)
  rmSync(folder, { recursive: true, force: true })
  const archives = join(folder, 'archives')
  mkdirSync(archives, { recursive: true })
  const downloaded = download(packages, archives, architecture)
  if (downloaded.code !== 0) return `the packages could not be downloaded: ${lastLine(downloaded.output)}`
  for (const archive of readdirSync(archives)) {
    const { code, output } = capture('dpkg-deb', ['-x', join(archives, archive), folder])
    if (code !== 0) return `${archive} could not be unpacked: ${lastLine(output)}`
  }
  rmSync(archives, { recursive: true })
  writeFileSync(done, wanted)
  return null
}

/** With lists of their own for one architecture; the system's sources and keys are used as they are. */
function download(packages, into, architecture) {
  const state = join(cache, `apt-${architecture}`)
  const options = [
    `APT::Architecture=${architecture}`,
    `APT::Architectures::=${architecture}`,
    `Dir::State=${state}`,
    `Dir::State::status=${join(state, 'status')}`,
    `Dir::Cache=${state}`,
    'APT::Sandbox::User=root',
    'Debug::NoLocking=1',
  ].flatMap((option) => ['-o', option])
  if (!existsSync(state)) {
    for (const folder of ['lists', 'archives']) mkdirSync(join(state, folder, 'partial'), { recursive: true })
    writeFileSync(join(state, 'status'), '')
    // Its exit code says little: one source of the system's may know nothing of this architecture.
    capture('apt-get', [...options, '-qq', 'update'])
  }
  const result = capture('apt-get', [...options, '-qq', 'download', ...packages], { cwd: into })
  // The lists may be the reason; the next try gets them anew.
  if (result.code !== 0) rmSync(state, { recursive: true })
  return result
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? ''
