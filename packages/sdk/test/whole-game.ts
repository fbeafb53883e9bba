/**
 * A game that does all that a plugin can listen to, and all places where a plugin's code is called: for tests of what holds
 * at each of them.
 */
import { MessageDest, override } from '../src/index.js'
import type { Plugin } from '../src/host.js'
import { PlayerSlots } from '../src/players/testing/player-slots.js'
import type { WholeMessage } from '../src/raw/bridge.js'
import { layoutOf, offsetIn } from '../src/raw/layout.js'
import { testServer } from '../src/raw/testing/test-server.js'
import type { TestServer } from '../src/raw/testing/test-server.js'

const timeAt = offsetIn(layoutOf('globalvars_t', 64), 'time') >> 2
const ann = { index: 1, userId: 7, name: 'Ann' }
const bot = { index: 3, userId: 9, name: 'Cid', isBot: true }
const textMsg: WholeMessage = {
  id: 75,
  dest: MessageDest.All,
  origin: null,
  entityIndex: -1,
  parts: [{ type: 'byte', value: 4 }],
}

/** A server whose frames advance the game's time. */
export class Game {
  readonly server: TestServer = testServer()
  readonly slots = new PlayerSlots(this.server.memory)

  constructor() {
    this.server.memory.messages.set('TextMsg', { id: 75, size: -1 })
    this.server.memory.console.add('a_cvar', '1')
    this.time = 1
  }

  get time(): number {
    return this.server.memory.globals.f32[timeAt] ?? 0
  }

  set time(seconds: number) {
    this.server.memory.globals.f32[timeAt] = seconds
  }

  frames(count = 1): void {
    for (let frame = 0; frame < count; frame += 1) {
      this.time += 1
      this.slots.frame()
    }
  }

  /** All that a listener of these tests may be waiting for. */
  everything(): void {
    const { memory, host } = this.server
    this.frames(2)
    this.slots.take(bot)
    this.slots.hook('clientUserInfoChanged', 3)
    this.frames()
    this.slots.spawn(3)
    this.frames()
    this.slots.join(ann)
    this.slots.type(1, ['say', '!cmd'], '!cmd')
    this.slots.type(1, ['cmd'], '')
    host.runCommand(2, 'cmd')
    memory.console.set('a_cvar', String(this.time))
    host.callbacks.userMessage(textMsg)
    host.callbacks.spawnEntity(2, 'my_class', 5)
    this.slots.leave(1)
    this.frames(2)
    memory.hook({ function: 'serverDeactivate' })
    host.callbacks.mapEnded()
    memory.startMap(host.callbacks)
    host.callbacks.mapStarted()
    const params = { edictList: 0, edictCount: 3, clientMax: 4 }
    memory.hook({ function: 'serverActivate', phase: 1, params })
    this.frames(2)
  }
}

/** What of the plugin in a slot is still known to the bridge. */
export function leftovers(journal: readonly string[], slot: number): string[] {
  const state = new Map<string, boolean>()
  for (const line of journal) {
    const [, what, on] = /^((?:setHook|gatherMessage) \d+ .*) (on|off)$/.exec(line) ?? []
    if (what?.split(' ')[1] === String(slot)) state.set(what, on === 'on')
    const [, action, className] = /^(add|remove)EntityClass \d+ (\w+)$/.exec(line) ?? []
    if (className !== undefined) state.set(`class ${className}`, action === 'add')
  }
  return [...state].flatMap(([what, isOn]) => (isOn ? [what] : []))
}

/** Has a function called somewhere. */
export type Place = (plugin: Plugin, call: () => void) => unknown

/** Places that take any number of listeners. */
export const places: Record<string, Place> = {
  hook: (plugin, call) => plugin.onPost.clientPutInServer(call),
  timer: (plugin, call) => plugin.after(1, call),
  every: (plugin, call) => plugin.every(1, call),
  nextFrame: (plugin, call) => plugin.nextFrame(call),
  playerConnect: (plugin, call) => plugin.events.on('playerConnect', call),
  playerJoin: (plugin, call) => plugin.events.on('playerJoin', call),
  playerLeave: (plugin, call) => plugin.events.on('playerLeave', call),
  chat: (plugin, call) => plugin.events.on('chat', call),
  mapStart: (plugin, call) => plugin.events.on('mapStart', call),
  mapEnd: (plugin, call) => plugin.events.on('mapEnd', call),
  frame: (plugin, call) => plugin.events.on('frame', call),
  onChange: (plugin, call) => plugin.cvar('a_cvar', 'number')?.onChange(call),
  onMessage: (plugin, call) =>
    plugin.onMessage('TextMsg', () => {
      call()
      return override([1])
    }),
}

/** Places that take one listener only. */
export const lonely: Record<string, Place> = {
  addCommand: (plugin, call) => plugin.addCommand('cmd', { args: {} }, call),
  addClientCommand: (plugin, call) => plugin.addClientCommand('cmd', { args: {} }, call),
  addChatCommand: (plugin, call) => plugin.addChatCommand('cmd', { args: {} }, call),
  isAllowed: (plugin, call) =>
    plugin.addClientCommand('cmd', { isAllowed: () => (call(), true) }, () => undefined),
  entityClass: (plugin, call) => plugin.addEntityClass('my_class', call),
}
