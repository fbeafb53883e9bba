/** What plugins register with a bridge and print through it, for tests without native code. */
import type { Bridge, NativePointer, RegisteredCommand, RegisteredMessage } from '../bridge.js'
import { MemoryCvars } from './memory-cvars.js'

/** The part of the memory bridge that no call and no hook passes. */
export class MemoryRegistry implements Partial<Bridge> {
  /** The console variables, as somebody at the console sees them. */
  readonly console = new MemoryCvars()
  /** Commands, log lines, hooks and whatever else reached the bridge, as one line each. */
  readonly journal: string[] = []

  addCommand(slot: number, name: string): boolean {
    this.journal.push(`addCommand ${slot} ${name}`)
    return name !== 'quit'
  }

  removeCommand(): void {
    return undefined
  }

  commands(): readonly RegisteredCommand[] {
    return []
  }

  pluginName(slot: number): string {
    return `Plugin ${slot}`
  }

  claimUserMessage(slot: number, name: string, size: number, id: number): void {
    this.journal.push(`claimUserMessage ${slot} ${name} ${size} ${id}`)
  }

  /** The messages that somebody registered, by name. */
  readonly messages = new Map([['svc_temp_entity', { id: 23, size: -1 }]])
  /** The message that was begun in the engine and not ended. */
  begun: { id: number; slot: number } | null = null

  gatherMessage(slot: number, id: number, on: boolean): void {
    this.journal.push(`gatherMessage ${slot} ${id} ${on ? 'on' : 'off'}`)
  }

  openMessage(): { id: number; slot: number } | null {
    return this.begun
  }

  userMessageId(_slot: number, name: string): { id: number; size: number } | null {
    return this.messages.get(name) ?? null
  }

  userMessageName(_slot: number, id: number): { name: string; size: number } | null {
    const found = [...this.messages].find(([, message]) => message.id === id)
    return found === undefined ? null : { name: found[0], size: found[1].size }
  }

  userMessages(): readonly RegisteredMessage[] {
    return [...this.messages].map(([name, message]) => ({ name, slot: 0, ...message }))
  }

  addCvar(slot: number, name: string, value: string, flags: number): NativePointer {
    this.journal.push(`addCvar ${slot} ${name} ${value} ${flags}`)
    return this.console.add(name, value, flags)
  }

  /** The classes that are the game's or a plugin's. */
  readonly entityClasses = new Set(['info_target'])
  /** The Metamod whose plugin we are. */
  host = ''

  hostName(): string {
    return this.host
  }

  addEntityClass(slot: number, className: string): boolean {
    this.journal.push(`addEntityClass ${slot} ${className}`)
    if (this.entityClasses.has(className)) return false
    this.entityClasses.add(className)
    return true
  }

  removeEntityClass(slot: number, className: string): void {
    this.journal.push(`removeEntityClass ${slot} ${className}`)
    this.entityClasses.delete(className)
  }

  cvarText(pointer: NativePointer): string {
    return this.console.textBehind(pointer)
  }

  readCvar(pointer: NativePointer): { name: string; string: string; flags: number; value: number } {
    return this.console.read(pointer)
  }

  loadFile(path: string): Uint8Array | null {
    return path === 'motd.txt' ? Uint8Array.of(1, 2, 3) : null
  }

  pointerText(): string {
    return '\\name\\Bob'
  }

  logConsole(slot: number, text: string): void {
    this.journal.push(`logConsole ${slot} ${text}`)
  }

  centerSay(slot: number, text: string, parms: Float64Array | null): void {
    this.journal.push(`centerSay ${slot} ${text} ${parms === null ? 'default' : parms.join(' ')}`)
  }
}
