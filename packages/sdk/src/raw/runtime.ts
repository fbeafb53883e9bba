/**
 * What compiled code finds at hand. One {@link Runtime} exists for each bridge; the compilers hand it to the code they
 * make as `rt`.
 */
import type { Bridge, EngineMemory } from './bridge.js'
import type { Owner } from './dispatch.js'
import { ViewCompiler } from './compile-view.js'
import type { View } from './compile-view.js'
import { EntityTable } from './entity.js'
import { EntityVars } from './entity-vars.js'
import type { Entity, Guard } from './entity.js'
import { MetamodError } from './errors.js'
import type { Row } from './generated/rows.js'
import type { GlobalVars } from './generated/structs.js'
import { layoutOf, offsetIn } from './layout.js'
import { Mappings } from './mappings.js'
import { Arrays, EngineView } from './memory.js'
import { setStructText, structText, StructParameter } from './struct-parameter.js'

export class Runtime {
  readonly bridge: Bridge
  readonly scratch: Arrays
  readonly engine: EngineView
  readonly entities: EntityTable
  readonly views: ViewCompiler
  readonly mappings: Mappings
  readonly globals: View & GlobalVars
  readonly #vars: EntityVars
  /** Where the frame of the next call goes: behind that of the hook that is running. */
  top = 0
  /**
   * The plugin whose code runs now; null while none does. V8 passes by every `finally` when it ends code that runs for too
   * long, and this then still names the plugin.
   */
  running: Owner | null = null
  #isOpen = true

  constructor(bridge: Bridge) {
    const edict = layoutOf('edict_t', bridge.wordSize)
    const offsets = {
      free: offsetIn(edict, 'isFree'),
      serialNumber: offsetIn(edict, 'serialNumber'),
      vars: offsetIn(edict, 'vars'),
    }
    this.bridge = bridge
    this.scratch = new Arrays(bridge.scratch)
    this.engine = new EngineView(bridge.wordSize)
    this.views = new ViewCompiler(this)
    this.mappings = new Mappings(this.views)
    const Globals = this.views.of('globalvars_t').View
    // The class has the fields of GlobalVars, because both come from the same rows of api/.
    this.globals = new Globals(this.engine.globals, 0, this.#inServer) as View & GlobalVars
    this.#vars = new EntityVars(this.views, offsets.vars - offsets.serialNumber, this.engine.edicts)
    this.entities = new EntityTable(this.engine, offsets, this.#vars)
  }

  readonly #inServer: Guard = {
    check: (place) => this.engine.require(place),
    touch: (place) => this.engine.require(place),
  }

  map(memory: EngineMemory): void {
    if (this.engine.isElsewhere(memory)) this.entities.expireAll()
    this.engine.map(memory)
    this.#bind()
  }

  /** Ends it all: the server is gone, and what plugins kept must say so instead of reading memory that is not there. */
  close(): void {
    this.#isOpen = false
    this.entities.expireAll()
    this.engine.unmap()
    this.#bind()
  }

  #bind(): void {
    this.#vars.bind(this.engine.edicts)
    this.globals.$arrays = this.engine.globals
  }

  /** Where a call puts its frame; throws once the server is gone. */
  callBase(place: string): number {
    if (!this.#isOpen) throw new MetamodError('NOT_IN_SERVER', `${place}: the server has shut down`)
    return this.top
  }

  /** An entity where the engine answers with the world to say none. */
  entityButWorld(index: number): Entity | null {
    return index === 0 ? null : this.entities.at(index)
  }

  /**
   * Stores an entity into a field. In the engine's memory the bridge writes the pointer; in the scratch block we do, and
   * the bridge tests it before C gets to see it.
   */
  storeEntity(arrays: Arrays, at: number, index: number): void {
    if (arrays !== this.engine.edicts) {
      this.engine.storeIndex(arrays, at, index)
      return
    }
    const { edictSize } = this.engine
    this.bridge.setEdictField(Math.floor(at / edictSize), at % edictSize, index)
  }

  frameText(base: number, which: number): string {
    return this.bridge.frameText(base, which) ?? ''
  }

  structText(guard: Guard | null, offset: number): string {
    return structText(this.bridge, guard, offset)
  }

  setStructText(guard: Guard | null, offset: number, text: string): void {
    setStructText(this.bridge, guard, offset, text)
  }

  /** The helpers for a function's struct parameters, each at the place of its parameter. */
  structParameters(row: Row): readonly (StructParameter | null)[] {
    return row.params.map((param, index) =>
      param.kind === 'struct' && param.struct !== undefined
        ? new StructParameter(this.scratch, this.views.of(param.struct), param, index)
        : null,
    )
  }
}
