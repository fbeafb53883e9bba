// Generated from api/structs.ts by npm run generate. Do not edit.
import type { Entity } from '../entity.js'
import type { Vec3 } from '../vec3.js'

/**
 * A colour, 0..255 each.
 *
 * @native color24
 */
export interface Color24 {
  r: number
  g: number
  b: number
}

/**
 * An entity's variables, shared by engine and game DLL.
 *
 * @native entvars_t
 */
export interface EntVars {
  className: string
  globalName: string
  origin: Vec3
  oldOrigin: Vec3
  velocity: Vec3
  baseVelocity: Vec3
  clBaseVelocity: Vec3
  moveDir: Vec3
  angles: Vec3
  aVelocity: Vec3
  punchAngle: Vec3
  vAngle: Vec3
  endPos: Vec3
  startPos: Vec3
  impactTime: number
  startTime: number
  fixAngle: number
  idealPitch: number
  pitchSpeed: number
  idealYaw: number
  yawSpeed: number
  modelIndex: number
  model: string
  viewModel: string
  weaponModel: string
  absMin: Vec3
  absMax: Vec3
  mins: Vec3
  maxs: Vec3
  size: Vec3
  ltime: number
  nextThink: number
  moveType: number
  solid: number
  skin: number
  body: number
  effects: number
  gravity: number
  friction: number
  lightLevel: number
  sequence: number
  gaitSequence: number
  frame: number
  animTime: number
  frameRate: number
  controller: Uint8Array
  blending: Uint8Array
  scale: number
  renderMode: number
  renderAmt: number
  renderColor: Vec3
  renderFx: number
  health: number
  frags: number
  weapons: number
  takeDamage: number
  deadFlag: number
  viewOfs: Vec3
  button: number
  impulse: number
  chain: Entity | null
  dmgInflictor: Entity | null
  enemy: Entity | null
  aimEnt: Entity | null
  owner: Entity | null
  groundEntity: Entity | null
  spawnFlags: number
  flags: number
  colorMap: number
  team: number
  maxHealth: number
  teleportTime: number
  armorType: number
  armorValue: number
  waterLevel: number
  waterType: number
  target: string
  targetName: string
  netName: string
  message: string
  dmgTake: number
  dmgSave: number
  dmg: number
  dmgTime: number
  noise: string
  noise1: string
  noise2: string
  noise3: string
  speed: number
  airFinished: number
  painFinished: number
  radsuitFinished: number
  readonly containingEntity: Entity | null
  playerClass: number
  maxSpeed: number
  fov: number
  weaponAnim: number
  pushMsec: number
  inDuck: boolean
  timeStepSound: number
  swimTime: number
  duckTime: number
  stepLeft: number
  fallVelocity: number
  gameState: number
  oldButtons: number
  groupInfo: number
  iuser1: number
  iuser2: number
  iuser3: number
  iuser4: number
  fuser1: number
  fuser2: number
  fuser3: number
  fuser4: number
  vuser1: Vec3
  vuser2: Vec3
  vuser3: Vec3
  vuser4: Vec3
  euser1: Entity | null
  euser2: Entity | null
  euser3: Entity | null
  euser4: Entity | null
}

/**
 * An entity slot as the engine keeps it: bookkeeping first, then the variables it shares with the game.
 *
 * @native edict_t
 */
export interface Edict {
  isFree: boolean
  serialNumber: number
  headNode: number
  numLeafs: number
  readonly leafNums: readonly number[]
  freeTime: number
  readonly vars: EntVars
}

/**
 * What engine and game DLL tell each other outside of calls: time, map, the vectors of `MakeVectors`, the last trace.
 *
 * @native globalvars_t
 */
export interface GlobalVars {
  time: number
  frameTime: number
  forceRetouch: number
  mapName: string
  startSpot: string
  deathmatch: number
  coop: number
  teamplay: number
  serverFlags: number
  foundSecrets: number
  vForward: Vec3
  vUp: Vec3
  vRight: Vec3
  traceAllSolid: number
  traceStartSolid: number
  traceFraction: number
  traceEndPos: Vec3
  tracePlaneNormal: Vec3
  tracePlaneDist: number
  traceEnt: Entity | null
  traceInOpen: number
  traceInWater: number
  traceHitGroup: number
  traceFlags: number
  changeLevel: number
  cdAudioTrack: number
  maxClients: number
  maxEntities: number
  landmarkOffset: Vec3
}

