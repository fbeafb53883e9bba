/** What a test server is made of, put together: an engine with its game, the bridge before them, and the loader. */
import { Loader } from '@csr/metamod-loader'
import type { EngineHooks, Entity, GameHooks } from '@csr/metamod-sdk'

import { fakeBridge } from '../bridge/fake-bridge.js'
import { Engine } from '../engine/engine.js'
import { CallLog } from './call-log.js'
import type { ConsoleRecord } from './console-record.js'
import { EntityProbe } from './entity-probe.js'
import { TestGameDirectory } from './game-directory.js'
import { PluginSources } from './plugin-sources.js'
import { checkOptions, noSuchMap, type ServerOptions } from './server-options.js'

export interface ServerParts {
  readonly engine: Engine
  readonly loader: Loader
  readonly sources: PluginSources
  readonly gameCalls: CallLog<keyof GameHooks>
  readonly engineCalls: CallLog<keyof EngineHooks>
  /** An entity as plugins see it. */
  readonly entity: (index: number) => Entity | null
}

/** @throws TypeError or RangeError for a wrong option. */
export function startParts(options: ServerOptions, record: ConsoleRecord): ServerParts {
  const engine = makeEngine(options, record)
  const textOf = (handle: number): string => engine.strings.text(handle)
  const gameCalls = new CallLog<keyof GameHooks>('gameDll', ({ table }) => table !== 'engine', textOf)
  const engineCalls = new CallLog<keyof EngineHooks>('engine', ({ table }) => table === 'engine', textOf)
  const bridge = fakeBridge({
    engine,
    log: { engine: engineCalls, game: gameCalls },
    onMemory: (memory) => probe.map(memory),
  })
  const probe = new EntityProbe(bridge)
  const sources = new PluginSources()
  const loader = new Loader({
    bridge,
    corePath: 'metamod',
    game: new TestGameDirectory(engine.gameDirectory, (path) => sources.has(path)),
    plugins: (options.plugins ?? []).map((plugin, index) =>
      sources.add(plugin, `createServer: plugins[${index}]`),
    ),
    bundle: sources.bundle,
    print: (line) => engine.console.line(line),
  })
  loader.open()
  if (!engine.server.boot(() => bridge.boot()))
    throw new Error(`createServer: Metamod did not start; it said: ${record.lines().join(' / ')}`)
  return { engine, loader, sources, gameCalls, engineCalls, entity: (index) => probe.at(index) }
}

function makeEngine(options: ServerOptions, record: ConsoleRecord): Engine {
  const settings = checkOptions(options)
  const engine = new Engine({
    ...settings,
    gameDirectory: options.gameDirectory ?? null,
    logged: (line) => record.noteLog(line),
    print(line) {
      record.print(line)
      options.print?.(line)
    },
  })
  if (!engine.server.isMapValid(settings.map)) throw noSuchMap('createServer', settings.map)
  return engine
}
