/**
 * What becomes of an error in a plugin's code: it is logged with the plugin that it came from, and a plugin that does
 * nothing but fail is paused.
 */
import type { Owner, PluginInfo } from '@csr/metamod-sdk/host'
import { isUnloadAbort } from '@csr/metamod-sdk/host'

import { calledBackBy } from './attribution-place.js'
import type { Attribution } from './attribution.js'
import { bundleFileOf } from '../script/evaluate.js'
import { Failing } from './failing.js'
import type { Culprit, Log } from '../log.js'
import type { PluginList } from '../plugins/plugin-list.js'
import type { Plugin } from '../plugins/plugin.js'
import { Repeats, timesText } from './repeats.js'
import { describeThrown, findThrower } from './thrown.js'

export interface FailingPluginsParts {
  readonly log: Log
  readonly attribution: Attribution
  /** Null until there are any. */
  readonly plugins: () => PluginList | null
  /** How often a plugin may fail within a second, asked each time; 0 for any number. */
  readonly errorLimit: () => number
}

export class FailingPlugins {
  readonly #parts: FailingPluginsParts
  readonly #failing = new Failing()
  /** Those of which nobody knows whose they are. */
  readonly #repeats = new Repeats()
  /** Versions of plugins that are not those of the list any more, but whose timers and promises go on. */
  readonly #former = new WeakMap<object, Culprit>()

  constructor(parts: FailingPluginsParts) {
    this.#parts = parts
  }

  /** An error out of a call of ours; `place` is what was called. */
  thrown(place: string, error: unknown, owner: Owner): void {
    if (isUnloadAbort(error)) return
    const { log } = this.#parts
    const culprit = this.#culpritOf(owner)
    if (culprit === null) log.error(`${place}: ${describeThrown(error, '').message}`)
    // A command of the server console is an administrator's question, and is answered each time.
    else if (place.startsWith('command ')) log.thrown(culprit, place, error)
    else log.thrownAgain(culprit, place, error)
    this.#count(owner, place)
  }

  /**
   * An error that did not come out of a call of ours.
   *
   * @param place - What the plugin was doing; null where nobody knows.
   * @param resource - What called the plugin's code back, as async_hooks calls it.
   */
  uncaught(error: unknown, place: string | null, resource?: object): void {
    if (isUnloadAbort(error)) return
    const { attribution, log } = this.#parts
    const owner = attribution.current(resource)
    const culprit = this.#findCulprit(error, owner)
    const where = place ?? calledBackBy(resource ?? null)
    if (culprit === null) {
      this.#nobodys(error, place ?? 'uncaught')
      return
    }
    const isFormer = culprit.info != null && this.#former.get(culprit.info) === culprit
    // A stack does not tell which version of a source it is about.
    const isKnown = owner !== null || attribution.hasOneVersion(culprit.path)
    const words = isFormer ? `${where} of a version that was unloaded` : where
    log.thrownAgain(culprit, words, error, isKnown ? undefined : () => null)
    if (owner !== null) this.#count(owner, where)
  }

  #nobodys(error: unknown, place: string): void {
    const { message, details } = describeThrown(error, '')
    const kind = this.#repeats.kindOf(this, message)
    const count = this.#repeats.count(this, kind)
    if (count === null) return
    const times = count === 1 ? '' : `${timesText(count, kind)}; `
    const text = `${place}: ${message}; ${times}${this.#suspects()}the server goes on`
    this.#parts.log.error(text, count === 1 ? details : [])
  }

  #findCulprit(error: unknown, owner: Owner | null): Culprit | null {
    const scripts = this.#scripts()
    const marked = owner === null ? null : this.#culpritOf(owner)
    if (marked !== null) return findThrower(error, [marked, ...scripts]) ?? marked
    return findThrower(error, scripts) ?? this.#onlySuspect()
  }

  #scripts(): Plugin[] {
    return (this.#parts.plugins()?.all ?? []).filter(({ kind }) => kind === 'script')
  }

  /** The plugin, where there is but one that can have started anything. */
  #onlySuspect(): Plugin | null {
    const [only = '', ...others] = this.#parts.attribution.suspects
    return others.length > 0 ? null : (this.#scripts().find(({ path }) => path === only) ?? null)
  }

  #suspects(): string {
    const { suspects } = this.#parts.attribution
    const names = this.#scripts()
      .filter(({ path }) => suspects.has(path))
      .map(({ name }) => `'${name}'`)
    return names.length === 0 ? '' : `it may have come from plugin ${names.join(' or ')}; `
  }

  #culpritOf(owner: Owner): Culprit | null {
    const plugin = this.#parts.plugins()?.at(owner.slot) ?? null
    const info = owner.info ?? null
    if (info === null || plugin?.info === info) return plugin
    const former = this.#former.get(info) ?? formerVersion(info)
    this.#former.set(info, former)
    return former
  }

  #count(owner: Owner, place: string): void {
    const plugins = this.#parts.plugins()
    const plugin = plugins?.at(owner.slot) ?? null
    // What a version before goes on with is not the fault of the one that runs.
    if (plugin === null || !plugin.isRunning || plugin.info !== (owner.info ?? null)) return
    const limit = this.#parts.errorLimit()
    if (!this.#failing.isTooMuch(plugin, limit)) return
    plugins?.suspend(plugin, `it failed more than ${limit} times within a second, last in ${place}`)
  }
}

function formerVersion(info: object): Culprit {
  const file = bundleFileOf(info) ?? ''
  return { name: (info as PluginInfo).name, path: file.replace(/\.\d+\.cjs$/, ''), info }
}
