/** The loader's voice in the server console and log: every line marked, every message about a plugin of one shape. */
import { sourcesIn, type SourceText } from './errors/code-frame-source.js'
import { bundleFileOf } from './script/evaluate.js'
import { PluginLoadError } from './plugins/load-error.js'
import { Repeats, timesText } from './errors/repeats.js'
import { describeThrown } from './errors/thrown.js'

export type Print = (line: string) => void

/** Whom a message is about. */
export interface Culprit {
  readonly name: string
  /** Its file or package folder. */
  readonly path: string
  /** What its file exported, by which its source is found. */
  readonly info?: object | null
}

export class Log {
  readonly #print: Print
  readonly #record: Print
  readonly #repeats = new Repeats()

  /**
   * @param print - Shows a line at the server console.
   * @param record - Writes a line into the server's log, where there is one.
   */
  constructor(print: Print, record: Print = () => undefined) {
    this.#print = print
    this.#record = record
  }

  info(text: string): void {
    this.line(`[META] ${text}`)
  }

  error(text: string, details: readonly string[] = []): void {
    this.line(`[META] ERROR: ${text}`)
    for (const line of details) this.line(`[META]     ${line}`)
  }

  /** For those who read the log later: what an administrator sees as the answer to a command. */
  note(text: string): void {
    this.#record(`[META] ${text}`)
  }

  /** A whole line, at the console and in the log. */
  line(line: string): void {
    this.#print(line)
    this.#record(line)
  }

  /**
   * A plugin's code threw and the server went on.
   *
   * @param place - What it was called for, such as its detach.
   * @param sourceOf - The source of what threw, which may be a version before that which runs now.
   */
  thrown(plugin: Culprit, place: string, thrown: unknown, sourceOf = currentSource(plugin)): void {
    const { message, place: source, details } = describeThrown(thrown, plugin.path, sourceOf)
    const where = source === null ? place : `${place} at ${source}`
    this.error(`plugin '${plugin.name}': ${where}: ${message}; correct the plugin and load it again`, details)
  }

  /** Like {@link thrown}, for a place that the server comes to again and again, such as a hook. */
  thrownAgain(plugin: Culprit, place: string, thrown: unknown, sourceOf?: SourceText): void {
    const { message, place: source } = describeThrown(thrown, plugin.path)
    // Where the source is known the message does not count: it may hold numbers that change every time.
    const mistake = source === null ? `${place}: ${message}` : `${place} at ${source}`
    const kind = this.#repeats.kindOf(plugin, mistake)
    const count = this.#repeats.count(plugin, kind)
    if (count === 1) this.thrown(plugin, place, thrown, sourceOf)
    else if (count !== null)
      this.error(`plugin '${plugin.name}': ${place}: ${message}; ${timesText(count, kind)}`)
  }

  /** The plugin was loaded anew: its mistakes are new ones. */
  forget(plugin: Culprit): void {
    for (const { mistake, count } of this.#repeats.forget(plugin))
      this.info(`plugin '${plugin.name}': ${mistake}; thrown ${count} times until it was loaded again`)
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

function currentSource({ info }: Culprit): SourceText {
  return sourcesIn(bundleFileOf(info ?? null))
}
