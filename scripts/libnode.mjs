// Debian's Node library, for the tests of the embedded path. It is unpacked privately: its packages cannot be installed
// beside a Node of another make, and other architectures' not at all.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { unpackPackages } from './debian.mjs'
import { root } from './process.mjs'

// What the library loads by itself; the C and C++ libraries are the system's.
const libraries = [
  'libnode108',
  'libbrotli1',
  'libc-ares2',
  'libicu72',
  'libnghttp2-14',
  'libssl3',
  'libuv1',
  'zlib1g',
]
const scripts = ['node-acorn', 'node-busboy', 'node-cjs-module-lexer', 'node-undici', 'node-xtend']

const triplets = { amd64: 'x86_64-linux-gnu', i386: 'i386-linux-gnu', arm64: 'aarch64-linux-gnu' }

/** Debian's word for the processor that this Node runs on, or null. */
export const ownArchitecture = { x64: 'amd64', ia32: 'i386', arm64: 'arm64' }[process.arch] ?? null

/**
 * Makes sure that there is a Node library for an architecture (`amd64`, `i386`, `arm64`).
 *
 * @returns `{ libnode, folders }`: its path, and the folders for LD_LIBRARY_PATH; or `{ why }`, one line.
 */
export function prepareLibnode(architecture) {
  const folder = join(root, 'node_modules/.cache/libnode', architecture)
  const why = unpackPackages([...libraries, ...scripts], folder, architecture) ?? linkScripts(folder)
  if (why) return { why }
  const own = join(folder, 'usr/lib', triplets[architecture])
  // Some libraries of Debian 12 still lie in /lib.
  const folders = [own, join(folder, 'lib', triplets[architecture])].filter((path) => existsSync(path))
  return { libnode: join(own, 'libnode.so.108'), folders }
}

/** The library reads these scripts from the paths that are compiled into it, and aborts where they are missing. */
function linkScripts(folder) {
  const system = '/usr/share/nodejs'
  const needed = ['acorn', 'acorn-walk', 'busboy', 'cjs-module-lexer', 'undici', 'xtend']
  const missing = needed.filter((name) => !existsSync(join(system, name)))
  if (missing.length === 0) return null
  const names = missing.join(', ')
  if (process.getuid?.() !== 0)
    return `Debian's libnode needs ${names} in ${system}; install node-undici and node-acorn`
  mkdirSync(system, { recursive: true })
  for (const name of missing) {
    // A link into a folder that is gone still takes the name.
    rmSync(join(system, name), { force: true })
    symlinkSync(join(folder, system, name), join(system, name))
  }
  console.log(`metamod: linked ${names} into ${system}, where Debian's libnode reads them`)
  return null
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const library = prepareLibnode(process.argv[2] ?? ownArchitecture)
  if (library.why) throw new Error(library.why)
  console.log(`METAMOD_LIBNODE=${library.libnode}\nMETAMOD_LIBRARY_PATH=${library.folders.join(':')}`)
}
