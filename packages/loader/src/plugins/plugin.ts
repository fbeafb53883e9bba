/** One row of `meta list`: what the loader knows of a plugin, from the line that named it to the state it is in. */
import { basename } from 'node:path'

import type { CommandHelp } from '@csr/metamod-sdk'
import { PluginAction, PluginStatus, type PluginInfo } from '@csr/metamod-sdk/host'

import type { FileStamps } from './file-stamps.js'
import type { PluginKind } from '../configuration/plugins-ini.js'

/**
 * Who asked for the plugin: plugins.ini, an administrator, the Metamod whose guest we are, or another plugin, whose slot
 * is null once it was unloaded.
 */
export type Source = 'ini' | 'command' | 'host' | { readonly slot: number | null }

/** What is known before the plugin is opened. */
export interface PluginRequest {
  readonly kind: PluginKind
  /** Absolute; for a script a file or a package folder. */
  readonly path: string
  readonly description: string | null
  readonly source: Source
}

const noCommands = (): readonly CommandHelp[] => []

export class Plugin {
  /** The plugin's place in `meta list` and in every hook list. */
  readonly slot: number
  readonly kind: PluginKind
  readonly path: string
  source: Source
  status: PluginStatus = PluginStatus.Valid
  /** What is to be done next: at the map change, or when the administrator says so. */
  action: PluginAction = PluginAction.None
  /** What the plugin says of itself; null until it was asked. */
  info: PluginInfo | null = null
  /** Why it is not running, why its newest version is not, or why its action has not been done; null while nothing is wrong. */
  problem: string | null = null
  loadedAt: Date | null = null
  /** The files that it was loaded from, as they were then; null until it was loaded. */
  files: FileStamps | null = null
  /**
   * Whether Metamod paused it, because it held the server up or failed at every call. Unlike an administrator's pause this
   * outlasts the map; `meta retry` or `meta unpause` wakes it.
   */
  isSuspended = false
  /** Asks a TypeScript plugin that is loaded for its commands of all kinds. The core knows only those of the server console. */
  commandHelp: () => readonly CommandHelp[] = noCommands
  #description: string | null

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

  /** By what it is told from others. */
  get line(): PluginRequest {
    return { kind: this.kind, path: this.path, description: this.#description, source: this.source }
  }

  /** Gives it other words of the administrator's. */
  describe(description: string): void {
    this.#description = description
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

  /** Forgets what it has registered. */
  forgetCommands(): void {
    this.commandHelp = noCommands
  }

  /** Whether the core and the SDK hold anything of it. */
  get isLoaded(): boolean {
    return this.isRunning || this.isPaused
  }

  /** Whether it is sound, and is loaded at the next map change. */
  get isPostponed(): boolean {
    return this.status === PluginStatus.Opened && this.action === PluginAction.Load
  }
}
