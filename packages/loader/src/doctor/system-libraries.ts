/**
 * The libraries that a server's process would find, by the folders of the dynamic linker. Asking the linker itself would
 * only tell about this process, and the server may be a 32-bit one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readElfFile, type Architecture, type ElfFile } from '../install/elf.js'

export interface FoundLibrary {
  readonly path: string
  readonly elf: ElfFile
}

const triplets: Readonly<Record<Architecture, string>> = {
  amd64: 'x86_64-linux-gnu',
  i386: 'i386-linux-gnu',
  arm64: 'aarch64-linux-gnu',
}

export class SystemLibraries {
  readonly #folders: readonly string[]
  readonly #architecture: Architecture
  readonly #known = new Map<string, FoundLibrary | null>()

  /** @param folders - In the order in which they are searched. */
  constructor(folders: readonly string[], architecture: Architecture) {
    this.#folders = folders
    this.#architecture = architecture
  }

  /** The first library of this name that was built for the server's machine. */
  find(name: string): FoundLibrary | null {
    let found = this.#known.get(name)
    if (found === undefined) {
      found = this.#search(name)
      this.#known.set(name, found)
    }
    return found
  }

  #search(name: string): FoundLibrary | null {
    for (const folder of this.#folders) {
      const path = join(folder, name)
      const elf = existsSync(path) ? readElfFile(path) : null
      // The linker passes over a library for another machine, too.
      if (elf?.architecture === this.#architecture) return { path, elf }
    }
    return null
  }
}

/** The folders that a server's process searches: its start script's, its environment's, the system's. */
export function searchFolders(
  architecture: Architecture,
  serverRoot: string | null,
  environment: NodeJS.ProcessEnv,
): string[] {
  const triplet = triplets[architecture]
  const own = serverRoot === null ? [] : [serverRoot, join(serverRoot, 'bin')]
  const standard = [`/lib/${triplet}`, `/usr/lib/${triplet}`, `/usr/local/lib/${triplet}`]
  const shared = ['/usr/local/lib', '/lib64', '/usr/lib64', '/lib32', '/usr/lib32', '/lib', '/usr/lib']
  const listed = (environment['LD_LIBRARY_PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const folders = [...own, ...listed, ...configuredFolders('/etc/ld.so.conf.d'), ...standard, ...shared]
  return [...new Set(folders)].filter((folder) => existsSync(folder))
}

function configuredFolders(configuration: string): string[] {
  if (!existsSync(configuration)) return []
  return readdirSync(configuration)
    .filter((name) => name.endsWith('.conf'))
    .flatMap((name) => readFileSync(join(configuration, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.startsWith('/'))
}
