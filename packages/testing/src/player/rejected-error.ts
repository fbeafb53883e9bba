/** The server did not let a player in. */
export class RejectedError extends Error {
  /** What the player is told. */
  readonly reason: string

  constructor(name: string, reason: string) {
    super(`connect: '${name}' was rejected: ${reason}; to test that, use tryConnect`)
    this.name = 'RejectedError'
    this.reason = reason
  }
}
