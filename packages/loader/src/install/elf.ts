/**
 * What a Linux library says of itself: for which machine it was built, what it is called, which libraries it wants and
 * which versions of them. It is read from the program headers, as the dynamic linker does, because a stripped library
 * has nothing else.
 */
import { readFileSync } from 'node:fs'

export type Architecture = 'amd64' | 'i386' | 'arm64'

export interface ElfFile {
  /** Null for a machine that no server of ours runs on. */
  readonly architecture: Architecture | null
  readonly soname: string | null
  /** The libraries that the dynamic linker is to load first. */
  readonly needed: readonly string[]
  /** The versions wanted of other libraries, such as `libc.so.6` → `GLIBC_2.36`. */
  readonly versionNeeds: ReadonlyMap<string, readonly string[]>
  /** The versions that this library offers. */
  readonly versions: readonly string[]
}

const machines: ReadonlyMap<number, Architecture> = new Map([
  [3, 'i386'],
  [62, 'amd64'],
  [183, 'arm64'],
])

/** @returns null where the file is not there or is no whole ELF file. */
export function readElfFile(path: string): ElfFile | null {
  try {
    return readElf(readFileSync(path))
  } catch {
    return null
  }
}

/** @returns null where the bytes are no whole ELF file. */
export function readElf(bytes: Uint8Array): ElfFile | null {
  const magic = [0x7f, 0x45, 0x4c, 0x46]
  if (bytes.length < 52 || magic.some((byte, index) => bytes[index] !== byte)) return null
  try {
    return new ElfReader(bytes).read()
  } catch (error) {
    // An offset that points outside of the file: the file was cut short.
    if (error instanceof RangeError) return null
    throw error
  }
}

const dynamicTag = {
  needed: 1,
  stringTable: 5,
  soname: 14,
  versionDefinitions: 0x6ffffffc,
  versionDefinitionCount: 0x6ffffffd,
  versionNeeds: 0x6ffffffe,
  versionNeedCount: 0x6fffffff,
}
const loadSegment = 1
const dynamicSegment = 2

interface Segment {
  readonly type: number
  readonly offset: number
  readonly address: number
  readonly size: number
}

class ElfReader {
  readonly #view: DataView
  readonly #is64: boolean
  readonly #segments: readonly Segment[]
  readonly #dynamic: readonly (readonly [tag: number, value: number])[]

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#is64 = bytes[4] === 2
    this.#segments = this.#readSegments()
    this.#dynamic = this.#readDynamic()
  }

  read(): ElfFile {
    const soname = this.#values(dynamicTag.soname)[0]
    return {
      architecture: machines.get(this.#half(18)) ?? null,
      soname: soname === undefined ? null : this.#text(soname),
      needed: this.#values(dynamicTag.needed).map((name) => this.#text(name)),
      versionNeeds: this.#readVersionNeeds(),
      versions: this.#readVersions(),
    }
  }

  #readSegments(): Segment[] {
    const start = this.#is64 ? this.#word(32) : this.#word(28)
    const entrySize = this.#half(this.#is64 ? 54 : 42)
    const count = this.#half(this.#is64 ? 56 : 44)
    return Array.from({ length: count }, (_, index) => {
      const at = start + index * entrySize
      const type = this.#int(at)
      if (!this.#is64)
        return { type, offset: this.#int(at + 4), address: this.#int(at + 8), size: this.#int(at + 16) }
      return { type, offset: this.#word(at + 8), address: this.#word(at + 16), size: this.#word(at + 32) }
    })
  }

  #readDynamic(): [number, number][] {
    const segment = this.#segments.find(({ type }) => type === dynamicSegment)
    if (segment === undefined) return []
    const width = this.#is64 ? 8 : 4
    return Array.from({ length: Math.floor(segment.size / (2 * width)) }, (_, index) => {
      const at = segment.offset + index * 2 * width
      return [this.#word(at), this.#word(at + width)]
    })
  }

  #readVersionNeeds(): Map<string, string[]> {
    const needs = new Map<string, string[]>()
    this.#chain(dynamicTag.versionNeeds, dynamicTag.versionNeedCount, 12, (at) => {
      const names: string[] = []
      let entry = at + this.#int(at + 8)
      for (let left = this.#half(at + 2); left > 0; left -= 1) {
        names.push(this.#text(this.#int(entry + 8)))
        entry += this.#int(entry + 12)
      }
      needs.set(this.#text(this.#int(at + 4)), names)
    })
    return needs
  }

  #readVersions(): string[] {
    const versions: string[] = []
    this.#chain(dynamicTag.versionDefinitions, dynamicTag.versionDefinitionCount, 16, (at) =>
      versions.push(this.#text(this.#int(at + this.#int(at + 12)))),
    )
    return versions
  }

  /** Walks a table whose entries each tell, at `nextField`, how far off the next one is. */
  #chain(table: number, counter: number, nextField: number, visit: (at: number) => void): void {
    const [address] = this.#values(table)
    const [count = 0] = this.#values(counter)
    if (address === undefined) return
    let at = this.#offsetOf(address)
    for (let left = count; left > 0; left -= 1) {
      visit(at)
      at += this.#int(at + nextField)
    }
  }

  #values(tag: number): number[] {
    return this.#dynamic.filter((entry) => entry[0] === tag).map((entry) => entry[1])
  }

  /** Where in the file lies what is at this address when the library runs. */
  #offsetOf(address: number): number {
    const segment = this.#segments.find(
      (candidate) =>
        candidate.type === loadSegment &&
        address >= candidate.address &&
        address < candidate.address + candidate.size,
    )
    if (segment === undefined) throw new RangeError(`no segment has the address ${address}`)
    return segment.offset + address - segment.address
  }

  #text(index: number): string {
    const [table = 0] = this.#values(dynamicTag.stringTable)
    let text = ''
    for (let at = this.#offsetOf(table) + index; ; at += 1) {
      const byte = this.#view.getUint8(at)
      if (byte === 0) return text
      text += String.fromCharCode(byte)
    }
  }

  #half(at: number): number {
    return this.#view.getUint16(at, true)
  }

  #int(at: number): number {
    return this.#view.getUint32(at, true)
  }

  /** A field that is as wide as a pointer. */
  #word(at: number): number {
    return this.#is64 ? Number(this.#view.getBigUint64(at, true)) : this.#int(at)
  }
}
