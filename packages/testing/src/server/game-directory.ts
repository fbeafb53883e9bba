/** A game directory that need not be there: no config.ini, no plugins.ini, and nobody misses them. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { GameDirectory } from '@csr/metamod-loader'

type Plugins = ReturnType<GameDirectory['readPlugins']>

export class TestGameDirectory extends GameDirectory {
  override readonly holdsPlugin: (path: string) => boolean

  /** @param isHandedOver - Whether a path stands for a plugin that no file holds. */
  constructor(path: string | null, isHandedOver: (path: string) => boolean) {
    super(path ?? join(tmpdir(), 'metamod-no-game-directory'))
    this.holdsPlugin = isHandedOver
  }

  override readPlugins(): Plugins {
    return { value: [], problems: [] }
  }
}
