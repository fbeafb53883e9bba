/** What a plugin object registers for people and for later: commands, console variables and timers. */
import type { Arguments } from './commands/argument.js'
import type { AnyListener } from './commands/answer-command.js'
import type { ChatCommandOptions, CommandListener, CommandOptions } from './commands/command-options.js'
import { PluginCommands } from './commands/plugin-commands.js'
import type { CommandHelp } from './commands/plugin-commands.js'
import type { CommandHandler } from './commands/server-commands.js'
import type { Cvar } from './cvar.js'
import type { CvarType, CvarValue, CvarValues } from './cvar-rules.js'
import { Cvars } from './cvars.js'
import type { CvarOptions, TypeOfDefault } from './cvars.js'
import type { Player } from './players/player.js'
import type { PluginParts } from './plugin-parts.js'
import { PluginTables } from './plugin-tables.js'
import type { Undo } from './raw/hook.js'
import type { TimerOptions, Timers } from './timers/timers.js'

/** The part of the plugin object that registers commands, console variables and timers. */
export class PluginRegistrations extends PluginTables {
  readonly #commands: PluginCommands
  readonly #cvars: Cvars
  readonly #timers: Timers

  /** @internal Made with the plugin. */
  constructor(parts: PluginParts) {
    super(parts)
    const { scope, definition, runtime, calls, hooks, commands, takenNames, players } = parts
    const { bridge } = runtime
    const { engine } = calls
    this.#timers = parts.timers
    this.#commands = new PluginCommands({
      ...{ scope, bridge, engine, players, server: commands, taken: takenNames },
      onClientCommand: hooks.on.clientCommand,
    })
    this.#cvars = new Cvars({
      ...{ scope, runtime, engine },
      say: (line) => bridge.logConsole(scope.slot, `[${definition.logTag}] ${line}`),
      onFrame: hooks.on.startFrame,
    })
  }

  /**
   * Registers a server command: one that is typed at the server console, in a config file or over rcon.
   *
   * With options it has typed arguments. What is typed wrongly is answered with what is wrong and how the command is used,
   * and the handler is not called. Words are told apart at blanks, those in quotes stay together:
   *
   * ```ts
   * const args = { target: 'player', damage: { type: 'integer', min: 0, max: 100, default: 5 } } as const
   * plugin.addCommand('slap', { help: 'Hurts a player', args }, ({ args, reply }) => {
   *   args.target.vars.health -= args.damage
   *   reply(`${args.target.name} lost ${args.damage}`)
   * })
   * ```
   *
   * A paused plugin's server commands go on working.
   *
   * @param name - One word of at most 63 ASCII characters. Case does not count.
   * @returns the function that takes the command back; until then no other plugin can have the name.
   * @throws MetamodError with code `COMMAND_TAKEN` for a name that the engine or another plugin has.
   * @throws TypeError or RangeError for arguments that could not be told apart.
   * @native enginefuncs_t.pfnAddServerCommand
   */
  addCommand(name: string, handler: CommandHandler): Undo
  addCommand<const Args extends Arguments | undefined = undefined>(
    name: string,
    options: CommandOptions<Args>,
    handler: CommandListener<Args, null>,
  ): Undo
  addCommand(name: string, options: CommandOptions | CommandHandler, handler?: AnyListener): Undo {
    if (handler === undefined) return this.#commands.addPlain(name, options as CommandHandler)
    return this.#commands.addServer(name, options as CommandOptions, handler)
  }

  /**
   * Registers a command that players type at their own console, or bind to a key. The game does not get to see it; a name that
   * the game has too, such as `drop`, is taken from it. Other plugins' hooks see it as any client command.
   *
   * ```ts
   * plugin.addClientCommand('rules', {}, ({ player }) => player.printCenter('Be nice to each other'))
   * ```
   *
   * While the plugin is paused the game gets the command, and says that it knows none of that name.
   *
   * @param name - One word of at most 63 ASCII characters. Case does not count.
   * @returns the function that takes the command back; until then no other plugin can have the name.
   * @throws MetamodError with code `COMMAND_TAKEN` for a client command that a plugin has.
   * @throws RangeError for `say` and `say_team`, which are the chat.
   * @native DLL_FUNCTIONS.pfnClientCommand
   */
  addClientCommand<const Args extends Arguments | undefined = undefined>(
    name: string,
    options: CommandOptions<Args>,
    handler: CommandListener<Args, Player>,
  ): Undo {
    return this.#commands.addClient(name, options, handler)
  }

  /**
   * Registers a command that players say: `help` is called by `!help`, which everybody sees, and by `/help`, which only this
   * plugin does. With a prefix of its own, as in `!help`, it has only that. Both kinds of chat count, to all and to the team.
   *
   * ```ts
   * plugin.addChatCommand('health', { help: 'Tells how you are' }, ({ player, reply }) => reply(`${player.vars.health}`))
   * ```
   *
   * While the plugin is paused such lines are plain chat.
   *
   * @param name - One word of at most 63 characters. Case does not count.
   * @param options - `prefixes` and `hidden` change what stands before the name, and who sees the line.
   * @returns the function that takes the command back; until then no other plugin can have the name with these prefixes.
   * @throws MetamodError with code `COMMAND_TAKEN` for a chat command that a plugin has.
   * @native DLL_FUNCTIONS.pfnClientCommand
   */
  addChatCommand<const Args extends Arguments | undefined = undefined>(
    name: string,
    options: ChatCommandOptions<Args>,
    handler: CommandListener<Args, Player>,
  ): Undo {
    return this.#commands.addChat(name, options, handler)
  }

  /** The plugin's own commands of all kinds, in the order of their registration: what a `!help` of its own may list. */
  commandHelp(): readonly CommandHelp[] {
    return this.#commands.help
  }

  /**
   * Registers a console variable. It stays in the server after the plugin is gone, and has its old value when the plugin
   * comes back.
   *
   * A value that does not fit is set back, with a line at the console that says so: when it is read with `get()`, and, if the
   * options name a type or a range, in the next frame. Where two plugins register a variable of the same name, it is one
   * variable.
   *
   * ```ts
   * const delay = plugin.addCvar('hello_delay', 3, { min: 0, max: 60, help: 'Seconds until players are greeted' })
   * plugin.after(delay.get(), () => plugin.log('hello'))
   * ```
   *
   * @param name - One word of at most 63 ASCII characters. Case does not count.
   * @param value - What it is until somebody sets it. It also tells the type, if the options do not.
   * @throws RangeError for a default outside of its own range.
   * @throws MetamodError with code `CVAR_TAKEN` for one that this plugin registered already.
   * @native enginefuncs_t.pfnCVarRegister
   */
  addCvar<Default extends CvarValue, Type extends CvarType = TypeOfDefault<Default>>(
    name: string,
    value: Default,
    options: CvarOptions<Type> = {},
  ): Cvar<CvarValues[Type]> {
    // The rules that the type names make values of that type only.
    return this.#cvars.add(name, value, options as unknown as CvarOptions) as Cvar<CvarValues[Type]>
  }

  /**
   * Finds a console variable of the server's, of the game's or of another plugin's, such as `sv_gravity`; null when there is
   * none. Nothing is set back in it.
   *
   * ```ts
   * plugin.cvar('sv_gravity', 'number')?.set(400)
   * ```
   *
   * @param type - What `get()` and its listeners have it as; `text` if left out.
   * @native enginefuncs_t.pfnCVarGetPointer
   */
  cvar<Type extends CvarType = 'text'>(name: string, type?: Type): Cvar<CvarValues[Type]> | null {
    return this.#cvars.find(name, type ?? 'text') as Cvar<CvarValues[Type]> | null
  }

  /**
   * Calls a function once, after some seconds of game time. A timer lives on over a change of the map with what it had left. It
   * stands still with the game: while the server is paused, or empty and asleep, and between maps; and while the plugin is
   * paused.
   *
   * Timers that are due in one frame are called in the order of their times, then of their registration, before the game's
   * own frame. What a callback throws is logged.
   *
   * ```ts
   * const cancel = plugin.after(30, () => plugin.log('half a minute is over'))
   * ```
   *
   * @param seconds - 0 or more. Engines count whole frames, so the call comes up to a frame late; 0 means the next frame.
   * @param callback - May be an async function.
   * @returns the function that takes the timer back.
   */
  after(seconds: number, callback: () => unknown, options?: TimerOptions): Undo {
    return this.#timers.after(seconds, callback, options)
  }

  /**
   * Calls a function again and again, first after one interval; for the rest see `plugin.after`. It keeps its beat. If the
   * server was held up, what was missed is not made up for: the call comes once, and the next one interval later. A callback that
   * throws is logged and called again. An async callback is not waited for: the next call comes at its time all the same.
   *
   * @param seconds - The interval, 0 or more. It is called once a frame at most; 0 means each frame.
   * @returns the function that takes the timer back, also in its own callback.
   */
  every(seconds: number, callback: () => unknown, options?: TimerOptions): Undo {
    return this.#timers.every(seconds, callback, options)
  }

  /**
   * Calls a function in the next frame, never in this one.
   *
   * @returns the function that takes the call back.
   */
  nextFrame(callback: () => unknown): Undo {
    return this.#timers.nextFrame(callback)
  }

  /**
   * Waits some seconds of game time: `await plugin.wait(3)`. It goes by game time as `plugin.after` does, over changes of the map
   * too. Afterwards players may have left and entities may be gone: test `isConnected` and `isValid`.
   *
   * @param seconds - 0 or more; 0 waits for the next frame.
   * @returns a promise that is rejected with code `PLUGIN_UNLOADED` if the plugin is unloaded first. The log does not mention
   * that, so there is no need to catch it.
   */
  wait(seconds: number): Promise<void> {
    return this.#timers.wait(seconds)
  }
}
