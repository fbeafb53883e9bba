/**
 * Game time that passes in frames, until what was due after so many seconds has come. Engines count time in 32-bit floats:
 * a hundred frames of a hundredth are a little less than a second, or a little more, so the last frame makes up for it.
 */

/**
 * @param time - Seconds to pass.
 * @param frameSeconds - How long a frame usually is.
 * @param now - The engine's time, which begins anew with each map.
 * @param frame - Runs a frame.
 */
export function elapse(
  time: number,
  frameSeconds: number,
  now: () => number,
  frame: (duration: number) => void,
): void {
  const pass = (duration: number): number => {
    const before = now()
    frame(duration)
    return now() > before ? now() - before : duration
  }
  let left = time
  // A frame that is longer by less than this is the last one, rather than one before a tiny one.
  while (left > frameSeconds * 1.01) left -= pass(frameSeconds)
  if (left > 0) pass(untilFloat(now(), left))
}

/** The seconds until the first time that an engine can tell which is after `now + seconds`. */
function untilFloat(now: number, seconds: number): number {
  const time = new Float32Array([now + seconds])
  const bits = new Uint32Array(time.buffer)
  if ((time[0] ?? 0) <= now + seconds) bits[0] = (bits[0] ?? 0) + 1
  return (time[0] ?? 0) - now
}
