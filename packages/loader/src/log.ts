/** The loader's voice in the server console: every line marked, every message about a plugin of one shape. */
import { PluginLoadError } from './load-error.js'
import { describeThrown } from './thrown.js'

export type Print = (line: string) => void

/** Whom a message is about. */
export interface Culprit {
  readonly name: string
  /** Its file or package folder. */
  readonly path: string
}

export class Log {
  readonly #print: Print

  constructor(print: Print) {
    this.#print = print
  }

  info(text: string): void {
    this.#print(`[META] ${text}`)
  }

  error(text: string, details: readonly string[] = []): void {
    this.#print(`[META] ERROR: ${text}`)
    for (const line of details) this.#print(`[META]     ${line}`)
  }

  /** A plugin's code threw and the server went on. `place` is the hook, command or timer it was called for. */
  thrown(plugin: Culprit, place: string, thrown: unknown): void {
    const { message, place: source, stack } = describeThrown(thrown, plugin.path)
    const where = source === null ? place : `${place} at ${source}`
    this.error(`plugin '${plugin.name}': ${where}: ${message}; correct the plugin and load it again`, stack)
  }

  /** A plugin could not be loaded, and nothing of it was left behind. */
  loadFailed(plugin: Culprit, error: unknown): void {
    if (error instanceof PluginLoadError) {
      this.error(`plugin '${plugin.name}' not loaded: ${error.message}`, error.details)
    } else {
      this.thrown(plugin, 'load', error)
    }
  }
}
