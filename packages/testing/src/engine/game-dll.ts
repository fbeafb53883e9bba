/** The functions of the game DLL that the engine calls, with values as the engine has them: an entity is its index. */
import type {
  ClientData,
  Customization,
  EntityState,
  KeyValueData,
  NetAdr,
  PlayerMove,
  UserCmd,
  Vec3,
} from '@csr/metamod-sdk'

import type { InfoBuffer } from './info.js'
import type { Cell, VisibilitySet } from './pointers.js'
import type { Raw, RawView } from './raw-view.js'

/** A struct as an argument. */
export type Struct<Fields> = RawView & Raw<Fields>

export type KeyValueStruct = RawView & {
  [Field in keyof KeyValueData]: KeyValueData[Field] extends string ? string | null : KeyValueData[Field]
}

export type MoveStruct = RawView & Raw<PlayerMove>

export interface GameDll {
  gameInit(): void
  spawn(entity: number): number
  think(entity: number): void
  use(used: number, other: number): void
  touch(touched: number, other: number): void
  blocked(blocked: number, other: number): void
  keyValue(entity: number, pair: KeyValueStruct): void
  setAbsBox(entity: number): void
  resetGlobalState(): void
  clientConnect(player: number, name: string, address: string, reason: Cell<string>): boolean
  clientDisconnect(player: number): void
  clientKill(player: number): void
  clientPutInServer(player: number): void
  clientCommand(player: number): void
  clientUserInfoChanged(player: number, info: InfoBuffer): void
  serverActivate(first: number, count: number, clients: number): void
  serverDeactivate(): void
  playerPreThink(player: number): void
  playerPostThink(player: number): void
  startFrame(): void
  parmsNewLevel(): void
  parmsChangeLevel(): void
  getGameDescription(): string
  playerCustomization(player: number, logo: Struct<Customization>): void
  spectatorConnect(player: number): void
  spectatorDisconnect(player: number): void
  spectatorThink(player: number): void
  sysError(text: string): void
  pmMove(move: MoveStruct, isServer: boolean): void
  pmInit(move: MoveStruct): void
  pmFindTextureType(name: string): string
  setupVisibility(
    view: number,
    player: number,
    pvs: Cell<VisibilitySet | null>,
    pas: Cell<VisibilitySet | null>,
  ): void
  updateClientData(player: number, sendWeapons: boolean, data: Struct<ClientData>): void
  addToFullPack(
    state: Struct<EntityState>,
    index: number,
    entity: number,
    host: number,
    hostFlags: number,
    isPlayer: boolean,
    set: VisibilitySet | null,
  ): boolean
  createBaseline(
    isPlayer: boolean,
    index: number,
    baseline: Struct<EntityState>,
    entity: number,
    playerModel: number,
    mins: Vec3,
    maxs: Vec3,
  ): void
  registerEncoders(): void
  getWeaponData(player: number, weapons: RawView): boolean
  cmdStart(player: number, command: Struct<UserCmd>, seed: number): void
  cmdEnd(player: number): void
  connectionlessPacket(from: Struct<NetAdr>, text: string, answer: Cell<string>, size: Cell<number>): boolean
  getHullBounds(hull: number, mins: Cell<Vec3>, maxs: Cell<Vec3>): boolean
  createInstancedBaselines(): void
  inconsistentFile(player: number, file: string, reason: Cell<string>): boolean
  allowLagCompensation(): boolean
  onFreeEntPrivateData(entity: number): void
  gameShutdown(): void
  shouldCollide(touched: number, other: number): boolean
  cvarValue(player: number, value: string): void
  cvarValue2(player: number, requestId: number, name: string, value: string): void
}
