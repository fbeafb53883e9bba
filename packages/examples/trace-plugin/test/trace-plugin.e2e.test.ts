import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { temporaryFolder } from '../../../loader/src/testing/temporary-folder.js'
import { startServer, type TestServer } from '../../../loader/test/test-server.js'

const folder = temporaryFolder()
const plugin = dirname(dirname(fileURLToPath(import.meta.url)))

/** A line of the log, as the classic plugin writes it: who, which table, level, routine, and the arguments after "; ". */
const tracedLine =
  /^L \d\d\/\d\d\/\d{4} - \d\d:\d\d:\d\d: \[TRACEAPI\] (dllapi|newapi|engine)\((\d+)\): called: (\w+?)(_Post)?; (.*)$/

interface Traced {
  readonly routine: string
  readonly args: string
}

function traced(lines: readonly string[]): Traced[] {
  return lines.flatMap((line) => {
    const found = tracedLine.exec(line)
    return found === null ? [] : [{ routine: `${found[3] ?? ''}${found[4] ?? ''}`, args: found[5] ?? '' }]
  })
}

let server: TestServer
beforeEach(() => {
  server = startServer(folder, { plugins: [plugin] })
})

/** What the plugin hooks, as `meta info` tells it. Looking after the variables takes StartFrame. */
function hooks(): string[] {
  const lines = server.run('meta info TRACEAPI').filter((line) => !line.startsWith('L '))
  return lines.filter(
    (line, i) => / functions \(\d+\):$/.test(line) || / functions /.test(lines[i - 1] ?? ''),
  )
}
const idle = ['DLLAPI functions (1):', '   StartFrame']

describe('trace set and unset', () => {
  test('write each call of a routine into the log, before and after the real function, with its arguments', () => {
    server.run('trace_unlimit 1')
    expect(server.run('trace set clientconnect')).toContainEqual(
      expect.stringMatching(/: \[TRACEAPI\] Tracing DLLAPI routine 'ClientConnect'$/),
    )
    expect(traced(server.run('bot Bob'))).toEqual([
      {
        routine: 'ClientConnect',
        args: expect.stringMatching(/^player=Bob name=Bob address=127\.0\.0\.1:\d+$/) as string,
      },
      {
        routine: 'ClientConnect_Post',
        args: expect.stringMatching(/^player=Bob .*, returning 1$/) as string,
      },
    ])
    expect(server.run('trace unset CLIENTCONNECT')).toContainEqual(
      expect.stringMatching(/: \[TRACEAPI\] Un-Tracing DLLAPI routine 'ClientConnect'$/),
    )
    expect(traced(server.run('bot Eve'))).toEqual([])
  })

  test('a line without arguments ends with a semicolon and a blank', () => {
    server.run('trace_unlimit 1')
    server.run('trace set StartFrame')
    expect(server.run('status').find((line) => line.includes('StartFrame'))).toMatch(/called: StartFrame; $/)
  })

  test('the engine has a ClientCommand of its own, and one name after the other may be wrong', () => {
    expect(
      server
        .run('trace set engClientCommand ClientCommand Bogus ServerActivate')
        .map((line) => line.replace(/^L .*?: \[/, '[')),
    ).toEqual([
      "[TRACEAPI] Tracing Engine routine 'engClientCommand'",
      "[TRACEAPI] Tracing DLLAPI routine 'ClientCommand'",
      "Unrecognized API routine 'Bogus'",
      "[TRACEAPI] Tracing DLLAPI routine 'ServerActivate'",
    ])
    expect(server.run('trace set serveractivate')).toContain(
      "Already tracing DLLAPI routine 'ServerActivate'",
    )
    expect(server.run('trace unset StartFrame')).toEqual(["Already not tracing DLLAPI routine 'StartFrame'"])
    expect(server.run('trace set')).toEqual(['usage: trace set <routine> [<routine> ...]'])
  })

  test('what a variable traces cannot be unset, and which variable it is is said', () => {
    server.run('trace_dllapi 3')
    server.frames(2)
    const why = "Still tracing DLLAPI routine 'ClientKill', because trace_dllapi is not below 3"
    expect(server.run('trace unset ClientKill')).toEqual([why])
    server.run('trace set ClientKill')
    expect(server.run('trace unset ClientKill')).toEqual([
      expect.stringMatching(/Un-Tracing DLLAPI routine 'ClientKill'$/),
      why,
    ])
    expect(server.run('trace show')).toContain('   ClientKill (dllapi)')
  })
})

describe('the variables', () => {
  test('trace what is not above a level, from the next frame on, and nothing else is hooked', () => {
    expect(hooks()).toEqual(idle)
    server.run('trace_unlimit 1; trace_dllapi 3')
    server.frames(2)
    const lifecycle = hooks()
    expect(lifecycle).toContainEqual(expect.stringMatching(/^DLLAPI Post functions/))
    expect(lifecycle.join(' ')).toContain('ClientConnect_Post')
    const lines = traced(server.run('bot Bob')).map(({ routine }) => routine)
    expect(lines.slice(0, 2)).toEqual(['ClientConnect', 'ClientConnect_Post'])
    expect(lines).not.toContain('StartFrame')
    server.run('trace_dllapi 0')
    server.frames(2)
    expect(hooks()).toEqual(idle)
  })

  test('all 214 functions can be traced through two maps, and each line has the form of the classic plugin', () => {
    server.run('trace_unlimit 1; trace_dllapi 100; trace_newapi 100; trace_engine 100')
    server.frames(2)
    expect(server.run('trace list all').filter((line) => line.endsWith('traced'))).toEqual([
      '50 DLLAPI routines, 50 traced',
      '5 NEWAPI routines, 5 traced',
      '159 Engine routines, 159 traced',
    ])
    const before = server.printed.length
    server.run('bot Bob')
    server.run('changelevel box2')
    server.frames(5)
    const lines = server.printed.slice(before)
    const named = lines.filter((line) => line.includes('[TRACEAPI] '))
    expect(named.filter((line) => !tracedLine.test(line))).toEqual([])
    expect(new Set(traced(lines).map(({ routine }) => routine)).size).toBeGreaterThan(100)
    expect(lines.filter((line) => line.includes('ERROR'))).toEqual([])
  })

  test('without trace_unlimit there is one line a second, whatever is traced', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 5_000_000 })
    server.run('trace_dllapi 20')
    server.frames(20)
    expect(traced(server.printed)).toHaveLength(1)
    vi.setSystemTime(5_001_000)
    server.frames(20)
    expect(traced(server.printed)).toHaveLength(2)
  })
})
afterEach(() => vi.useRealTimers())

