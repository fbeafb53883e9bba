import { EventEmitter } from 'node:events'

import { beforeEach, describe, expect, test } from 'vitest'

import { protectProcess } from './protect-process.js'

/** What of `process` is protected, with the parts that would end this test run left out. */
class FakeProcess extends EventEmitter {
  readonly pid = 4321
  execPath = '/games/hlds_linux'
  readonly ended: string[] = []
  capture: ((error: Error) => void) | null = null
  stdin: unknown
  stdout: unknown

  setUncaughtExceptionCaptureCallback(capture: (error: Error) => void): void {
    this.capture = capture
  }

  exit(code: number): void {
    this.ended.push(`exit ${code}`)
  }

  kill(pid: number, signal: string | number): boolean {
    this.ended.push(`kill ${pid} ${signal}`)
    return true
  }
}

let double: FakeProcess
let target: NodeJS.Process
let printed: string[]
let reported: [string, string | null][]

beforeEach(() => {
  double = new FakeProcess()
  // As Node does at its start, to hear of listeners for signals.
  double.on('newListener', (event) => {
    if (event === 'SIGINT') double.ended.push('signal taken')
  })
  target = double as unknown as NodeJS.Process
  printed = []
  reported = []
  protectProcess(target, {
    print: (line) => printed.push(line),
    report: (error, place) => reported.push([error instanceof Error ? error.message : String(error), place]),
  })
})

describe('what would end the process throws and says what to do', () => {
  test.each(['exit', 'reallyExit', 'abort'] as const)('process.%s', (name) => {
    expect(() => {
      Reflect.apply(Reflect.get(target, name) as () => void, target, [1])
    }).toThrow(`process.${name}: a plugin cannot end the server's process; return, or have the engine quit`)
  })

  test.each([4321, 0, -1, -4321, '4321'])('process.kill of %s', (pid) => {
    expect(() => target.kill(pid as number, 'SIGTERM')).toThrow(/^process\.kill: a plugin cannot end/)
    expect(double.ended).toEqual([])
  })

  test('process.kill of another process, or to ask whether one is there, works', () => {
    expect(target.kill(17, 'SIGTERM')).toBe(true)
    expect(target.kill(target.pid, 0)).toBe(true)
    expect(double.ended).toEqual(['kill 17 SIGTERM', 'kill 4321 0'])
  })

  test('process.chdir is refused, because the engine looks for its files there', () => {
    expect(() => target.chdir('/')).toThrow(/^process\.chdir: .* use absolute paths$/)
  })
})

test('what forks a script starts Node and not a second server', () => {
  expect(target.execPath).toBe('node')
})

describe('errors that nobody caught', () => {
  test('are reported, also after a plugin removed all listeners', () => {
    target.emit('unhandledRejection', new Error('a promise'), Promise.resolve())
    target.removeAllListeners()
    double.capture?.(new Error('a timer'))
    expect(reported).toEqual([
      ['a promise', null],
      ['a timer', null],
    ])
  })

  test('cannot be taken by a plugin', () => {
    expect(() => target.setUncaughtExceptionCaptureCallback(null)).toThrow(/catch errors where they are/)
    target.on('uncaughtException', () => double.ended.push('taken'))
    target.once('unhandledRejection', () => double.ended.push('taken'))
    target.emit('unhandledRejection', new Error('a promise'), Promise.resolve())
    expect(double.ended).toEqual([])
    expect(reported.map(([, place]) => place)).toEqual([
      "process.on('uncaughtException')",
      "process.once('unhandledRejection')",
      null,
    ])
  })
})

describe('a listener for a signal', () => {
  test.each(['on', 'addListener', 'once', 'prependListener', 'prependOnceListener'] as const)(
    'is not added by process.%s, and the caller goes on',
    (name) => {
      expect(target[name]('SIGTERM', () => undefined)).toBe(target)
      expect(target.listenerCount('SIGTERM')).toBe(0)
      expect(reported).toEqual([
        [
          expect.stringMatching(/signals are for the engine; clean up in detach/),
          `process.${name}('SIGTERM')`,
        ],
      ])
    },
  )

  test('takes no signal even if it is added past the protection', () => {
    EventEmitter.prototype.on.call(target, 'SIGINT', () => undefined)
    expect(double.ended).toEqual([])
  })

  test('does not keep other listeners from being added', () => {
    target.on('warning', () => undefined)
    expect(target.listenerCount('warning')).toBe(1)
    expect(reported).toEqual([])
  })
})

describe('the standard streams', () => {
  test('print whole lines to the server console, whatever pieces they come in', () => {
    target.stdout.write('one\ntw')
    const [first, second] = [Buffer.from('ö\n').subarray(0, 1), Buffer.from('ö\n').subarray(1)]
    target.stdout.write(first)
    target.stdout.write(second)
    expect(printed).toEqual(['one', 'twö'])
  })

  test('go on for the others when a plugin ends one', () => {
    target.stdout.end('last\n')
    target.stdout.destroy()
    target.stdout.write('after\n')
    expect(printed).toEqual(['last', 'after'])
  })

  test('tell a plugin that waits for its end of one', async () => {
    await new Promise<void>((resolve) => target.stdout.end(resolve))
    await new Promise<void>((resolve) => target.stdout.end('6869', 'hex', resolve))
    target.stdout.write('\n')
    expect(printed).toEqual(['hi'])
  })

  test('give a plugin that reads the console nothing and an end', async () => {
    const chunks: unknown[] = []
    for await (const chunk of target.stdin) chunks.push(chunk)
    expect(chunks).toEqual([])
  })
})
