/** `meta refresh`: brings the plugins up to date with plugins.ini and their files. */
import { LoadTime } from '@csr/metamod-sdk'

import type { MetaContext, SubCommand } from './sub-command.js'

export const refresh: SubCommand = {
  name: 'refresh',
  usage: '',
  summary: 'reads plugins.ini again: loads what is new, unloads what is gone, reloads what is newer',
  takes: [],
  run({ plugins, print }: MetaContext) {
    plugins.refresh(LoadTime.Anytime)
    const running = plugins.all.filter((plugin) => plugin.isRunning).length
    print(`Refreshed: ${plugins.all.length} plugins, ${running} running`)
  },
}
