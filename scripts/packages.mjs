// Builds the packages with tsup, each only when a source is newer than its output, and puts the native libraries of every
// machine that has been built for into the loader's package, from where `metamod-loader install` takes them.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { outputOf } from './native.mjs'
import { has, quietly, root } from './process.mjs'

const order = ['packages/sdk', 'packages/loader']
const nativeFolder = join(root, 'packages/loader/native')
const strips = {
  amd64: ['strip', 'x86_64-linux-gnu-strip'],
  i386: ['strip', 'i686-linux-gnu-strip'],
  arm64: process.arch === 'arm64' ? ['strip'] : ['aarch64-linux-gnu-strip'],
}

export function buildPackages() {
  packNative()
  let rebuilt = false
  for (const name of order) {
    const folder = join(root, name)
    // A package is also rebuilt when one that it is built on was.
    if (!rebuilt && newest(join(folder, 'dist')) > newest(join(folder, 'src'))) continue
    console.log(`metamod: building ${name}`)
    if (quietly(join(root, 'node_modules/.bin/tsup'), ['--silent'], { cwd: folder }) !== 0) return false
    rebuilt = true
  }
  linkPrograms(join(root, 'packages/loader'))
  return true
}

/** npm links a package's programs for npx when it installs, but only those that have been built by then. */
function linkPrograms(folder) {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  for (const [name, file] of Object.entries(bin)) {
    const link = join(root, 'node_modules/.bin', name)
    const program = join(folder, file)
    chmodSync(program, 0o755)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), program), link)
  }
}

/** Copies what a server needs of each native build. Tests and the fake engine stay behind. */
export function packNative() {
  for (const architecture of Object.keys(strips)) {
    const output = outputOf(architecture)
    if (!existsSync(join(output, 'metamod.so'))) continue
    const folder = join(nativeFolder, architecture)
    mkdirSync(folder, { recursive: true })
    const wanted = readdirSync(output).filter(isForServers)
    for (const name of readdirSync(folder)) if (!wanted.includes(name)) rmSync(join(folder, name))
    for (const name of wanted) pack(join(output, name), join(folder, name), architecture)
  }
}

const isForServers = (name) => /^metamod(_node\d*|_stub|_front)?\.(so|node)$/.test(name)

function pack(from, to, architecture) {
  const { atime, mtime } = statSync(from)
  // The copy bears the time of what it was made from: a build elsewhere may be older than the copy and yet another.
  if (existsSync(to) && statSync(to).mtime.getTime() === mtime.getTime()) return
  // A new file, because a server may have the old one mapped.
  rmSync(to, { force: true })
  copyFileSync(from, to)
  chmodSync(to, 0o755)
  // Debug information is most of a library. The templates have none, and every byte of them counts.
  const strip = strips[architecture].find(has)
  if (strip !== undefined && !/_(stub|front)\.so$/.test(to)) quietly(strip, ['--strip-debug', to])
  utimesSync(to, atime, mtime)
}

function newest(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    )
}
