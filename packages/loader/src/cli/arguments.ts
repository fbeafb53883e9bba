/** The command line of the development server. */
import { parseArgs } from 'node:util'

import { reasonOf } from '../errors/reason.js'
import { ArgumentError } from './argument-error.js'
import { takeInspect, type Inspect } from './inspect-option.js'

export interface Arguments {
  readonly help: boolean
  /** The folder of the plugin that is being written; null to play a game directory as it is. */
  readonly project: string | null
  /** The game directory; null for the one of the project, or else the one that comes with the examples. */
  readonly game: string | null
  /** Plugin files to load after those of plugins.ini. */
  readonly plugins: readonly string[]
  /** How many frames to run before the end; null to run until told to stop. */
  readonly frames: number | null
  /** Console commands to run. */
  readonly commands: readonly string[]
  /** Whether the console is read even where it is no terminal. */
  readonly console: boolean
  /** Whether saved plugins are reloaded; null where that depends on the rest. */
  readonly watch: boolean | null
  /** How a debugger may come in before there are plugins; null for not at all. */
  readonly inspect: Inspect | null
  readonly map: string
  readonly maxPlayers: number
  readonly bots: number
  /** Frames a second. */
  readonly tickRate: number
}

export const usage = `usage: metamod-dev [PROJECT] [options]        (in the repository: npm start -- [options])

PROJECT is the folder of the plugin that you write: it runs, and is loaded anew when you save it.

  --game DIR        game directory with addons/metamod/plugins.ini (PROJECT/.metamod)
  --plugin FILE     loads one more plugin: a .ts, .js or .so file or a package folder; may be repeated
  --frames N        runs N frames, then ends (100 where there is no terminal, else until 'quit')
  --exec "A; B"     runs console commands, one after the other
  --console         reads the console from standard input where that is no terminal, and ends with it
  --watch           loads plugins anew when they are saved (with PROJECT and a console); --no-watch
  --inspect[=PORT]  lets a debugger attach on 127.0.0.1 (port 9229) before the plugins are loaded
  --inspect-brk[=PORT]  the same, and waits for it
  --map NAME        first map (box)
  --maxplayers N    1..32 (8)
  --bots N          fake clients to connect (2)
  --tick-rate N     frames a second, 1..1000 (100)
  --help            shows this
`

/** @throws ArgumentError that names the option. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { inspect, rest } = takeInspect(argv)
  const { values, positionals } = parse(rest)
  const [project = null, extra] = positionals
  if (extra !== undefined)
    throw new ArgumentError(`only one project runs at a time, got also '${extra}'; load it with --plugin`)
  const maxPlayers = wholeNumber('--maxplayers', values.maxplayers, 1, 32)
  return {
    help: values.help,
    project,
    game: values.game ?? null,
    plugins: values.plugin,
    frames: values.frames === undefined ? null : wholeNumber('--frames', values.frames, 1, 1_000_000_000),
    commands: values.exec.flatMap(splitCommands),
    console: values.console,
    watch: values['no-watch'] ? false : values.watch ? true : null,
    inspect,
    map: values.map,
    maxPlayers,
    bots: wholeNumber('--bots', values.bots, 0, maxPlayers),
    tickRate: wholeNumber('--tick-rate', values['tick-rate'], 1, 1000),
  }
}

/** Cuts a line at the semicolons outside of quotes, as the server console does. */
export function splitCommands(line: string): string[] {
  const commands = line.match(/(?:"[^"]*"?|[^";])+/g) ?? []
  return commands.map((command) => command.trim()).filter((command) => command !== '')
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  game: { type: 'string' },
  plugin: { type: 'string', multiple: true, default: [] as string[] },
  frames: { type: 'string' },
  exec: { type: 'string', multiple: true, default: [] as string[] },
  console: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  'no-watch': { type: 'boolean', default: false },
  map: { type: 'string', default: 'box' },
  maxplayers: { type: 'string', default: '8' },
  bots: { type: 'string', default: '2' },
  'tick-rate': { type: 'string', default: '100' },
} as const

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options })
  } catch (error) {
    // Node's sentence names the option; what follows it is advice about other things.
    const [sentence] = reasonOf(error).split(/\.\s/)
    throw new ArgumentError(`${sentence ?? 'bad command line'}; '--help' lists the options`)
  }
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  throw new ArgumentError(`${option} must be a whole number ${min}..${max}, got '${text}'`)
}
