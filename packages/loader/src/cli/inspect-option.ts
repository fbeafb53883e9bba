/** `--inspect` and `--inspect-brk`, written as Node's own: the port, if any, behind an equals sign. */
import * as inspector from 'node:inspector'

import { ArgumentError } from './argument-error.js'

export interface Inspect {
  /** 0 for any free one. */
  readonly port: number
  /** Whether the server starts only when a debugger has attached. */
  readonly waits: boolean
}

const host = '127.0.0.1'
const defaultPort = 9229

/** Splits the option off the words of a command line. @throws ArgumentError for a port that there is not. */
export function takeInspect(argv: readonly string[]): { inspect: Inspect | null; rest: string[] } {
  const rest: string[] = []
  let inspect: Inspect | null = null
  for (const [index, word] of argv.entries()) {
    const match = /^(--inspect(-brk)?)(?:=(.*))?$/.exec(word)
    // The word behind `--exec` is a console's.
    if (match === null || argv[index - 1] === '--exec') rest.push(word)
    else inspect = { port: portOf(match[1] ?? '', match[3]), waits: match[2] !== undefined }
  }
  return { inspect, rest }
}

function portOf(option: string, text: string | undefined): number {
  if (text === undefined) return defaultPort
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && (port === 0 || (port >= 1024 && port <= 65_535))) return port
  throw new ArgumentError(
    `${option} must be followed by a port 1024..65535, such as ${option}=9230, got '${text}'`,
  )
}

/**
 * Lets a debugger in, from this machine only. With `waits` it returns once a debugger has attached and has set its
 * breakpoints.
 *
 * @throws ArgumentError where the port is taken.
 */
export function openInspector({ port, waits }: Inspect, print: (line: string) => void): void {
  // VS Code's launch brings its own debugger along, which is in already.
  if (inspector.url() === undefined) inspector.open(port, host)
  const url = inspector.url()
  if (url === undefined) {
    throw new ArgumentError(
      `--inspect: port ${port} of ${host} is taken, perhaps by another server; end that one, or write --inspect=${port + 1}`,
    )
  }
  const where = new URL(url).host
  print(
    `A debugger can attach to ${where}, with your editor or chrome://inspect${waits ? '; waiting for it' : ''}`,
  )
  if (waits) inspector.waitForDebugger()
}
