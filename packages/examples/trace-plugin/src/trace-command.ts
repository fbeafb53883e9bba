/** The server command `trace`. */
import type { Plugin } from '@csr/metamod-sdk'

import { apis, apiTitles, findRoutine, routines, type Api } from './routines.js'
import type { Tracer } from './tracer.js'

const usage = [
  'usage: trace <command> [<arguments>]',
  '   version                          - says which version this is',
  '   show                             - lists what is traced',
  '   set <routine> [<routine> ...]    - traces routines, whatever their level',
  '   unset <routine> [<routine> ...]  - takes that back',
  '   list dllapi|newapi|engine|all    - lists all routines, the traced ones with a +',
]

export class TraceCommand {
  readonly #plugin: Plugin
  readonly #tracer: Tracer

  constructor(plugin: Plugin, tracer: Tracer) {
    this.#plugin = plugin
    this.#tracer = tracer
  }

  /** Answers the words after `trace`. */
  run([command = '', ...words]: readonly string[]): void {
    for (const line of this.#answer(command, words)) this.#plugin.util.logConsole(line)
  }

  #answer(command: string, words: readonly string[]): Iterable<string> {
    switch (command.toLowerCase()) {
      case 'version':
        return versionLines(this.#plugin)
      case 'show':
        return this.#show()
      case 'set':
      case 'unset':
        return words.length === 0
          ? [`usage: trace ${command} <routine> [<routine> ...]`]
          : this.#changeAll(command.toLowerCase() === 'set', words)
      case 'list':
        return this.#list(words[0]?.toLowerCase() ?? '')
      case '':
        return usage
      default:
        return [`Unrecognized trace command: ${command}`, ...usage]
    }
  }

  #show(): string[] {
    const traced = routines.filter((routine) => this.#tracer.isTraced(routine))
    const names = traced.map(({ name, api }) => `   ${name} (${api})`)
    return ['Tracing routines:', ...names, `${traced.length} routines`]
  }

  /** One after the other, so that what is logged and what is printed stand in the order of the words. */
  *#changeAll(isSet: boolean, words: readonly string[]): Generator<string> {
    for (const typed of words) yield* this.#change(isSet, typed)
  }

  /** Sets or unsets a routine. What changes is for the log, the rest for whoever typed it. */
  #change(isSet: boolean, typed: string): string[] {
    const routine = findRoutine(typed)
    if (routine === null) return [`Unrecognized API routine '${typed}'`]
    const what = `${apiTitles[routine.api]} routine '${routine.name}'`
    const hasChanged = isSet ? this.#tracer.set(routine) : this.#tracer.unset(routine)
    if (hasChanged) this.#plugin.util.logMessage(`${isSet ? 'Tracing' : 'Un-Tracing'} ${what}`)
    if (isSet) return hasChanged ? [] : [`Already tracing ${what}`]
    if (this.#tracer.isTraced(routine))
      return [`Still tracing ${what}, because trace_${routine.api} is not below ${routine.level}`]
    return hasChanged ? [] : [`Already not tracing ${what}`]
  }

  #list(wanted: string): string[] {
    const listed = wanted === 'all' ? apis : apis.filter((api) => api === wanted)
    if (listed.length === 0) return ['usage: trace list dllapi|newapi|engine|all']
    return listed.flatMap((api) => this.#listOne(api))
  }

  #listOne(api: Api): string[] {
    const own = routines.filter((routine) => routine.api === api)
    const traced = own.filter((routine) => this.#tracer.isTraced(routine))
    const names = own.map((routine) => `  ${traced.includes(routine) ? '+' : ' '} ${routine.name}`)
    const title = apiTitles[api]
    return [`${title} routines:`, ...names, `${own.length} ${title} routines, ${traced.length} traced`]
  }
}

/** Who the plugin is, as it says when it is loaded and when it is asked. */
export function versionLines({ definition }: Plugin): string[] {
  const { name, version, date, author, url } = definition
  return [`${name} v${version}  ${date}`, `by ${author}`, `   ${url}`]
}
