/**
 * The library by which another Metamod knows a TypeScript plugin. The server makes it by itself where it may write; built
 * beforehand it can be listed among native plugins at once, and its folder be read-only.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

import { stubName } from '../guest/stub-name.js'
import type { Architecture } from '../install/elf.js'
import { folders, guestLibrary } from '../install/layout.js'
import { ownPackage } from '../install/sources.js'
import { stampTemplate } from '../stamp.js'
import { ShipError } from './ship-error.js'

export interface GuestStub {
  /** Below the game directory. */
  readonly path: string
  readonly content: Uint8Array
}

/**
 * @param plugin - The plugin's path below the game directory.
 * @throws ShipError where there is no template for the architecture.
 */
export function guestStub(plugin: string, architecture: Architecture): GuestStub {
  const folder = posix.join(folders.guest, 'stubs')
  const template = join(ownPackage(), 'native', architecture, 'metamod_stub.so')
  if (!existsSync(template)) {
    throw new ShipError(
      `--guest: this package has no stub for ${architecture}; name another with --arch, or leave --guest out: the server makes stubs by itself`,
    )
  }
  const core = posix.relative(folder, guestLibrary)
  return {
    path: posix.join(folder, `${stubName(plugin, new Set())}.so`),
    content: stampTemplate(readFileSync(template), { source: plugin, core }),
  }
}
