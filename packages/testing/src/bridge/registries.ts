/** What plugins registered, and whose it is: commands, cvars, messages and entity classes. Names outlive their plugin. */
import type { RegisteredCommand, RegisteredCvar, RegisteredMessage } from '@csr/metamod-sdk/host'

import { EngineCvar } from '../engine/cvars.js'
import type { Engine } from '../engine/engine.js'
import { engineMessages } from '../engine/message-names.js'

interface Command {
  readonly name: string
  slot: number
  isAlive: boolean
  lastOwner: string
}

export interface RegistrySinks {
  readonly pluginName: (slot: number) => string
  readonly run: (slot: number, name: string) => void
  readonly log: (line: string) => void
}

interface Message {
  readonly name: string
  readonly id: number
  readonly size: number
  slot: number
  isGames: boolean
}

const deepest = 64

export class Registries {
  readonly #engine: Engine
  readonly #sinks: RegistrySinks
  readonly #commands: Command[] = []
  readonly #cvars: { readonly name: string; owners: number[] }[] = []
  readonly #messages: Message[] = engineMessages.map((name, id) => ({
    name,
    id,
    size: -1,
    slot: 0,
    isGames: true,
  }))
  readonly #classes = new Map<string, number>()
  #depth = 0

  constructor(engine: Engine, sinks: RegistrySinks) {
    this.#engine = engine
    this.#sinks = sinks
  }

  forgetOwner(slot: number): void {
    for (const command of this.#commands) if (command.slot === slot) this.#forget(command)
    for (const cvar of this.#cvars) cvar.owners = cvar.owners.filter((owner) => owner !== slot)
    for (const message of this.#messages) if (message.slot === slot) message.slot = 0
    for (const [name, owner] of this.#classes) if (owner === slot) this.#classes.delete(name)
  }

  addCommand(slot: number, name: string): boolean {
    const known = this.#command(name)
    if (known !== null) {
      if (known.isAlive && known.slot !== slot) return false
      Object.assign(known, { slot, isAlive: true })
      return true
    }
    // A name that is a cvar would never reach us.
    if (this.#engine.cvars.find(name) !== null) return false
    this.#commands.push({ name, slot, isAlive: true, lastOwner: '' })
    this.#engine.engineTable.addServerCommand(name, () => this.#arrived())
    return true
  }

  removeCommand(slot: number, name: string): void {
    const known = this.#command(name)
    if (known?.isAlive === true && known.slot === slot) this.#forget(known)
  }

  get commands(): RegisteredCommand[] {
    return this.#commands.map(({ name, slot, isAlive }) => ({ name, slot, isAlive }))
  }

  addCvar(slot: number, name: string, value: string, flags: number): EngineCvar {
    const known = this.#engine.cvars.find(name) ?? this.#makeCvar(slot, name, value, flags)
    const entry = this.#cvars.find((cvar) => cvar.name.toLowerCase() === name.toLowerCase())
    if (entry?.owners.includes(slot) === false) entry.owners.push(slot)
    return known
  }

  get cvars(): RegisteredCvar[] {
    return this.#cvars.flatMap(({ name, owners }) => {
      const live = this.#engine.cvars.find(name)
      if (live === null) return []
      const { string, value, flags } = live
      return [{ name: live.name, string, value, flags, slot: owners[0] ?? 0, isAlive: owners.length > 0 }]
    })
  }

  /** @param slot - 0 for the game. */
  noteMessage(slot: number, name: string, size: number, id: number): void {
    if (id <= 0) return
    const known = this.#messages.find((message) => message.name === name)
    if (known === undefined) this.#messages.push({ name, id, size, slot, isGames: slot === 0 })
    else if (slot === 0) Object.assign(known, { slot: 0, isGames: true })
    else if (!known.isGames && known.slot === 0) known.slot = slot
  }

  get messages(): RegisteredMessage[] {
    return this.#messages.map(({ name, id, size, slot }) => ({ name, id, size, slot }))
  }

  messageNamed(name: string): RegisteredMessage | null {
    // Both spellings are about.
    const wanted = name === 'svc_tempentity' ? 'svc_temp_entity' : name
    return this.#messages.find((message) => message.name === wanted) ?? null
  }

  messageWithId(id: number): RegisteredMessage | null {
    return this.#messages.find((message) => message.id === id) ?? null
  }

  /** @param isGames - Whether the game has the class. */
  addClass(slot: number, className: string, isGames: boolean): boolean {
    if (isGames || this.#classes.has(className)) return false
    this.#classes.set(className, slot)
    return true
  }

  removeClass(slot: number, className: string): void {
    if (this.#classes.get(className) === slot) this.#classes.delete(className)
  }

  /** Has a plugin's class make an entity; false if there is none of that name. */
  make(className: string, maker: (slot: number) => void): boolean {
    const slot = this.#classes.get(className)
    if (slot === undefined || this.#depth > deepest) return false
    if (this.#depth === deepest) {
      const plugin = `plugin '${this.#sinks.pluginName(slot)}': entity class ${className}`
      const why = `${deepest} entities are being made inside each other; end the circle, in which a class makes an entity of itself`
      this.#sinks.log(`[META] ERROR: ${plugin}: ${why}`)
      return false
    }
    this.#depth += 1
    try {
      maker(slot)
    } finally {
      this.#depth -= 1
    }
    return true
  }

  #command(name: string): Command | null {
    const wanted = name.toLowerCase()
    return this.#commands.find((command) => command.name.toLowerCase() === wanted) ?? null
  }

  #forget(command: Command): void {
    command.isAlive = false
    command.lastOwner = this.#sinks.pluginName(command.slot)
    command.slot = 0
  }

  #makeCvar(slot: number, name: string, value: string, flags: number): EngineCvar {
    const known = this.#command(name)
    const plugin = this.#sinks.pluginName(slot)
    const refuse = (why: string): never => {
      this.#sinks.log(`[META] ERROR: plugin '${plugin}' cannot register cvar '${name}': ${why}`)
      throw new Error(`addCvar: the server has no place for '${name}'; the line above in its log says why`)
    }
    if (known?.isAlive === true) refuse('a command has this name. Rename it.')
    const cvar = new EngineCvar(name, value, flags)
    this.#engine.cvars.register(cvar)
    if (this.#engine.cvars.find(name) !== cvar)
      refuse('the engine refused it; it may have a command of this name. Rename it.')
    this.#cvars.push({ name, owners: [] })
    return cvar
  }

  #arrived(): void {
    const [typed = ''] = this.#engine.commands.current.words
    const command = this.#command(typed)
    if (command?.isAlive === true) {
      this.#sinks.run(command.slot, command.name)
      return
    }
    const owner = command?.lastOwner ? `plugin '${command.lastOwner}'` : 'its plugin'
    this.#engine.console.line(
      `[META] Command '${typed}' does nothing now: ${owner} was unloaded. Load it again to have the command.`,
    )
  }
}
