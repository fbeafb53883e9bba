/** Console commands: a queue of lines, and the functions that are registered by name. */
import { splitLines, tokenize, type CommandLine } from './command-line.js'
import type { Engine } from './engine.js'

// An exec file that runs itself ends here.
const mostLinesAtOnce = 10000

export class Commands {
  readonly #engine: Engine
  readonly #handlers = new Map<string, { readonly name: string; readonly run: () => void }>()
  #lines: string[] = []
  #current: CommandLine = { words: [], rest: '' }

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** The line that is running, as Cmd_Argc and the others show it. */
  get current(): CommandLine {
    return this.#current
  }

  get names(): string[] {
    return [...this.#handlers.values()].map(({ name }) => name).sort()
  }

  /** @returns false if the name is taken by a command or cvar. */
  add(name: string, run: () => void): boolean {
    if (this.has(name) || this.#engine.cvars.find(name) !== null) return false
    this.#handlers.set(name.toLowerCase(), { name, run })
    return true
  }

  has(name: string): boolean {
    return this.#handlers.has(name.toLowerCase())
  }

  queue(text: string): void {
    this.#lines.push(...splitLines(text))
  }

  queueFirst(text: string): void {
    this.#lines.unshift(...splitLines(text))
  }

  /** Runs all queued lines, and those that they queue. */
  execute(): void {
    for (let count = 0; this.#lines.length > 0; count += 1) {
      if (count === mostLinesAtOnce) {
        const cure = 'the rest is dropped, look for a file that runs itself'
        this.#engine.console.line(`exec: ${count} lines in one go; ${cure}`)
        this.#lines = []
        return
      }
      this.run(this.#lines.shift() ?? '')
    }
  }

  run(line: string): void {
    this.with(line, ({ words }) => {
      const [name] = words
      if (name === undefined) return
      const handler = this.#handlers.get(name.toLowerCase())
      if (handler !== undefined) handler.run()
      else if (!this.#engine.cvars.command(words)) this.#engine.console.line(`Unknown command: ${name}`)
    })
  }

  /** Calls `body` while Cmd_Argc and the others show the words of a line. */
  with(line: string, body: (line: CommandLine) => void): void {
    const outer = this.#current
    this.#current = tokenize(line, (text) => this.#engine.console.line(text))
    try {
      body(this.#current)
    } finally {
      this.#current = outer
    }
  }
}
