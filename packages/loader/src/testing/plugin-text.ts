/** The source of a plugin for tests. */
export interface PluginText {
  readonly name?: string
  readonly version?: string
  readonly tag?: string
  /** The body of `attach(plugin)`. */
  readonly attach?: string
  /** More properties of the definition. */
  readonly more?: string
}

export function pluginText({
  name = 'Trial',
  version = '1',
  tag = name,
  attach = '',
  more = '',
}: PluginText = {}): string {
  return `import { definePlugin } from '@csr/metamod-sdk'
export default definePlugin({
  name: '${name}', version: '${version}', author: 'A', url: '', logTag: '${tag}', ${more}
  attach(plugin) {
    ${attach}
  },
})
`
}
