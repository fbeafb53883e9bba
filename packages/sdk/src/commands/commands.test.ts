import { describe, expect, test } from 'vitest'

import { Entity } from '../index.js'
import { FrameOffset } from '../raw/frame.js'
import { MetaResult } from '../raw/generated/enums.js'
import { Lobby, slap } from './testing/lobby.js'

describe('names that are taken', () => {
  test('are refused to all plugins, and free again when their command is taken back', () => {
    const it = new Lobby()
    const other = it.server.addPlugin(2).plugin
    const undos = [
      it.plugin.addClientCommand('x', {}, () => 0),
      it.plugin.addChatCommand('x', {}, () => 0),
      it.plugin.addCommand('x', {}, () => 0),
    ]
    const adds = [it.plugin, other].flatMap((plugin) => [
      () => plugin.addClientCommand('X', {}, () => 0),
      () => plugin.addChatCommand('X', { prefixes: ['.', '/'] }, () => 0),
      () => plugin.addCommand('X', {}, () => 0),
    ])
    for (const add of adds) expect(add).toThrow(/"[/!]?X" belongs to plugin 'Plugin 1'; choose another name/)
    for (const undo of [...undos, ...undos]) undo()
    for (const add of adds.slice(3)) add()
    expect(it.plugin.commandHelp()).toEqual([])
    expect(other.commandHelp().map(({ kind }) => kind)).toEqual(['client', 'chat', 'server'])
  })

  test('are free again when their plugin has gone, and none is taken where one of several was', () => {
    const it = new Lobby()
    const { plugin, dispose } = it.server.addPlugin(2)
    plugin.addChatCommand('/x', {}, () => it.seen.push('called'))
    expect(() => it.plugin.addChatCommand('x', {}, () => 0)).toThrow('"/x" belongs to plugin \'Plugin 2\'')
    it.plugin.addChatCommand('!x', {}, () => 0)
    dispose()
    expect(it.says(1, '/x')).toBe(true)
    it.plugin.addChatCommand('/x', {}, () => 0)
    expect(it.seen).toEqual([])
    expect(() => plugin.addChatCommand('y', {}, () => 0)).toThrow(
      expect.objectContaining({ code: 'PLUGIN_UNLOADED' }),
    )
  })
})

describe('what goes on around commands', () => {
  test('the hook is on while there is one that players can type', () => {
    const it = new Lobby()
    it.plugin.addCommand('s', {}, () => 0)
    expect(it.hooks).toEqual([])
    const undos = [it.plugin.addClientCommand('x', {}, () => 0), it.plugin.addChatCommand('x', {}, () => 0)]
    expect(it.hooks).toEqual(['setHook 1 clientCommand 0 on'])
    undos[0]?.()
    expect(it.hooks).toEqual(['setHook 1 clientCommand 0 on'])
    undos[1]?.()
    expect(it.hooks).toEqual(['setHook 1 clientCommand 0 on', 'setHook 1 clientCommand 0 off'])
  })

  test('help lists what there is, in the order of registration', () => {
    const it = new Lobby()
    it.plugin.addChatCommand('slap', slap, () => 0)
    it.plugin.addCommand('plain', () => 0)
    const undo = it.plugin.addClientCommand('menu', { help: 'Shows it' }, () => 0)
    expect(it.plugin.commandHelp()).toEqual([
      { kind: 'chat', name: '!slap', usage: '!slap <target> [damage 0..100]', help: 'Hurts a player' },
      { kind: 'server', name: 'plain', usage: 'plain', help: '' },
      { kind: 'client', name: 'menu', usage: 'menu', help: 'Shows it' },
    ])
    undo()
    expect(it.plugin.commandHelp()).toHaveLength(2)
  })

  test('an answer after the player left goes nowhere, and one of an unloaded plugin is an error', () => {
    const it = new Lobby()
    const replies: ((text: string) => void)[] = []
    const { plugin, dispose } = it.server.addPlugin(2)
    plugin.addChatCommand('x', {}, ({ reply }) => replies.push(reply))
    it.says(2, '!x')
    it.server.memory.answers.set('getPlayerUserId', (frame, base) => {
      frame.i32[(base + FrameOffset.result) >> 2] = -1
    })
    replies[0]?.('too late')
    expect(it.printed).toEqual([])
    expect(() => replies[0]?.(5 as never)).toThrow('reply: text must be a string, got 5')
    dispose()
    expect(() => replies[0]?.('x')).toThrow(expect.objectContaining({ code: 'PLUGIN_UNLOADED' }))
  })

  test('an entity in no player’s slot has no commands', () => {
    const it = new Lobby()
    it.plugin.addClientCommand('x', {}, () => it.seen.push('called'))
    expect(it.plugin.entity(4)).toBeInstanceOf(Entity)
    expect(it.client(4, 'x').metaResult).toBe(MetaResult.Ignored)
    expect(it.seen).toEqual([])
  })
})
