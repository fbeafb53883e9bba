/**
 * What we print goes nowhere any more: its reader has gone, as `head` does when it has seen enough, or the disk is full.
 * Node calls that an uncaught error, of which nobody must be told by printing it.
 */

/** @param then - What to do about it; called once. What is printed afterwards is lost. */
export function whenOutputCloses(
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  then: () => void,
): void {
  let isOver = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isOver) return
    isOver = true
    // A reader that goes has all that it wanted.
    if (error.code !== 'EPIPE') stderr.write(`The output cannot be written: ${error.message}\n`)
    then()
  })
  stderr.on('error', () => undefined)
}
