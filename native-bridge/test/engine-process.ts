/**
 * An engine that runs as a process of its own, in real time. A test types lines at its console and waits for what it
 * prints, within a bound, and never for a time to pass.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

const longestWaitMs = 60_000

export class EngineProcess {
  /** All that it printed. */
  readonly lines: string[] = []
  readonly pid: number
  readonly ended: Promise<Ending>
  readonly #child: ChildProcessWithoutNullStreams
  #wake: () => void = () => undefined
  #ending: Ending | null = null

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child
    this.pid = child.pid ?? 0
    // Writing to an engine that has ended is answered by what it printed, not by an error of the pipe.
    child.stdin.on('error', () => undefined)
    for (const stream of [child.stdout, child.stderr]) this.#collect(stream)
    this.ended = new Promise((resolve) => {
      child.on('close', (code, signal) => {
        this.#ending = { code, signal }
        this.#wake()
        resolve(this.#ending)
      })
    })
  }

  /** Types a line at the console. */
  type(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  /** Waits for a line that matches, or has the text in it; gives it, or fails with all that was printed. */
  async waitFor(wanted: RegExp | string): Promise<string> {
    const until = performance.now() + longestWaitMs
    const fits = (line: string): boolean =>
      typeof wanted === 'string' ? line.includes(wanted) : wanted.test(line)
    for (;;) {
      const line = this.lines.find(fits)
      if (line !== undefined) return line
      const isOver = this.#ending !== null || performance.now() >= until
      if (isOver) throw new Error(`no line has ${wanted}:\n${this.lines.join('\n')}\n${this.#end()}`)
      await this.#nextLine(until)
    }
  }

  /** Has the engine end by itself. */
  async quit(): Promise<Ending> {
    this.type('quit')
    return this.ended
  }

  /** Closes the console's input, as a service manager's is. */
  closeInput(): void {
    this.#child.stdin.end()
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  #collect(stream: NodeJS.ReadableStream): void {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      this.lines.push(...lines)
      this.#wake()
    })
  }

  #nextLine(until: number): Promise<void> {
    return new Promise((resolve) => {
      const bound = setTimeout(resolve, until - performance.now())
      this.#wake = () => {
        clearTimeout(bound)
        resolve()
      }
    })
  }

  #end(): string {
    if (this.#ending === null) return `(no such line within ${longestWaitMs} ms)`
    return `(the engine ended: exit code ${this.#ending.code}, signal ${this.#ending.signal})`
  }
}
