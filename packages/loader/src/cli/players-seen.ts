/** Who is on the server, read off its console, so that the Tab key can offer names. */

export class PlayersSeen {
  readonly #names = new Set<string>()

  /** All names, in the order in which they came. */
  get names(): readonly string[] {
    return [...this.#names]
  }

  /** Takes notice of a line that the console prints. */
  read(line: string): void {
    const came = /"(.+)<\d+><[^>]*><[^>]*>" connected,/.exec(line)?.[1]
    const went = /^Dropped (.+) from server\. Reason: /.exec(line)?.[1]
    if (came !== undefined) this.#names.add(came)
    if (went !== undefined) this.#names.delete(went)
  }
}
