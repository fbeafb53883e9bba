/**
 * Loads a TypeScript plugin anew when its files change. The bundle is made in another process while the server goes on, and
 * is looked at here before anything is done: the same script as before is no reason for a reload.
 */
import { existsSync } from 'node:fs'

import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { PluginAction } from '@csr/metamod-sdk/host'

import { bundleInBackground, type Bundle } from '../script/bundle.js'
import { stampFiles, stateOf } from '../plugins/file-stamps.js'
import { PluginLoadError, RefusedError } from '../plugins/load-error.js'
import type { Log } from '../log.js'
import type { PluginActions } from '../plugins/plugin-actions.js'
import type { Plugin } from '../plugins/plugin.js'
import { reasonOf } from '../errors/reason.js'
import type { ScriptLifecycle } from '../script/script-lifecycle.js'
import { displayFile } from '../errors/source-place.js'
import { FileWatch } from './file-watch.js'
import type { FolderWatches } from './folder-watches.js'
import { watchedPaths } from './watched-paths.js'

export interface ScriptWatchParts {
  readonly folders: FolderWatches
  readonly log: Log
  readonly plugins: PluginActions
  readonly script: Pick<ScriptLifecycle, 'bundleOf' | 'lastTried' | 'withBundle'>
}

// Two saves that follow each other closely are one, and so is a file that is emptied and then written.
const restMs = 30

export class ScriptWatch {
  readonly #plugin: Plugin
  readonly #parts: ScriptWatchParts
  readonly #files: FileWatch
  /** The list of files that was last seen in the plugin's row. */
  #seen: Plugin['files'] = null
  #known: ReadonlySet<string> = new Set()
  /** What the last change came to that did not come to be loaded: a script, or the words of an error. */
  #refused: string | null = null
  #isMissing = false
  #isBundling = false
  #isStale = false
  #isOver = false

  constructor(plugin: Plugin, parts: ScriptWatchParts) {
    this.#plugin = plugin
    this.#parts = parts
    this.#files = new FileWatch(parts.folders, restMs, (file) => void this.#renew(file))
    this.look()
    if (!plugin.isLoaded) this.#refused = parts.script.lastTried(plugin)?.code ?? plugin.problem
    // It was changed since it was loaded; or was not loaded, and nobody knows yet what it is made of.
    if (plugin.files === null || stateOf(plugin.files) === 'changed') this.#files.touch()
  }

  /** Watches what the plugin is made of by now: others load it as well. */
  look(): void {
    const { files } = this.#plugin
    if (files === this.#seen && this.#known.size > 0) return
    this.#seen = files
    this.#watch(files?.keys() ?? [], files === null)
  }

  close(): void {
    this.#isOver = true
    this.#files.close()
  }

  #watch(files: Iterable<string>, isBroken: boolean): void {
    this.#known = watchedPaths(this.#plugin.path, files)
    this.#files.set(this.#known, isBroken)
  }

  async #renew(file: string | null): Promise<void> {
    // One at a time; what changes meanwhile is bundled afterwards.
    this.#isStale = this.#isBundling
    if (this.#isBundling || this.#reportsMissing()) return
    this.#isBundling = true
    const since = performance.now()
    const looked = new Set<string>()
    const { files } = this.#plugin
    const made = await this.#bundle((path) => looked.add(path))
    this.#isBundling = false
    if (this.#isOver) return
    if (made instanceof Error) this.#watch([...this.#known, ...looked], true)
    else this.#watch(made.files, false)
    // Others may have loaded something newer by now.
    if (this.#isStale || this.#plugin.files !== files) this.#files.touch(file)
    else
      this.#take(
        made,
        () =>
          `${displayFile(file ?? this.#plugin.path)} has changed (${Math.round(performance.now() - since)} ms)`,
      )
  }

  async #bundle(looked: (path: string) => void): Promise<Bundle | PluginLoadError> {
    try {
      return await bundleInBackground(this.#plugin.path, looked)
    } catch (error) {
      if (error instanceof PluginLoadError) return error
      return new PluginLoadError('bundle', `cannot be bundled: ${reasonOf(error)}`, { cause: error })
    }
  }

  /** The old version goes on without its file. */
  #reportsMissing(): boolean {
    const { path, name, isLoaded } = this.#plugin
    const isMissing = !existsSync(path)
    if (isMissing && !this.#isMissing && isLoaded)
      this.#parts.log.error(
        `plugin '${name}': ${displayFile(path)} is not there any more; it goes on as it is, until the file is back`,
      )
    this.#isMissing = isMissing
    return isMissing
  }

  #take(made: Bundle | PluginLoadError, why: () => string): void {
    const { script } = this.#parts
    const running = script.bundleOf(this.#plugin)
    const form = made instanceof Error ? made.message : made.code
    if (!(made instanceof Error) && running?.code === made.code && running.entry === made.entry) {
      this.#isAsBefore(made)
      return
    }
    const isKnown = form === this.#refused
    this.#refused = form
    if (!isKnown) this.#reload(made, why)
  }

  /** What runs is what the files say. */
  #isAsBefore(made: Bundle): void {
    const plugin = this.#plugin
    if (this.#refused !== null && plugin.action !== PluginAction.Unload) {
      plugin.action = PluginAction.None
      plugin.problem = null
      const doing = plugin.isPaused ? 'stays paused' : 'goes on'
      this.#parts.log.info(
        `plugin '${plugin.name}' ${doing}; its files are again those that it was loaded from`,
      )
    }
    this.#refused = null
    // Else the map change would load it anew for their new dates.
    if (plugin.files !== null)
      this.#seen = plugin.files = stampFiles(new Set([...plugin.files.keys(), ...made.files]))
  }

  #reload(made: Bundle | PluginLoadError, why: () => string): void {
    const { log, plugins, script } = this.#parts
    const plugin = this.#plugin
    const { action } = plugin
    if (plugins.at(plugin.slot) !== plugin) return
    // One that is to be unloaded, or was and keeps its row, is not to come to life again.
    if (plugin.isLoaded ? action === PluginAction.Unload : action !== PluginAction.Load) return
    const bundle = (): Bundle => {
      if (made instanceof Error) throw made
      return made
    }
    try {
      const outcome = script.withBundle(plugin.path, bundle, () =>
        plugins.reload(plugin, LoadTime.Anytime, UnloadReason.FileNewer),
      )
      if (outcome === 'done') {
        this.#refused = null
        log.info(`plugin '${plugin.name}' was loaded anew: ${why()}`)
      }
      if (outcome === 'delayed' && plugin.action !== action)
        log.info(`plugin '${plugin.name}' has changed, and is loaded anew at the next map change`)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      if (plugin.problem !== error.message) log.error(error.message)
      plugin.problem = error.message
    }
    this.look()
  }
}
