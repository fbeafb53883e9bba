/** The command line of the development server. */
import { parseArgs } from 'node:util'
import { reasonOf } from '../reason.js'

export interface Arguments {
  readonly help: boolean
  /** The game directory; null for the one that comes with the examples. */
  readonly game: string | null
  /** Plugin files to load after those of plugins.ini. */
  readonly plugins: readonly string[]
  /** How many frames to run before the end; null to run until told to stop. */
  readonly frames: number | null
  /** Console commands to run. */
  readonly commands: readonly string[]
  readonly map: string
  readonly maxPlayers: number
  readonly bots: number
  /** Frames a second. */
  readonly tickRate: number
}

export const usage = `usage: npm start -- [options]

  --game DIR        game directory with addons/metamod/plugins.ini (packages/examples/game)
  --plugin FILE     loads one more plugin: a .ts, .js or .so file or a package folder; may be repeated
  --frames N        runs N frames, then ends (100 where there is no terminal, else until 'quit')
  --exec "A; B"     runs console commands, one after the other
  --map NAME        first map (box)
  --maxplayers N    1..32 (8)
  --bots N          fake clients to connect (2)
  --tick-rate N     frames a second, 1..1000 (100)
  --help            shows this
`

/** A mistake on the command line; its message is all the user needs. */
export class ArgumentError extends Error {}

/** @throws ArgumentError that names the option. */
export function parseArguments(argv: readonly string[]): Arguments {
  const values = parse(argv)
  const maxPlayers = wholeNumber('--maxplayers', values.maxplayers, 1, 32)
  return {
    help: values.help,
    game: values.game ?? null,
    plugins: values.plugin,
    frames: values.frames === undefined ? null : wholeNumber('--frames', values.frames, 1, 1_000_000_000),
    commands: values.exec.flatMap(splitCommands),
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

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        game: { type: 'string' },
        plugin: { type: 'string', multiple: true, default: [] },
        frames: { type: 'string' },
        exec: { type: 'string', multiple: true, default: [] },
        map: { type: 'string', default: 'box' },
        maxplayers: { type: 'string', default: '8' },
        bots: { type: 'string', default: '2' },
        'tick-rate': { type: 'string', default: '100' },
      },
    })
    return values
  } catch (error) {
    // Node's sentence names the option; what follows it is advice about positional arguments that we do not take.
    const [sentence] = reasonOf(error).split(/\.\s/)
    throw new ArgumentError(`${sentence ?? 'bad command line'}; 'npm start -- --help' lists the options`)
  }
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min && value <= max) return value
  throw new ArgumentError(`${option} must be a whole number ${min}..${max}, got '${text}'`)
}
