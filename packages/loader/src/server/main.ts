/**
 * Where a server's own process meets TypeScript: the native starter, which has put Node into the engine, requires this
 * file and calls {@link startServer}.
 */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

import type { Bridge } from '@csr/metamod-sdk/host'

import { GameDirectory } from '../configuration/game-directory.js'
import { Loader } from '../loader.js'
import { protectProcess } from './protect-process.js'
import { serverPrint } from './server-print.js'

/** All paths are absolute. */
export interface ServerOptions {
  /** The Node add-on of the bridge. */
  readonly addon: string
  /** The core library, the very file that the engine or a host Metamod has loaded. */
  readonly core: string
  readonly gameDirectory: string
  /** Where config.ini and plugins.ini are. */
  readonly metamodDirectory: string
}

/**
 * Connects Metamod's policy to the core, which goes on to call it.
 *
 * @throws Error if that cannot be done; the game then runs without plugins.
 */
export function startServer({ addon, core, gameDirectory, metamodDirectory }: ServerOptions): void {
  const bridge = createRequire(addon)(addon) as Bridge
  const print = serverPrint(bridge)
  const loader = new Loader({
    bridge,
    corePath: core,
    game: new GameDirectory(gameDirectory, [], { metamodDirectory, coreFolder: dirname(core) }),
    print,
  })
  protectProcess(process, { print, report: (...told) => loader.reportUncaught(...told) })
  loader.open()
}