/**
 * What a line or hull met on its way.
 *
 * @native TraceResult
 */
export interface TraceResult {
  allSolid: boolean
  startSolid: boolean
  inOpen: boolean
  inWater: boolean
  fraction: number
  endPos: Vec3
  planeDist: number
  planeNormal: Vec3
  hit: Entity | null
  hitGroup: number
}

/**
 * One key and value of a map entity, offered to the game DLL before the entity spawns.
 *
 * @native KeyValueData
 */
export interface KeyValueData {
  className: string
  keyName: string
  value: string
  isHandled: boolean
}

/**
 * What the server tells a client about one entity.
 *
 * @native entity_state_t
 */
export interface EntityState {
  entityType: number
  number: number
  msgTime: number
  messageNum: number
  origin: Vec3
  angles: Vec3
  modelIndex: number
  sequence: number
  frame: number
  colorMap: number
  skin: number
  solid: number
  effects: number
  scale: number
  eflags: number
  renderMode: number
  renderAmt: number
  readonly renderColor: Color24
  renderFx: number
  moveType: number
  animTime: number
  frameRate: number
  body: number
  controller: Uint8Array
  blending: Uint8Array
  velocity: Vec3
  mins: Vec3
  maxs: Vec3
  aimEnt: number
  owner: number
  friction: number
  gravity: number
  team: number
  playerClass: number
  health: number
  spectator: boolean
  weaponModel: number
  gaitSequence: number
  baseVelocity: Vec3
  useHull: number
  oldButtons: number
  onGround: number
  stepLeft: number
  fallVelocity: number
  fov: number
  weaponAnim: number
  startPos: Vec3
  endPos: Vec3
  impactTime: number
  startTime: number
  iuser1: number
  iuser2: number
  iuser3: number
  iuser4: number
  fuser1: number
  fuser2: number
  fuser3: number
  fuser4: number
  vuser1: Vec3
  vuser2: Vec3
  vuser3: Vec3
  vuser4: Vec3
}

/**
 * One command of a player: the keys, angles and time of one of the client's frames.
 *
 * @native usercmd_t
 */
export interface UserCmd {
  lerpMsec: number
  msec: number
  viewAngles: Vec3
  forwardMove: number
  sideMove: number
  upMove: number
  lightLevel: number
  buttons: number
  impulse: number
  weaponSelect: number
  impactIndex: number
  impactPosition: Vec3
}

/**
 * What a client predicts about one of its weapons.
 *
 * @native weapon_data_t
 */
export interface WeaponData {
  id: number
  clip: number
  nextPrimaryAttack: number
  nextSecondaryAttack: number
  timeWeaponIdle: number
  inReload: boolean
  inSpecialReload: number
  nextReload: number
  pumpTime: number
  reloadTime: number
  aimedDamage: number
  nextAimBonus: number
  inZoom: number
  weaponState: number
  iuser1: number
  iuser2: number
  iuser3: number
  iuser4: number
  fuser1: number
  fuser2: number
  fuser3: number
  fuser4: number
}

/**
 * What the server tells a client about itself.
 *
 * @native clientdata_t
 */
export interface ClientData {
  origin: Vec3
  velocity: Vec3
  viewModel: number
  punchAngle: Vec3
  flags: number
  waterLevel: number
  waterType: number
  viewOfs: Vec3
  health: number
  inDuck: boolean
  weapons: number
  timeStepSound: number
  duckTime: number
  swimTime: number
  waterJumpTime: number
  maxSpeed: number
  fov: number
  weaponAnim: number
  id: number
  ammoShells: number
  ammoNails: number
  ammoCells: number
  ammoRockets: number
  nextAttack: number
  tfState: number
  pushMsec: number
  deadFlag: number
  physInfo: string
  iuser1: number
  iuser2: number
  iuser3: number
  iuser4: number
  fuser1: number
  fuser2: number
  fuser3: number
  fuser4: number
  vuser1: Vec3
  vuser2: Vec3
  vuser3: Vec3
  vuser4: Vec3
}

