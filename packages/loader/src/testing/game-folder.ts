/** Game directories as they are on servers, and something to install in them, without engine, game or native build. */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Architecture } from '../install/elf.js'
import { install, uninstall, type InstallOptions } from '../install/run.js'
import type { Sources } from '../install/sources.js'
import { elfLibrary } from './elf-library.js'
import type { TemporaryFolder } from './temporary-folder.js'

export class GameFolder {
  readonly path: string

  constructor(root: TemporaryFolder, game: string) {
    this.path = join(mkdtempSync(join(root.path, 'server-')), game)
    mkdirSync(this.path)
  }

  write(name: string, content: string | Uint8Array): this {
    const file = join(this.path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    return this
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'latin1')
  }

  /** Each file with its permissions and bytes, and each folder. */
  snapshot(): Record<string, string> {
    const entries = readdirSync(this.path, { recursive: true, withFileTypes: true })
    return Object.fromEntries(
      entries.map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const mode = (lstatSync(path).mode & 0o777).toString(8)
        return [
          path.slice(this.path.length + 1),
          entry.isDirectory() ? mode : `${mode} ${readFileSync(path, 'latin1')}`,
        ]
      }),
    )
  }

  files(): string[] {
    return Object.entries(this.snapshot())
      .filter(([, content]) => content.includes(' '))
      .map(([path]) => path)
      .sort()
  }
}

export const gameInfo =
  'title "Half-Life"\r\ngamedir\t"valve"\r\ngamedll_linux "dlls/hl.so"\t// the game\r\nmax_edicts 1200\r\n'
export const liblist =
  '// Valve Game Info file\ngame "Counter-Strike \xe9"\ngamedll "dlls\\mp.dll"\ngamedll_linux "dlls/cs.so"\ntype "multiplayer_only"\n'

export function xashGame(root: TemporaryFolder, architecture: Architecture = 'amd64'): GameFolder {
  const suffix = architecture === 'i386' ? '' : `_${architecture}`
  return new GameFolder(root, 'valve')
    .write('gameinfo.txt', gameInfo)
    .write('../xash', elfLibrary({ architecture }))
    .write(`dlls/hl${suffix}.so`, elfLibrary({ architecture }))
}

export function hldsGame(root: TemporaryFolder): GameFolder {
  return new GameFolder(root, 'cstrike')
    .write('liblist.gam', Buffer.from(liblist, 'latin1'))
    .write('../hlds_linux', elfLibrary({ architecture: 'i386' }))
    .write('dlls/cs.so', elfLibrary({ architecture: 'i386' }))
}

/** A Metamod that is on the server already. */
export function hostedGame(root: TemporaryFolder): GameFolder {
  return hldsGame(root)
    .write('liblist.gam', 'gamedll_linux "addons/metamod/dlls/metamod_i386.so"\n')
    .write('addons/metamod/dlls/metamod_i386.so', elfLibrary({ architecture: 'i386' }))
    .write('addons/metamod/plugins.ini', 'linux addons/amxmodx/dlls/amxmodx_mm_i386.so')
}

/** Small files in the place of the real ones; `content` tells versions apart. */
export function makeSources(root: TemporaryFolder, architecture: Architecture, content = 'first'): Sources {
  const folder = mkdtempSync(join(root.path, 'sources-'))
  const native = join(folder, 'native')
  mkdirSync(native)
  const names = [
    'metamod.so',
    'metamod_node.node',
    'metamod_node18.so',
    'metamod_node20.so',
    'metamod_stub.so',
  ]
  for (const name of names) writeFileSync(join(native, name), elfLibrary({ architecture, content }))
  writeFileSync(join(native, 'metamod_front.so'), frontTemplate(architecture))
  const modules = ['@csr/metamod-loader/dist/server.cjs', '@esbuild/linux-x64/bin/esbuild'].map((path) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    return { path, file, isProgram: path.endsWith('esbuild'), origin: content }
  })
  return { version: `0.0.0-${content}`, native, modules }
}

function frontTemplate(architecture: Architecture): Uint8Array {
  const field = (name: string): string => `@METAMOD:${name}@`.padEnd(511, '.') + '\0'
  return elfLibrary({ architecture, content: field('bridge') + field('game') })
}

/** Runs `install` and returns what it printed. */
export async function installed(game: GameFolder, options: Partial<InstallOptions> = {}): Promise<string[]> {
  const lines: string[] = []
  const defaults = { choice: { engine: null, architecture: null }, mode: 'standalone', host: null } as const
  const print = (line: string): void => void lines.push(line)
  await install({ directory: game.path, dryRun: false, yes: true, print, ...defaults, ...options })
  return lines
}

/** Runs `uninstall` and returns what it printed. */
export async function uninstalled(game: GameFolder, purge = false): Promise<string[]> {
  const lines: string[] = []
  const choice = { engine: null, architecture: null }
  const print = (line: string): void => void lines.push(line)
  await uninstall({ directory: game.path, choice, dryRun: false, yes: true, print, purge })
  return lines
}
