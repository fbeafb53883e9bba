/** Whether the dynamic linker will find what a library of ours wants, in a version that is new enough. */
import { basename } from 'node:path'

import type { Architecture, ElfFile } from '../install/elf.js'
import { fail, type Finding } from './finding.js'
import type { SystemLibraries } from './system-libraries.js'

/** What a missing library is called in Debian and Ubuntu. */
const packages: readonly (readonly [RegExp, string])[] = [
  [/^(libc|libm|libdl|libpthread|librt|ld-linux.*)\.so/, 'libc6'],
  [/^libstdc\+\+\.so/, 'libstdc++6'],
  [/^libgcc_s\.so/, 'libgcc-s1'],
  [/^libatomic\.so/, 'libatomic1'],
]

/** What is wrong with a library's dependencies; empty where all is well. */
export function checkDependencies(
  name: string,
  elf: ElfFile,
  system: Pick<SystemLibraries, 'find'>,
): Finding[] {
  const missing = elf.needed.filter((library) => system.find(library) === null)
  const findings = missing.map((library) => missingLibrary(name, library, elf))
  for (const [library, versions] of elf.versionNeeds) {
    const found = system.find(library)
    const wanted = versions.filter((version) => found !== null && !found.elf.versions.includes(version))
    const newest = newestVersion(wanted)
    if (found === null || newest === null) continue
    const has = newestVersion(found.elf.versions.filter((version) => family(version) === family(newest)))
    findings.push(tooOld(name, library, found.path, newest, has))
  }
  return findings
}

/** How to install a package, also on a 64-bit system that has no 32-bit packages yet. */
export function installCommand(name: string, architecture: Architecture | null): string {
  if (architecture !== 'i386') return `'apt-get install ${name}'`
  return `'dpkg --add-architecture i386 && apt-get update && apt-get install ${name}:i386'`
}

function missingLibrary(name: string, library: string, elf: ElfFile): Finding {
  const known = packages.find(([pattern]) => pattern.test(library))?.[1]
  const cure =
    known === undefined ? `install the package that has it` : `run ${installCommand(known, elf.architecture)}`
  return fail(
    name,
    `wants ${library} for ${elf.architecture ?? 'its machine'}, which is not installed; ${cure}`,
  )
}

function tooOld(name: string, library: string, path: string, wanted: string, has: string | null): Finding {
  const cure = cureOfTooOld(name, path)
  return fail(name, `wants ${wanted} of ${library}, and ${path} has up to ${has ?? 'another one'}; ${cure}`)
}

function cureOfTooOld(name: string, path: string): string {
  if (!/^\/(usr\/|lib)/.test(path)) return `move ${path} away, so that the system's own is used`
  // Which release would do is not known: libnode may come from anywhere.
  if (basename(name).startsWith('libnode.so'))
    return 'it was made for a newer system; take the libnode of this one'
  return 'use a newer release of the system, such as Debian 12 or Ubuntu 24.04'
}

const family = (version: string): string => version.replace(/_[\d.]+$/, '')

function newestVersion(versions: readonly string[]): string | null {
  return versions.slice().sort(compareVersions).at(-1) ?? null
}

function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true })
}
