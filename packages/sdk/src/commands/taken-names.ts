/** The names of client and chat commands: engines keep no list of them, so this one, for all plugins of a server, does. */
import type { PluginScope } from '../plugin-scope.js'
import type { Bridge } from '../raw/bridge.js'
import { MetamodError } from '../raw/errors.js'
import type { Undo } from '../raw/hook.js'

export class TakenNames {
  readonly #bridge: Pick<Bridge, 'pluginName'>
  readonly #owners = new Map<string, PluginScope>()

  constructor(bridge: Pick<Bridge, 'pluginName'>) {
    this.#bridge = bridge
  }

  /**
   * Takes names for a plugin: all of them or none.
   *
   * @param kind - Names of different kinds do not meet.
   * @throws MetamodError with code `COMMAND_TAKEN`.
   */
  take(scope: PluginScope, kind: string, names: readonly string[], place: string): Undo {
    const keys = names.map((name) => `${kind} ${name.toLowerCase()}`)
    for (const [index, key] of keys.entries()) {
      const owner = this.#owners.get(key)
      if (owner === undefined) continue
      const whose = `belongs to plugin '${this.#bridge.pluginName(owner.slot)}'`
      throw new MetamodError(
        'COMMAND_TAKEN',
        `${place}: "${names[index] ?? ''}" ${whose}; choose another name`,
      )
    }
    for (const key of keys) this.#owners.set(key, scope)
    return () => {
      for (const key of keys) this.#owners.delete(key)
    }
  }
}
