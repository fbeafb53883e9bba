/** What plugins register with the engine for good. */
import type { FakeCore } from '../core.js'
import type { BridgePart } from './part.js'

type Name =
  | 'addCommand'
  | 'removeCommand'
  | 'addCvar'
  | 'addEntityClass'
  | 'removeEntityClass'
  | 'commands'
  | 'cvars'
  | 'userMessages'
  | 'claimUserMessage'

export const registries = ({ registries: all, functions }: FakeCore): BridgePart<Name> => ({
  addCommand: (slot, name) => all.addCommand(slot, name),
  removeCommand: (slot, name) => all.removeCommand(slot, name),
  addCvar: (slot, name, value, flags) => all.addCvar(slot, name, value, flags),
  addEntityClass: (slot, className) =>
    all.addClass(slot, className, functions.game.classNamed(className) !== null),
  removeEntityClass: (slot, className) => all.removeClass(slot, className),
  commands: () => all.commands,
  cvars: () => all.cvars,
  userMessages: () => all.messages,
  claimUserMessage: (slot, name, size, id) => all.noteMessage(slot, name, size, id),
})
