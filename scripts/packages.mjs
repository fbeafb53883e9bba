// Builds the packages with tsup, each only when a source is newer than its output, and puts the native libraries of every
// machine that has been built for into the loader's package, from where `metamod-loader install` and `metamod-dev` take them.
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
import { arm64Strip } from './arm64.mjs'
import { outputOf } from './native.mjs'
import { has, quietly, root } from './process.mjs'

const order = ['packages/sdk', 'packages/loader', 'packages/testing', 'packages/create-metamod-plugin']
/** What makes another package of the same source: versions of the others are written into one of them. */
const settings = ['package.json', 'tsup.config.ts']
const nativeFolder = join(root, 'packages/loader/native')
const strips = {
  amd64: ['strip', 'x86_64-linux-gnu-strip'],
  i386: ['strip', 'i686-linux-gnu-strip'],
  arm64: process.arch === 'arm64' ? ['strip'] : ['aarch64-linux-gnu-strip', arm64Strip],
}

export function buildPackages() {
  packNative()
  let rebuilt = false
  for (const name of order) {
    const folder = join(root, name)
    if (!existsSync(join(folder, 'tsup.config.ts'))) continue
    // A package is also rebuilt when one that it is built on was.
    const changed = Math.max(
      newest(join(folder, 'src')),
      ...settings.map((file) => timeOf(join(folder, file))),
    )
    if (!rebuilt && newest(join(folder, 'dist')) > changed) continue
    console.log(`metamod: building ${name}`)
    if (quietly(join(root, 'node_modules/.bin/tsup'), ['--silent'], { cwd: folder }) !== 0) return false
    rebuilt = true
  }
  for (const name of order) linkPrograms(join(root, name))
  return true
}

/** npm links a package's programs for npx when it installs, but only those that have been built by then. */
function linkPrograms(folder) {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  for (const [name, file] of Object.entries(bin ?? {})) {
    const link = join(root, 'node_modules/.bin', name)
    const program = join(folder, file)
    if (!existsSync(program)) continue
    chmodSync(program, 0o755)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), program), link)
  }
}

/** Copies what a server, and the development server, need of each native build. Tests stay behind. */
export function packNative() {
  for (const architecture of Object.keys(strips)) {
    const output = outputOf(architecture)
    if (!existsSync(join(output, 'metamod.so'))) continue
    packFolder(output, readdirSync(output).filter(isForServers), architecture, architecture)
    const forDevelopment = developmentFiles.filter((name) => existsSync(join(output, name)))
    packFolder(output, forDevelopment, `dev/${architecture}`, architecture)
  }
}

/** What `metamod-dev` runs beside a server's libraries: the engine, and a game. */
const developmentFiles = ['fake_engine.node', 'game/dlls/game.so']

function packFolder(output, wanted, name, architecture) {
  const folder = join(nativeFolder, name)
  for (const file of filesBelow(folder)) if (!wanted.includes(file)) rmSync(join(folder, file))
  for (const file of wanted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    pack(join(output, file), join(folder, file), architecture)
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
  return Math.max(0, ...filesBelow(folder).map((file) => timeOf(join(folder, file))))
}

const timeOf = (file) => statSync(file).mtimeMs

/** Paths relative to the folder; none if it is not there. */
function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
}
