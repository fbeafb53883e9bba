/** Looks into the engine's memory that numbers in a shared block cannot give: texts, links between entities, files. */
import { layoutOf, offsetIn } from '@csr/metamod-sdk/host'

import { cvarBehind } from '../../engine/cvars.js'
import { readGameFile } from '../../engine/functions/files.js'
import { InfoBuffer } from '../../engine/info.js'
import { VisibilitySet } from '../../engine/pointers.js'
import type { FakeCore } from '../core.js'
import type { BridgePart } from './part.js'

type Name =
  | 'string'
  | 'allocString'
  | 'setEdictField'
  | 'pointerText'
  | 'pointerBytes'
  | 'cvarText'
  | 'readCvar'
  | 'loadFile'

const varsOffset = offsetIn(layoutOf('edict_t', 64), 'vars')

export const memory = ({ engine }: FakeCore): BridgePart<Name> => ({
  string: (handle) => engine.strings.text(handle),
  allocString: (text) => engine.engineTable.allocString(text),
  setEdictField(entityIndex, offset, targetIndex) {
    const { addresses, edicts } = engine
    const at = edicts.vars(entityIndex) as unknown as { $at: number }
    addresses.storeIndex(edicts.arrays, at.$at - varsOffset + offset, targetIndex)
  },
  pointerText(pointer) {
    if (pointer instanceof InfoBuffer) return pointer.text
    throw new TypeError(`pointerText: a Pointer of type ${pointer.type} does not point to text`)
  },
  pointerBytes(pointer, length) {
    if (pointer instanceof VisibilitySet) return pointer.bytes.slice(0, length)
    throw new TypeError(`pointerBytes: expected a Pointer of type visibility, got ${pointer.type}`)
  },
  cvarText: (pointer) => cvarBehind(pointer, 'cvarText').string,
  readCvar(pointer) {
    const { name, string, flags, value } = cvarBehind(pointer, 'readCvar')
    return { name, string, flags, value }
  },
  loadFile: (path) => readGameFile(engine, path),
})
