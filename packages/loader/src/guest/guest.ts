/**
 * Metamod as a plugin of another Metamod. That one loads game DLL and native plugins and has the command `meta`; each
 * TypeScript plugin is a plugin of its own there, by a stub library that calls back here.
 */
import { existsSync } from 'node:fs'

import { CvarFlag, LoadTime } from '@csr/metamod-sdk'

import { defaultConfig, type Config } from '../configuration/config-ini.js'
import {
  bootPlugins,
  readPlugins,
  requestsFor,
  type BootRequest,
} from '../configuration/configured-plugins.js'
import { PluginLoadError } from '../plugins/load-error.js'
import { loaderVersion } from '../loader-version.js'
import { runMetaCommand } from '../meta-command/meta-command.js'
import type { SubCommand } from '../meta-command/sub-command.js'
import { coreSlot, type Mode, type Parts, type StubCallbacks } from '../mode.js'
import { PluginList } from '../plugins/plugin-list.js'
import { PluginRequests } from '../plugins/plugin-requests.js'
import type { Plugin, PluginRequest } from '../plugins/plugin.js'
import type { PluginLine } from '../configuration/plugins-ini.js'
import { reasonOf } from '../errors/reason.js'
import { GuestPlugins } from './guest-plugins.js'
import { readHostPlugins, type HostLine } from './host-plugins-ini.js'
import { guestSubCommands } from './meta-ts.js'
import { StubCalls } from './stub-calls.js'
import { StubFiles } from './stub-files.js'
import { Stubs } from './stubs.js'

export class Guest implements Mode {
  readonly plugins: PluginList
  readonly actions: GuestPlugins
  readonly requests: PluginRequests
  readonly stubs: StubCallbacks
  readonly #parts: Parts
  readonly #files: StubFiles
  readonly #subCommands: readonly SubCommand[]
  /** Null if the host's plugins.ini was not found. */
  readonly #hostLines: readonly HostLine[] | null
  #config = defaultConfig
  #isBetweenMaps = false

  /** @param metamod - The host Metamod's name. */
  constructor(parts: Parts, metamod: string) {
    const { corePath, game, log, script } = parts
    const stubs = new Stubs()
    const isStub = ({ file }: HostLine): boolean => file.startsWith(`${game.metamodDirectory}/stubs/`)
    this.#parts = parts
    this.#hostLines = readHostPlugins(game, corePath)
    const taken = (this.#hostLines ?? []).filter((line) => !isStub(line)).map(({ file }) => file)
    this.#files = new StubFiles(game, corePath, taken)
    // Native plugins never come to this list.
    this.plugins = new PluginList({ native: script, script }, log, 'meta_ts')
    const readListed = (): BootRequest[] | null => this.#readListed()
    const shared = { ...parts, rows: this.plugins, stubs, metamod, files: this.#files, readListed }
    this.actions = new GuestPlugins(shared)
    this.stubs = new StubCalls(shared)
    this.requests = new PluginRequests(this.actions, game, log)
    this.#subCommands = guestSubCommands(metamod, (plugin: Plugin) => {
      const stub = stubs.of(plugin)
      return stub === null ? '' : game.display(stub.file)
    })
  }

  boot(config: Config): boolean {
    const { bridge, game, log, extraPlugins } = this.#parts
    this.#config = config
    bridge.addCommand(coreSlot, this.plugins.command)
    bridge.addCvar(coreSlot, 'metamod_ts_version', loaderVersion, CvarFlag.Server)
    const lines = (readPlugins(this.#parts, config) ?? []).filter((line) => this.#acceptLine(line))
    const listed = this.#listedStubs()
    const requests = requestsFor(game, lines, extraPlugins)
    const ours = requests.filter((request) => !this.#leaveToHost(request, listed))
    bootPlugins(log, this.actions, ours)
    this.#removeOldStubs()
    return true
  }

  clientCommand(): boolean {
    return false
  }

  /** The host may be in the middle of loading or unloading one of our stubs, so it is asked for nothing yet. */
  mapEnded(): void {
    this.#isBetweenMaps = true
    this.actions.renew(LoadTime.Changelevel)
    // The host knows nothing of our pauses.
    this.plugins.unpauseAll()
  }

  mapStarted(): void {
    // The first map starts with what was loaded a moment ago.
    if (this.#isBetweenMaps) this.actions.refresh(LoadTime.Changelevel)
    this.#isBetweenMaps = false
  }

  runCommand(args: readonly string[]): void {
    const { bridge, game, print } = this.#parts
    const context = { plugins: this.actions, config: this.#config, bridge, game, print }
    runMetaCommand(context, args, this.#subCommands)
  }

  /** What is ours to load. The host's list counts as it was when the server started, as it does for the host. */
  #readListed(): BootRequest[] | null {
    const lines = readPlugins(this.#parts, this.#config)
    if (lines === null) return null
    const scripts = lines.filter(({ kind }) => kind === 'script')
    const listed = this.#listedStubs()
    return requestsFor(this.#parts.game, scripts, []).filter(
      ({ path }) => this.#lineFor(path, listed) === null,
    )
  }

  #acceptLine({ kind, path, origin }: PluginLine): boolean {
    if (kind === 'script') return true
    this.#parts.log.error(
      `${origin}: ${path} is a native library, which the host loads; put the line into the host's plugins.ini`,
    )
    return false
  }

  /** The stubs in the host's plugins.ini, by their own paths and by those of the plugins that they stand for. */
  #listedStubs(): Map<string, HostLine> {
    const listed = new Map<string, HostLine>()
    for (const line of this.#hostLines ?? []) {
      listed.set(line.file, line)
      const source = this.#files.sourceOf(line.file)
      if (source === null) continue
      listed.set(source, line)
      this.#files.adopt(source, line.file)
    }
    return listed
  }

  /** A plugin whose stub the administrator lists in the host's plugins.ini is loaded there, at the place of that line. */
  #leaveToHost({ path }: PluginRequest, listed: ReadonlyMap<string, HostLine>): boolean {
    const { game, log } = this.#parts
    const own = this.#files.fileFor(path)
    const line = this.#lineFor(path, listed)
    if (line === null) return false
    // A host that did not find the file when it read its list does not look again before the map changes.
    const when = existsSync(line.file)
      ? 'and says when it is loaded'
      : 'which was made only now; restart the server to have it loaded'
    log.info(`${game.display(path)}: ${line.origin} lists its stub, ${when}`)
    try {
      if (line.file === own) this.#files.write(path)
    } catch (error) {
      if (!(error instanceof PluginLoadError)) throw error
      log.error(`${game.display(path)}: ${error.message}`)
    }
    return true
  }

  #lineFor(path: string, listed: ReadonlyMap<string, HostLine>): HostLine | null {
    return listed.get(this.#files.fileFor(path)) ?? listed.get(path) ?? null
  }

  #removeOldStubs(): void {
    // Without the host's list it is not known which of them it is about to load.
    if (this.#hostLines === null) return
    try {
      this.#files.removeOthers(new Set(this.#hostLines.map(({ file }) => file)))
    } catch (error) {
      const why = reasonOf(error)
      this.#parts.log.error(
        `stubs of former plugins stay in ${this.#files.folder}: ${why}; delete them yourself`,
      )
    }
  }
}
