/**
 * The two ways to be in a server: as the Metamod itself, or as a guest of another one. Both are made of the same parts;
 * which of them it is only shows when the core is loaded.
 */
import type { Bridge, BridgeCallbacks, Host } from '@csr/metamod-sdk/host'

import type { Config } from './configuration/config-ini.js'
import type { GameDirectory } from './configuration/game-directory.js'
import type { Log, Print } from './log.js'
import type { PluginActions } from './plugins/plugin-actions.js'
import type { PluginList } from './plugins/plugin-list.js'
import type { PluginRequests } from './plugins/plugin-requests.js'
import type { ScriptLifecycle } from './script/script-lifecycle.js'

/** What a mode is made of. */
export interface Parts {
  readonly bridge: Bridge
  /** The core library. */
  readonly corePath: string
  readonly game: GameDirectory
  readonly host: Host
  readonly log: Log
  readonly print: Print
  readonly script: ScriptLifecycle
  /** Absolute paths of plugins to load after those of plugins.ini. */
  readonly extraPlugins: readonly string[]
}

/** The calls that only a guest gets. */
export type StubCallbacks = Pick<BridgeCallbacks, 'stubQueried' | 'stubAttached' | 'stubDetached'>

export interface Mode {
  readonly plugins: PluginList
  /** What can be done with them by whoever is not the Metamod that holds the list. */
  readonly actions: PluginActions
  readonly requests: PluginRequests
  readonly stubs: StubCallbacks
  /** Loads what is configured. @returns false if the engine must give up. */
  boot(config: Config): boolean
  /** Answers Metamod's own server command. */
  runCommand(args: readonly string[]): void
  /** A client typed `meta`. @returns whether that was for us. */
  clientCommand(entityIndex: number, args: readonly string[]): boolean
  /** The game DLL has heard that the map ends. */
  mapEnded(): void
  /** The game DLL has heard that a map has started. */
  mapStarted(): void
}

/** The slot of what Metamod registers for itself. */
export const coreSlot = 0
