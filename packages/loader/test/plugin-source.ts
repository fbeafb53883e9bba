/** TypeScript plugins for tests. */

export interface PluginParts {
  /** Lines above the plugin, such as its imports. */
  readonly top?: string
  readonly detach?: string
}

/** The source of a plugin with the given body of `attach`, which begins on line 5. */
export function pluginSource(
  name: string,
  attach: string,
  { top = '', detach = '' }: PluginParts = {},
): string {
  return `import { definePlugin, handled, override, supercede } from '@csr/metamod-sdk'${top === '' ? '' : `; ${top}`}
export default definePlugin({
  name: '${name}', version: '1.0', author: 'A test', url: '', logTag: '${name.toUpperCase()}',
  attach(plugin) {
${attach}
  },
  detach() {
${detach}
  },
})
`
}
