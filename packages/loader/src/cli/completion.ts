/** What the Tab key offers: console commands; after `meta` its own, and after those the plugins. */
import { subCommands } from '../meta-command/meta-command.js'

export interface Completable {
  readonly commands: readonly string[]
  readonly plugins: readonly string[]
}

/** The endings for a line, and the part of it that they replace, as readline wants them. */
export function completions(line: string, { commands, plugins }: Completable): [string[], string] {
  const words = line.trimStart().split(/\s+/)
  const last = words.at(-1) ?? ''
  const fitting = candidates(words, commands, plugins).filter((word) =>
    word.toLowerCase().startsWith(last.toLowerCase()),
  )
  return [[...new Set(fitting)].sort().map((word) => `${word} `), last]
}

function candidates(
  words: readonly string[],
  commands: readonly string[],
  plugins: readonly string[],
): readonly string[] {
  const [first, second] = words
  if (words.length === 1) return commands
  if (first?.toLowerCase() !== 'meta') return []
  if (words.length === 2) return subCommands.map(({ name }) => name)
  const takesPlugins = subCommands.some(
    ({ name, takesPlugins }) => takesPlugins && name === second?.toLowerCase(),
  )
  return takesPlugins ? plugins.map(quoteIfNeeded) : []
}

function quoteIfNeeded(name: string): string {
  return name.includes(' ') ? `"${name}"` : name
}
