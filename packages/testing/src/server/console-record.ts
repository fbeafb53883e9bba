/** What the server printed and logged, and which of its errors the test has looked at. */
const errorStart = '[META] ERROR: '

export class ConsoleRecord {
  readonly #lines: string[] = []
  readonly #log: string[] = []
  readonly #errors: string[] = []
  #seenErrors = 0

  print(line: string): void {
    this.#lines.push(line)
    if (line.startsWith(errorStart)) this.#errors.push(line.slice(errorStart.length))
  }

  noteLog(line: string): void {
    this.#log.push(line)
  }

  /** How many lines there are. */
  get length(): number {
    return this.#lines.length
  }

  /** @param from - How many lines to leave out. */
  lines(from = 0): readonly string[] {
    return this.#lines.slice(from)
  }

  log(): readonly string[] {
    return [...this.#log]
  }

  /** Looking at them is noted. */
  errors(): readonly string[] {
    this.#seenErrors = this.#errors.length
    return [...this.#errors]
  }

  /** One that the test has seen may be logged again: a plugin that failed is tried again when the map ends. */
  unseenErrors(): readonly string[] {
    const seen = new Set(this.#errors.slice(0, this.#seenErrors))
    return [...new Set(this.#errors)].filter((error) => !seen.has(error))
  }
}
