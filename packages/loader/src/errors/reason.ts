/** Why something failed, in words: whatever was thrown, and wherever it came from. */

export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** The same for an error of the core, which speaks in sentences, where this one goes on behind its last word. */
export function clauseOf(thrown: unknown): string {
  return reasonOf(thrown).replace(/\.$/, '')
}
