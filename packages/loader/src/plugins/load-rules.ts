/**
 * When a plugin may come and go. Each plugin says so itself, `loadable` and `unloadable`, because only its author knows
 * whether it misses something by coming late (precaching happens at map start) or leaves something behind by going. What
 * may not be done now but at a map change is put off until the next one, as in every Metamod.
 */
import { LoadTime } from '@csr/metamod-sdk'

import { PluginLoadError, RefusedError } from './load-error.js'

/** What the rules look at. */
export interface LoadTimes {
  readonly loadable: number
  readonly unloadable: number
}

/** Whether something is done at once, or put off until the map changes. */
export type Moment = 'now' | 'later'

const waits: Readonly<Record<number, string>> = {
  [LoadTime.Never]: 'it says it can never be',
  [LoadTime.Startup]: 'it can only be at server start',
  [LoadTime.Changelevel]: 'it can only be at server start or at a map change',
}

/** @throws PluginLoadError of stage `loadable`, which tells whether the plugin may be loaded at a map change. */
export function checkLoadable(plugin: LoadTimes, now: number): void {
  const moment = momentFor(plugin.loadable, now)
  if (moment === 'now') return
  const cure =
    moment === 'later'
      ? 'it waits for the next one'
      : plugin.loadable === LoadTime.Never
        ? "change the plugin's loadable"
        : 'list it in plugins.ini and restart the server'
  const message = `cannot be loaded now: ${waitFor(plugin.loadable)}; ${cure}`
  throw new PluginLoadError('loadable', message, { isPostponed: moment === 'later' })
}

/** @throws RefusedError if not even a map change is the time for it. */
export function momentToUnload(plugin: LoadTimes, name: string, now: number): Moment {
  const moment = momentFor(plugin.unloadable, now)
  if (moment !== null) return moment
  const cure = 'restart the server without its line in plugins.ini'
  throw new RefusedError(`plugin '${name}' cannot be unloaded now: ${waitFor(plugin.unloadable)}; ${cure}`)
}

/** A reload takes both halves at once. @throws RefusedError if not even a map change is the time for it. */
export function momentToReload(plugin: LoadTimes, name: string, now: number): Moment {
  const unload = momentToUnload(plugin, name, now)
  const load = momentFor(plugin.loadable, now)
  if (load !== null) return load === 'now' ? unload : load
  // Unloading it would succeed, and the server would be left without it.
  const cure =
    plugin.loadable === LoadTime.Never
      ? "change the plugin's loadable and restart the server"
      : 'restart the server to load its new version'
  throw new RefusedError(
    `plugin '${name}' could not be loaded again now: ${waitFor(plugin.loadable)}; ${cure}`,
  )
}

/** @throws RefusedError */
export function checkPausable(
  plugin: LoadTimes,
  { name, slot }: { readonly name: string; readonly slot: number },
  command = 'meta',
): void {
  if (plugin.unloadable >= LoadTime.Anypause) return
  const canUnload = plugin.unloadable >= LoadTime.Anytime
  const cure = canUnload
    ? `'${command} unload ${slot}' would work`
    : 'it has to keep running until the server restarts'
  throw new RefusedError(`plugin '${name}' cannot be paused: it says it must not be; ${cure}`)
}

/** @returns null where no moment in this server's life will do. */
function momentFor(allowed: number, now: number): Moment | null {
  if (allowed >= now) return 'now'
  return allowed > LoadTime.Startup ? 'later' : null
}

function waitFor(time: number): string {
  return waits[time] ?? 'it says it must not be'
}
