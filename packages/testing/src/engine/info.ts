/** Info buffers: `\key\value\key\value`, as userinfo, serverinfo and localinfo are kept. */
import type { Console } from './console.js'
import { EnginePointer } from './pointers.js'

const longestWord = 127

export const infoBytes = { user: 256, physics: 256, server: 512, local: 32768 } as const

export class InfoBuffer extends EnginePointer {
  readonly #console: Console
  readonly #bytes: number
  text = ''

  constructor(console: Console, bytes: number) {
    super('infoBuffer')
    this.#console = console
    this.#bytes = bytes
  }

  copy(): InfoBuffer {
    const other = new InfoBuffer(this.#console, this.#bytes)
    other.text = this.text
    return other
  }

  get pairs(): readonly (readonly [key: string, value: string])[] {
    const words = this.text.replace(/^\\/, '').split('\\')
    if (this.text === '') return []
    return Array.from({ length: Math.ceil(words.length / 2) }, (_, index) => [
      words[index * 2] ?? '',
      words[index * 2 + 1] ?? '',
    ])
  }

  /** Empty for a key that is not there. */
  get(key: string): string {
    return this.pairs.find(([name]) => name === key)?.[1] ?? ''
  }

  remove(key: string): void {
    this.text = this.pairs
      .filter(([name]) => name !== key)
      .map(([name, value]) => `\\${name}\\${value}`)
      .join('')
  }

  /**
   * Sets the value of a key; an empty one removes it.
   *
   * @param place - What the line on the console begins with, should key or value not fit.
   */
  set(place: string, key: string, value: string): boolean {
    const why = complaint(key, value)
    if (why !== null) {
      this.#console.line(`${place}: ${why}`)
      return false
    }
    const old = this.text
    this.remove(key)
    if (value === '') return true
    const added = `\\${key}\\${value}`
    if (Buffer.byteLength(this.text + added) >= this.#bytes) {
      this.text = old
      this.#console.line(`${place}: no room for '${key}', the buffer holds ${this.#bytes} bytes`)
      return false
    }
    this.text += added
    return true
  }
}

function complaint(key: string, value: string): string | null {
  if (key === '') return 'the key is empty'
  const words = [key, value]
  if (words.some((word) => Buffer.byteLength(word) > longestWord))
    return 'keys and values hold at most 127 bytes'
  if (words.some((word) => /[\\"]/.test(word))) return 'backslashes and quotes are not allowed'
  return words.some((word) => word.includes('..')) ? 'two dots are not allowed' : null
}
