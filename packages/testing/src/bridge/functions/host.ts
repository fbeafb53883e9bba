/** What is told of the game and of what is above us, and where the loader's own words go. */
import type { FakeCore } from '../core.js'
import { describeGame, gamePath } from '../describe-game.js'
import type { BridgePart } from './part.js'

type Name =
  | 'loadGameDll'
  | 'gameDllPath'
  | 'findGameDll'
  | 'localInfo'
  | 'describeGame'
  | 'hostName'
  | 'print'
  | 'recordLog'

export const host = ({ engine }: FakeCore): BridgePart<Name> => ({
  // The game is there from the start.
  loadGameDll: () => undefined,
  gameDllPath: () => gamePath,
  findGameDll: () => ({ path: gamePath, source: 'search', tried: [] }),
  localInfo: (key) => engine.server.localInfo.get(key),
  describeGame: (tag) => describeGame(engine, tag),
  hostName: () => '',
  print: (line) => engine.console.line(line),
  recordLog: (line) => engine.console.log(line, false),
})
