/** An administrator at the console of a server without C: native plugins are files, and the registries hold what a test says. */
import { LoadTime } from '@csr/metamod-sdk'
import type { Bridge, PluginInfo } from '@csr/metamod-sdk/host'

import { defaultConfig, type Config } from '../../configuration/config-ini.js'
import { GameDirectory } from '../../configuration/game-directory.js'
import { Log } from '../../log.js'
import { NativeLifecycle } from '../../plugins/native-lifecycle.js'
import { PluginList } from '../../plugins/plugin-list.js'
import type { Plugin, Source } from '../../plugins/plugin.js'
import { libraryHere } from '../../testing/elf-library.js'
import { healthyInfo, RecordingBridge } from '../../testing/recording-bridge.js'
import type { TemporaryFolder } from '../../testing/temporary-folder.js'
import { runMetaCommand } from '../meta-command.js'
import type { MetaContext } from '../sub-command.js'

/** What `meta` asks of the core. */
export type Registries = { -readonly [Name in keyof MetaContext['bridge']]: Bridge[Name] }

export class Admin {
  readonly bridge = new RecordingBridge()
  readonly registries: Registries = {
    hookCount: () => 3,
    hookedFunctions: () => [],
    commands: () => [],
    cvars: () => [],
    userMessages: () => [],
    describeGame: () => '',
    gameDllPath: () => '',
  }
  readonly game: GameDirectory
  readonly plugins: PluginList
  config: Config = defaultConfig
  readonly #folder: TemporaryFolder
  readonly #printed: string[] = []

  constructor(folder: TemporaryFolder) {
    const log = new Log((line) => this.#printed.push(line))
    const native = new NativeLifecycle(this.bridge, log)
    this.#folder = folder
    this.game = new GameDirectory(folder.path)
    this.plugins = new PluginList({ native, script: native }, log)
  }

  /** Types a line, which is split at blanks, or words as they are; answers what the console prints, the log too. */
  meta(...words: string[]): string[] {
    const [line = ''] = words
    const args = words.length === 1 ? line.split(' ').filter((word) => word !== '') : words
    this.#printed.length = 0
    const { plugins, game, config, registries: bridge } = this
    runMetaCommand({ plugins, game, config, bridge, print: (text) => this.#printed.push(text) }, args)
    return [...this.#printed]
  }

  /** Has a plugin loaded at server start, from a file of this name. */
  load(
    name: string,
    info: Partial<PluginInfo> = {},
    { description = null, source = 'ini' }: { description?: string | null; source?: Source } = {},
  ): Plugin {
    const path = this.#folder.write(name, libraryHere())
    this.bridge.info = { ...healthyInfo, ...info }
    this.plugins.load({ kind: 'native', path, description, source }, LoadTime.Startup)
    const plugin = this.plugins.withPath(path)
    if (plugin === null) throw new Error(`${name}: not in the list`)
    return plugin
  }
}
