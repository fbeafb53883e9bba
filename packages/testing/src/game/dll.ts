/** The game's functions, as its DLL would export them in a table. */
import { AlertType, Effect, EntityFlag, type EntityState, type Vec3 } from '@csr/metamod-sdk'

import type { GameDll, KeyValueStruct, Struct } from '../engine/game-dll.js'
import { FunctionPointer } from '../engine/pointers.js'
import { newStruct } from '../engine/raw-view.js'
import { unavailable } from '../engine/unavailable.js'
import { boxAt, hullBox } from '../engine/world.js'
import { clientCommand } from './commands.js'
import type { Game } from './game.js'
import { movePlayer } from './movement.js'

const doNothing = (): void => undefined
const noSaves = 'there are no saved games'
const pistol = 1
const hullOrder = [1, 3, 0] as const

export function gameDll(game: Game): GameDll & Record<string, unknown> {
  return {
    ...lifeFunctions(game),
    ...entityFunctions(game),
    ...playerFunctions(game),
    ...networkFunctions(game),
  }
}

const lifeFunctions = (game: Game) => ({
  gameInit: () => game.init(),
  gameShutdown: () => game.engine.serverPrint('game: shut down\n'),
  sysError: (text: string) => game.logged(`game: the engine gave up: ${text}\n`),
  serverActivate: (_first: number, count: number, clients: number) =>
    game.engine.alertMessage(AlertType.Console, `game: ${count} entities, ${clients} client slots\n`),
  serverDeactivate: () => game.players.mapEnded(),
  startFrame: doNothing,
  parmsNewLevel: doNothing,
  parmsChangeLevel: doNothing,
  resetGlobalState: () => {
    game.deathCount = 0
  },
  getGameDescription: () => 'Metamod Test Game',
  cvarValue: (player: number, value: string) =>
    game.logged(`${game.text(game.vars(player).netName)} answers: ${value}\n`),
  cvarValue2: (player: number, requestId: number, name: string, value: string) =>
    game.logged(
      `${game.text(game.vars(player).netName)} answers request ${requestId}: ${name} is ${value}\n`,
    ),
  save: () => unavailable('save', noSaves),
  restore: () => unavailable('restore', noSaves),
  saveWriteFields: () => unavailable('saveWriteFields', noSaves),
  saveReadFields: () => unavailable('saveReadFields', noSaves),
  saveGlobalState: () => unavailable('saveGlobalState', noSaves),
  restoreGlobalState: () => unavailable('restoreGlobalState', noSaves),
})

const entityFunctions = (game: Game) => ({
  spawn(entity: number): number {
    const data = game.dataOf(entity)
    // Another's entity, or nobody's: as games built on the Half-Life SDK do, we leave it alone.
    if (data === null) return 0
    data.class?.spawn?.(entity)
    return (game.vars(entity).flags & EntityFlag.KillMe) === 0 ? 0 : -1
  },
  think: (entity: number) => game.dataOf(entity)?.think?.(entity),
  touch: (entity: number, other: number) => game.dataOf(entity)?.class?.touch?.(entity, other),
  use: (entity: number, user: number) => game.dataOf(entity)?.class?.use?.(entity, user),
  blocked: (entity: number, other: number) => game.dataOf(entity)?.class?.blocked?.(entity, other),
  keyValue: (entity: number, pair: KeyValueStruct) => keyValue(game, entity, pair),
  setAbsBox(entity: number): void {
    const vars = game.vars(entity)
    const { mins, maxs, origin } = vars
    const box = boxAt({ mins, maxs }, origin)
    // One unit more on each side, so that things which only just meet count as touching.
    vars.absMin = box.mins.map((at) => at - 1) as unknown as Vec3
    vars.absMax = box.maxs.map((at) => at + 1) as unknown as Vec3
  },
  onFreeEntPrivateData(entity: number): void {
    // The engine frees the memory next; whoever still holds the entity finds no class in it.
    const data = game.dataOf(entity)
    if (data !== null) data.class = null
  },
  shouldCollide: () => true,
})

function keyValue(game: Game, entity: number, pair: KeyValueStruct): void {
  const vars = game.vars(entity)
  const value = pair.value ?? ''
  const vector = value.split(/\s+/).slice(0, 3).map(Number.parseFloat)
  const isVector = vector.length === 3 && vector.every(Number.isFinite)
  switch (pair.keyName) {
    case 'classname':
      vars.className = game.engine.allocString(value)
      break
    case 'targetname':
      vars.targetName = game.engine.allocString(value)
      break
    case 'message':
      vars.message = game.engine.allocString(value)
      break
    case 'origin':
    case 'angles':
      if (!isVector) return
      vars[pair.keyName] = vector as unknown as Vec3
      break
    default:
      return
  }
  pair.isHandled = true
}

