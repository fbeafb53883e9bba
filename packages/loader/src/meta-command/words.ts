/** The words for a plugin's state: the short ones of `meta list`, and those of `meta info`, as other Metamods have them. */
import { LoadTime } from '@csr/metamod-sdk'
import { PluginAction, PluginStatus } from '@csr/metamod-sdk/host'

import type { Plugin, Source } from '../plugins/plugin.js'

/** A short word, and the one for `meta info`. */
type Words = readonly [short: string, long: string]

const statuses: Readonly<Record<PluginStatus, Words>> = {
  [PluginStatus.Empty]: ['empt', 'empty'],
  [PluginStatus.Valid]: ['info', 'valid'],
  [PluginStatus.BadFile]: ['badf', 'badfile'],
  [PluginStatus.Opened]: ['open', 'opened'],
  [PluginStatus.Failed]: ['fail', 'failed'],
  [PluginStatus.Running]: ['RUN', 'running'],
  [PluginStatus.Paused]: ['PAUS', 'paused'],
}

const actions: Readonly<Record<PluginAction, Words>> = {
  [PluginAction.Null]: ['null', 'null'],
  [PluginAction.None]: [' -', 'none'],
  [PluginAction.Keep]: ['keep', 'keep'],
  [PluginAction.Load]: ['load', 'load'],
  [PluginAction.Attach]: ['atch', 'attach'],
  [PluginAction.Unload]: ['unld', 'unload'],
  [PluginAction.Reload]: ['relo', 'reload'],
}

const times: Readonly<Record<LoadTime, Words>> = {
  [LoadTime.Never]: ['Never', 'never'],
  [LoadTime.Startup]: ['Start', 'at server startup'],
  [LoadTime.Changelevel]: ['Chlvl', 'at changelevel'],
  [LoadTime.Anytime]: ['ANY', 'at any time'],
  [LoadTime.Anypause]: ['Pause', 'at any time, and pausable'],
}

const sources: Readonly<Record<Extract<Source, string>, Words>> = {
  ini: ['ini', 'plugins.ini'],
  command: ['cmd', 'console command'],
  host: ['host', 'the host'],
}

/** A plugin that an administrator paused and one that Metamod did are in the same state, but not for the same reason. */
const suspended: Words = ['STOP', 'paused by Metamod']

type State = Pick<Plugin, 'status' | 'isSuspended'>

export function statusWord({ status, isSuspended }: State): string {
  return (isSuspended ? suspended : statuses[status])[0]
}

export function statusText({ status, isSuspended }: State): string {
  return (isSuspended ? suspended : statuses[status])[1]
}

export function actionWord(action: PluginAction): string {
  return actions[action][0]
}

export function actionText(action: PluginAction): string {
  return actions[action][1]
}

/** @param time - As the plugin gave it, so it may be any number; undefined for one that was not asked. */
export function loadTimeWord(time: number | undefined): string {
  return timeWords(time)?.[0] ?? (time === undefined ? ' -' : `UNK${time}`)
}

export function loadTimeText(time: number): string {
  return timeWords(time)?.[1] ?? `unknown (${time})`
}

function timeWords(time: number | undefined): Words | undefined {
  return (times as Readonly<Record<number, Words>>)[time ?? -1]
}

export function sourceWord(source: Source): string {
  if (typeof source === 'string') return sources[source][0]
  return source.slot === null ? 'plUN' : `pl${source.slot}`
}

/** @param nameOf - The name of the plugin in a slot. */
export function sourceText(source: Source, nameOf: (slot: number) => string): string {
  if (typeof source === 'string') return sources[source][1]
  return source.slot === null ? 'unloaded plugin' : `plugin [${source.slot}] ${nameOf(source.slot)}`
}
