/**
 * What there is to install, found from where this package itself lies: its native libraries, and of the npm packages
 * those files that a server runs. Type declarations, source maps and the development server stay where they are.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Architecture } from './elf.js'
import { InstallError } from './install-error.js'

export interface SourceFile {
  /** Below `node_modules`. */
  readonly path: string
  /** Absolute. */
  readonly file: string
  readonly isProgram: boolean
  /** The package and its version. */
  readonly origin: string
}

export interface Sources {
  readonly version: string
  /** The folder with the native libraries for the server's machine. */
  readonly native: string
  readonly modules: readonly SourceFile[]
}

const loaderName = '@csr/metamod-loader'
const esbuildPackages: Readonly<Record<Architecture, readonly string[]>> = {
  amd64: ['@esbuild/linux-x64'],
  // The 64-bit one serves a 32-bit server as well, and is the one that npm installs on a 64-bit machine.
  i386: ['@esbuild/linux-ia32', '@esbuild/linux-x64'],
  arm64: ['@esbuild/linux-arm64'],
}

/** @throws InstallError where something has not been built or installed. */
export function findSources(architecture: Architecture): Sources {
  const loader = ownPackage()
  return {
    version: versionOf(loader),
    native: findNative(loader, architecture),
    modules: [
      ...files(loaderName, loader, /^(package\.json|LICENSE|dist\/server\.cjs|dist\/server\/.*\.cjs)$/),
      ...files(
        '@csr/metamod-sdk',
        findPackage(loader, '@csr/metamod-sdk'),
        /^(package\.json|LICENSE|dist\/[^/]*\.c?js)$/,
      ),
      ...esbuildFiles(findPackage(loader, 'esbuild'), architecture),
    ],
  }
}

/** The folder of this package, from its sources as from its build. */
export function ownPackage(): string {
  return packageAbove(dirname(fileURLToPath(import.meta.url)))
}

export function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}

function findNative(loader: string, architecture: Architecture): string {
  const folder = join(loader, 'native', architecture)
  if (existsSync(join(folder, 'metamod.so'))) return folder
  const isRepository = existsSync(join(loader, 'src'))
  const cure = isRepository
    ? `run 'npm run build -- ${architecture}' in the repository`
    : `install ${loaderName} again, or from a package that was built for ${architecture}`
  throw new InstallError(`${folder}: the native libraries for ${architecture} are not there; ${cure}`)
}

function esbuildFiles(esbuild: string, architecture: Architecture): SourceFile[] {
  const names = esbuildPackages[architecture]
  const found = names
    .map((name) => ({ name, folder: tryToFindPackage(esbuild, name) }))
    .find(({ folder }) => folder !== null)
  if (found?.folder === undefined || found.folder === null) {
    const cure = `run 'npm install --no-save --force ${names[0] ?? ''}@${versionOf(esbuild)}'`
    throw new InstallError(`${esbuild}: esbuild's program for ${architecture} is not installed; ${cure}`)
  }
  return [
    ...files('esbuild', esbuild, /^(package\.json|LICENSE\.md|lib\/main\.js)$/),
    ...files(found.name, found.folder, /^(package\.json|bin\/esbuild)$/),
  ]
}

function findPackage(from: string, name: string): string {
  const folder = tryToFindPackage(from, name)
  if (folder !== null) return folder
  throw new InstallError(
    `${from}: its package ${name} is not there or not built; run 'npm install' and 'npm run build'`,
  )
}

function tryToFindPackage(from: string, name: string): string | null {
  const require = createRequire(join(from, 'package.json'))
  for (const entry of [`${name}/package.json`, name]) {
    try {
      return packageAbove(dirname(require.resolve(entry)))
    } catch {
      // A package may hide its package.json, then its main file leads there; or it is not there at all.
    }
  }
  return null
}

function packageAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder
  return packageAbove(dirname(folder))
}

function files(name: string, folder: string, wanted: RegExp): SourceFile[] {
  const found = filesBelow(folder).filter((path) => wanted.test(path))
  const version = versionOf(folder)
  return found.map((path) => ({
    path: `${name}/${path}`,
    file: join(folder, path),
    isProgram: path === 'bin/esbuild',
    origin: `${name} ${version}`,
  }))
}

function filesBelow(folder: string, root = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'native', 'src', 'test'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path, root) : [relative(root, path)]
  })
}
