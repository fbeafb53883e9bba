/** What plugins are told of the game when they ask Metamod. */
import { join } from 'node:path'

import { GameInfo } from '@csr/metamod-sdk'

import type { Engine } from '../engine/engine.js'

export const gamePath = 'dlls/game.so'

/** @param tag - One of `GameInfo`. */
export function describeGame({ gameDirectory, server }: Engine, tag: number): string {
  switch (tag) {
    case GameInfo.Name:
      return 'test'
    case GameInfo.Desc:
      return server.description
    case GameInfo.GameDir:
      return gameDirectory ?? ''
    case GameInfo.DllFileName:
      return 'game.so'
    default:
      return gameDirectory === null ? gamePath : join(gameDirectory, gamePath)
  }
}
