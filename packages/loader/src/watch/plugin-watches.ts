/** Watches the files of all plugins while the administrator wants it so, by the cvar `meta_watch`. */
import { stopBackground } from '../script/esbuild.js'
import type { Plugin } from '../plugins/plugin.js'
import { FolderWatches } from './folder-watches.js'
import { LibraryWatch } from './library-watch.js'
import { ScriptWatch, type ScriptWatchParts } from './script-watch.js'

export type PluginWatchParts = Omit<ScriptWatchParts, 'folders'> & {
  /** Whether plugins are to be watched, asked each time. */
  readonly isWanted: () => boolean
}

interface Watch {
  look(): void
  close(): void
}

// Nobody tells us of a cvar that is set, or of plugins that others load; and this is how often one looks where the
// system does not tell of changes.
const lookMs = 1000

export class PluginWatches {
  readonly #parts: PluginWatchParts
  readonly #folders: FolderWatches
  readonly #watches = new Map<Plugin, Watch>()
  readonly #timer: NodeJS.Timeout
  #isOn = false
  #saidTrouble = false

  constructor(parts: PluginWatchParts) {
    this.#parts = parts
    this.#folders = new FolderWatches((why) => this.#trouble(why))
    this.#timer = setInterval(() => this.look(), lookMs)
    this.#timer.unref()
  }

  /** How many folders the system watches for us. */
  get watchedFolders(): number {
    return this.#folders.watched
  }

  /** Begins or ends what is to be watched by now. */
  look(): void {
    const isOn = this.#parts.isWanted()
    if (this.#isOn && !isOn) this.#end()
    this.#isOn = isOn
    if (!isOn) return
    const plugins = new Set(this.#parts.plugins.all)
    for (const [plugin, watch] of [...this.#watches]) if (!plugins.has(plugin)) this.#drop(plugin, watch)
    for (const plugin of plugins) {
      const watch = this.#watches.get(plugin)
      if (watch === undefined) this.#watches.set(plugin, this.#watch(plugin))
      else watch.look()
    }
    this.#folders.poll()
  }

  /** The end of the server. */
  close(): void {
    clearInterval(this.#timer)
    if (this.#isOn) this.#end()
    this.#isOn = false
  }

  #end(): void {
    for (const [plugin, watch] of [...this.#watches]) this.#drop(plugin, watch)
    void stopBackground()
  }

  #watch(plugin: Plugin): Watch {
    const parts = { ...this.#parts, folders: this.#folders }
    return plugin.kind === 'script' ? new ScriptWatch(plugin, parts) : new LibraryWatch(plugin, parts)
  }

  #drop(plugin: Plugin, watch: Watch): void {
    watch.close()
    this.#watches.delete(plugin)
  }

  #trouble(why: string): void {
    if (this.#saidTrouble) return
    this.#saidTrouble = true
    const isFull = /ENOSPC|EMFILE/.test(why)
    const cure = isFull
      ? 'raise fs.inotify.max_user_watches or max_user_instances'
      : 'what is saved there is seen all the same'
    this.#parts.log.error(
      `meta_watch: the system does not watch all folders of plugins (${why}), so their files are looked at once a second; ${cure}`,
    )
  }
}
