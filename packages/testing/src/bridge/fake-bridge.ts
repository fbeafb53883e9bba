/**
 * The native add-on, played in TypeScript: the SDK and the loader meet it through the same interface as the real one, so
 * nothing of theirs knows that there is no C behind it. The engine and the game behind it are those of this package.
 */
import type { Bridge } from '@csr/metamod-sdk/host'

import { FakeCore, type CoreParts } from './core.js'
import { frames } from './functions/frames.js'
import { host } from './functions/host.js'
import { memory } from './functions/memory.js'
import { natives } from './functions/natives.js'
import { plugins } from './functions/plugins.js'
import { registries } from './functions/registries.js'
import { util } from './functions/util.js'

export interface FakeBridge extends Bridge {
  /** What the engine does when it loads Metamod as its game DLL. */
  readonly boot: () => boolean
}

export function fakeBridge(parts: CoreParts): FakeBridge {
  const core = new FakeCore(parts)
  return {
    wordSize: 64,
    scratch: core.frames.scratch,
    open: (_corePath, callbacks) => core.open(callbacks),
    close: () => core.plugins.clear(),
    boot: () => core.callbacks.boot(),
    bind: (functionId, target) => core.functions.bind(functionId, target),
    ...host(core),
    ...plugins(core),
    ...natives,
    ...frames(core),
    ...memory(core),
    ...registries(core),
    ...util(core),
  }
}
