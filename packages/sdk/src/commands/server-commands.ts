/** Server commands of plugins: registered once in the engine for good, and sent on to whoever holds the name. */
import type { Calls } from '../call-table.js'
import type { PluginScope } from '../plugin-scope.js'
import { wrongType } from '../raw/errors.js'
import { MetamodError } from '../raw/errors.js'
import type { Bridge } from '../raw/bridge.js'
import type { Undo } from '../raw/hook.js'
import { consoleName } from '../console-name.js'
import { splitWords } from './parse-arguments.js'

/** A command line as it was typed at the server console or in a config file. */
export interface Command {
  /** The words after the command's name: told apart at blanks, those in quotes stay together, without their quotes. */
  readonly args: readonly string[]
  /** Everything after the command's name, quotes included. */
  readonly text: string
}

/**
 * Answers a server command. What it returns is not looked at, but it may be an async function: what that throws is logged
 * like any other error.
 */
export type CommandHandler = (command: Command) => unknown

export class ServerCommands {
  readonly #bridge: Bridge
  readonly #engine: Calls['engine']
  readonly #handlers = new Map<string, { scope: PluginScope; handler: CommandHandler }>()

  constructor(bridge: Bridge, engine: Calls['engine']) {
    this.#bridge = bridge
    this.#engine = engine
  }

  add(scope: PluginScope, name: string, handler: CommandHandler): Undo {
    const place = 'addCommand'
    const key = consoleName(name, place).toLowerCase()
    if (typeof handler !== 'function') throw wrongType(place, 'handler', 'a function', handler)
    if (this.#handlers.has(key) || !this.#bridge.addCommand(scope.slot, name)) {
      const message = `${place}: "${name}" ${this.#ownerOf(key)}; choose another name`
      throw new MetamodError('COMMAND_TAKEN', message)
    }
    this.#handlers.set(key, { scope, handler })
    return scope.keep(() => {
      this.#handlers.delete(key)
      this.#bridge.removeCommand(scope.slot, name)
    })
  }

  /** Runs a command for the plugin in `slot`; false when it has no such command any more. */
  run(slot: number, name: string): boolean {
    const registered = this.#handlers.get(name.toLowerCase())
    if (registered?.scope.slot !== slot) return false
    const { scope, handler } = registered
    const text = this.#engine.cmdArgs()
    // Not the engine's own words: HLDS takes STEAM_0:1:2 apart into five.
    scope.run(`command ${name}`, () => handler({ args: splitWords(text), text }))
    return true
  }

  /** What an error says of a name that is taken. No engine tells which names are its own. */
  #ownerOf(key: string): string {
    const registered = this.#bridge
      .commands()
      .find(({ name, isAlive }) => isAlive && name.toLowerCase() === key)
    const slot = this.#handlers.get(key)?.scope.slot ?? registered?.slot
    if (slot === undefined) return 'belongs to the engine, or is the name of a variable'
    return slot === 0 ? 'belongs to Metamod' : `belongs to plugin '${this.#bridge.pluginName(slot)}'`
  }

  /** The words of the command that is running as the engine tells them apart, its name first. */
  arguments(): string[] {
    return Array.from({ length: this.#engine.cmdArgc() }, (_, index) => this.#engine.cmdArgv(index))
  }
}
