/** Breakpoints in TypeScript: a debugger's own protocol, without an editor, against `metamod-dev`. */
import { spawn, type ChildProcess } from 'node:child_process'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'

import { temporaryFolder } from '../src/testing/temporary-folder.js'
import { pluginSource } from './test-server.js'

const folder = temporaryFolder()
const main = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url))
// Its command is answered on line 6.
const attach = `    plugin.addCommand('stop_here', () => {
      plugin.util.logConsole('went on')
    })`
const entry = folder.write('project/src/index.ts', pluginSource('Debugged', attach))
const line = 6

/** A running server, what it has printed, and a way to wait for a line. */
class Server {
  readonly child: ChildProcess
  readonly lines: string[] = []
  #waiting: (() => void)[] = []

  constructor(...options: string[]) {
    const words = [main, join(folder.path, 'project'), '--console', '--no-watch', ...options]
    this.child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'ignore'] })
    createInterface({ input: this.child.stdout ?? process.stdin }).on('line', (text) => {
      this.lines.push(text)
      for (const look of this.#waiting) look()
    })
    onTestFinished(() => void this.child.kill('SIGKILL'))
  }

  type(text: string): void {
    this.child.stdin?.write(`${text}\n`)
  }

  prints(pattern: RegExp): Promise<string> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.lines.find((text) => pattern.test(text))
        if (found !== undefined) resolve(found)
      }
      this.#waiting.push(look)
      look()
    })
  }

  end(): Promise<unknown> {
    this.type('quit')
    return new Promise((resolve) => this.child.once('close', resolve))
  }
}

interface Script {
  readonly scriptId: string
  readonly url: string
  readonly sourceMapURL: string
}

interface Position {
  readonly lineNumber: number
  readonly columnNumber: number
}

interface Paused {
  readonly callFrames: readonly { readonly location: Position & { readonly scriptId: string } }[]
}

/** Chrome's debugging protocol over its socket. */
class Debugger {
  readonly #socket: WebSocket
  readonly #events: { method: string; params: unknown }[] = []
  #look: (() => void)[] = []
  #answers = new Map<number, (result: unknown) => void>()
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as {
        id?: number
        result?: unknown
        method?: string
        params?: unknown
      }
      if (message.id !== undefined) this.#answers.get(message.id)?.(message.result)
      else this.#events.push({ method: message.method ?? '', params: message.params })
      for (const look of this.#look) look()
    })
    onTestFinished(() => this.leave())
  }

  static async attach(host: string): Promise<Debugger> {
    const [target] = (await (await fetch(`http://${host}/json/list`)).json()) as {
      webSocketDebuggerUrl: string
    }[]
    const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '')
    await new Promise((resolve) => socket.once('open', resolve))
    const self = new Debugger(socket)
    await self.send('Runtime.enable')
    await self.send('Debugger.enable')
    return self
  }

  /** Node does not end before its debugger is gone. */
  leave(): void {
    this.#socket.terminate()
  }

  send(method: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1
    const id = this.#lastId
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => this.#answers.set(id, resolve))
  }

  /** The first event of this name that fits, taken from those that came. */
  event<Params>(name: string, fits: (params: Params) => boolean = () => true): Promise<Params> {
    return new Promise((resolve) => {
      const look = (): void => {
        const at = this.#events.findIndex(({ method, params }) => method === name && fits(params as Params))
        if (at >= 0) resolve(this.#events.splice(at, 1)[0]?.params as Params)
      }
      this.#look.push(look)
      look()
    })
  }
}

/** The map that the plugin's script carries with it. */
function sourceMapOf({ sourceMapURL }: Script): SourceMap {
  const [, base64 = ''] = sourceMapURL.split('base64,')
  return new SourceMap(JSON.parse(Buffer.from(base64, 'base64').toString()) as SourceMapPayload)
}

/** Where a line of the TypeScript is in the script, as an editor finds out; counted from 0. */
function generatedPlace(map: SourceMap): Position {
  for (let lineNumber = 0; lineNumber < 500; lineNumber += 1) {
    const found = map.findEntry(lineNumber, 200)
    if ('originalLine' in found && found.originalLine === line - 1 && found.generatedLine === lineNumber)
      return { lineNumber, columnNumber: 0 }
  }
  throw new Error(`line ${line} of the plugin is nowhere in its script`)
}

/** Sets a breakpoint in TypeScript, has the command run into it, and returns where it stopped, counted from 1. */
async function stopAtBreakpoint(server: Server, client: Debugger): Promise<{ file: string; line: number }> {
  const script = await client.event<Script>('Debugger.scriptParsed', ({ url }) =>
    /project\/src\/index\.ts\.[0-9a-f]+\.cjs$/.test(url),
  )
  const map = sourceMapOf(script)
  await client.send('Debugger.setBreakpoint', {
    location: { scriptId: script.scriptId, ...generatedPlace(map) },
  })
  server.type('stop_here')
  const paused = await client.event<Paused>(
    'Debugger.paused',
    ({ callFrames }) => callFrames[0]?.location.scriptId === script.scriptId,
  )
  const { lineNumber = 0, columnNumber = 0 } = paused.callFrames[0]?.location ?? {}
  const place = map.findEntry(lineNumber, columnNumber)
  if (!('originalSource' in place)) throw new Error('stopped in no TypeScript')
  const file = new URL(place.originalSource, `file://${script.url.replace('file://', '')}`).pathname
  return { file, line: place.originalLine + 1 }
}

const hostOf = (text: string): string => /can attach to (\S+?),/.exec(text)?.[1] ?? ''

test('with --inspect a breakpoint in a line of TypeScript stops the server there, and it goes on', async () => {
  const server = new Server('--inspect=0')
  const client = await Debugger.attach(hostOf(await server.prints(/can attach to/)))
  await server.prints(/Grace has joined/)
  expect(await stopAtBreakpoint(server, client)).toEqual({ file: entry, line })
  expect(server.lines).not.toContain('went on')
  await client.send('Debugger.resume')
  await server.prints(/^went on$/)
  client.leave()
  expect(await server.end()).toBe(0)
})

test('with --inspect-brk no plugin is loaded before the debugger is there', async () => {
  const server = new Server('--inspect-brk=0')
  const client = await Debugger.attach(hostOf(await server.prints(/waiting for it/)))
  expect(server.lines.join('\n')).not.toContain('Metamod for TypeScript')
  await client.send('Runtime.runIfWaitingForDebugger')
  expect(await stopAtBreakpoint(server, client)).toEqual({ file: entry, line })
  await client.send('Debugger.resume')
  await server.prints(/^went on$/)
  client.leave()
  expect(await server.end()).toBe(0)
})

test('on a running server, `meta inspect` does the same', async () => {
  const server = new Server()
  await server.prints(/Grace has joined/)
  // Any port of those that are free for such things; the command takes no 0.
  server.type(`meta inspect ${20_000 + (process.pid % 20_000)}`)
  const client = await Debugger.attach(hostOf(await server.prints(/can attach to/)))
  expect(await stopAtBreakpoint(server, client)).toEqual({ file: entry, line })
  await client.send('Debugger.resume')
  await server.prints(/^went on$/)
  client.leave()
  expect(await server.end()).toBe(0)
})
