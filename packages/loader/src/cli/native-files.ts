/** The native parts of the development server: in the repository its build, in an installed package those that came with it. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface NativeFiles {
  /** The core, which the engine loads as its game DLL. */
  readonly core: string
  /** The add-on through which Node reaches the core. */
  readonly bridge: string
  readonly fakeEngine: string
  /** The build's own game directory, an overlay of the one that is played. */
  readonly game: string
}

const architectures: Readonly<Partial<Record<NodeJS.Architecture, string>>> = {
  x64: 'amd64',
  ia32: 'i386',
  arm64: 'arm64',
}

const packaged = join('native', 'dev')

/**
 * Finds the native files for this machine.
 *
 * @param start - A folder inside the repository, or inside this package where it was installed.
 * @throws Error that says what to run.
 */
export function findNativeFiles(start: string, platform: NodeJS.Platform = process.platform): NativeFiles {
  const architecture = architectures[process.arch] ?? process.arch
  const build = join('native-bridge', 'build', architecture, 'out')
  const folder = findUpwards(start, packaged)
  const out = findUpwards(start, build)
  if (platform !== 'linux' || (out === null && folder !== null && !existsSync(join(folder, architecture))))
    throw new Error(noMachine(platform, folder))
  if (out === null && folder !== null) return packagedFiles(dirname(folder), architecture)
  if (out === null) throw new Error(`no native build (${build}) was found; run 'npm run build' first`)
  return complete(
    {
      core: join(out, 'metamod.so'),
      bridge: join(out, 'metamod_node.node'),
      fakeEngine: join(out, 'fake_engine.node'),
      game: join(out, 'game'),
    },
    `not built; run 'npm run build', which says what it needs`,
  )
}

function packagedFiles(native: string, architecture: string): NativeFiles {
  const development = join(native, 'dev', architecture)
  return complete(
    {
      core: join(native, architecture, 'metamod.so'),
      bridge: join(native, architecture, 'metamod_node.node'),
      fakeEngine: join(development, 'fake_engine.node'),
      game: join(development, 'game'),
    },
    `not there; install @csr/metamod-loader again`,
  )
}

function complete(files: NativeFiles, cure: string): NativeFiles {
  const missing = [files.core, files.bridge, files.fakeEngine, files.game].find((file) => !existsSync(file))
  if (missing === undefined) return files
  throw new Error(`${missing}: ${cure}`)
}

function noMachine(platform: NodeJS.Platform, folder: string | null): string {
  const built = folder === null ? [] : readdirSync(folder)
  const there = built.length === 0 ? '' : ` (${built.sort().join(', ')})`
  return `the development server runs on Linux${there}, and this is ${platform} ${process.arch}. 'npm test' and 'npm run build' work here: they need nothing native; for a server use Linux, WSL or a container`
}

/** The nearest folder above `start` that has `path` in it, joined with it; null if none has. */
export function findUpwards(start: string, path: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, path)
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) return null
  }
}
