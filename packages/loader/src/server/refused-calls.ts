/** Functions of `process` that would end the server, or change what the engine relies on, throw instead of doing so. */
import { MetamodError } from '@csr/metamod-sdk'

const cannotEnd =
  "a plugin cannot end the server's process; return, or have the engine quit with plugin.engine.serverCommand('quit\\n')"

const reasons: Readonly<Record<string, string>> = {
  exit: cannotEnd,
  reallyExit: cannotEnd,
  abort: cannotEnd,
  chdir: 'the engine looks for its files in the current directory; use absolute paths',
  setUncaughtExceptionCaptureCallback:
    'the server logs what nobody caught, each with its plugin; catch errors where they are thrown',
}

export function refuseCalls(target: NodeJS.Process): void {
  for (const [name, reason] of Object.entries(reasons)) replace(target, name, () => refuse(name, reason))
  for (const name of ['kill', '_kill']) refuseOwnProcess(target, name)
}

function refuseOwnProcess(target: NodeJS.Process, name: string): void {
  const kill: unknown = Reflect.get(target, name)
  if (typeof kill !== 'function') return
  // 0 and -1 are everybody the server may signal, itself among them; a negative number is a group of processes.
  const own = new Set([target.pid, 0, -1, -target.pid])
  replace(target, name, (pid: unknown, signal: unknown): unknown => {
    // Signal 0 only asks whether there is such a process.
    if (own.has(Number(pid)) && signal !== 0) refuse(name, cannotEnd)
    return Reflect.apply(kill, target, [pid, signal])
  })
}

function replace(target: NodeJS.Process, name: string, value: (...args: unknown[]) => unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true })
}

function refuse(name: string, reason: string): never {
  throw new MetamodError('UNAVAILABLE', `process.${name}: ${reason}`)
}