describe('the command', () => {
  test('shows what is traced', () => {
    expect(server.run('trace show')).toEqual(['Tracing routines:', '0 routines'])
    server.run('trace set ServerActivate CvarValue')
    expect(server.run('trace show')).toEqual([
      'Tracing routines:',
      '   ServerActivate (dllapi)',
      '   CvarValue (newapi)',
      '2 routines',
    ])
    expect(server.run('trace list newapi')).toEqual([
      'NEWAPI routines:',
      '    OnFreeEntPrivateData',
      '    GameShutdown',
      '    ShouldCollide',
      '  + CvarValue',
      '    CvarValue2',
      '5 NEWAPI routines, 1 traced',
    ])
  })

  test('explains itself', () => {
    expect(server.run('trace version')[0]).toBe('Trace HLSDK API v1.0.0  2026/11/21')
    expect(server.run('trace')[0]).toBe('usage: trace <command> [<arguments>]')
    expect(server.run('trace foo')[0]).toBe('Unrecognized trace command: foo')
    expect(server.run('trace list')).toEqual(['usage: trace list dllapi|newapi|engine|all'])
  })
})

test('a reload starts with what the variables say, and with no routine set', () => {
  server.run('trace_unlimit 1; trace_newapi 100; trace set StartFrame')
  server.frames(2)
  server.run('meta reload TRACEAPI')
  expect(server.run('trace show')).toContain('5 routines')
})

test('the plugin says who it is when it is loaded, and more in developer mode', () => {
  expect(
    server.printed
      .filter((line) => line.includes('[TRACEAPI]'))
      .map((line) => line.replace(/^.*\[TRACEAPI\] /, '')),
  ).toEqual([
    'Trace HLSDK API v1.0.0  2026/11/21',
    'by Metamod for TypeScript',
    '   https://example.com/trace-plugin',
  ])
  server.run('trace_debug 1')
  expect(server.run('trace set StartFrame').join('\n')).toContain('debug: StartFrame is hooked')
})
