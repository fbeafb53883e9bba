/** What called a plugin's code back, in words for the log. */

// By the class of what Node says was running.
const words: Readonly<Record<string, string>> = {
  Timeout: 'a timer',
  Immediate: 'an immediate',
  Promise: 'a promise',
  FSReqCallback: 'a file callback',
  FSEvent: 'a file watcher',
  StatWatcher: 'a file watcher',
  TCP: 'a socket',
  Pipe: 'a socket',
  TLSWrap: 'a socket',
  UDP: 'a socket',
  TCPConnectWrap: 'a socket',
  PipeConnectWrap: 'a socket',
  WriteWrap: 'a socket',
  ShutdownWrap: 'a socket',
  GetAddrInfoReqWrap: 'a name lookup',
  GetNameInfoReqWrap: 'a name lookup',
  QueryReqWrap: 'a name lookup',
  Process: 'a child process',
  Worker: 'a worker',
  MessagePort: 'a message port',
}

/** @param resource - As async_hooks calls what runs; null where Node does not say. */
export function calledBackBy(resource: object | null): string {
  // A library may have made it of anything.
  const name = (resource?.constructor as { readonly name?: unknown } | null | undefined)?.name
  return typeof name === 'string' && Object.hasOwn(words, name) ? (words[name] ?? '') : 'a callback'
}
