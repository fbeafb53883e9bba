/** Says when a native plugin's library has changed. It is not loaded anew for that: nobody could bring the old one back. */
import { stateOf } from '../plugins/file-stamps.js'
import type { Log } from '../log.js'
import type { PluginActions } from '../plugins/plugin-actions.js'
import type { Plugin } from '../plugins/plugin.js'
import { FileWatch } from './file-watch.js'
import type { FolderWatches } from './folder-watches.js'
import { watchedPaths } from './watched-paths.js'

// A linker, or a copy over a network, takes its time.
const restMs = 500

export class LibraryWatch {
  readonly #files: FileWatch

  constructor(
    plugin: Plugin,
    {
      folders,
      log,
      plugins,
    }: { readonly folders: FolderWatches; readonly log: Log; readonly plugins: PluginActions },
  ) {
    /** As which the library was loaded when its change was told. */
    let told: Plugin['files'] = null
    this.#files = new FileWatch(folders, restMs, () => {
      const { files, name, slot } = plugin
      if (files === null || files === told || stateOf(files) !== 'changed') return
      told = files
      const cure = `'${plugins.command} reload ${slot}' or the next map change loads the new one`
      log.info(`plugin '${name}': its library has changed; ${cure}`)
    })
    this.#files.set(watchedPaths(plugin.path, []), false)
  }

  /** What it is made of never changes. */
  look(): void {
    return
  }

  close(): void {
    this.#files.close()
  }
}
