/**
 * What the host does with the stubs: it queries, attaches and detaches them whenever it likes, because they are plugins of
 * its own. Each call is about the TypeScript plugin that the stub stands for.
 */
import { LoadTime, UnloadReason, type PluginDefinition } from '@csr/metamod-sdk'
import { PluginStatus } from '@csr/metamod-sdk/host'

import type { GameDirectory } from '../configuration/game-directory.js'
import { RefusedError } from '../plugins/load-error.js'
import type { Log } from '../log.js'
import type { StubCallbacks } from '../mode.js'
import type { PluginList } from '../plugins/plugin-list.js'
import type { Plugin } from '../plugins/plugin.js'
import { kindOf } from '../configuration/resolve-name.js'
import type { ScriptLifecycle } from '../script/script-lifecycle.js'
import type { Stubs } from './stubs.js'

export interface StubCallParts {
  readonly game: GameDirectory
  readonly log: Log
  readonly rows: PluginList
  readonly script: ScriptLifecycle
  readonly stubs: Stubs
}

const noSlot = 0

export class StubCalls implements StubCallbacks {
  readonly #parts: StubCallParts

  constructor(parts: StubCallParts) {
    this.#parts = parts
  }

  stubQueried(source: string, file: string): number {
    const { game, log } = this.#parts
    try {
      const plugin = this.#rowFor(game.resolve(source))
      return this.#query(plugin, file) ? plugin.slot : noSlot
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      log.error(`stub ${game.display(file)}: ${error.message}`)
      return noSlot
    }
  }

  stubAttached(slot: number, now: number): boolean {
    const { log, rows, script, stubs } = this.#parts
    const plugin = rows.at(slot)
    const stub = plugin === null ? null : stubs.of(plugin)
    if (plugin === null || stub === null) {
      log.error("the host attached a stub that it has not queried; 'meta reload' there does both")
      return false
    }
    const order = stubs.loading.get(plugin)
    if (order !== undefined) order.isAnswered = true
    const isRunning = rows.start(plugin, () => {
      // A host that tries a failed attach again does not query again.
      const definition = stub.definition ?? this.#announce(plugin, script.read(plugin, now as LoadTime))
      stub.definition = null
      return script.attach(plugin, definition)
    })
    stub.stage = isRunning ? 'attached' : 'failed'
    return isRunning
  }

  stubDetached(slot: number, now: number, reason: number): boolean {
    const { rows, stubs } = this.#parts
    const plugin = rows.at(slot)
    const stub = plugin === null ? null : stubs.of(plugin)
    if (plugin === null || stub === null) return true
    const isRenewed = reason === UnloadReason.Reload || reason === UnloadReason.FileNewer
    // The host gives a reason of its own when it unloads at a plugin's request.
    rows.stop(plugin, now as LoadTime, stubs.unloading.get(plugin) ?? (reason as UnloadReason), isRenewed)
    stub.stage = 'detached'
    if (isRenewed) {
      plugin.status = PluginStatus.Failed
      plugin.problem = `the host detached it to load it anew, and did not; '${rows.command} reload ${slot}' tries that again`
    } else {
      rows.drop(plugin)
      stubs.forget(plugin)
    }
    return true
  }

  /** The row of the plugin at `path`, for which no other stub may stand. @throws RefusedError */
  #rowFor(path: string): Plugin {
    const { game, rows, stubs } = this.#parts
    if (kindOf(path) === 'native') {
      throw new RefusedError(
        `stands for ${game.display(path)}, a native library; list that in the host's plugins.ini itself`,
      )
    }
    const known = rows.withPath(path)
    if (known === null) return rows.add({ kind: 'script', path, description: null, source: 'host' })
    if (!stubs.isAttached(known)) return known
    const first = game.display(stubs.of(known)?.file ?? '')
    throw new RefusedError(
      `plugin '${known.name}' (${game.display(path)}) is loaded by the stub ${first} already; ` +
        "keep one of the two in the host's plugins.ini",
    )
  }

  #query(plugin: Plugin, file: string): boolean {
    const { rows, script, stubs } = this.#parts
    const order = stubs.loading.get(plugin)
    if (order !== undefined) order.isAnswered = true
    try {
      // When the host will attach it is not known; it looks at `loadable` itself then.
      const definition = order?.definition ?? script.read(plugin, LoadTime.Startup)
      this.#announce(plugin, definition)
      stubs.set(plugin, { file, listedAs: plugin.name, stage: 'queried', definition })
      plugin.status = PluginStatus.Opened
      return true
    } catch (error) {
      stubs.set(plugin, { file, listedAs: plugin.name, stage: 'failed', definition: null })
      rows.fail(plugin, error)
      return false
    }
  }

  #announce(plugin: Plugin, definition: PluginDefinition): PluginDefinition {
    this.#parts.script.announce(plugin, definition)
    return definition
  }
}
