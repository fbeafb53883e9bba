/** One row of `meta list`: what the loader knows of a plugin, from the line that named it to the state it is in. */
import { basename } from 'node:path'

import { PluginStatus, type PluginInfo } from '@csr/metamod-sdk/host'

import type { PluginKind } from './plugins-ini.js'

/** Who asked for the plugin: plugins.ini, an administrator, the Metamod whose guest we are, or another plugin. */
export type Source = 'ini' | 'command' | 'host' | { readonly slot: number }

/** What is known before the plugin is opened. */
export interface PluginRequest {
  readonly kind: PluginKind
  /** Absolute; for a script a file or a package folder. */
  readonly path: string
  readonly description: string | null
  readonly source: Source
}

export class Plugin {
  /** The plugin's place in `meta list` and in every hook list. */
  readonly slot: number
  readonly kind: PluginKind
  readonly path: string
  readonly source: Source
  status: PluginStatus = PluginStatus.Valid
  /** What the plugin says of itself; null until it was asked. */
  info: PluginInfo | null = null
  /** Why it is not running; null while nothing is wrong. */
  problem: string | null = null
  loadedAt: Date | null = null
  readonly #description: string | null

  constructor(slot: number, request: PluginRequest) {
    this.slot = slot
    this.kind = request.kind
    this.path = request.path
    this.source = request.source
    this.#description = request.description
  }

  /** The administrator's words for it, else its own name, else its file. */
  get description(): string {
    return this.#description ?? this.info?.name ?? this.file
  }

  /** What messages and commands call it. */
  get name(): string {
    return this.info?.name ?? this.#description ?? this.file
  }

  get file(): string {
    return basename(this.path)
  }

  get isRunning(): boolean {
    return this.status === PluginStatus.Running
  }

  get isPaused(): boolean {
    return this.status === PluginStatus.Paused
  }

  /** Whether the core and the SDK hold anything of it. */
  get isLoaded(): boolean {
    return this.isRunning || this.isPaused
  }
}
