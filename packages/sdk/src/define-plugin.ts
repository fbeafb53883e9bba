/** A plugin as its file exports it: what it is called, and the functions by which it starts and ends. */
import { MetamodError, describe, outOfRange, wrongType } from './raw/errors.js'
import { LoadTime } from './raw/generated/enums.js'
import type { UnloadReason } from './raw/generated/enums.js'
import type { Plugin } from './plugin.js'

/** What an author tells {@link definePlugin}. Each text is one line of at most 200 characters. */
export interface PluginOptions {
  /**
   * The name in `meta list` and in messages.
   *
   * @native plugin_info_t.name
   */
  readonly name: string
  /**
   * The plugin's own version, in any form.
   *
   * @native plugin_info_t.version
   */
  readonly version: string
  /**
   * Who to thank or to ask.
   *
   * @native plugin_info_t.author
   */
  readonly author: string
  /**
   * Where the plugin's page is; may be empty.
   *
   * @native plugin_info_t.url
   */
  readonly url: string
  /**
   * Stands in brackets before each of the plugin's lines in the log; short and in capitals by custom. Give each plugin one
   * of its own: some Metamods take two plugins with the same tag for one.
   *
   * @native plugin_info_t.logtag
   */
  readonly logTag: string
  /**
   * When this version was made; empty if left out.
   *
   * @native plugin_info_t.date
   */
  readonly date?: string
  /** One sentence for people who choose plugins; empty if left out. */
  readonly description?: string
  /**
   * The latest time at which the plugin may be loaded; `LoadTime.Anytime` if left out.
   *
   * @native plugin_info_t.loadable
   */
  readonly loadable?: LoadTime
  /**
   * The latest time at which the plugin may be unloaded; `LoadTime.Anypause`, which allows `meta pause` too, if left out.
   *
   * @native plugin_info_t.unloadable
   */
  readonly unloadable?: LoadTime
  /**
   * The Metamod interface the plugin was written for, such as `"5:13"`, which it is if left out. A Metamod with an older
   * interface refuses the plugin.
   *
   * @native plugin_info_t.ifvers
   */
  readonly interfaceVersion?: string
  /**
   * Starts the plugin: registers hooks, commands and variables on the {@link Plugin} it is given. A throw refuses the load,
   * and what was registered until then is taken back.
   *
   * It may be an async function: the game does not wait for it, and takes the plugin out again if it throws later. What else
   * it returns is not looked at.
   *
   * Entities and precaching have to wait for the `spawn` or `serverActivate` hook, because at server start there is no
   * map yet.
   *
   * @native Meta_Attach
   */
  attach(plugin: Plugin): unknown
  /**
   * Ends the plugin. What it registered is undone afterwards without its doing. It is not called for a plugin whose `attach`
   * threw; `plugin.signal` is aborted for that one too.
   *
   * It may be an async function, but nobody waits for it: after its first `await` the plugin object is of no more use.
   *
   * @native Meta_Detach
   */
  detach?(reason: UnloadReason): unknown
}

/** A checked definition with nothing left out; made by {@link definePlugin} only. */
export type PluginDefinition = Required<Omit<PluginOptions, 'detach'>> & Pick<PluginOptions, 'detach'>

/** The Metamod interface that this package speaks. */
export const interfaceVersion = '5:13'

const longestText = 200
const definitions = new WeakSet()

/**
 * Describes a plugin; the result is what its file exports as default.
 *
 * ```ts
 * export default definePlugin({
 *   name: 'Hello',
 *   version: '1.0.0',
 *   author: 'You',
 *   url: 'https://example.com',
 *   logTag: 'HELLO',
 *   attach(plugin) {
 *     plugin.addChatCommand('hello', {}, ({ player, reply }) => reply(`Hello ${player.name}`))
 *   },
 * })
 * ```
 *
 * @throws TypeError or RangeError that names the wrong property.
 */
export function definePlugin(options: PluginOptions): PluginDefinition {
  const place = 'definePlugin'
  const given: unknown = options
  if (typeof given !== 'object' || given === null) throw wrongType(place, 'its argument', 'an object', given)
  for (const what of ['name', 'version', 'logTag'] as const) checkText(what, options[what], 1)
  for (const what of ['author', 'url', 'date', 'description'] as const) {
    checkText(what, what === 'date' || what === 'description' ? (options[what] ?? '') : options[what], 0)
  }
  checkLoadTime('loadable', options.loadable)
  checkLoadTime('unloadable', options.unloadable)
  checkInterfaceVersion(options.interfaceVersion)
  checkFunction(options, 'attach')
  if (options.detach !== undefined) checkFunction(options, 'detach')
  const definition = Object.freeze({
    ...options,
    date: options.date ?? '',
    description: options.description ?? '',
    loadable: options.loadable ?? LoadTime.Anytime,
    unloadable: options.unloadable ?? LoadTime.Anypause,
    interfaceVersion: options.interfaceVersion ?? interfaceVersion,
  })
  definitions.add(definition)
  return definition
}

/**
 * Tests what a plugin's file exports.
 *
 * @param file - Names the file in the message.
 * @throws MetamodError with code `INVALID_PLUGIN`.
 */
export function assertPluginDefinition(value: unknown, file: string): asserts value is PluginDefinition {
  if (typeof value === 'object' && value !== null && definitions.has(value)) return
  const cure = "write 'export default definePlugin({ … })'"
  throw new MetamodError(
    'INVALID_PLUGIN',
    `${file}: the default export must be a plugin, got ${describe(value)}; ${cure}`,
  )
}

function checkText(what: string, value: unknown, shortest: number): void {
  if (typeof value !== 'string') throw wrongType('definePlugin', what, 'a string', value)
  const isOneLine = !/[\0\r\n]/.test(value)
  if (value.length >= shortest && value.length <= longestText && isOneLine) return
  throw outOfRange('definePlugin', what, `one line of ${shortest}..${longestText} characters`, value)
}

function checkLoadTime(what: string, value: unknown): void {
  const isLoadTime = value === undefined || Object.values<unknown>(LoadTime).includes(value)
  if (!isLoadTime) throw wrongType('definePlugin', what, 'one of LoadTime, such as LoadTime.Anytime', value)
}

function checkInterfaceVersion(value: unknown): void {
  const isVersion = value === undefined || (typeof value === 'string' && /^\d+:\d+$/.test(value))
  if (!isVersion)
    throw wrongType('definePlugin', 'interfaceVersion', `a version such as "${interfaceVersion}"`, value)
}

function checkFunction(options: PluginOptions, what: 'attach' | 'detach'): void {
  const value: unknown = Reflect.get(options, what)
  if (typeof value !== 'function') throw wrongType('definePlugin', what, 'a function', value)
}
