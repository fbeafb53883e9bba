/** What the frame of a hook holds besides numbers. */
import { asPointer } from '../../engine/pointers.js'
import type { FakeCore } from '../core.js'
import type { BridgePart } from './part.js'

type Name = 'frameText' | 'framePointer' | 'setFrameText' | 'setFramePointer' | 'structText' | 'setStructText'

export const frames = ({ calls, frames: open }: FakeCore): BridgePart<Name> => ({
  frameText: (base, which) => open.beside(base, which) as string | null,
  framePointer: (base, which) => asPointer(open.beside(base, which)),
  setFrameText: (base, _which, text) => open.setResult(base, text),
  setFramePointer: (base, _which, pointer) => open.setResult(base, pointer),
  structText(base, parameter, offset) {
    const struct = open.struct(base, parameter)
    return struct === null ? calls.answeredText(parameter, offset) : (struct.$texts.get(offset) ?? null)
  },
  setStructText(base, parameter, offset, text) {
    const struct = open.struct(base, parameter)
    if (struct === null) calls.setText(parameter, offset, text)
    else struct.$texts.set(offset, text)
  },
})
