/** The server's console and log. Texts come in pieces; lines go out. */
export class Console {
  #pending = ''
  #isLogging = true
  readonly #print: (line: string) => void
  readonly #logged: (line: string) => void

  /**
   * @param print - Receives each line of the console.
   * @param logged - Receives each line of the server's log, without the date.
   */
  constructor(print: (line: string) => void, logged: (line: string) => void) {
    this.#print = print
    this.#logged = logged
  }

  set isLogging(value: boolean) {
    this.#isLogging = value
  }

  write(text: string): void {
    const lines = (this.#pending + text).split('\n')
    // Kept first: printing may lead to more printing.
    this.#pending = lines.pop() ?? ''
    for (const line of lines) this.#print(line)
  }

  line(text: string): void {
    this.flush()
    this.write(`${text}\n`)
  }

  /** @param isEchoed - Whether the console shows it too. */
  log(text: string, isEchoed = true): void {
    if (!this.#isLogging) return
    const line = text.endsWith('\n') ? text.slice(0, -1) : text
    this.#logged(line)
    if (isEchoed) this.line(`${logDate(new Date())}${line}`)
  }

  flush(): void {
    if (this.#pending !== '') this.write('\n')
  }
}

/** `L 01/31/2026 - 12:00:00: `, as GoldSrc begins the lines of its log. */
function logDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${two(now.getMonth() + 1)}/${two(now.getDate())}/${now.getFullYear()}`
  return `L ${day} - ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}: `
}
