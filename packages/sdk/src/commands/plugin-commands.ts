/** The commands of one plugin, of all three kinds. */
import { consoleName } from '../console-name.js'
import type { Bridge } from '../raw/bridge.js'
import { claim, text as checkedText } from '../raw/checks.js'
import { MetamodError, outOfRange, wrongType } from '../raw/errors.js'
import type { Undo } from '../raw/hook.js'
import { answerCommand } from './answer-command.js'
import type { AnyListener } from './answer-command.js'
import { usageOf } from './argument-rows.js'
import { commandRow } from './command-options.js'
import type { ChatCommandOptions, CommandOptions, CommandRow } from './command-options.js'
import { PlayerCommands } from './player-commands.js'
import type { PlayerCommandsParts } from './player-commands.js'
import type { CommandHandler, ServerCommands } from './server-commands.js'
import type { TakenNames } from './taken-names.js'

/** One line of a list of commands. */
export interface CommandHelp {
  /** Where it is typed: at the server console, at a player's console, or in the chat. */
  readonly kind: 'server' | 'client' | 'chat'
  /** As it is typed; a chat command with the first of its prefixes. */
  readonly name: string
  /** The name and the arguments, such as `!slap <target> [damage 0..100]`. */
  readonly usage: string
  /** What its author says it does; may be empty. */
  readonly help: string
}

/** What {@link PluginCommands} stand on. */
export interface PluginCommandsParts extends PlayerCommandsParts {
  readonly bridge: Bridge
  readonly server: ServerCommands
  readonly taken: TakenNames
}

const defaultPrefixes = ['!', '/']
const longestChatName = 63

export class PluginCommands {
  readonly #parts: PluginCommandsParts
  readonly #players: PlayerCommands
  readonly #help = new Set<CommandHelp>()

  constructor(parts: PluginCommandsParts) {
    this.#parts = parts
    this.#players = new PlayerCommands(parts)
  }

  get help(): readonly CommandHelp[] {
    return [...this.#help]
  }

  addPlain(name: string, handler: CommandHandler): Undo {
    const { scope, server } = this.#parts
    scope.requireLoaded('addCommand')
    const undo = server.add(scope, name, handler)
    return this.#list({ kind: 'server', name, usage: name, help: '' }, undo)
  }

  addServer(name: string, options: CommandOptions, listener: AnyListener): Undo {
    const place = 'addCommand'
    const { scope, server, bridge, players } = this.#parts
    scope.requireLoaded(place)
    const row = commandRow(options, listener, place)
    const reply = (answer: string): void => {
      scope.requireLoaded('reply')
      bridge.logConsole(scope.slot, checkedText(answer, 'reply', 'text'))
    }
    const undo = server.add(scope, name, ({ text }) =>
      answerCommand(row, { name, text, player: null, reply }, listener, (part) => players().find(part)),
    )
    return this.#list(helpOf('server', name, row), undo)
  }

  addClient(name: string, options: CommandOptions, listener: AnyListener): Undo {
    const place = 'addClientCommand'
    this.#parts.scope.requireLoaded(place)
    const row = commandRow(options, listener, place)
    checkClientName(consoleName(name, place).toLowerCase(), place)
    return this.#addForPlayers('client', [name], row, () => true, listener)
  }

  addChat(name: string, options: ChatCommandOptions, listener: AnyListener): Undo {
    const place = 'addChatCommand'
    this.#parts.scope.requireLoaded(place)
    const row = commandRow(options, listener, place)
    const { hidden, prefixes } = options
    if (hidden !== undefined) claim(hidden, place, 'hidden')
    const isHidden = (typed: string): boolean => hidden ?? typed.startsWith('/')
    return this.#addForPlayers('chat', chatNames(name, prefixes, place), row, isHidden, listener)
  }

  #addForPlayers(
    kind: 'client' | 'chat',
    names: readonly string[],
    ...[row, isHidden, listener]: [CommandRow, (name: string) => boolean, AnyListener]
  ): Undo {
    const { scope, taken } = this.#parts
    const place = kind === 'chat' ? 'addChatCommand' : 'addClientCommand'
    const undos = [taken.take(scope, kind, names, place)]
    for (const name of names)
      undos.push(this.#players.add(kind, name, { row, listener, isHidden: isHidden(name) }))
    const undo = scope.keep(() => {
      for (const each of undos) each()
    })
    return this.#list(helpOf(kind, names[0] ?? '', row), undo)
  }

  #list(entry: CommandHelp, undo: Undo): Undo {
    this.#help.add(entry)
    return () => {
      this.#help.delete(entry)
      undo()
    }
  }
}

function helpOf(kind: CommandHelp['kind'], name: string, { rows, help }: CommandRow): CommandHelp {
  return { kind, name, usage: usageOf(name, rows ?? []), help }
}

function checkClientName(name: string, place: string): void {
  if (name === 'meta')
    throw new MetamodError('COMMAND_TAKEN', `${place}: "meta" belongs to Metamod; choose another name`)
  if (name === 'say' || name === 'say_team')
    throw new RangeError(
      `${place}: "${name}" is the chat; use plugin.addChatCommand, or plugin.on.clientCommand for all of it`,
    )
}

/** A name with each of its prefixes. A name that begins with one of the usual prefixes has that one only. */
function chatNames(name: unknown, prefixes: readonly string[] | undefined, place: string): string[] {
  if (typeof name !== 'string') throw wrongType(place, 'name', 'a string', name)
  const isOneWord = /^[^\s"\p{Cc}]+$/u.test(name) && name.length <= longestChatName
  if (!isOneWord)
    throw outOfRange(place, 'name', `one word of 1..${longestChatName} characters without quotes`, name)
  if (prefixes === undefined)
    return defaultPrefixes.some((prefix) => name.startsWith(prefix) && name !== prefix)
      ? [name]
      : defaultPrefixes.map((prefix) => prefix + name)
  const given: readonly unknown[] = Array.isArray(prefixes) ? prefixes : []
  const areTexts =
    given.length > 0 && given.every((prefix) => typeof prefix === 'string' && /^[^\s"\p{Cc}]*$/u.test(prefix))
  if (!areTexts) throw wrongType(place, 'prefixes', 'one text or more without blanks and quotes', prefixes)
  return [...new Set(prefixes)].map((prefix) => prefix + name)
}
