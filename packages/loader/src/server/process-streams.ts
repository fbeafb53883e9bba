/**
 * The standard streams are the engine's: its console reads the one and prints to the others. What plugins write goes to
 * the server console line by line, and there is nothing for them to read. Node's own streams would do harm by being
 * opened: they make the engine's output non-blocking, and the engine would lose what does not fit at once.
 */
import { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

import type { Print } from '../log.js'

export function replaceStreams(target: NodeJS.Process, print: Print): void {
  define(target, 'stdin', () => Readable.from([]))
  define(target, 'stdout', () => new ConsoleStream(print))
  define(target, 'stderr', () => new ConsoleStream(print))
}

function define(target: NodeJS.Process, name: string, create: () => Readable | Writable): void {
  let stream: Readable | Writable | null = null
  Object.defineProperty(target, name, {
    get: () => (stream ??= create()),
    configurable: true,
    enumerable: true,
  })
}

/** Prints whole lines; the rest of one waits for its end. */
class ConsoleStream extends Writable {
  readonly #print: Print
  readonly #decoder = new StringDecoder()
  #rest = ''

  constructor(print: Print) {
    super()
    this.#print = print
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#print(line)
    done()
  }

  // It belongs to all plugins: one that ends it, as with a stream of its own, must not end it for the others.
  override end(...args: readonly unknown[]): this {
    const [chunk, encoding] = args
    const done = args.find((argument) => typeof argument === 'function')
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      this.write(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
    // Whoever waits for the end must not wait for ever.
    if (done !== undefined) process.nextTick(done)
    return this
  }

  override destroy(): this {
    return this
  }
}
