/**
 * A server whose Metamod is somebody else's, with no C in it: a list of libraries that are loaded as hosts load them, where
 * a library is nothing but the paths that were stamped into it.
 */
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

import { LoadTime, UnloadReason } from '@csr/metamod-sdk'
import { createHost, type Bridge } from '@csr/metamod-sdk/host'

import { readConfig } from '../boot.js'
import { GameDirectory } from '../configuration/game-directory.js'
import { Guest } from '../guest/guest.js'
import { Log } from '../log.js'
import type { StubCallbacks } from '../mode.js'
import { ScriptLifecycle } from '../script/script-lifecycle.js'
import { scriptBridge } from './script-bridge.js'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.js'

export const metamodFolder = 'addons/metamod-ts'

/** One line of the host's `meta list`. */
export interface HostRow {
  readonly file: string
  status: 'RUN' | 'fail' | 'badf'
  slot: number
}

/** What a host answers to a request for what it has, and to one that it does not want. */
const answers = { already: 10, refused: 13, failed: 1 }

/** The template of a stub, as far as stamping is concerned. */
export function stubTemplate(): Buffer {
  const field = (name: string): string => `@METAMOD:${name}@`.padEnd(511, '.') + '\0'
  return Buffer.from(`ELF…MetamodGuest\0${field('source')}${field('core')}end`)
}

/** The text that was stamped into a field of a stub. */
export function stampedText(file: string, name: 'source' | 'core'): string {
  const start = stubTemplate().indexOf(`@METAMOD:${name}@`)
  const stub = readFileSync(file)
  return stub.toString('utf8', start, stub.indexOf(0, start))
}

/** How a metamod-r, a metamod-p and a metamod-fwgs differ for those who ask them to load and unload. */
export class HostDouble {
  readonly rows: HostRow[] = []
  readonly calls: string[] = []
  /** The guest, once it is made. */
  stubs: StubCallbacks | null = null
  readonly #name: string
  readonly #game: string

  constructor(name: string, game: string) {
    this.#name = name
    this.#game = game
  }

  loadStub(path: string, now: number): number {
    this.calls.push(`load ${path} ${now}`)
    const file = resolve(this.#game, path)
    const row = this.rows.find((each) => each.file === file)
    if (row?.status === 'RUN') return this.#name === 'metamod-p' ? answers.already : 0
    // The core has the host clear a row that failed.
    if (row !== undefined) this.rows.splice(this.rows.indexOf(row), 1)
    return this.load(file, now) ? 0 : answers.failed
  }

  unloadStub(slot: number, now: number, reason: number): number {
    this.calls.push(`unload ${slot} ${now} ${reason}`)
    if (this.#name === 'metamod-p') return answers.refused
    const row = this.rows.find((each) => each.slot === slot)
    if (row === undefined) return answers.failed
    this.unload(basename(row.file), UnloadReason.Plugin)
    return 0
  }

  /** A line of the host's plugins.ini, or its `meta load`. */
  load(file: string, now: number = LoadTime.Anytime): boolean {
    const row: HostRow = { file, status: 'badf', slot: 0 }
    this.rows.push(row)
    return this.#load(row, now)
  }

  /** `meta unload`. */
  unload(name: string, reason: UnloadReason = UnloadReason.Command): void {
    const row = this.#find(name)
    this.stubs?.stubDetached(row.slot, LoadTime.Anytime, reason)
    this.rows.splice(this.rows.indexOf(row), 1)
  }

  /** `meta reload`: whatever comes of the second half, the first one is done. */
  reload(name: string): boolean {
    const row = this.#find(name)
    if (row.status === 'RUN') this.stubs?.stubDetached(row.slot, LoadTime.Anytime, UnloadReason.Reload)
    return this.#load(row, LoadTime.Anytime)
  }

  /** `meta retry`, which goes on where it failed. */
  retry(name: string): boolean {
    const row = this.#find(name)
    return row.status === 'fail' ? this.#attach(row, LoadTime.Anytime) : this.#load(row, LoadTime.Anytime)
  }

  #load(row: HostRow, now: number): boolean {
    row.status = 'badf'
    row.slot = this.stubs?.stubQueried(stampedText(row.file, 'source'), row.file) ?? 0
    return row.slot !== 0 && this.#attach(row, now)
  }

  #attach(row: HostRow, now: number): boolean {
    const isAttached = this.stubs?.stubAttached(row.slot, now) ?? false
    row.status = isAttached ? 'RUN' : 'fail'
    return isAttached
  }

