/**
 * When a plugin may come and go. Each plugin says so itself, `loadable` and `unloadable`, because only its author knows
 * whether it misses something by coming late (precaching happens at map start) or leaves something behind by going.
 */
import { LoadTime } from '@csr/metamod-sdk'

import { PluginLoadError, RefusedError } from './load-error.js'

/** What the rules look at. */
export interface LoadTimes {
  readonly loadable: number
  readonly unloadable: number
}

const waits: Readonly<Record<number, string>> = {
  [LoadTime.Never]: 'it says it can never be',
  [LoadTime.Startup]: 'it can only be at server start',
  [LoadTime.Changelevel]: 'it can only be at server start or at a map change',
}

/** @throws PluginLoadError of stage `loadable`. */
export function checkLoadable(plugin: LoadTimes, now: number): void {
  if (plugin.loadable >= now) return
  const cure =
    plugin.loadable === LoadTime.Never
      ? "change the plugin's loadable"
      : 'list it in plugins.ini and restart the server'
  throw new PluginLoadError('loadable', `cannot be loaded now: ${waitFor(plugin.loadable)}; ${cure}`)
}

/** @throws RefusedError */
export function checkUnloadable(plugin: LoadTimes, name: string, now: number): void {
  if (plugin.unloadable >= now) return
  const cure = 'take it out of plugins.ini and restart the server'
  throw new RefusedError(`plugin '${name}' cannot be unloaded now: ${waitFor(plugin.unloadable)}; ${cure}`)
}

/** @throws RefusedError */
export function checkPausable(plugin: LoadTimes, name: string, command = 'meta'): void {
  if (plugin.unloadable >= LoadTime.Anypause) return
  const canUnload = plugin.unloadable >= LoadTime.Anytime
  const cure = canUnload
    ? `'${command} unload ${name}' would work`
    : 'it has to keep running until the server restarts'
  throw new RefusedError(`plugin '${name}' cannot be paused: it says it must not be; ${cure}`)
}

function waitFor(time: number): string {
  return waits[time] ?? 'it says it must not be'
}
