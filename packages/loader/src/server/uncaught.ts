/** Errors that nobody caught are logged, and the server goes on. */
import type { Report } from './protect-process.js'

export function surviveUncaught(target: NodeJS.Process, report: Report): void {
  // Asked by Node before any listener is, so that no plugin can lose it for all by removing listeners. Rejections that
  // have lost their listener come here as well.
  target.setUncaughtExceptionCaptureCallback((error) => report(error))
  target.on('unhandledRejection', (reason) => report(reason))
}
