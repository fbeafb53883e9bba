/** Console variables. */
import { CvarFlag } from '@csr/metamod-sdk'
import { layoutOf, offsetIn } from '@csr/metamod-sdk/host'

import type { Engine } from './engine.js'
import { EntityAddresses, wordSize } from './entity-addresses.js'
import { EnginePointer } from './pointers.js'
import { newStruct, type RawView } from './raw-view.js'

export class EngineCvar extends EnginePointer {
  readonly name: string
  readonly flags: number
  string: string
  /** Engines work the number out when they register a cvar. */
  isRegistered = false

  constructor(name: string, string: string, flags: number) {
    super('cvar')
    this.name = name
    this.string = string
    this.flags = flags
  }

  get value(): number {
    return numberIn(this.string)
  }

  /** The cvar as a `cvar_t`: a copy, since nobody but the engine writes into it. */
  get struct(): RawView {
    const view = newStruct('cvar_t', noAddresses)
    const { name, string, flags, value, isRegistered } = this
    Object.assign(view, { flags, value: isRegistered ? value : 0 })
    view.$texts.set(cvarLayout('name'), name).set(cvarLayout('string'), string)
    return view
  }
}

/** @throws TypeError for a pointer of another type. */
export function cvarBehind(pointer: { readonly type: string }, place: string): EngineCvar {
  if (pointer instanceof EngineCvar) return pointer
  throw new TypeError(`${place}: expected a Pointer of type cvar, got ${pointer.type}`)
}

const cvarLayout = (field: string): number => offsetIn(layoutOf('cvar_t', wordSize), field)
const noAddresses = new EntityAddresses()
const hexadecimal = /^\s*([-+]?)(0x[\da-f]+)/i

/** What C's atof reads: the number at the beginning of a text, also in sixteens; 0 if there is none. */
function numberIn(text: string): number {
  const [, sign = '', digits] = hexadecimal.exec(text) ?? []
  const value = digits === undefined ? Number.parseFloat(text) : Number(digits) * (sign === '-' ? -1 : 1)
  return Number.isNaN(value) ? 0 : Math.fround(value)
}

const { Server, Protected } = CvarFlag
const own: readonly (readonly [name: string, value: string, flags: number])[] = [
  ['hostname', 'Fake engine', Server],
  ['developer', '0', 0],
  ['mp_logecho', '1', 0],
  ['deathmatch', '1', Server],
  ['coop', '0', Server],
  ['teamplay', '0', Server],
  ['skill', '1', 0],
  ['sv_gravity', '800', Server],
  ['sv_maxspeed', '320', Server],
  ['sv_friction', '4', Server],
  ['sv_cheats', '0', Server],
  ['sv_password', '', Server | Protected],
  ['sv_showmessages', '0', 0],
]

export class Cvars {
  readonly #engine: Engine
  readonly #cvars = new Map<string, EngineCvar>()

  constructor(engine: Engine) {
    this.#engine = engine
    for (const [name, value, flags] of own) this.#cvars.set(name, new EngineCvar(name, value, flags))
  }

  /** By name, in the order of the alphabet. */
  get all(): EngineCvar[] {
    const entries = [...this.#cvars].sort(([a], [b]) => (a < b ? -1 : 1))
    return entries.map(([, cvar]) => cvar)
  }

  add(cvar: EngineCvar): boolean {
    if (this.find(cvar.name) !== null) {
      this.#engine.console.line(`CVarRegister: ${cvar.name} is registered already; pick another name`)
      return false
    }
    cvar.isRegistered = true
    this.#cvars.set(cvar.name.toLowerCase(), cvar)
    return true
  }

  register(cvar: EngineCvar): void {
    const { console, commands } = this.#engine
    if (cvar.name === '') console.line('CVarRegister: the cvar has no name; fill in cvar_t.name first')
    else if (commands.has(cvar.name))
      console.line(`CVarRegister: ${cvar.name} is a command; pick another name`)
    else this.add(cvar)
  }

  find(name: string): EngineCvar | null {
    return this.#cvars.get(name.toLowerCase()) ?? null
  }

  set(cvar: EngineCvar, value: string): void {
    cvar.string = value
    if ((cvar.flags & Server) !== 0) this.#engine.server.publishCvar(cvar)
  }

  number(name: string): number {
    return this.find(name)?.value ?? 0
  }

  text(name: string): string {
    return this.find(name)?.string ?? ''
  }

  /** Answers a line that names a cvar; false if it does not. */
  command([name = '', value]: readonly string[]): boolean {
    const cvar = this.find(name)
    if (cvar === null) return false
    if (value === undefined) this.#engine.console.line(`"${cvar.name}" is "${cvar.string}"`)
    else this.set(cvar, value)
    return true
  }
}
