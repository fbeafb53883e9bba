/** `meta load`: adds a plugin to the running server. */
import { LoadTime } from '@csr/metamod-sdk'

import { RefusedError } from '../plugins/load-error.js'
import { endingsText, foldersText, resolvePluginName } from '../configuration/resolve-name.js'
import { oneLine } from '../one-line.js'
import type { MetaContext, SubCommand } from './sub-command.js'

export const load: SubCommand = {
  name: 'load',
  usage: 'FILE [DESCRIPTION]',
  summary: 'loads a plugin: a file or folder below the game directory',
  details: [
    `FILE is a path or a short name, to which these endings are tried: ${endingsText()};`,
    `in ${foldersText()}. A FILE with blanks in it stands in double quotes.`,
  ],
  takes: 'files',
  run({ plugins, game, print }: MetaContext, [name = '', ...words]: readonly string[]) {
    if (name === '') throw new RefusedError(`needs a file; write '${plugins.command} load ${load.usage}'`)
    const description = words.length > 0 ? words.join(' ') : null
    const file = resolvePluginName(game, name)
    const plugin = plugins.load({ ...file, description, source: 'command' }, LoadTime.Anytime)
    if (plugin === null) {
      // The log has just said why.
      print(`${plugins.command} load: '${oneLine(name)}' was not loaded`)
      return
    }
    const { name: called, slot, isLoaded } = plugin
    print(
      isLoaded
        ? `Loaded plugin '${called}' as number ${slot}`
        : `Plugin '${called}', number ${slot}, will be loaded at the next map change; '${plugins.command} clear ${slot}' takes that back`,
    )
  },
}
