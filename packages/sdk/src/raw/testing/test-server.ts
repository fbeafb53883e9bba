/** A host over a {@link MemoryBridge}, with one plugin or more, for tests. */
import { definePlugin } from '../../define-plugin.js'
import { createHost } from '../../host.js'
import type { Host, HostedPlugin, Plugin } from '../../host.js'
import { MemoryBridge } from './memory-bridge.js'

export interface TestServer {
  readonly memory: MemoryBridge
  readonly host: Host
  /** What the loader was told of errors: slot, place and message. */
  readonly errors: string[]
  readonly plugin: Plugin
  readonly addPlugin: (slot: number) => HostedPlugin
}

/** Starts a server, with a map if not told otherwise, and one plugin in slot 1. */
export function testServer({ hasMap = true } = {}): TestServer {
  const memory = new MemoryBridge()
  const errors: string[] = []
  const host = createHost(memory.bridge, {
    onError: (slot, where, error) =>
      errors.push(`${slot} ${where}: ${error instanceof Error ? error.message : String(error)}`),
    pluginPath: (slot) => `/plugins/${slot}.ts`,
    loadPlugin: (slot, file) => errors.push(`${slot} loads ${file}`) > 0,
    unloadPlugin: (slot, name) => errors.push(`${slot} unloads ${name}`) > 0,
  })
  if (hasMap) memory.startMap(host.callbacks)
  const addPlugin = (slot: number): HostedPlugin => {
    const texts = { name: `Plugin ${slot}`, version: '1', author: '', url: '', logTag: `P${slot}` }
    return host.createPlugin(slot, definePlugin({ ...texts, attach: () => undefined }))
  }
  return { memory, host, errors, plugin: addPlugin(1).plugin, addPlugin }
}
