/** Which hooks each registration takes, since hooks are what a plugin costs: none but these, and none after it is undone. */
import { expect, test } from 'vitest'

import type { Plugin, PluginEventName } from '../src/index.js'
import { PlayerSlots } from '../src/players/testing/player-slots.js'
import { testServer } from '../src/raw/testing/test-server.js'

type Register = (plugin: Plugin) => unknown

const nothing = (): void => undefined
/** Something to be asked for, with nothing to take back. */
const use = (asked: unknown): void => {
  expect(asked).toBeDefined()
}

/** An event, its listener taken back by what this returns. */
const event =
  (name: PluginEventName): Register =>
  (plugin) => {
    plugin.events.on(name, nothing)
    return () => void plugin.events.off(name, nothing)
  }

const people = [
  'onPost.clientConnect',
  'onPost.clientPutInServer',
  'onPost.spectatorConnect',
  'onPost.clientUserInfoChanged',
  'on.clientDisconnect',
  'on.spectatorDisconnect',
  'on.serverDeactivate',
]

/** What a plugin that asked for players keeps: it notes what is told only once. */
const noted = [
  'onPost.clientConnect',
  'onPost.clientPutInServer',
  'onPost.spectatorConnect',
  'onPost.clientDisconnect',
  'onPost.spectatorDisconnect',
]

const registrations: readonly [name: string, Register, hooks: readonly string[], kept?: readonly string[]][] =
  [
    ['nothing', nothing, []],
    ['a server command', (plugin) => plugin.addCommand('x', { args: { who: 'player' } }, nothing), []],
    ['a client command', (plugin) => plugin.addClientCommand('x', {}, nothing), ['on.clientCommand']],
    ['a chat command', (plugin) => plugin.addChatCommand('x', {}, nothing), ['on.clientCommand']],
    ['a variable', (plugin) => use(plugin.addCvar('x', 1)), []],
    ['a listener of a variable', (plugin) => plugin.addCvar('x', 1).onChange(nothing), ['on.startFrame']],
    ['a timer', (plugin) => plugin.after(100, nothing), ['on.startFrame']],
    ['a message', (plugin) => plugin.onMessage('TextMsg', nothing), []],
    ['a message by number', (plugin) => plugin.onMessage(75, nothing), []],
    ['a message of no name yet', (plugin) => plugin.onMessage('Later', nothing), ['onEnginePost.regUserMsg']],
    ['an entity class', (plugin) => plugin.addEntityClass('my_class', nothing), []],
    ['state to hand over', (plugin) => use(plugin.handover('x', () => 1)), []],
    ['the signal', (plugin) => use(plugin.signal), []],
    ['chat', event('chat'), ['on.clientCommand', 'onPost.clientCommand']],
    ['mapStart', event('mapStart'), ['onPost.serverActivate']],
    ['mapEnd', event('mapEnd'), ['on.serverDeactivate']],
    ['frame', event('frame'), ['on.startFrame']],
    ['playerConnect', event('playerConnect'), [...people, ...noted], noted],
    ['playerJoin', event('playerJoin'), [...people, ...noted], noted],
    ['playerLeave', event('playerLeave'), [...people, ...noted], noted],
    ['the players', (plugin) => use(plugin.players.all), noted, noted],
  ]

test.each(registrations)('%s takes these hooks, and gives them back', (_name, register, hooks, kept = []) => {
  const { memory, addPlugin } = testServer()
  const slots = new PlayerSlots(memory)
  memory.messages.set('TextMsg', { id: 75, size: -1 })
  slots.join({ index: 1, userId: 7, name: 'Ann' })
  const { plugin, dispose } = addPlugin(2)
  const undo = register(plugin) as (() => void) | undefined
  // In the first frame those who came late are told of what is there.
  slots.frame()
  slots.frame()
  expect(hooksOn(memory.journal)).toEqual([...new Set(hooks)].sort())
  undo?.()
  expect(hooksOn(memory.journal)).toEqual([...kept].sort())
  // Once more is no different.
  undo?.()
  expect(hooksOn(memory.journal)).toEqual([...kept].sort())
  dispose()
  expect(hooksOn(memory.journal)).toEqual([])
})

const ofEngine = ['regUserMsg']

/** The hooks that the journal of the bridge leaves on, by the names that authors know. */
function hooksOn(journal: readonly string[]): string[] {
  const on = new Set<string>()
  for (const line of journal) {
    const [, name = '', phase, state] = /^setHook \d+ (\w+) (\d) (on|off)$/.exec(line) ?? []
    const hook = `on${ofEngine.includes(name) ? 'Engine' : ''}${phase === '1' ? 'Post' : ''}.${name}`
    if (state === 'on') on.add(hook)
    if (state === 'off') on.delete(hook)
  }
  return [...on].sort()
}
