/** What clients were asked for, and by what number. */
const firstRequest = 0x41110000

export class CvarQueries {
  readonly #asked = new Map<number, string>()
  #requests = 0

  /** Any call of the engine; it is for us if it asks a client for a cvar. */
  called(name: string, args: readonly unknown[]): void {
    if (name === 'queryClientCvarValue') this.#asked.set(args[0] as number, args[1] as string)
  }

  /** The name of the cvar that a client was asked for last and has not answered; null for none. */
  askedOf(player: number): string | null {
    return this.#asked.get(player) ?? null
  }

  /** The client answered, or is another one now. */
  ended(player: number): void {
    this.#asked.delete(player)
  }

  mapEnded(): void {
    this.#asked.clear()
    this.#requests = 0
  }

  makeRequestId(): number {
    this.#requests += 1
    return firstRequest + this.#requests
  }
}
