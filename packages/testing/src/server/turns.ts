/** Turns of the event loop. The functions are taken when this file is loaded, before a test has faked the timers. */
const { setImmediate: laterNow, setTimeout: later } = globalThis

/** Node's shortest timer: one of 0 takes this long, too. */
const shortestMs = 1

/** Waits until what is due by now has run: promises, what other processes and sockets sent. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    laterNow(resolve)
  })

/** Waits until the timers of 0 and 1 milliseconds have run that were set before. */
export const shortTimers = (): Promise<void> =>
  new Promise((resolve) => {
    later(resolve, shortestMs)
  })
