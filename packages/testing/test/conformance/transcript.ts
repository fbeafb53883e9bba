/** What a server printed and a scenario noted, one after the other. */
import { normalise } from './normalise.js'
import { show } from './show.js'

export class Transcript {
  readonly lines: string[] = []
  readonly #folder: string

  /** @param folder - The game directory. */
  constructor(folder: string) {
    this.#folder = folder
  }

  readonly print = (line: string): void => {
    // How a call came to the plugin is the one thing in which the servers have to differ.
    if (!line.startsWith('[META]     at ')) this.lines.push(normalise(line, this.#folder))
  }

  readonly note = (what: string, ...values: readonly unknown[]): void => {
    this.lines.push(normalise(`- ${[what, ...values.map(show)].join(' ')}`, this.#folder))
  }
}
