/** Plugins as the loader brings and takes them, and what they hook. */
import type { FakeCore } from '../core.js'
import type { BridgePart } from './part.js'

type Name =
  | 'addScript'
  | 'setRunning'
  | 'removePlugin'
  | 'pluginName'
  | 'setHook'
  | 'hookCount'
  | 'hookedFunctions'
  | 'gatherMessage'
  | 'openMessage'

export const plugins = (core: FakeCore): BridgePart<Name> => ({
  addScript(slot, info) {
    core.plugins.add(slot, info)
    core.hooks.add(slot)
  },
  setRunning(slot, running) {
    core.plugins.setRunning(slot, running)
    core.hooks.setRunning(slot, running)
  },
  removePlugin(slot) {
    core.hooks.remove(slot)
    core.registries.forgetOwner(slot)
    core.messages.forgetOwner(slot)
    core.plugins.remove(slot)
  },
  pluginName: (slot) => core.plugins.nameOf(slot),
  setHook: (slot, functionId, phase, on) => core.hooks.set(slot, functionId, phase, on),
  hookCount: (slot) => core.hooks.hooked(slot).length,
  hookedFunctions: (slot) => core.hooks.hooked(slot),
  gatherMessage: (slot, id, on) => core.messages.gather(slot, id, on),
  openMessage: () => (core.messages.open === 0 ? null : { id: core.messages.open, slot: 0 }),
})
