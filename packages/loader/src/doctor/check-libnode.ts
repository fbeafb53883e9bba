/** Whether the server will find a libnode to run TypeScript with, and whether we have a starter for its version. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { readElfFile, type Architecture } from '../install/elf.js'
import { coreLibrary } from '../install/layout.js'
import { checkDependencies, installCommand } from './check-dependencies.js'
import { fail, ok, type Finding } from './finding.js'
import type { Installation } from './installation.js'

/** Node's number for its binary interface, by which the library calls itself `libnode.so.NUMBER`; the newest first. */
const majors: ReadonlyMap<string, number> = new Map([
  ['137', 24],
  ['127', 22],
  ['115', 20],
  ['108', 18],
])

interface Candidate {
  readonly path: string
  /** Who names it; null for one that was found. */
  readonly named: string | null
}

export function checkLibnode(installation: Installation): Finding[] {
  const { game, system } = installation
  const candidate = findLibnode(installation)
  if (candidate === null)
    return [fail('libnode', `none is installed for ${game.architecture}; ${cure(game.architecture)}`)]
  const { path, named } = candidate
  const elf = readElfFile(path)
  const subject = named === null ? 'libnode' : `libnode, named by ${named}`
  if (!existsSync(path)) return [fail(subject, `${path}: there is no such file; correct the path`)]
  if (elf === null) return [fail(subject, `${path} is no whole library; install it again`)]
  if (elf.architecture !== game.architecture) {
    const what = `is for ${elf.architecture ?? 'another machine'}, the server is ${game.architecture}`
    return [fail(subject, `${path} ${what}; ${cure(game.architecture)}`)]
  }
  const major = majorOf(elf.soname)
  const starters = findStarters(installation)
  if (major === null || !starters.includes(major)) {
    const what =
      major === null
        ? `calls itself ${elf.soname ?? 'nothing'}, which is no release that is known`
        : `is Node.js ${major}`
    return [
      fail(
        subject,
        `${path} ${what}; there are starters for ${starters.join(', ') || 'none'}; ${cure(game.architecture)}`,
      ),
    ]
  }
  const findings = [...checkDependencies(path, elf, system), ...checkScripts(subject, path)]
  return findings.length > 0 ? findings : [ok(subject, `${path}, Node.js ${major}`)]
}

const scriptFolder = '/usr/share/nodejs/'

/** Debian's libnode reads some of Node's own scripts from files, and ends the whole process where they are missing. */
function checkScripts(subject: string, path: string): Finding[] {
  const bytes = readFileSync(path)
  const missing = new Set<string>()
  for (let at = bytes.indexOf(scriptFolder); at >= 0; at = bytes.indexOf(scriptFolder, at + 1)) {
    const [script = ''] = /^[\w./-]*/.exec(bytes.toString('latin1', at, at + 200)) ?? []
    if (script.endsWith('.js') && !existsSync(script)) missing.add(script)
  }
  if (missing.size === 0) return []
  const cure = "run 'apt-get install node-acorn node-cjs-module-lexer node-undici'"
  return [fail(subject, `${path} ends the server without ${[...missing].join(', ')}; ${cure}`)]
}

/** In the order in which the core looks. */
function findLibnode(installation: Installation): Candidate | null {
  const { config, environment, game } = installation
  if (config.libnode !== null) return { path: resolve(game.directory, config.libnode), named: 'config.ini' }
  const variable = environment['METAMOD_LIBNODE']
  if (variable !== undefined && variable !== '') return { path: variable, named: 'METAMOD_LIBNODE' }
  const folder = libraryFolder(installation)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const beside = names.filter((name) => name.startsWith('libnode.so')).sort()
  const path = beside.length > 0 ? join(folder, beside.at(-1) ?? '') : findInSystem(installation)
  return path === null ? null : { path, named: null }
}

/** The newest for which there is a starter; else any, so that the missing starter can be told. */
function findInSystem(installation: Installation): string | null {
  const starters = findStarters(installation)
  const found = [...majors].flatMap(([number, major]) => {
    const path = installation.system.find(`libnode.so.${number}`)?.path
    return path === undefined ? [] : [{ path, major }]
  })
  return (found.find(({ major }) => starters.includes(major)) ?? found[0])?.path ?? null
}

function libraryFolder({ game, record }: Installation): string {
  return join(game.directory, dirname(coreLibrary(record.mode, record.engine, record.architecture)))
}

function findStarters(installation: Installation): number[] {
  const folder = libraryFolder(installation)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .flatMap((name) => /^metamod_node(\d+)\.so$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

function majorOf(soname: string | null): number | null {
  return majors.get(/^libnode\.so\.(\d+)$/.exec(soname ?? '')?.[1] ?? '') ?? null
}

function cure(architecture: Architecture): string {
  const command = installCommand('libnode115', architecture)
  return `run ${command} (Debian 13; libnode108 on Debian 12), or name one in config.ini: 'libnode PATH'`
}
