/** All functions that the engine offers, by the names that the SDK gives them. */
import type { Engine } from '../engine.js'
import { checksumFunctions } from './checksums.js'
import { clientFunctions } from './clients.js'
import { consoleFunctions } from './console.js'
import { effectFunctions } from './effects.js'
import { entityFunctions } from './entities.js'
import { fileFunctions } from './files.js'
import { findFunctions } from './find.js'
import { infoFunctions } from './info.js'
import { messageFunctions } from './messages.js'
import { modelFunctions } from './models.js'
import { movementFunctions } from './movement.js'
import { traceFunctions } from './traces.js'

const makeTable = (engine: Engine) => ({
  ...entityFunctions(engine),
  ...findFunctions(engine),
  ...modelFunctions(engine),
  ...movementFunctions(engine),
  ...traceFunctions(engine),
  ...messageFunctions(engine),
  ...effectFunctions(engine),
  ...consoleFunctions(engine),
  ...clientFunctions(engine),
  ...infoFunctions(engine),
  ...fileFunctions(engine),
  ...checksumFunctions(),
})

export type EngineTable = ReturnType<typeof makeTable>

export const engineFunctions: (engine: Engine) => EngineTable = makeTable
