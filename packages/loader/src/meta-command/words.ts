/** The short words of `meta list`, as they are known from other Metamods. */
import { LoadTime } from '@csr/metamod-sdk'
import { PluginStatus } from '@csr/metamod-sdk/host'

import type { Source } from '../plugin.js'

const statuses: Readonly<Record<PluginStatus, string>> = {
  [PluginStatus.Empty]: 'empt',
  [PluginStatus.Valid]: 'info',
  [PluginStatus.BadFile]: 'badf',
  [PluginStatus.Opened]: 'open',
  [PluginStatus.Failed]: 'fail',
  [PluginStatus.Running]: 'RUN',
  [PluginStatus.Paused]: 'PAUS',
}

const times: Readonly<Record<LoadTime, string>> = {
  [LoadTime.Never]: 'Never',
  [LoadTime.Startup]: 'Start',
  [LoadTime.Changelevel]: 'Chlvl',
  [LoadTime.Anytime]: 'ANY',
  [LoadTime.Anypause]: 'Pause',
}

export function statusWord(status: PluginStatus): string {
  return statuses[status]
}

/** @param time - As the plugin gave it, so it may be any number. */
export function loadTimeWord(time: number | undefined): string {
  return (times as Readonly<Record<number, string>>)[time ?? -1] ?? '-'
}

export function sourceWord(source: Source): string {
  if (typeof source === 'object') return `pl${source.slot}`
  return source === 'command' ? 'cmd' : source
}
