/** What the arguments of a command may be, as an author writes it down and as a handler gets it. */
import type { Player } from '../players/player.js'

/** What an argument of each kind is in TypeScript. */
export interface ArgumentValues {
  /** One word, or several in quotes. */
  word: string
  /** The rest of the line, with its quotes. */
  text: string
  /** A whole number. */
  integer: number
  /** Any finite number. */
  number: number
  /** `1`, `on`, `yes`, `true`, or their opposites. */
  boolean: boolean
  /** A player on the server, by all that `plugin.players.find` knows: a part of the name, `#userid`, an auth id. */
  player: Player
}

/** The kinds of arguments. */
export type ArgumentKind = keyof ArgumentValues

/** An argument with limits. */
export interface ArgumentOptions {
  /** What it is; `word` if left out. */
  readonly type?: ArgumentKind
  /** The least allowed number; for the types `integer` and `number`. */
  readonly min?: number
  /** The greatest allowed number; for the types `integer` and `number`. */
  readonly max?: number
  /** The words that are allowed, without regard to case; for the type `word`. */
  readonly choices?: readonly string[]
  /** Makes the argument optional: what the handler gets when it is not given. */
  readonly default?: string | number | boolean
  /** Makes the argument optional: the handler gets null when it is not given. */
  readonly optional?: boolean
  /** Takes all words that are left, none included. Only for the last argument. */
  readonly list?: boolean
}

/** One argument: its kind, its kind with `?` for one that may be left out, or more about it. */
export type Argument = ArgumentKind | `${ArgumentKind}?` | ArgumentOptions

/** The arguments of a command by their names, in the order in which they are typed. */
export type Arguments = Readonly<Record<string, Argument>>

/** What one word becomes of an argument with {@link ArgumentOptions}: one of its choices, or what its kind is. */
export type WordValue<Options> = Options extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Options extends { readonly type: infer Kind extends ArgumentKind }
    ? ArgumentValues[Kind]
    : string

/** What the handler gets for an argument with {@link ArgumentOptions}. */
export type OptionsValue<Options> = Options extends { readonly list: true }
  ? readonly WordValue<Options>[]
  : Options extends { readonly optional: true }
    ? WordValue<Options> | null
    : WordValue<Options>

/** What the handler gets for one argument. */
export type ArgumentValue<Spec> = Spec extends ArgumentKind
  ? ArgumentValues[Spec]
  : Spec extends `${infer Kind extends ArgumentKind}?`
    ? ArgumentValues[Kind] | null
    : OptionsValue<Spec>

/** What the handler gets for all: values by name, or the plain words of a command that names no arguments. */
export type ArgumentsValue<Specs> = Specs extends Arguments
  ? { readonly [Name in keyof Specs]: ArgumentValue<Specs[Name]> }
  : readonly string[]

/** An argument with all that its author left out. */
export interface ArgumentRow {
  readonly name: string
  readonly kind: ArgumentKind
  readonly min: number
  readonly max: number
  readonly choices: readonly string[] | null
  readonly isOptional: boolean
  readonly default: string | number | boolean | null
  readonly isList: boolean
}
