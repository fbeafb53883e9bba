/** A library with nothing in it but what it says of itself: small stand-ins for the real ones on a server. */
import type { Architecture } from '../install/elf.js'

export interface LibraryDescription {
  readonly architecture: Architecture
  readonly soname?: string
  readonly needed?: readonly string[]
  readonly versionNeeds?: Readonly<Record<string, readonly string[]>>
  readonly versions?: readonly string[]
  /** Bytes that tell one from another, at the end. */
  readonly content?: string
}

const machines: Readonly<Record<Architecture, number>> = { i386: 3, amd64: 62, arm64: 183 }
const tableSize = 1024
const dynamicAt = tableSize
const stringsAt = 2 * tableSize
const needsAt = 3 * tableSize
const versionsAt = 4 * tableSize
const fileSize = 5 * tableSize

export function elfLibrary(description: LibraryDescription): Uint8Array {
  return Buffer.concat([new ElfWriter(description).bytes, Buffer.from(description.content ?? '')])
}

/** One that this process could open, as far as can be told from outside. */
export function libraryHere(content = ''): Uint8Array {
  const architectures: Readonly<Record<string, Architecture>> = { x64: 'amd64', ia32: 'i386', arm64: 'arm64' }
  return elfLibrary({ architecture: architectures[process.arch] ?? 'amd64', content })
}

class ElfWriter {
  readonly bytes = Buffer.alloc(fileSize)
  readonly #is64: boolean
  #strings = 1
  #dynamicEnd = dynamicAt

  constructor({ architecture, soname, needed = [], versionNeeds = {}, versions = [] }: LibraryDescription) {
    this.#is64 = architecture !== 'i386'
    this.#writeHeader(machines[architecture])
    this.#dynamic(5, stringsAt)
    if (soname !== undefined) this.#dynamic(14, this.#text(soname))
    for (const name of needed) this.#dynamic(1, this.#text(name))
    this.#writeNeeds(Object.entries(versionNeeds))
    this.#writeVersions(versions)
    this.#writeSegments()
  }

  #writeHeader(machine: number): void {
    this.bytes.set([0x7f, 0x45, 0x4c, 0x46, this.#is64 ? 2 : 1, 1, 1])
    this.bytes.writeUInt16LE(3, 16)
    this.bytes.writeUInt16LE(machine, 18)
    this.bytes.writeUInt32LE(this.#is64 ? 64 : 52, this.#is64 ? 32 : 28)
    this.bytes.writeUInt16LE(this.#is64 ? 56 : 32, this.#is64 ? 54 : 42)
    this.bytes.writeUInt16LE(2, this.#is64 ? 56 : 44)
  }

  /** One segment that maps the file as it lies, and the table of the dynamic linker. */
  #writeSegments(): void {
    this.#segment(0, 1, 0, fileSize)
    this.#segment(1, 2, dynamicAt, this.#dynamicEnd - dynamicAt)
  }

  #segment(index: number, type: number, offset: number, size: number): void {
    const at = this.#is64 ? 64 + index * 56 : 52 + index * 32
    this.bytes.writeUInt32LE(type, at)
    if (this.#is64) {
      this.#word(at + 8, offset)
      this.#word(at + 16, offset)
      this.#word(at + 32, size)
    } else {
      this.#word(at + 4, offset)
      this.#word(at + 8, offset)
      this.#word(at + 16, size)
    }
  }

  #writeNeeds(needs: readonly (readonly [string, readonly string[]])[]): void {
    if (needs.length === 0) return
    this.#dynamic(0x6ffffffe, needsAt)
    this.#dynamic(0x6fffffff, needs.length)
    let at = needsAt
    for (const [library, versions] of needs) {
      const size = 16 * (versions.length + 1)
      this.bytes.writeUInt16LE(versions.length, at + 2)
      this.bytes.writeUInt32LE(this.#text(library), at + 4)
      this.bytes.writeUInt32LE(16, at + 8)
      this.bytes.writeUInt32LE(size, at + 12)
      versions.forEach((version, index) => {
        this.bytes.writeUInt32LE(this.#text(version), at + 16 * (index + 1) + 8)
        this.bytes.writeUInt32LE(16, at + 16 * (index + 1) + 12)
      })
      at += size
    }
  }

  #writeVersions(versions: readonly string[]): void {
    if (versions.length === 0) return
    this.#dynamic(0x6ffffffc, versionsAt)
    this.#dynamic(0x6ffffffd, versions.length)
    versions.forEach((version, index) => {
      const at = versionsAt + index * 28
      this.bytes.writeUInt32LE(20, at + 12)
      this.bytes.writeUInt32LE(28, at + 16)
      this.bytes.writeUInt32LE(this.#text(version), at + 20)
    })
  }

  #dynamic(tag: number, value: number): void {
    const width = this.#is64 ? 8 : 4
    this.#word(this.#dynamicEnd, tag)
    this.#word(this.#dynamicEnd + width, value)
    this.#dynamicEnd += 2 * width
  }

  /** The place of a text in the table of strings. */
  #text(text: string): number {
    const at = this.#strings
    this.#strings += this.bytes.write(`${text}\0`, stringsAt + at, 'latin1')
    return at
  }

  #word(at: number, value: number): void {
    if (this.#is64) this.bytes.writeBigUInt64LE(BigInt(value), at)
    else this.bytes.writeUInt32LE(value, at)
  }
}
