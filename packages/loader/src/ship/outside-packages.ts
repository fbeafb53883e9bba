/**
 * npm packages that a bundle cannot hold: native add-ons, and those that read a file from their own folder, of which
 * WebAssembly is the usual case. They travel beside the bundle, as a whole, with the packages that they need.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

export interface OutsidePackage {
  readonly name: string
  readonly version: string
  /** Absolute. */
  readonly folder: string
  /** Whether it holds machine code, which runs only on the kind of machine that it was installed for. */
  readonly isNative: boolean
}

/** The package of a file, if it has to stay outside; null for all others. */
export function outsidePackage(file: string): OutsidePackage | null {
  const folder = packageFolder(file)
  if (folder === null) return null
  const kinds = new Set(filesBelow(folder).map(kindOf))
  if (!kinds.has('native') && !kinds.has('asm')) return null
  return { ...nameOf(folder), folder, isNative: kinds.has('native') }
}

/** The packages with all that they need, each once: where it is, and where it goes below `node_modules`. */
export function withDependencies(packages: readonly OutsidePackage[]): ReadonlyMap<string, string> {
  const placed = new Map<string, string>()
  const place = (folder: string, at: string): void => {
    const target = placed.get(at)
    if (target === folder) return
    placed.set(at, folder)
    for (const name of dependenciesOf(folder)) {
      const found = findPackage(folder, name)
      // An optional one may be missing: those for other machines are.
      if (found === null) continue
      const there = placed.get(name)
      place(found, there === undefined || there === found ? name : `${at}/node_modules/${name}`)
    }
  }
  for (const { name, folder } of packages) place(folder, name)
  return placed
}

/** Paths of a package's files relative to it, without packages inside of it. */
export function filesBelow(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(folder, inside)
    return entry.isFile() ? [inside] : []
  })
}

function kindOf(file: string): 'native' | 'asm' | 'text' {
  if (file.endsWith('.node') || file === 'binding.gyp') return 'native'
  return file.endsWith('.wasm') ? 'asm' : 'text'
}

function packageFolder(file: string): string | null {
  const modules = `${sep}node_modules${sep}`
  const start = file.lastIndexOf(modules)
  if (start < 0) return null
  const [first = '', second = ''] = file.slice(start + modules.length).split(sep)
  return file.slice(0, start + modules.length) + (first.startsWith('@') ? join(first, second) : first)
}

function nameOf(folder: string): { name: string; version: string } {
  const { name = '', version = '' } = readPackage(folder)
  return { name, version }
}

interface PackageJson {
  readonly name?: string
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
}

function dependenciesOf(folder: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = readPackage(folder)
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/** As Node looks for it, but for its folder: a package need not let its own package.json be required. */
function findPackage(from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === dirname(folder)) return null
  }
}
