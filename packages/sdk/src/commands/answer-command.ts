/** What happens when somebody typed a command, wherever it was: may they, is it typed rightly, and then the plugin's handler. */
import type { Player } from '../players/player.js'
import { wrongType } from '../raw/errors.js'
import type { ArgumentRow } from './argument.js'
import { usageOf } from './argument-rows.js'
import type { CommandCall, CommandRow } from './command-options.js'
import { parseArguments, splitWords, TypedWrong } from './parse-arguments.js'
import type { FindPlayer, Line } from './parse-arguments.js'

/** A command as it was typed. */
export interface TypedCommand {
  /** As it is typed, such as `!slap`. */
  readonly name: string
  readonly text: string
  readonly player: Player | null
  readonly reply: (text: string) => void
}

/** A command of any kind, as the places see it where one may be typed. */
export type AnyListener = (call: never) => unknown

/** Runs a command; returns what its handler returned, undefined if it was not called. */
export function answerCommand(
  row: CommandRow,
  typed: TypedCommand,
  listener: AnyListener,
  findPlayer: FindPlayer,
): unknown {
  const { name, text, player, reply } = typed
  const refusal = player === null ? null : refusalOf(row, player, name)
  if (refusal !== null) {
    reply(refusal)
    return undefined
  }
  const words = splitWords(text)
  if (row.rows === null) return callWith(listener, { args: words, text, player, reply })
  const args = typedArguments(row.rows, { words, text }, typed, findPlayer)
  return args === null ? undefined : callWith(listener, { args, text, player, reply })
}

/** The values of the arguments; null after an answer that says what is wrong with them. */
function typedArguments(
  rows: readonly ArgumentRow[],
  line: Line,
  { name, reply }: TypedCommand,
  findPlayer: FindPlayer,
): Record<string, unknown> | null {
  try {
    return parseArguments(rows, line, findPlayer)
  } catch (error) {
    if (!(error instanceof TypedWrong)) throw error
    reply(`${name}: ${error.message}`)
    reply(`usage: ${usageOf(name, rows)}`)
    return null
  }
}

function callWith(listener: AnyListener, call: Record<keyof CommandCall, unknown>): unknown {
  // The rows were made from the same description as the type of the listener's parameter.
  return listener(call as never)
}

/** Why a player may not use a command; null for one who may. */
function refusalOf({ isAllowed }: CommandRow, player: Player, name: string): string | null {
  if (isAllowed === null) return null
  const answer = isAllowed(player)
  if (answer === true) return null
  if (answer === false) return `${name}: you may not use this command`
  if (typeof answer === 'string') return answer
  throw wrongType(name, 'the answer of isAllowed', 'true, false or a reason', answer)
}
