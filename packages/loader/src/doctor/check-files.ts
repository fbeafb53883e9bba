/** Whether our own files are there, whole, and for the server's machine. */
import { accessSync, constants, existsSync } from 'node:fs'
import { basename, join } from 'node:path'

import { readElfFile } from '../install/elf.js'
import { coreLibrary } from '../install/layout.js'
import { readFileIfThere } from '../install/read-file.js'
import { digestOf } from '../install/record.js'
import { loaderVersion } from '../loader-version.js'
import { checkDependencies } from './check-dependencies.js'
import { fail, ok, warn, type Finding } from './finding.js'
import { installAgain, ourFolder, type Installation } from './installation.js'

export function checkFiles(installation: Installation): Finding[] {
  const { record, game } = installation
  const again = installAgain(installation)
  const findings: Finding[] = []
  for (const [path, digest] of Object.entries(record.files)) {
    const content = readFileIfThere(join(game.directory, path))
    if (content === null) findings.push(fail(path, `is missing; ${again}`))
    else if (digestOf(content) !== digest)
      findings.push(warn(path, `was changed since the installation; ${again}`))
  }
  findings.push(...checkMachines(installation))
  const count = Object.keys(record.files).length
  if (findings.length === 0)
    findings.push(ok('files', `all ${count} of version ${record.version} are in place`))
  if (record.version !== loaderVersion)
    findings.push(
      warn('version', `${record.version} is installed, this is ${loaderVersion}; ${again} to change it`),
    )
  return findings
}

function checkMachines(installation: Installation): Finding[] {
  const { record, game } = installation
  const again = installAgain(installation)
  const libraries = Object.keys(record.files).filter((path) => /\.(so|node)$/.test(path))
  return libraries.flatMap((path) => {
    if (!existsSync(join(game.directory, path))) return []
    const elf = readElfFile(join(game.directory, path))
    if (elf === null) return [fail(path, `is no whole library; ${again}`)]
    if (elf.architecture === game.architecture) return []
    const cure = `${again} with '--arch ${game.architecture}'`
    return [
      fail(
        path,
        `is for ${elf.architecture ?? 'another machine'}, the server is ${game.architecture}; ${cure}`,
      ),
    ]
  })
}

/** The system's C library, and whatever else the core and the add-on are linked to. */
export function checkSystem({ record, game, system }: Installation): Finding[] {
  const core = coreLibrary(record.mode, record.engine, record.architecture)
  const addon = `${core.slice(0, -basename(core).length)}metamod_node.node`
  const findings = [core, addon].flatMap((path) => {
    const elf = readElfFile(join(game.directory, path))
    return elf === null ? [] : checkDependencies(path, elf, system)
  })
  if (findings.length > 0) return findings
  const libc = system.find('libc.so.6')
  const version = libc?.elf.versions
    .filter((name) => /^GLIBC_[\d.]+$/.test(name))
    .sort(byNumber)
    .at(-1)
  return [ok('system', `${version ?? 'the C library'} of ${libc?.path ?? 'the system'} is new enough`)]
}

const byNumber = (left: string, right: string): number => left.localeCompare(right, 'en', { numeric: true })

/** esbuild is a program that the loader starts for each plugin. */
export function checkEsbuild(installation: Installation): Finding[] {
  const { record, game } = installation
  const path = Object.keys(record.files).find((name) => /@esbuild\/[^/]+\/bin\/esbuild$/.test(name))
  if (path === undefined) return [fail('esbuild', `is not installed; ${installAgain(installation)}`)]
  try {
    accessSync(join(game.directory, path), constants.X_OK)
  } catch {
    return existsSync(join(game.directory, path))
      ? [
          fail(
            'esbuild',
            `${path} may not be run; run 'chmod +x ${path}', or mount its file system without noexec`,
          ),
        ]
      : []
  }
  return [ok('esbuild', path)]
}

/** As a guest the loader writes a small library for each plugin while the server runs. */
export function checkWritable(installation: Installation): Finding[] {
  if (installation.record.mode !== 'guest') return []
  const stubs = `${ourFolder(installation)}/stubs`
  const exists = existsSync(join(installation.game.directory, stubs))
  const folder = exists ? stubs : ourFolder(installation)
  try {
    accessSync(join(installation.game.directory, folder), constants.W_OK)
    return [ok('stubs', `${folder} is writable`)]
  } catch {
    return [
      fail(
        'stubs',
        `${folder} is not writable for this user; let the server's user write there, for plugins' stubs`,
      ),
    ]
  }
}
