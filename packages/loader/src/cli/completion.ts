/** What the Tab key offers: console commands; after `meta` its own, and after those the plugins. */
import { subCommands } from '../meta-command/meta-command.js'

export interface Completable {
  readonly commands: readonly string[]
  readonly plugins: readonly string[]
}

/** The endings for a line, and the part of it that they replace, as readline wants them. */
export function completions(line: string, { commands, plugins }: Completable): [string[], string] {
  const [last = ''] = /"[^"]*$|\S*$/.exec(line) ?? []
  const before = line.slice(0, line.length - last.length).match(/\S+/g) ?? []
  const fitting = candidates(before, commands, plugins).filter((word) => bare(word).startsWith(bare(last)))
  return [[...new Set(fitting)].sort().map((word) => `${word} `), last]
}

function candidates(
  before: readonly string[],
  commands: readonly string[],
  plugins: readonly string[],
): readonly string[] {
  const [first, second] = before
  if (first === undefined) return commands
  if (first.toLowerCase() !== 'meta') return []
  if (second === undefined) return subCommands.map(({ name }) => name)
  const takesPlugins = subCommands.some(
    ({ name, takesPlugins }) => takesPlugins && name === second.toLowerCase(),
  )
  return takesPlugins ? plugins.map(quoteIfNeeded) : []
}

function bare(word: string): string {
  return word.replaceAll('"', '').toLowerCase()
}

function quoteIfNeeded(name: string): string {
  return name.includes(' ') ? `"${name}"` : name
}
