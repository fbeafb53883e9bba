/** All tests of values, under the one name by which compiled code knows them. */
import * as checks from './checks.js'
import { indexOfEntity, indexOfEntityOrNull } from './entity.js'
import { readText, writeText } from './text-block.js'

export const checkFunctions = { ...checks, indexOfEntity, indexOfEntityOrNull, readText, writeText }
