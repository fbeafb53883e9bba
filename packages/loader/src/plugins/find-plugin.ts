/** The plugin that an administrator means: by number, or by the beginning of any of its names if only one fits. */
import { RefusedError } from './load-error.js'
import { oneLine } from '../one-line.js'
import type { Plugin } from './plugin.js'

/** How many plugins a refusal names; a server may have thousands. */
const mostNamed = 10

/**
 * @param command - The server command that lists the plugins.
 * @throws RefusedError that says which plugins there are, or which ones fit.
 */
export function findPlugin(plugins: readonly Plugin[], text: string, command = 'meta'): Plugin {
  // A number is never the beginning of a name: that plugin may have come to where the other one was.
  if (/^\d+$/.test(text)) return findBySlot(plugins, text, command)
  const wanted = text.toLowerCase()
  const exact = plugins.filter((plugin) => wanted !== '' && namesOf(plugin).includes(wanted))
  const matches = exact.length > 0 ? exact : plugins.filter((plugin) => fits(plugin, wanted))
  const [first, ...others] = matches
  if (first === undefined)
    throw new RefusedError(`no plugin is called '${oneLine(text)}'; ${known(plugins, command)}`)
  if (others.length === 0) return first
  const choices = someOf(matches, ' or ', ({ slot, name }) => `${slot} (${name})`)
  throw new RefusedError(`'${oneLine(text)}' fits more than one plugin; give its number: ${choices}`)
}

function findBySlot(plugins: readonly Plugin[], text: string, command: string): Plugin {
  const plugin = plugins.find((candidate) => candidate.slot === Number(text))
  if (plugin === undefined)
    throw new RefusedError(`there is no plugin number ${oneLine(text, 20)}; ${known(plugins, command)}`)
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
  const names = someOf(plugins, ', ', ({ slot, name }) => `${slot} ${name}`)
  return `there are ${names}${plugins.length > mostNamed ? `; '${command} list' shows them all` : ''}`
}

function someOf(plugins: readonly Plugin[], between: string, say: (plugin: Plugin) => string): string {
  const texts = plugins.slice(0, mostNamed).map(say)
  const more = plugins.length - texts.length
  return [...texts, ...(more > 0 ? [`${more} more`] : [])].join(between)
}
