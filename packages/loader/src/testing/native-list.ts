/** A plugin list whose plugins are native ones without a library behind them, and which reads a plugins.ini of texts. */
import { LoadTime } from '@csr/metamod-sdk'

import type { BootRequest } from '../configuration/configured-plugins.js'
import { Log } from '../log.js'
import { NativeLifecycle } from '../plugins/native-lifecycle.js'
import { PluginList } from '../plugins/plugin-list.js'
import type { Plugin, Source } from '../plugins/plugin.js'
import { libraryHere } from './elf-library.js'
import { healthyInfo, RecordingBridge } from './recording-bridge.js'
import type { TemporaryFolder } from './temporary-folder.js'

export class NativeList {
  readonly bridge = new RecordingBridge()
  readonly printed: string[] = []
  readonly log = new Log((line) => this.printed.push(line))
  readonly plugins: PluginList
  /** What plugins.ini lists: file names, with a description behind a space; null for no such file. */
  ini: readonly string[] | null = []
  readonly #folder: TemporaryFolder

  constructor(folder: TemporaryFolder) {
    this.#folder = folder
    const native = new NativeLifecycle(this.bridge, this.log)
    this.plugins = new PluginList({ native, script: native }, this.log, 'meta', () => this.#listed())
    // So that each plugin has a name of its own without a library to tell it.
    this.bridge.info = { ...healthyInfo, logTag: '' }
  }

  /** Writes the plugin's file and loads it. */
  load(name: string, source: Source = 'command', now: LoadTime = LoadTime.Anytime): Plugin {
    this.write(name)
    this.bridge.info = { ...this.bridge.info, name }
    const plugin = this.plugins.load({ ...this.#request(name), source }, now)
    if (plugin === null) throw new Error(this.printed.join('\n'))
    return plugin
  }

  /** @param content - What tells one version from another. */
  write(name: string, content = ''): string {
    return this.#folder.write(name, libraryHere(content))
  }

  /** What of each plugin is in the list, as `NAME STATUS`. */
  get rows(): string[] {
    return this.plugins.all.map(({ file, isRunning, isPaused }) =>
      [file, isPaused ? 'paused' : isRunning ? 'runs' : 'waits'].join(' '),
    )
  }

  #listed(): BootRequest[] | null {
    return (
      this.ini?.map((line, index) => ({
        ...this.#request(line),
        place: `plugins.ini:${index + 1}: ${line}`,
      })) ?? null
    )
  }

  #request(line: string): BootRequest {
    const [name = '', description = null] = line.split(' ')
    return { kind: 'native', path: `${this.#folder.path}/${name}`, description, source: 'ini', place: line }
  }
}
