/** The struct in which a player's move is worked out: filled from the entity, moved by the game, and copied back. */
import { EntityFlag, Solid, type UserCmd, type Vec3 } from '@csr/metamod-sdk'
import { layoutOf, offsetIn, sizeOf } from '@csr/metamod-sdk/host'

import type { Client } from './client.js'
import type { Engine } from './engine.js'
import { wordSize } from './entity-addresses.js'
import type { MoveStruct, Struct } from './game-dll.js'
import { cell } from './pointers.js'
import { newStruct, viewClass, type RawView } from './raw-view.js'
import { hullBox, type Box, type Hit } from './world.js'

interface PhysEnt {
  info: number
  player: number
  solid: number
  moveType: number
  origin: Vec3
  angles: Vec3
  mins: Vec3
  maxs: Vec3
}

// Standing, ducked, point, large.
const hullOrder = [1, 3, 0, 2] as const
const mostPhysEnts = 600
const floorReach = 64
const physEntsAt = offsetIn(layoutOf('playermove_t', wordSize), 'physEnts')
const physEntBytes = sizeOf('physent_t', wordSize)
const commandBytes = sizeOf('usercmd_t', wordSize)
const solids: ReadonlySet<number> = new Set([Solid.Bsp, Solid.BBox, Solid.SlideBox])

export class PlayerMove {
  readonly #engine: Engine
  #state: MoveStruct | null = null
  readonly #touched: Hit[] = []
  /** The entities of the physents, in their order. */
  #entities: number[] = []
  #hulls: Box[] = []

  constructor(engine: Engine) {
    this.#engine = engine
  }

  get state(): MoveStruct {
    return (this.#state ??= newStruct('playermove_t', this.#engine.addresses) as MoveStruct)
  }

  open(): void {
    const { dll } = this.#engine
    this.#hulls = hullOrder.map((hull, index) => {
      const { mins, maxs } = hullBox(hull)
      const [least, most] = [cell(mins), cell(maxs)]
      dll.getHullBounds(index, least, most)
      return { mins: least.value, maxs: most.value }
    })
    const state = this.state as unknown as { playerMins: Float32Array; playerMaxs: Float32Array }
    for (const [index, { mins, maxs }] of this.#hulls.entries()) {
      state.playerMins.set(mins, index * 3)
      state.playerMaxs.set(maxs, index * 3)
    }
    dll.pmInit(this.state)
  }

  run(client: Client, command: Struct<UserCmd>): void {
    const { dll, engineTable } = this.#engine
    const move = this.state
    this.#fill(client, command)
    this.#collectEntities(client)
    const [x, y, z] = move.origin
    const floor = engineTable.traceTexture(-1, move.origin, [x, y, z - floorReach]) ?? ''
    const texture = move as unknown as { textureName: string; textureType: number }
    texture.textureName = floor
    texture.textureType = dll.pmFindTextureType(floor).charCodeAt(0) || 0
    dll.pmMove(move, true)
    this.#copyBack(client)
  }

  /** A trace of the mover's box, for the game's PM_Move. The entity of the hit is a physent's number. */
  trace(start: Vec3, end: Vec3): Hit {
    const { useHull, playerIndex } = this.state
    const box = this.#hulls[Math.max(0, Math.min(this.#hulls.length - 1, useHull))]
    const sweep = { start, end, skip: playerIndex + 1, asksGame: false, ...(box && { box }) }
    const hit = this.#engine.world.sweep(sweep)
    return { ...hit, entity: hit.entity < 0 ? -1 : this.#entities.indexOf(hit.entity) }
  }

  /** The game ran into a physent. */
  touch(hit: Hit): void {
    this.#touched.push(hit)
  }

  takeTouched(): Hit[] {
    const touched = this.#touched.splice(0)
    this.state.numTouch = 0
    return touched
      .filter(({ entity }) => entity >= 0 && entity < this.#entities.length)
      .map((hit) => ({ ...hit, entity: this.#entities[hit.entity] ?? -1 }))
  }

  #fill(client: Client, command: Struct<UserCmd>): void {
    const { cvars, edicts, globals } = this.#engine
    const vars = edicts.vars(client.index)
    const move = this.state
    const { origin, velocity, viewOfs, punchAngle, moveDir, flags, moveType, deadFlag, oldButtons } = vars
    Object.assign(move, { origin, velocity, viewOfs, punchAngle, moveDir, flags, moveType, deadFlag })
    Object.assign(move, { oldButtons, iuser1: vars.iuser1, fuser1: vars.fuser1 })
    Object.assign(move, {
      playerIndex: client.index - 1,
      isServer: true,
      isMultiplayer: true,
      runFuncs: true,
      time: globals.time * 1000,
      frameTime: command.msec / 1000,
      angles: command.viewAngles,
      oldAngles: vars.vAngle,
      baseVelocity: vars.baseVelocity,
      useHull: (flags & EntityFlag.Ducking) === 0 ? 0 : 1,
      gravity: vars.gravity === 0 ? 1 : vars.gravity,
      friction: vars.friction === 0 ? 1 : vars.friction,
      isDead: vars.health <= 0,
      spectator: Number(client.isSpectator),
      onGround: (flags & EntityFlag.OnGround) === 0 ? -1 : 0,
      maxSpeed: cvars.number('sv_maxspeed'),
      clientMaxSpeed: vars.maxSpeed,
      numTouch: 0,
      physInfo: client.physicsInfo.text,
    })
    const cmd = move.cmd as unknown as RawView
    cmd.$arrays.u8.set(command.$arrays.u8.subarray(command.$at, command.$at + commandBytes), cmd.$at)
    this.#touched.length = 0
  }

  #collectEntities(client: Client): void {
    const { addresses, edicts } = this.#engine
    const move = this.state
    this.#entities = []
    const Physent = viewClass('physent_t')
    for (let index = 0; index < edicts.count && this.#entities.length < mostPhysEnts; index += 1) {
      if (edicts.isFree(index) || index === client.index) continue
      const vars = edicts.vars(index)
      if (index !== 0 && !solids.has(vars.solid)) continue
      const at = physEntsAt + this.#entities.push(index) * physEntBytes - physEntBytes
      move.$arrays.u8.fill(0, at, at + physEntBytes)
      const physent = new Physent(move.$arrays, at, addresses) as unknown as PhysEnt
      const { solid, moveType, origin, angles, mins, maxs } = vars
      const player = index >= 1 && index <= edicts.clients ? index : 0
      Object.assign(physent, { info: index, player, solid, moveType, origin, angles, mins, maxs })
    }
    Object.assign(move, { numPhysEnt: this.#entities.length, numMoveEnt: 0, numVisEnt: 0 })
  }

  #copyBack(client: Client): void {
    const vars = this.#engine.edicts.vars(client.index)
    const move = this.state
    const { origin, velocity, baseVelocity, viewOfs, punchAngle, moveType, deadFlag, onGround } = move
    const { waterLevel, waterType, iuser1, fuser1, flags } = move
    Object.assign(vars, { origin, velocity, baseVelocity, viewOfs, punchAngle, moveType, deadFlag })
    Object.assign(vars, { waterLevel, waterType, iuser1, fuser1, angles: [0, move.angles[1], 0] })
    vars.flags = onGround >= 0 ? flags | EntityFlag.OnGround : flags & ~EntityFlag.OnGround
    vars.groundEntity = onGround >= 0 ? (this.#entities[onGround] ?? -1) : -1
  }
}
