/** Lets a test see entities as plugins do: a connection of its own to the engine's memory, made when first used. */
import { definePlugin, type Entity } from '@csr/metamod-sdk'
import { createHost, type Bridge, type EngineMemory, type Host, type Plugin } from '@csr/metamod-sdk/host'

export class EntityProbe {
  readonly #bridge: Bridge
  #host: Host | null = null
  #plugin: Plugin | null = null
  #memory: EngineMemory | null = null

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  /** The engine's entities lie here from now on. */
  map(memory: EngineMemory): void {
    this.#memory = memory
    this.#host?.callbacks.memory(memory)
  }

  at(index: number): Entity | null {
    return this.#open().entity(index)
  }

  #open(): Plugin {
    if (this.#plugin !== null) return this.#plugin
    const sinks = {
      onError: () => undefined,
      pluginPath: () => '',
      loadPlugin: () => false,
      unloadPlugin: () => false,
    }
    const texts = { name: 'Test', version: '1', author: '', url: '', logTag: 'TEST' }
    this.#host = createHost(this.#bridge, sinks)
    if (this.#memory !== null) this.#host.callbacks.memory(this.#memory)
    this.#plugin = this.#host.createPlugin(0, definePlugin({ ...texts, attach: () => undefined })).plugin
    return this.#plugin
  }
}