  #find(name: string): HostRow {
    const row = this.rows.find(({ file }) => basename(file) === name)
    if (row === undefined) throw new Error(`the host has no ${name}`)
    return row
  }
}

export interface GuestServer {
  readonly guest: Guest
  readonly host: HostDouble
  readonly printed: string[]
  /** Calls of the bridge as `name(first argument)`, and of the engine as `engine(texts)`. */
  readonly calls: string[]
  /** Runs `meta_ts` with words, and returns what it printed. */
  readonly metaTs: (...words: string[]) => string[]
  /** Where the stub of this name is. */
  readonly stub: (name: string) => string
}

/** A game directory with our native files, and with those that are given: their text by path. */
export function guestGame(files: Readonly<Record<string, string>>): TemporaryFolder {
  const folder = temporaryFolder()
  folder.write(`${metamodFolder}/dlls/metamod_ts.so`, 'core')
  folder.write(`${metamodFolder}/dlls/metamod_stub.so`, stubTemplate())
  for (const [path, text] of Object.entries(files)) folder.write(path, text)
  return folder
}

/** Sets up a server in a game directory; its plugins are loaded by `guest.boot`. */
export function guestServer(folder: TemporaryFolder, metamod = 'metamod-fwgs'): GuestServer {
  const corePath = join(folder.path, metamodFolder, 'dlls/metamod_ts.so')
  const { bridge: recording, calls } = scriptBridge()
  const host = new HostDouble(metamod, folder.path)
  const printed: string[] = []
  const print = (line: string): void => void printed.push(line)
  const bridge = Object.assign(Object.create(recording) as Bridge, {
    bind: () => (text: unknown) => void calls.push(`engine(${String(text)})`),
    hookCount: () => 2,
    loadStub: (path: string, now: number) => host.loadStub(path, now),
    unloadStub: (slot: number, now: number, reason: number) => host.unloadStub(slot, now, reason),
  })
  const log = new Log(print)
  const sdkHost = createHost(bridge, {
    onError: (_slot, place, error) => log.error(`${place}: ${String(error)}`),
    pluginPath: () => '',
    loadPlugin: (slot, line, now) => guest.requests.loadPlugin(slot, line, now) !== null,
    unloadPlugin: (slot, text, now, reason) => guest.requests.unloadPlugin(slot, text, now, reason) !== null,
  })
  const game = new GameDirectory(folder.path, [], metamodFolder)
  const script = new ScriptLifecycle(bridge, sdkHost, log, () => 0)
  const guest = new Guest(
    { bridge, corePath, game, host: sdkHost, log, print, script, extraPlugins: [] },
    metamod,
  )
  host.stubs = guest.stubs
  return {
    guest,
    host,
    printed,
    calls,
    metaTs(...words) {
      printed.length = 0
      guest.runCommand(words)
      return printed
    },
    stub: (name) => join(folder.path, metamodFolder, 'stubs', `${name}.so`),
  }
}

/** Sets up a server and loads what its plugins.ini lists. */
export function bootedGuest(folder: TemporaryFolder, metamod?: string): GuestServer {
  const server = guestServer(folder, metamod)
  const { guest } = server
  guest.boot(
    readConfig({
      bridge: scriptBridge().bridge,
      game: new GameDirectory(folder.path, [], metamodFolder),
      log: new Log(() => undefined),
    }),
  )
  return server
}
