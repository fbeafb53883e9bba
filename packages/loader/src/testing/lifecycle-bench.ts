/** Brings a plugin of either kind into each state of the lifecycle table, and does with it what the table says. */
import { readFileSync, rmSync } from 'node:fs'

import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { createHost, PluginAction, PluginStatus } from '@csr/metamod-sdk/host'

import { findEntry } from '../script/bundle.js'
import { stampFiles } from '../plugins/file-stamps.js'
import { RefusedError } from '../plugins/load-error.js'
import { Log } from '../log.js'
import { NativeLifecycle } from '../plugins/native-lifecycle.js'
import { PluginList } from '../plugins/plugin-list.js'
import type { Plugin } from '../plugins/plugin.js'
import { ScriptLifecycle } from '../script/script-lifecycle.js'
import { libraryHere } from './elf-library.js'
import { healthyInfo, RecordingBridge } from './recording-bridge.js'
import { scriptBridge } from './script-bridge.js'
import type { TemporaryFolder } from './temporary-folder.js'

export interface Times {
  readonly loadable: LoadTime
  readonly unloadable: LoadTime
}

/** What is wrong with a version of a plugin. */
type Fault = 'nothing' | 'file' | 'attach' | 'detach'

const willing: Times = { loadable: LoadTime.Anytime, unloadable: LoadTime.Anypause }

const statusWords: Readonly<Record<PluginStatus, string>> = {
  [PluginStatus.Empty]: 'empt',
  [PluginStatus.Valid]: 'info',
  [PluginStatus.BadFile]: 'badf',
  [PluginStatus.Opened]: 'open',
  [PluginStatus.Failed]: 'fail',
  [PluginStatus.Running]: 'RUN',
  [PluginStatus.Paused]: 'PAUS',
}

const actionWords: Readonly<Record<PluginAction, string>> = {
  [PluginAction.Null]: 'null',
  [PluginAction.None]: '-',
  [PluginAction.Keep]: 'keep',
  [PluginAction.Load]: 'load',
  [PluginAction.Attach]: 'atch',
  [PluginAction.Unload]: 'unld',
  [PluginAction.Reload]: 'relo',
}

/** One plugin and a list for it, without an engine. */
export abstract class LifecycleBench {
  protected readonly log = new Log(() => undefined)
  readonly #path: string
  readonly #kind: 'native' | 'script'
  #list: PluginList | null = null
  #isListed = true

  constructor(kind: 'native' | 'script', path: string) {
    this.#kind = kind
    this.#path = path
  }

  /** Puts a version of the plugin into its file. */
  protected abstract write(times: Times, fault: Fault, remark?: string): void
  /** Whether the core has the plugin, and calls its hooks. */
  protected abstract readonly inCore: 'absent' | 'silent' | 'called'
  protected abstract newList(readListed: () => ReturnType<LifecycleBench['listed']>): PluginList

