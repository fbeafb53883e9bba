/**
 * A plugin that goes while one of its functions awaits `plugin.wait` or a call with `plugin.signal` has that promise
 * rejected, and mostly nobody listens. Real servers know the reason and let it be; test runners fail the run for it. So it is
 * kept from them. Nothing else is: other rejections are theirs to show.
 */
import { isUnloadAbort } from '@csr/metamod-sdk/host'

const kept = Symbol.for('@csr/metamod-testing: unload rejections')

/** From now on, for as long as the process runs: a rejection is told after the server has gone. */
export function keepUnloadRejections(target: NodeJS.Process = process): void {
  if (Object.hasOwn(target, kept)) return
  Object.defineProperty(target, kept, { value: true })
  // Listeners cannot be told to leave an event alone, and runners add and remove theirs as they like.
  const emit = target.emit.bind(target) as (event: string, ...args: readonly unknown[]) => boolean
  const emitOthers = (event: string, ...args: readonly unknown[]): boolean =>
    event === 'unhandledRejection' && isUnloadAbort(args[0]) ? true : emit(event, ...args)
  target.emit = emitOthers as typeof target.emit
}
