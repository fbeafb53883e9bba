/** The refusal of a sub-command that there is not, with the one that was probably meant. */
import { nearestNames } from '@csr/metamod-sdk/host'

import { RefusedError } from '../plugins/load-error.js'
import { oneLine } from '../one-line.js'
import type { SubCommand } from './sub-command.js'

/** Longer words are not worth a comparison. */
const longest = 40
/** Sub-commands are short words: with more letters wrong, anything is like anything. */
const mostLetters = 2

export function unknownCommand(command: string, typed: string, table: readonly SubCommand[]): RefusedError {
  const names = table.map(({ name }) => name)
  const [nearest] = typed.length > longest ? [] : nearestNames(typed, names, mostLetters)
  const guess = nearest === undefined ? '' : `; did you mean '${nearest}'?`
  return new RefusedError(
    `'${oneLine(typed, longest)}' is no command of ${command}${guess}${guess === '' ? ';' : ''} '${command} help' lists them`,
  )
}
