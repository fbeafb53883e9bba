/**
 * The engine's string pool. A handle is a number; those below 0 are texts that the engine changes in place, such as the
 * names of clients. Texts of a map are forgotten with the map.
 */
const poolBytes = 512 * 1024

export class Strings {
  #texts = new Map<number, string>([[0, '']])
  readonly #handles = new Map<string, number>()
  #used = 1
  #kept = 1
  #isOpen = false

  get isOpen(): boolean {
    return this.#isOpen
  }

  open(): void {
    this.#isOpen = true
  }

  /** The handle of a text; `\n` written as two characters becomes a newline, as in map files. 0 if the pool is full. */
  allocate(text: string): number {
    const wanted = text.replaceAll('\\n', '\n')
    const known = this.#handles.get(wanted)
    if (known !== undefined) return known
    const bytes = Buffer.byteLength(wanted) + 1
    if (bytes > poolBytes - this.#used) return 0
    const handle = this.#used
    this.#used += bytes
    this.#texts.set(handle, wanted)
    this.#handles.set(wanted, handle)
    return handle
  }

  /** A text in a place of its own. */
  setName(place: number, text: string): number {
    this.#texts.set(-place, text)
    return -place
  }

  /** Empty for a handle that is none. */
  text(handle: number): string {
    return this.#texts.get(handle) ?? ''
  }

  /** Texts that were allocated so far outlive maps. */
  keepAll(): void {
    this.#kept = this.#used
  }

  forgetMap(): void {
    for (const [handle, text] of this.#texts) {
      if (handle < this.#kept) continue
      this.#texts.delete(handle)
      this.#handles.delete(text)
    }
    this.#used = this.#kept
  }
}
