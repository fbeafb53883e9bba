/** The plugins of a test server, as Metamod lists them. */
import type { Loader, Plugin } from '@csr/metamod-loader'
import { PluginStatus } from '@csr/metamod-sdk/host'

/** A plugin in the server's list. */
export interface PluginRow {
  readonly name: string
  readonly version: string
  /** Its number in `meta list`. */
  readonly slot: number
  readonly status: 'running' | 'paused' | 'failed'
  /** Why it does not run, what it waits for, or why its last reload failed; null while nothing is wrong. */
  readonly problem: string | null
}

const words: Readonly<Record<number, PluginRow['status']>> = {
  [PluginStatus.Running]: 'running',
  [PluginStatus.Paused]: 'paused',
}

export function rowOf({ name, slot, info, problem, status }: Plugin): PluginRow {
  return { name, version: info?.version ?? '', slot, status: words[status] ?? 'failed', problem }
}

/**
 * The plugin of a name.
 *
 * @param place - Who asks, for the error.
 * @throws RangeError if there is none.
 */
export function pluginNamed({ plugins }: Loader, name: string, place: string): Plugin {
  const plugin = plugins.find((candidate) => candidate.name === name)
  if (plugin !== undefined) return plugin
  const names = plugins.map((candidate) => `'${candidate.name}'`).join(', ')
  throw new RangeError(`${place}: no plugin is called '${name}'; there are ${names === '' ? 'none' : names}`)
}
