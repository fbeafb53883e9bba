/** What an author says of a command, and what its handler is given. */
import type { Player } from '../players/player.js'
import { text as checkedText } from '../raw/checks.js'
import { wrongType } from '../raw/errors.js'
import type { Arguments, ArgumentRow, ArgumentsValue } from './argument.js'
import { argumentRows } from './argument-rows.js'

/** What a command takes and who may use it. */
export interface CommandOptions<Args extends Arguments | undefined = Arguments | undefined> {
  /** One sentence for lists of commands; see `plugin.commandHelp()`. */
  readonly help?: string
  /**
   * The arguments by their names, in the order in which they are typed. What is typed wrongly is answered with what is wrong
   * and the usage line, and the handler is not called. If left out, the handler gets the words as they were typed.
   */
  readonly args?: Args
  /**
   * Decides whether a player may use the command: true, or why not, which the player is told; false for no reason in particular.
   * The server console is not asked about: who has it, has the server.
   */
  readonly isAllowed?: (player: Player) => boolean | string
}

/** What a chat command takes, who may use it, and how it is told from chat. */
export interface ChatCommandOptions<
  Args extends Arguments | undefined = Arguments | undefined,
> extends CommandOptions<Args> {
  /** What stands before the name: `!` and `/` if left out. An empty text makes the bare word a command. */
  readonly prefixes?: readonly string[]
  /** Whether other players do not see the line; if left out, those with `/` are hidden and the others shown. */
  readonly hidden?: boolean
}

/** A command that somebody typed. */
export interface CommandCall<
  Args extends Arguments | undefined = undefined,
  Caller extends Player | null = Player | null,
> {
  /** The values by the names of the arguments; the words as they were typed for a command that names none. */
  readonly args: ArgumentsValue<Args>
  /** What was typed behind the command's name, quotes included. */
  readonly text: string
  /** Who typed it; null for the server console. */
  readonly player: Caller
  /**
   * Answers whoever typed the command, where it was typed: at the server console, at the player's console, or in the player's
   * chat, where nobody else sees it. A player who left meanwhile gets nothing.
   *
   * @throws TypeError for what is no string.
   * @throws MetamodError with code `PLUGIN_UNLOADED` after the plugin was unloaded.
   */
  readonly reply: (text: string) => void
}

/** Answers a command with typed arguments; may be an async function. What it throws is logged. */
export type CommandListener<
  Args extends Arguments | undefined = undefined,
  Caller extends Player | null = Player | null,
> = (call: CommandCall<Args, Caller>) => unknown

/** A command's options, read and checked. */
export interface CommandRow {
  readonly help: string
  /** Null for a command that takes any words. */
  readonly rows: readonly ArgumentRow[] | null
  readonly isAllowed: ((player: Player) => unknown) | null
}

/** @throws TypeError or RangeError for options that could not work. */
export function commandRow(options: CommandOptions, listener: unknown, place: string): CommandRow {
  const given: unknown = options
  if (typeof given === 'function')
    throw new TypeError(`${place}: options must be an object, got a function; write {} before the handler`)
  if (typeof given !== 'object' || given === null) throw wrongType(place, 'options', 'an object', given)
  if (typeof listener !== 'function') throw wrongType(place, 'handler', 'a function', listener)
  const { help = '', args, isAllowed = null } = options
  if (isAllowed !== null && typeof isAllowed !== 'function')
    throw wrongType(place, 'isAllowed', 'a function', isAllowed)
  return {
    help: checkedText(help, place, 'help'),
    rows: args === undefined ? null : argumentRows(args, place),
    isAllowed,
  }
}
