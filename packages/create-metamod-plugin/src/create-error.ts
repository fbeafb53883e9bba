/** Why there is no project, in words for whoever asked for one. `isUsage` where the command line was wrong. */
export class CreateError extends Error {
  readonly isUsage: boolean

  constructor(message: string, isUsage = false) {
    super(message)
    this.isUsage = isUsage
  }
}
