/** What Metamod does at some of the game's functions itself, before plugins hear of them or after. */
import type { FakeCore } from './core.js'

type Behind = () => unknown

/** Runs the function of the game, through plugins' hooks, with what Metamod does around it. */
export function runOwnHook(core: FakeCore, name: string, args: readonly unknown[], behind: Behind): unknown {
  const player = args[0] as number
  switch (name) {
    case 'clientConnect':
    case 'clientDisconnect':
    case 'cvarValue':
      // The query is over before plugins hear of the answer: one of them may ask for the next cvar at once.
      core.queries.ended(player)
      return behind()
    case 'clientCommand': {
      // A client's `meta` is answered before plugins and the game hear of it, or not at all.
      const isMeta = core.engine.commands.current.words[0]?.toLowerCase() === 'meta'
      return isMeta && core.callbacks.clientCommand(player) ? undefined : behind()
    }
    case 'serverActivate':
      behind()
      core.callbacks.mapStarted()
      return undefined
    case 'serverDeactivate':
      behind()
      core.mapEnded()
      return undefined
    case 'gameShutdown':
      behind()
      core.callbacks.shutdown()
      return undefined
    default:
      return behind()
  }
}
