/** An installation: the files that a server has, copied into a folder. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { core, nativeOut } from './engine.js'

const starters = [18, 20, 22, 24].map((major) => `metamod_node${major}.so`)

export interface Copied {
  /** Names of files to write above the folder. */
  readonly above?: readonly string[]
  readonly withStarters?: boolean
}

/** Copies the core and what belongs to it; gives the path of the copied core. */
export function copyOfNative(folder: string, { above = [], withStarters = true }: Copied = {}): string {
  mkdirSync(folder, { recursive: true })
  for (const name of [basename(core), 'metamod_node.node', ...(withStarters ? starters : [])])
    if (existsSync(join(nativeOut, name))) copyFileSync(join(nativeOut, name), join(folder, name))
  for (const name of above) writeFileSync(join(dirname(folder), name), '')
  return join(folder, basename(core))
}
