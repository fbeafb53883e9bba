/** `meta load`: adds a plugin to the running server. */
import { LoadTime } from '@csr/metamod-sdk'

import { RefusedError } from '../load-error.js'
import { resolvePluginName } from '../resolve-name.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const load: SubCommand = {
  name: 'load',
  usage: 'FILE [DESCRIPTION]',
  summary: 'loads a plugin: a file or folder below the game directory',
  takesPlugins: false,
  run({ plugins, game, print }: MetaContext, [name, ...words]: readonly string[]) {
    if (name === undefined)
      throw new RefusedError(`needs a file; write '${plugins.command} load ${load.usage}'`)
    const description = words.length > 0 ? words.join(' ') : null
    const plugin = plugins.load(
      { ...resolvePluginName(game, name), description, source: 'command' },
      LoadTime.Anytime,
    )
    print(
      plugin === null
        ? `${plugins.command} load: '${name}' was not loaded`
        : `Loaded plugin '${plugin.name}' as number ${plugin.slot}`,
    )
  },
}
