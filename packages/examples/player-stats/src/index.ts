/** The plugin with its database beside it. */
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { playerStats } from './player-stats.js'
import { Store } from './store.js'

export default playerStats((plugin) => {
  const path = plugin.util.getPluginPath()
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  return new Store(join(folder, 'stats.db'))
})
