/**
 * What the Tab key offers: console commands; after `meta` its own, and after those what each of them takes; after `as`
 * and `kick` who is there, and what players type.
 */
import { subCommands } from '../meta-command/meta-command.js'
import { isCalled } from '../meta-command/sub-command.js'

export interface Completable {
  readonly commands: readonly string[]
  readonly plugins: readonly string[]
  /** The files that `meta load` may mean, as an administrator writes them. */
  readonly files: readonly string[]
  readonly players: readonly string[]
}

// Commands that take a player's name.
const named = ['as', 'kick', 'messages']
const playerCommands = ['say', 'say_team', 'kill']

/** The endings for a line, and the part of it that they replace, as readline wants them. */
export function completions(line: string, completable: Completable): [string[], string] {
  const words = line.match(/"[^"]*"?|[^\s"]+/g) ?? []
  const isInQuotes = line.split('"').length % 2 === 0
  const last = !isInQuotes && /\s$/.test(line) ? '' : (words.pop() ?? '')
  const before: readonly string[] = words
  const fitting = candidates(before, completable).filter((word) => bare(word).startsWith(bare(last)))
  return [[...new Set(fitting)].sort().map((word) => `${word} `), last]
}

function candidates(before: readonly string[], completable: Completable): readonly string[] {
  const { commands, plugins, files, players } = completable
  const [first, second, third] = before
  if (first === undefined) return commands
  if (named.includes(first)) {
    if (second === undefined) return players.map(quoteIfNeeded)
    return first === 'as' && third === undefined ? playerCommands : []
  }
  if (first.toLowerCase() !== 'meta') return []
  const names = subCommands.map(({ name }) => name)
  if (second === undefined) return names
  const takes = subCommands.find((subCommand) => isCalled(subCommand, second))?.takes ?? []
  if (takes === 'plugins') return plugins.map(quoteIfNeeded)
  // These take one argument only.
  if (third !== undefined) return []
  if (takes === 'commands') return names
  return takes === 'files' ? files.map(quoteIfNeeded) : takes
}

function bare(word: string): string {
  return word.replaceAll('"', '').toLowerCase()
}

function quoteIfNeeded(name: string): string {
  return name.includes(' ') ? `"${name}"` : name
}
