/** The plugin that an administrator means: by number, or by the beginning of any of its names if only one fits. */
import { RefusedError } from './load-error.js'
import type { Plugin } from './plugin.js'

/**
 * @param command - The server command that lists the plugins.
 * @throws RefusedError that says which plugins there are, or which ones fit.
 */
export function findPlugin(plugins: readonly Plugin[], text: string, command = 'meta'): Plugin {
  if (/^\d+$/.test(text)) return findBySlot(plugins, Number(text), command)
  const wanted = text.toLowerCase()
  const exact = plugins.filter((plugin) => namesOf(plugin).includes(wanted))
  const matches = exact.length > 0 ? exact : plugins.filter((plugin) => fits(plugin, wanted))
  const [first, ...others] = matches
  if (first === undefined) throw new RefusedError(`no plugin is called '${text}'; ${known(plugins, command)}`)
  if (others.length === 0) return first
  const choices = matches.map((plugin) => `${plugin.slot} (${plugin.name})`).join(' or ')
  throw new RefusedError(`'${text}' fits more than one plugin; give its number: ${choices}`)
}

function findBySlot(plugins: readonly Plugin[], slot: number, command: string): Plugin {
  const plugin = plugins.find((candidate) => candidate.slot === slot)
  if (plugin === undefined)
    throw new RefusedError(`there is no plugin number ${slot}; ${known(plugins, command)}`)
  return plugin
}

function fits(plugin: Plugin, wanted: string): boolean {
  return wanted !== '' && namesOf(plugin).some((name) => name.startsWith(wanted))
}

function namesOf(plugin: Plugin): string[] {
  const names = [plugin.name, plugin.description, plugin.file, plugin.info?.logTag ?? '']
  return names.map((name) => name.toLowerCase())
}

function known(plugins: readonly Plugin[], command: string): string {
  if (plugins.length === 0) return `no plugin is loaded; load one with '${command} load FILE'`
  return `there are ${plugins.map((plugin) => `${plugin.slot} ${plugin.name}`).join(', ')}`
}