const playerFunctions = (game: Game) => ({
  clientConnect(_player: number, name: string, _address: string, reason: { value: string }): boolean {
    if (name === '') reason.value = 'A player needs a name.'
    return name !== ''
  },
  clientDisconnect: (player: number) => game.players.left(player),
  clientKill: (player: number) => {
    if (game.isPlayer(player)) game.players.damage(player, player, game.vars(player).health)
  },
  clientPutInServer: (player: number) => game.players.putInServer(player),
  clientCommand: (player: number) => clientCommand(game, player),
  clientUserInfoChanged(player: number, info: Parameters<GameDll['clientUserInfoChanged']>[1]): void {
    // Before the player is in the game there is nothing to change.
    if (game.dataOf(player) === null) return
    game.engine.setClientKeyValue(game.engine.indexOfEdict(player), info, 'model', 'gordon')
  },
  playerPreThink: (player: number) => game.players.preThink(player),
  playerPostThink: (player: number) => game.players.postThink(player),
  playerCustomization(player: number, logo: Parameters<GameDll['playerCustomization']>[1]): void {
    const { fileName } = logo.resource as unknown as { fileName: string }
    const name = game.text(game.vars(player).netName)
    game.engine.alertMessage(AlertType.AiConsole, `${name} brings ${fileName}\n`)
  },
  spectatorConnect: (player: number) => game.players.spectate(player),
  spectatorDisconnect: (player: number) => game.players.stopSpectating(player),
  spectatorThink: (player: number) => {
    game.vars(player).flags |= EntityFlag.Spectator
  },
  cmdStart: doNothing,
  cmdEnd: doNothing,
  allowLagCompensation: () => true,
  pmInit: doNothing,
  pmMove: (move: Parameters<GameDll['pmMove']>[0]) =>
    movePlayer(move, {
      gravity: () => game.engine.cvarGetFloat('sv_gravity'),
      trace: (start, end) => game.server.playerMove.trace(start, end),
      touch: (hit) => game.server.playerMove.touch(hit),
    }),
  pmFindTextureType: (name: string) => (name === 'FLOOR' ? 'C' : 'W'),
  getHullBounds(hull: number, mins: { value: Vec3 }, maxs: { value: Vec3 }): boolean {
    const order = hullOrder[hull]
    if (order === undefined) return false
    const box = hullBox(order)
    mins.value = box.mins
    maxs.value = box.maxs
    return true
  },
})

const networkFunctions = (game: Game) => ({
  setupVisibility(...[view, player, pvs, pas]: Parameters<GameDll['setupVisibility']>): void {
    const { origin, viewOfs } = game.vars(view < 0 ? player : view)
    const eyes: Vec3 = [origin[0] + viewOfs[0], origin[1] + viewOfs[1], origin[2] + viewOfs[2]]
    pvs.value = game.engine.setFatPVS(eyes)
    pas.value = game.engine.setFatPAS(eyes)
  },
  updateClientData(...[player, sendWeapons, data]: Parameters<GameDll['updateClientData']>): void {
    const { origin, velocity, viewOfs, punchAngle, flags, health, weapons, maxSpeed, deadFlag } =
      game.vars(player)
    Object.assign(data, { origin, velocity, viewOfs, punchAngle, flags, health, weapons, maxSpeed, deadFlag })
    Object.assign(data, { physInfo: game.engine.getPhysicsInfoString(player) })
    if (sendWeapons) data.id = pistol
  },
  addToFullPack(
    ...[state, index, entity, host, , isPlayer, set]: Parameters<GameDll['addToFullPack']>
  ): boolean {
    const vars = game.vars(entity)
    if (vars.modelIndex === 0 || (vars.effects & Effect.NoDraw) !== 0) return false
    if (entity !== host && game.engine.checkVisibility(entity, set) === 0) return false
    Object.assign(state, { number: index, entityType: 1 })
    describe(game, state, entity)
    if (isPlayer) Object.assign(state, { velocity: vars.velocity, health: Math.trunc(vars.health) })
    return true
  },
  createBaseline(
    ...[isPlayer, index, baseline, entity, playerModel, mins, maxs]: Parameters<GameDll['createBaseline']>
  ): void {
    baseline.number = index
    describe(game, baseline, entity)
    if (isPlayer) Object.assign(baseline, { modelIndex: playerModel, mins, maxs })
  },
  registerEncoders(): void {
    game.engine.deltaAddEncoder('Entity_Encode', new FunctionPointer('encodeEntity'))
    game.engine.deltaAddEncoder('Player_Encode', new FunctionPointer('encodePlayer'))
  },
  getWeaponData(player: number, weapons: Parameters<GameDll['getWeaponData']>[1]): boolean {
    const data = game.dataOf(player)
    if (data === null) return false
    // The pistol is the second of the weapons, and its first two words are its id and what is in its clip.
    weapons.$arrays.i32.set([pistol, data.ammo], weaponBytes >> 2)
    return true
  },
  connectionlessPacket(...[, text, answer, size]: Parameters<GameDll['connectionlessPacket']>): boolean {
    size.value = text === 'ping' ? 4 : 0
    if (text === 'ping') answer.value = 'pong'
    return text === 'ping'
  },
  createInstancedBaselines(): void {
    const box = newStruct('entity_state_t', game.server.addresses) as Struct<EntityState>
    box.modelIndex = game.engine.modelIndex('models/ammo.mdl')
    game.engine.createInstancedBaseline(game.engine.allocString('ammo_box'), box)
  },
  inconsistentFile(player: number, file: string, reason: { value: string }): boolean {
    if (game.consistency.value === 0) return false
    reason.value = `${file} of ${game.text(game.vars(player).netName)} differs from the server's`
    return true
  },
})

const weaponBytes = 88

function describe(game: Game, state: Struct<EntityState>, entity: number): void {
  const { origin, angles, mins, maxs, modelIndex, sequence, frame, effects, solid, moveType } =
    game.vars(entity)
  Object.assign(state, { origin, angles, mins, maxs, modelIndex, sequence, frame, effects, solid, moveType })
}
