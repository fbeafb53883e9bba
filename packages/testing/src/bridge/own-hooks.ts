/** What Metamod does at some of the game's functions itself, before plugins hear of them or after. */
import type { BridgeCallbacks } from '@csr/metamod-sdk/host'

import type { Engine } from '../engine/engine.js'

export interface OwnHookParts {
  readonly engine: Engine
  readonly callbacks: BridgeCallbacks
  readonly queries: Map<number, string>
  readonly mapEnded: () => void
}

type Behind = () => unknown

/** Runs the function of the game, through plugins' hooks, with what Metamod does around it. */
export function runOwnHook(
  parts: OwnHookParts,
  name: string,
  args: readonly unknown[],
  behind: Behind,
): unknown {
  const { engine, callbacks, queries } = parts
  const player = args[0] as number
  switch (name) {
    case 'clientConnect':
    case 'clientDisconnect':
    case 'cvarValue':
      // The query is over before plugins hear of the answer: one of them may ask for the next cvar at once.
      queries.delete(player)
      return behind()
    case 'clientCommand': {
      // A client's `meta` is answered before plugins and the game hear of it, or not at all.
      const isMeta = engine.commands.current.words[0]?.toLowerCase() === 'meta'
      return isMeta && callbacks.clientCommand(player) ? undefined : behind()
    }
    case 'serverActivate':
      behind()
      callbacks.mapStarted()
      return undefined
    case 'serverDeactivate':
      behind()
      queries.clear()
      parts.mapEnded()
      callbacks.mapEnded()
      return undefined
    case 'gameShutdown':
      behind()
      callbacks.shutdown()
      return undefined
    default:
      return behind()
  }
}
