/**
 * How libraries are called on each kind of machine. Metamods of all ages look for a plugin under several names, and one folder
 * may hold it for several machines side by side.
 */
import type { Architecture } from '../install/elf.js'

/** The words between a plugin's name and `.so`, the usual one first. */
const suffixes: Readonly<Record<Architecture, readonly string[]>> = {
  amd64: ['_amd64', '_x86_64', '_x86-64'],
  arm64: ['_arm64', '_aarch64'],
  i386: ['_i386', '_i486', '_i586', '_i686'],
}

const architectures: Readonly<Partial<Record<string, Architecture>>> = {
  x64: 'amd64',
  arm64: 'arm64',
  ia32: 'i386',
}

const anySuffix = new RegExp(`(?:${Object.values(suffixes).flat().join('|')})?\\.so$`)

/** The machine that this process runs on; null for one that no engine runs on. */
export function ownArchitecture(arch: string = process.arch): Architecture | null {
  return architectures[arch] ?? null
}

const marks = ['', '_mm', '_MM']

/** The endings that a library of a short name may have on a machine, in the order in which they are tried. */
export function libraryEndings(architecture: Architecture | null): string[] {
  return marks.flatMap((mark) => unmarkedEndings(architecture).map((ending) => mark + ending))
}

/** Those of them without a Metamod plugin's mark. */
export function unmarkedEndings(architecture: Architecture | null): string[] {
  return ['', ...suffixesOf(architecture)].map((suffix) => `${suffix}.so`)
}

/** {@link libraryEndings} for people. */
export function libraryEndingsText(architecture: Architecture | null): string {
  const machine = suffixesOf(architecture).join(' or ')
  return `${marks.map((mark) => `${mark}.so`).join(', ')}${machine === '' ? '' : `, each also with ${machine} before .so`}`
}

function suffixesOf(architecture: Architecture | null): readonly string[] {
  return architecture === null ? [] : suffixes[architecture]
}

/** A library's path without what tells the machine; a path that is no library's as it is. */
export function withoutEnding(path: string): string {
  return path.replace(anySuffix, '')
}
