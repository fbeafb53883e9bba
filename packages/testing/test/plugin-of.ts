/** Short plugins for tests. */
import { definePlugin, type Plugin, type PluginDefinition, type PluginOptions } from '@csr/metamod-sdk'

/** A plugin with a name and what it does when it is attached. */
export const pluginOf = (
  name: string,
  attach: (plugin: Plugin) => void,
  more: Partial<PluginOptions> = {},
): PluginDefinition =>
  definePlugin({
    name,
    version: '1.0',
    author: 'A test',
    url: '',
    logTag: name.toUpperCase(),
    attach,
    ...more,
  })
