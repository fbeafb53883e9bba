/** Errors that nobody caught are logged, and the server goes on. */
import { executionAsyncResource } from 'node:async_hooks'

import type { Report } from './protect-process.js'

export function surviveUncaught(target: NodeJS.Process, report: Report): void {
  // Asked by Node before any listener is, so that no plugin can lose it for all by removing listeners. Rejections that
  // have lost their listener come here as well.
  target.setUncaughtExceptionCaptureCallback((error) => report(error, null, executionAsyncResource()))
  target.on('unhandledRejection', (reason, promise) => report(reason, null, promise))
}
