/** Where the build put the native parts of the development server. */
import { existsSync } from 'node:fs'
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

/**
 * Finds the native files for this machine.
 *
 * @param start - A folder inside the repository.
 * @throws Error that says what to run.
 */
export function findNativeFiles(start: string): NativeFiles {
  const build = join('native-bridge', 'build', architectures[process.arch] ?? process.arch, 'out')
  const out = findUpwards(start, build)
  if (out === null) throw new Error(`no native build (${build}) was found; run 'npm run build' first`)
  const files: NativeFiles = {
    core: join(out, 'metamod.so'),
    bridge: join(out, 'metamod_node.node'),
    fakeEngine: join(out, 'fake_engine.node'),
    game: join(out, 'game'),
  }
  const missing = [files.core, files.bridge, files.fakeEngine].find((file) => !existsSync(file))
  if (missing === undefined) return files
  throw new Error(`${missing}: not built; run 'npm run build', which says what it needs`)
}

/** The nearest folder above `start` that has `path` in it, joined with it; null if none has. */
export function findUpwards(start: string, path: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, path)
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) return null
  }
}