  get list(): PluginList {
    if (this.#list === null) throw new Error('bring the plugin into a state first')
    return this.#list
  }

  /** Its row in short: status, action, and what the core has of it. */
  get row(): { stat: string; pend: string; core: string } {
    const plugin = this.list.at(1)
    if (plugin === null) return { stat: 'empt', pend: '-', core: this.inCore }
    return { stat: statusWords[plugin.status], pend: actionWords[plugin.action], core: this.inCore }
  }

  /** Brings it into a state, and has its newest version say when it may be loaded and unloaded. */
  bring(state: string, times: Times): void {
    this.#isListed = true
    this.write(willing, 'nothing')
    this.#list = this.newList(() => this.listed())
    this.#arrive(state)
    this.write(times, state === 'unwilling' ? 'detach' : 'nothing')
    const plugin = this.list.at(1)
    if (plugin === null) return
    if (plugin.info !== null) plugin.info = { ...plugin.info, ...times }
    if (plugin.files !== null) plugin.files = stampFiles([this.#path])
  }

  /** @returns what was answered. */
  run(command: string, now: LoadTime, times: Times): string {
    try {
      return this.#command(command, now, times) ?? '-'
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      return 'refused'
    }
  }

  protected listed() {
    const { request } = this
    return this.#isListed ? [{ ...request, place: `plugins.ini:1: ${this.#path}` }] : []
  }

  private get request() {
    return { kind: this.#kind, path: this.#path, description: null, source: 'ini' as const }
  }

  private get plugin(): Plugin {
    const plugin = this.list.at(1)
    if (plugin === null) throw new Error('the plugin is not in the list')
    return plugin
  }

  #arrive(state: string): void {
    const [changelevel, startup] = [LoadTime.Changelevel, LoadTime.Startup]
    const load = (times: Times = willing, fault: Fault = 'nothing', now: LoadTime = startup): void => {
      this.write(times, fault)
      this.list.load(this.request, now)
    }
    const arrivals: Readonly<Record<string, () => void>> = {
      absent: () => undefined,
      badfile: () => load(willing, 'file'),
      failed: () => load(willing, 'attach'),
      missed: () => load({ ...willing, loadable: startup }, 'nothing', LoadTime.Anytime),
      waiting: () => load({ ...willing, loadable: changelevel }, 'nothing', LoadTime.Anytime),
      running: () => load(),
      paused: () => {
        load()
        this.list.pause(this.plugin)
      },
      leaving: () => {
        load({ ...willing, unloadable: changelevel })
        this.list.unload(this.plugin, LoadTime.Anytime, UnloadReason.Command)
      },
      renewing: () => {
        load({ ...willing, unloadable: changelevel })
        this.list.reload(this.plugin, LoadTime.Anytime)
      },
      unwilling: () => load(willing, 'detach'),
    }
    arrivals[state]?.()
  }

  #command(command: string, now: LoadTime, times: Times): string | null {
    const { list } = this
    switch (command) {
      case 'load': {
        const plugin = list.load(this.request, now)
        return plugin === null ? 'failed' : plugin.isLoaded ? 'done' : 'delayed'
      }
      case 'unload':
        return list.unload(this.plugin, now, UnloadReason.Command)
      case 'force_unload':
        return list.unload(this.plugin, now, UnloadReason.CmdForced)
      case 'reload':
        return list.reload(this.plugin, now)
      case 'retry':
        return list.retry(this.plugin, now)
      case 'clear':
        list.clear(this.plugin)
        return 'done'
      case 'pause':
        list.pause(this.plugin)
        return 'done'
      case 'unpause':
        list.unpause(this.plugin)
        return 'done'
      case 'refresh-newer':
        this.write(times, list.at(1)?.info?.name === 'unwilling' ? 'detach' : 'nothing', 'newer')
        break
      case 'refresh-missing':
        rmSync(this.#path)
        break
      case 'refresh-unlisted':
        this.#isListed = false
        break
    }
    list.refresh(now)
    return null
  }
}

export class NativeBench extends LifecycleBench {
  readonly #folder: TemporaryFolder
  #bridge = new RecordingBridge()

  constructor(folder: TemporaryFolder) {
    super('native', `${folder.path}/bench.so`)
    this.#folder = folder
  }

  protected write(times: Times, fault: Fault, remark = ''): void {
    this.#folder.write('bench.so', libraryHere(remark))
    this.#bridge.info = { ...healthyInfo, ...times, name: fault === 'detach' ? 'unwilling' : 'bench' }
    this.#bridge.failures.clear()
    if (fault === 'file') this.#bridge.failures.set('openNative', 'no library')
    if (fault === 'attach') this.#bridge.failures.set('attachNative', 'answered no')
    if (fault === 'detach') this.#bridge.failures.set('detachNative', 'answered no')
  }

  protected newList(readListed: () => ReturnType<LifecycleBench['listed']>): PluginList {
    this.#bridge = Object.assign(new RecordingBridge(), { info: this.#bridge.info })
    const native = new NativeLifecycle(this.#bridge, this.log)
    return new PluginList({ native, script: native }, this.log, 'meta', readListed)
  }

  protected get inCore() {
    return stateInCore(this.#bridge.calls)
  }
}

export class ScriptBench extends LifecycleBench {
  readonly #folder: TemporaryFolder
  readonly #calls: string[]
  readonly #script: ScriptLifecycle

  constructor(folder: TemporaryFolder) {
    const path = `${folder.path}/bench.js`
    super('script', path)
    this.#folder = folder
    const { bridge: recording, calls } = scriptBridge()
    const setRunning = (slot: number, isRunning: boolean): void =>
      void calls.push(`setRunning(${slot}, ${isRunning})`)
    const bridge = Object.assign(Object.create(recording) as typeof recording, { setRunning })
    const host = createHost(bridge, {
      onError: () => undefined,
      loadPlugin: () => false,
      pluginPath: () => '',
      unloadPlugin: () => false,
    })
    // The plugin is plain JavaScript, so that thousands of cases need no bundler.
    const bundle = (): { entry: string; code: string; files: string[] } => {
      const entry = findEntry(path)
      return { entry, code: readFileSync(entry, 'utf8'), files: [entry] }
    }
    this.#calls = calls
    this.#script = new ScriptLifecycle(bridge, host, this.log, () => 0, bundle)
  }

  protected write({ loadable, unloadable }: Times, fault: Fault, remark = ''): void {
    const attach = fault === 'attach' ? "() => { throw new Error('no') }" : '() => {}'
    const definition = `{ name: 'bench', version: '1', author: 'A', url: '', logTag: 'B', loadable: ${loadable}, unloadable: ${unloadable}, attach: ${attach} }`
    const text = `const { definePlugin } = require('@csr/metamod-sdk'); module.exports = definePlugin(${definition})`
    this.#folder.write('bench.js', `${fault === 'file' ? 'this is no script' : text}\n// ${remark}`)
  }

  protected newList(readListed: () => ReturnType<LifecycleBench['listed']>): PluginList {
    this.#calls.length = 0
    return new PluginList({ native: this.#script, script: this.#script }, this.log, 'meta', readListed)
  }

  protected get inCore() {
    return stateInCore(this.#calls)
  }
}

function stateInCore(calls: readonly string[]): 'absent' | 'silent' | 'called' {
  const [last] = calls.filter((call) => /^(?:add|removePlugin|setRunning)/.test(call)).slice(-1)
  if (last === undefined || last.startsWith('removePlugin')) return 'absent'
  return last === 'setRunning(1, true)' ? 'called' : 'silent'
}
