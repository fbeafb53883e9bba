/** Where things lie on a server, below the game directory. */
import { posix } from 'node:path'

import type { Architecture } from './elf.js'
import type { Engine } from './game.js'

export type Mode = 'standalone' | 'guest'

/** Our folder. As a guest it is not the host's own, where files of the same names lie. */
export const folders: Readonly<Record<Mode, string>> = {
  standalone: 'addons/metamod',
  guest: 'addons/metamod-ts',
}

export const configIni = `${folders.standalone}/config.ini`
export const recordFile = 'install.json'
export const guestLibrary = `${folders.guest}/dlls/metamod_ts.so`

/** The library that HLDS is to load. It has the classes of the game DLL in it, see native-bridge/front. */
export const frontLibrary = `${folders.standalone}/dlls/metamod_hlds.so`

/** The core's file name. Xash3D adds the machine to the name that its settings give. */
export function coreLibrary(mode: Mode, engine: Engine, architecture: Architecture): string {
  if (mode === 'guest') return guestLibrary
  const isPlain = engine === 'hlds' || architecture === 'i386'
  return `${folders.standalone}/dlls/metamod${isPlain ? '' : `_${architecture}`}.so`
}

/** What the engine's settings name as the game DLL when Metamod is installed. */
export function engineLibrary(engine: Engine): string {
  return engine === 'hlds' ? frontLibrary : `${folders.standalone}/dlls/metamod.so`
}

/** Whether a game DLL's name is that of any Metamod, as they have been called for 25 years. */
export function isMetamod(library: string): boolean {
  return /^metamod/i.test(posix.basename(library))
}
