/** `meta inspect`: lets a debugger in, from this machine only, because whoever may debug may do everything. */
import * as inspector from 'node:inspector'

import { RefusedError } from '../plugins/load-error.js'
import type { MetaContext, SubCommand } from './sub-command.js'

const host = '127.0.0.1'
const defaultPort = '9229'

export const inspect: SubCommand = {
  name: 'inspect',
  usage: '[PORT]|off',
  summary: `lets a debugger attach to the plugins on ${host}`,
  takes: ['off'],
  run({ plugins, print }: MetaContext, [argument = defaultPort]: readonly string[]) {
    if (argument.toLowerCase() === 'off') close(plugins.command, print)
    else open(plugins.command, argument, print)
  },
}

function open(command: string, port: string, print: MetaContext['print']): void {
  const open = openUrl()
  if (open !== null) {
    throw new RefusedError(
      `a debugger can attach to ${open.host} already; '${command} inspect off' ends that first`,
    )
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1024 || Number(port) > 65_535)
    throw new RefusedError(
      `port must be a number 1024..65535, got '${port}'; write '${command} inspect ${defaultPort}'`,
    )
  inspector.open(Number(port), host)
  // Node does not throw when it cannot listen; it prints a line that not every engine's console shows.
  const opened = openUrl()
  if (opened === null) {
    throw new RefusedError(
      `port ${port} of ${host} cannot be listened to; another program may have it, try another`,
    )
  }
  print(
    `A debugger can attach to ${opened.host}, with chrome://inspect or your editor; '${command} inspect off' ends it`,
  )
}

function close(command: string, print: MetaContext['print']): void {
  const open = openUrl()
  if (open === null) throw new RefusedError(`no debugger can attach; '${command} inspect' lets one in`)
  inspector.close()
  print(`No debugger can attach to ${open.host} any more`)
}

function openUrl(): URL | null {
  const url = inspector.url()
  return url === undefined ? null : new URL(url)
}