/**
 * An entity as player movement sees it.
 *
 * @native physent_t
 */
export interface PhysEnt {
  name: string
  player: number
  origin: Vec3
  mins: Vec3
  maxs: Vec3
  info: number
  angles: Vec3
  solid: number
  skin: number
  renderMode: number
  frame: number
  sequence: number
  controller: Uint8Array
  blending: Uint8Array
  moveType: number
  takeDamage: number
  bloodDecal: number
  team: number
  classNumber: number
  iuser1: number
  iuser2: number
  iuser3: number
  iuser4: number
  fuser1: number
  fuser2: number
  fuser3: number
  fuser4: number
  vuser1: Vec3
  vuser2: Vec3
  vuser3: Vec3
  vuser4: Vec3
}

/**
 * The plane a trace ended on.
 *
 * @native pmplane_t
 */
export interface PmPlane {
  normal: Vec3
  dist: number
}

/**
 * What a trace of player movement met.
 *
 * @native pmtrace_t
 */
export interface PmTrace {
  allSolid: boolean
  startSolid: boolean
  inOpen: boolean
  inWater: boolean
  fraction: number
  endPos: Vec3
  readonly plane: PmPlane
  ent: number
  deltaVelocity: Vec3
  hitGroup: number
}

/**
 * Everything that player movement reads and writes; one such block lives in the engine and is used for all players.
 *
 * @native playermove_t
 */
export interface PlayerMove {
  playerIndex: number
  isServer: boolean
  isMultiplayer: boolean
  time: number
  frameTime: number
  forward: Vec3
  right: Vec3
  up: Vec3
  origin: Vec3
  angles: Vec3
  oldAngles: Vec3
  velocity: Vec3
  moveDir: Vec3
  baseVelocity: Vec3
  viewOfs: Vec3
  duckTime: number
  inDuck: boolean
  timeStepSound: number
  stepLeft: number
  fallVelocity: number
  punchAngle: Vec3
  swimTime: number
  nextPrimaryAttack: number
  effects: number
  flags: number
  useHull: number
  gravity: number
  friction: number
  oldButtons: number
  waterJumpTime: number
  isDead: boolean
  deadFlag: number
  spectator: number
  moveType: number
  onGround: number
  waterLevel: number
  waterType: number
  oldWaterLevel: number
  textureName: string
  textureType: string
  maxSpeed: number
  clientMaxSpeed: number
  iuser1: number
  iuser2: number
  iuser3: number
  iuser4: number
  fuser1: number
  fuser2: number
  fuser3: number
  fuser4: number
  vuser1: Vec3
  vuser2: Vec3
  vuser3: Vec3
  vuser4: Vec3
  numPhysEnt: number
  readonly physEnts: readonly PhysEnt[]
  numMoveEnt: number
  readonly moveEnts: readonly PhysEnt[]
  numVisEnt: number
  readonly visEnts: readonly PhysEnt[]
  readonly cmd: UserCmd
  numTouch: number
  readonly touchIndex: readonly PmTrace[]
  physInfo: string
  readonly playerMins: readonly Vec3[]
  readonly playerMaxs: readonly Vec3[]
  runFuncs: boolean
}

/**
 * A network address.
 *
 * @native netadr_t
 */
export interface NetAdr {
  type: number
  ip: Uint8Array
  ipx: Uint8Array
  port: number
}

/**
 * A file that clients need.
 *
 * @native resource_t
 */
export interface Resource {
  fileName: string
  type: number
  index: number
  downloadSize: number
  flags: number
  md5Hash: Uint8Array
  playerNumber: number
  reserved: Uint8Array
}

/**
 * One of a player's custom files, such as a spray logo.
 *
 * @native customization_t
 */
export interface Customization {
  isInUse: boolean
  readonly resource: Resource
  isTranslated: boolean
  userData1: number
  userData2: number
}

/**
 * A console variable.
 *
 * @native cvar_t
 */
export interface CVar {
  name: string
  string: string
  flags: number
  value: number
}
