/**
 * The commands that players type, of one plugin: client commands at their console, chat commands in what they say. Both
 * arrive at the game DLL as client commands; the hook is on while the plugin has one of either.
 */
import type { Calls } from '../call-table.js'
import { chatLineOf } from '../chat-line.js'
import type { Player } from '../players/player.js'
import type { PluginScope } from '../plugin-scope.js'
import { text as checkedText } from '../raw/checks.js'
import type { Entity } from '../raw/entity.js'
import { supercede } from '../raw/hook.js'
import type { Answer, Undo } from '../raw/hook.js'
import { answerCommand } from './answer-command.js'
import type { AnyListener } from './answer-command.js'
import type { CommandRow } from './command-options.js'

/** A command that players can type. */
export interface PlayerCommand {
  readonly row: CommandRow
  readonly listener: AnyListener
  /** Whether the game does not get to see the line. */
  readonly isHidden: boolean
}

/** What the commands need of `plugin.players`. */
export interface CommandPlayers {
  find(text: string): Player
  of(entity: Entity): Player | null
}

/** What {@link PlayerCommands} stand on. */
export interface PlayerCommandsParts {
  readonly scope: PluginScope
  readonly engine: Calls['engine']
  readonly players: () => CommandPlayers
  /** Has a function called for each client command. */
  readonly onClientCommand: (
    listener: (event: { readonly player: Entity }) => Answer<void> | undefined,
  ) => Undo
}

export class PlayerCommands {
  readonly #parts: PlayerCommandsParts
  /** By name in lower case; those of the chat with their prefix. */
  readonly #commands = { client: new Map<string, PlayerCommand>(), chat: new Map<string, PlayerCommand>() }
  #unhook: Undo | null = null

  constructor(parts: PlayerCommandsParts) {
    this.#parts = parts
  }

  add(kind: 'client' | 'chat', name: string, command: PlayerCommand): Undo {
    const { client, chat } = this.#commands
    const key = name.toLowerCase()
    this.#commands[kind].set(key, command)
    this.#unhook ??= this.#parts.onClientCommand(({ player }) => this.#typed(player))
    return () => {
      this.#commands[kind].delete(key)
      if (client.size > 0 || chat.size > 0) return
      this.#unhook?.()
      this.#unhook = null
    }
  }

  #typed(entity: Entity): Answer<void> | undefined {
    const { engine } = this.#parts
    const first = engine.cmdArgv(0).toLowerCase()
    const args = engine.cmdArgs()
    const said = chatLineOf(first, args)
    if (said === null) return this.#run('client', entity, first, args)
    const name = /^\S+/.exec(said.text)?.[0] ?? ''
    return this.#run('chat', entity, name, said.text.slice(name.length).trimStart())
  }

  #run(kind: 'client' | 'chat', entity: Entity, name: string, text: string): Answer<void> | undefined {
    const command = this.#commands[kind].get(name.toLowerCase())
    if (command === undefined) return undefined
    const { scope, players } = this.#parts
    const player = players().of(entity)
    if (player === null) return undefined
    const reply = (answer: string): void => {
      scope.requireLoaded('reply')
      checkedText(answer, 'reply', 'text')
      if (!player.isConnected) return
      if (kind === 'chat') player.printChat(answer)
      else player.print(answer)
    }
    scope.run(`${kind} command ${name}`, () =>
      answerCommand(command.row, { name, text, player, reply }, command.listener, (part) =>
        players().find(part),
      ),
    )
    return command.isHidden ? supercede() : undefined
  }
}
