/** Metamod's own functions for plugins (`mutil_funcs_t`). */
import { AlertType } from '@csr/metamod-sdk'

import { centerSay } from '../center-say.js'
import type { FakeCore } from '../core.js'
import { describeGame } from '../describe-game.js'
import type { BridgePart } from './part.js'

type Name =
  | 'logConsole'
  | 'logMessage'
  | 'logError'
  | 'logDeveloper'
  | 'centerSay'
  | 'callGameEntity'
  | 'userMessageId'
  | 'userMessageName'
  | 'gameInfo'
  | 'queriedCvar'
  | 'makeRequestId'

const longestLogLine = 1022

export const util = (core: FakeCore): BridgePart<Name> => ({
  logConsole: (_slot, text) => core.engine.console.write(`${text}\n`),
  logMessage: (slot, text) => logTagged(core, slot, text),
  logError: (slot, text) => logTagged(core, slot, `ERROR: ${text}`),
  logDeveloper(slot, text) {
    if (core.engine.cvars.number('developer') !== 0) logTagged(core, slot, `dev: ${text}`)
  },
  centerSay(slot, text, parms) {
    logTagged(core, slot, `(centersay) ${text}`)
    centerSay(core.engine, text, parms)
  },
  callGameEntity: (_slot, className, entityIndex) => core.createEntity(entityIndex, className),
  userMessageId(_slot, name) {
    const message = core.registries.messageNamed(name)
    return message === null || message.id === 0 ? null : { id: message.id, size: message.size }
  },
  userMessageName(_slot, id) {
    const message = core.registries.messageWithId(id)
    return message === null ? null : { name: message.name, size: message.size }
  },
  gameInfo: (_slot, tag) => describeGame(core.engine, tag),
  queriedCvar: (_slot, entityIndex) => core.queries.askedOf(entityIndex),
  makeRequestId: () => core.queries.makeRequestId(),
})

function logTagged({ engine, plugins }: FakeCore, slot: number, text: string): void {
  const line = Buffer.from(`[${plugins.logTagOf(slot)}] ${text}`)
    .subarray(0, longestLogLine)
    .toString()
  engine.engineTable.alertMessage(AlertType.Logged, `${line}\n`)
}
