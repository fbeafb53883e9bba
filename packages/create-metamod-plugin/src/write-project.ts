/** Copies the template. Files that are there stay; and when one cannot be written, those that were are taken back. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { CreateError } from './create-error.js'
import { fillIn } from './fill-in.js'
import { displayFolder } from './folder.js'
import type { PackageManager } from './package-manager.js'
import type { Project } from './project.js'

export interface Written {
  /** Paths relative to the project. */
  readonly files: readonly string[]
  /** Those that were there before, and are as they were. */
  readonly kept: readonly string[]
}

/** Next to `src` in the repository, and next to `dist` in the package. */
const template = fileURLToPath(new URL('../template', import.meta.url))

/** @throws CreateError where the folder cannot be written to. */
export function writeProject(project: Project, manager: PackageManager): Written {
  const made: string[] = []
  const kept: string[] = []
  try {
    for (const path of templateFiles()) {
      const target = placeOf(path)
      const file = join(project.folder, target)
      if (existsSync(file)) {
        kept.push(target)
        continue
      }
      makeFolder(dirname(file), made)
      made.push(file)
      writeFileSync(file, fillIn(path, readTemplate(path), { ...project, manager }))
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true })
    throw cannotWrite(project.folder, error)
  }
  return {
    files: templateFiles()
      .map(placeOf)
      .filter((path) => !kept.includes(path)),
    kept,
  }
}

const readTemplate = (path: string): string => readFileSync(join(template, path), 'utf8')

/** The package.json that a project has if it is not there already. */
export const templatePackage = (project: Project, manager: PackageManager): string =>
  fillIn('package.json', readTemplate('package.json'), { ...project, manager })

/** npm leaves a `.gitignore` out of every package, so the template's goes by another name. */
const placeOf = (path: string): string => (path === '_gitignore' ? '.gitignore' : path)

function templateFiles(): string[] {
  const notOurs = /(^|\/)(node_modules|dist|\.metamod)\/|(^|\/)package-lock\.json$/
  return readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(template.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !notOurs.test(path))
    .sort()
}

/**
 * Makes a folder and those above it, and notes them. One at a time: Node's own recursive way never comes back from a file
 * system that answers as /proc does.
 */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), made)
  mkdirSync(folder)
  made.push(folder)
}

const cures: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on the disk',
  EDQUOT: 'free some space on the disk',
  ENOTDIR: 'a part of the path is a file; name another folder',
  EEXIST: 'a file is in the way; name another folder',
  ENOENT: 'name a folder in a place where folders can be made',
}

function cannotWrite(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  // Node's message goes on with the system call and the path.
  const [why = ''] = error.message.replace(/^[A-Z]+: /, '').split(',')
  const cure = cures[String(error.code)] ?? 'name a folder that you may write to'
  return new CreateError(
    `${displayFolder(folder)}: cannot be written: ${why}; ${cure}. Nothing was left behind`,
  )
}
