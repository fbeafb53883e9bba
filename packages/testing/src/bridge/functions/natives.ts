/** What takes native code, and so is refused. */
import { unavailable } from '../../engine/unavailable.js'
import type { BridgePart } from './part.js'

type Name =
  'addNative' | 'openNative' | 'queryNative' | 'attachNative' | 'detachNative' | 'loadStub' | 'unloadStub'

const refuse = (): never => unavailable('native plugin', 'it runs no native code')

export const natives: BridgePart<Name> = {
  addNative: refuse,
  openNative: refuse,
  queryNative: refuse,
  attachNative: refuse,
  detachNative: refuse,
  loadStub: refuse,
  unloadStub: refuse,
}
