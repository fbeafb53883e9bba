/** The development server without a terminal: a number of frames, commands spread over them, and the end. */
import type { DevServer } from './dev-server.js'
import { runFrames } from './frames.js'

/**
 * Runs frames and commands, as fast as they go. A `quit` among the commands ends the run early.
 *
 * @param frames - As many as asked for, and at least one after each command.
 */
export async function runBatch(
  server: DevServer,
  frames: number,
  commands: readonly string[],
): Promise<void> {
  // Commands have frames before and after them, so that each sees what the one before has set going.
  const pause = Math.max(1, Math.floor(frames / (commands.length + 1)))
  const count = Math.max(frames, pause * (commands.length + 1))
  let done = 0
  await runFrames({
    goesOn: () => done < count && server.engine.isRunning(),
    frame: () => {
      const command = done % pause === 0 ? commands[done / pause - 1] : undefined
      if (command !== undefined) server.type(command)
      server.frame()
      done += 1
    },
    // The plugins' timers and promises need the event loop to turn, as it does in a server that waits between frames.
    schedule: atNextTurn,
  })
}

/** Node forgets the immediates behind one that never ends and is stopped; a timer by itself takes a whole millisecond. */
function atNextTurn(next: () => void): void {
  const once = (): void => {
    clearImmediate(immediate)
    clearTimeout(timer)
    next()
  }
  const immediate = setImmediate(once)
  const timer = setTimeout(once, 1)
}
