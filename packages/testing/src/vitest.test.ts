import { MessageDest } from '@csr/metamod-sdk'
import { describe, expect, test } from 'vitest'

import { pluginOf } from '../test/plugin-of.js'
import { createServer } from './index.js'
import './vitest.js'

describe('matchers', () => {
  test('toHavePrinted finds a line of the console, or shows what there was', () => {
    const server = createServer()
    server.console('echo hello there')
    expect(server).toHavePrinted('hello')
    expect(server).toHavePrinted(/^hello there$/)
    expect(server).not.toHavePrinted('goodbye')
    expect(() => expect(server).toHavePrinted('goodbye')).toThrow(
      /expected the console to have printed 'goodbye'; all:[^]*hello there/,
    )
  })

  test('toHaveReceived finds a text or a message', () => {
    const server = createServer()
    const [alice, bob] = [server.connect('Alice'), server.connect('Bob')]
    alice.say('hi')
    expect(bob).toHaveReceived('hi')
    expect(bob).toHaveReceived({ name: 'SayText', args: [1, expect.stringContaining('hi')] })
    expect(bob).not.toHaveReceived({ kind: 'dropped' })
    expect(() => expect(bob).toHaveReceived('nothing')).toThrow(
      "expected Bob to have received 'nothing'; all:",
    )
    // Each on a line of its own.
    expect(() => expect(bob).toHaveReceived('nothing')).toThrow(
      /\n {2}\{ kind: 'message', name: 'SayText', dest: 'All', origin: null, args: \[ 1, 'Alice: "hi"\\n' \] \}$/,
    )
    expect(() => expect('Bob').toHaveReceived('hi')).toThrow('toHaveReceived: expects a TestPlayer')
  })

  test('toHaveCalled compares arguments by their names', () => {
    const server = createServer()
    server.connect('Alice')
    expect(server.gameDll).toHaveCalled('clientConnect', { name: 'Alice' })
    expect(server.gameDll).not.toHaveCalled('clientConnect', { name: 'Bob' })
    expect(server.engine).toHaveCalled('messageBegin', { dest: MessageDest.All })
    expect(server.engine).not.toHaveCalled('changeLevel')
  })

  test('toHaveNoErrors shows the errors that there were', () => {
    expect(createServer()).toHaveNoErrors()
    const broken = createServer({
      plugins: [
        pluginOf('Trial', () => {
          throw new Error('no way')
        }),
      ],
    })
    expect(broken).not.toHaveNoErrors()
    expect(() => expect(broken).toHaveNoErrors()).toThrow('no way')
  })
})

describe('whole messages', () => {
  test('a plugin gets a message of the game whole, and players get it afterwards', () => {
    const plugin = pluginOf('Trial', (self) => {
      self.onMessage('SayText', (message) => {
        heard.push(message.args)
      })
    })
    const heard: unknown[] = []
    const server = createServer({ plugins: [plugin] })
    const alice = server.connect('Alice')
    alice.say('hi')
    expect(heard).toEqual([[1, 'Alice: "hi"\n']])
    expect(alice).toHaveReceived({ name: 'SayText', args: [1, 'Alice: "hi"\n'] })
    expect(server).toHaveNoErrors()
  })
})
