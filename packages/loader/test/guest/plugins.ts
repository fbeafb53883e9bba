/** TypeScript plugins that the tests of a guest load. */
import { pluginSource } from '../plugin-source.js'

/** Counts frames; the command `count` says whether it does, and which version it is. */
export function counterOf(version: string): string {
  const count = `plugin.util.logConsole(\`${version}: \${n > 0 ? 'counting' : 'silent'}\`); n = 0`
  return pluginSource(
    'Counter',
    `let n = 0; plugin.on.startFrame(() => { n += 1 }); plugin.addCommand('count', () => { ${count} })`,
    { detach: 'globalThis.detached = (globalThis.detached ?? 0) + 1' },
  )
}

/** Has the command `greet`, and no hooks. */
export const greeter = pluginSource(
  'Greeter',
  "plugin.addCommand('greet', () => plugin.util.logConsole('hello'))",
)

/** How often the counter's `detach` ran since the last question. */
export function detaches(): number {
  const { detached = 0 } = globalThis as { detached?: number }
  Reflect.deleteProperty(globalThis, 'detached')
  return detached
}
