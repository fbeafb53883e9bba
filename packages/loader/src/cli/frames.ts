/**
 * Runs frames from plain callbacks of the event loop. Called from an async function instead, a frame would run inside a
 * promise's job, and no promise of a plugin could go on before that job ends.
 */

export interface FrameLoop {
  /** Runs one frame. */
  frame(): void
  /** Asked before each frame: whether there is another one. */
  goesOn(): boolean
  /** Calls back when the next frame is due. */
  schedule(next: () => void): void
}

/** Runs frames until the loop does not go on. */
export function runFrames(loop: FrameLoop): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      try {
        if (!loop.goesOn()) {
          resolve()
          return
        }
        loop.frame()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
        return
      }
      loop.schedule(next)
    }
    loop.schedule(next)
  })
}
