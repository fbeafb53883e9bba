// Generated from api/engine.ts, api/gamedll.ts, api/newdll.ts by npm run generate. Do not edit.
import type { Entity } from '../entity.js'
import type { Pointer } from '../pointer.js'
import type { Vec3 } from '../vec3.js'
import type { ClientData, Customization, EntityState, KeyValueData, NetAdr, PlayerMove, TraceResult, UserCmd, WeaponData } from './structs.js'

/** What the engine offers, one to one. */
export interface EngineCalls {
  /**
   * Makes a model or sprite known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheModel
   */
  precacheModel(model: string): number

  /**
   * Makes a sound known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheSound
   */
  precacheSound(sample: string): number

  /**
   * Gives an entity a precached model, and the size of that model.
   *
   * @native enginefuncs_t.pfnSetModel
   */
  setModel(entity: Entity, model: string): void

  /**
   * Finds the index of a precached model.
   *
   * @native enginefuncs_t.pfnModelIndex
   */
  modelIndex(model: string): number

  /**
   * Counts the frames of a sprite or the bodies of a model.
   *
   * @native enginefuncs_t.pfnModelFrames
   */
  modelFrames(modelIndex: number): number

  /**
   * Sets an entity's bounding box, relative to its origin, and links it into the world anew.
   *
   * @native enginefuncs_t.pfnSetSize
   */
  setSize(entity: Entity, mins: Vec3, maxs: Vec3): void

  /**
   * Ends the map after this frame and starts another; with a landmark, as a step of a single-player game.
   *
   * @native enginefuncs_t.pfnChangeLevel
   */
  changeLevel(map: string, landmark: string | null): void

  /**
   * Has no use.
   *
   * @native enginefuncs_t.pfnGetSpawnParms
   *
   * @deprecated A rest of Quake, where players kept their weapons so; it keeps nothing here.
   */
  getSpawnParms(entity: Entity): void

  /**
   * Has no use.
   *
   * @native enginefuncs_t.pfnSaveSpawnParms
   *
   * @deprecated A rest of Quake, where players kept their weapons so; it keeps nothing here.
   */
  saveSpawnParms(entity: Entity): void

  /**
   * Tells the yaw of a direction, in degrees from 0 to 360.
   *
   * @native enginefuncs_t.pfnVecToYaw
   */
  vecToYaw(direction: Vec3): number

  /**
   * Turns a direction into pitch, yaw and roll in degrees.
   *
   * @native enginefuncs_t.pfnVecToAngles
   */
  vecToAngles(direction: Vec3): Vec3

  /**
   * Moves a monster a step of the given length towards a goal.
   *
   * @native enginefuncs_t.pfnMoveToOrigin
   */
  moveToOrigin(entity: Entity, goal: Vec3, distance: number, moveType: number): void

  /**
   * Turns an entity towards its ideal yaw at its yaw speed.
   *
   * @native enginefuncs_t.pfnChangeYaw
   */
  changeYaw(entity: Entity): void

  /**
   * Turns an entity towards its ideal pitch at its pitch speed.
   *
   * @native enginefuncs_t.pfnChangePitch
   */
  changePitch(entity: Entity): void

  /**
   * Finds the next entity whose text field, such as "classname", has a value.
   *
   * @native enginefuncs_t.pfnFindEntityByString
   */
  findEntityByString(startAfter: Entity | null, field: string, value: string): Entity | null

  /**
   * Tells how bright it is where an entity stands, from 0 to 255.
   *
   * @native enginefuncs_t.pfnGetEntityIllum
   */
  getEntityIllum(entity: Entity): number

  /**
   * Finds the next entity with a part inside a sphere.
   *
   * @native enginefuncs_t.pfnFindEntityInSphere
   */
  findEntityInSphere(startAfter: Entity | null, origin: Vec3, radius: number): Entity | null

  /**
   * Finds a living client that can see an entity; clients take turns in being looked for.
   *
   * @native enginefuncs_t.pfnFindClientInPVS
   */
  findClientInPVS(entity: Entity): Entity | null

  /**
   * Chains the entities that a player may see through their `chain` fields and answers the first.
   *
   * @native enginefuncs_t.pfnEntitiesInPVS
   */
  entitiesInPVS(player: Entity): Entity | null

  /**
   * Turns angles into directions, left in the three direction vectors of the globals.
   *
   * @native enginefuncs_t.pfnMakeVectors
   */
  makeVectors(angles: Vec3): void

  /**
   * Turns angles into three directions.
   *
   * @native enginefuncs_t.pfnAngleVectors
   */
  angleVectors(angles: Vec3): { readonly forward: Vec3; readonly right: Vec3; readonly up: Vec3 }

  /**
   * Takes a free entity slot; the server ends when there is none.
   *
   * @native enginefuncs_t.pfnCreateEntity
   */
  createEntity(): Entity | null

  /**
   * Frees an entity at once; what still points to it is then stale.
   *
   * @native enginefuncs_t.pfnRemoveEntity
   */
  removeEntity(entity: Entity): void

  /**
   * Makes an entity of a class; it still has to be spawned.
   *
   * @native enginefuncs_t.pfnCreateNamedEntity
   */
  createNamedEntity(className: string): Entity | null

  /**
   * Hands an entity over to the clients as scenery and frees it here.
   *
   * @native enginefuncs_t.pfnMakeStatic
   */
  makeStatic(entity: Entity): void

  /**
   * Tells whether an entity stands on something.
   *
   * @native enginefuncs_t.pfnEntIsOnFloor
   */
  entIsOnFloor(entity: Entity): boolean

  /**
   * Lets an entity fall to the floor below: 1 when it landed, 0 when none is near, -1 when it is stuck.
   *
   * @native enginefuncs_t.pfnDropToFloor
   */
  dropToFloor(entity: Entity): number

  /**
   * Lets a monster take a step and tells whether it could.
   *
   * @native enginefuncs_t.pfnWalkMove
   */
  walkMove(entity: Entity, yaw: number, distance: number, mode: number): boolean

  /**
   * Puts an entity somewhere and links it into the world anew.
   *
   * @native enginefuncs_t.pfnSetOrigin
   */
  setOrigin(entity: Entity, origin: Vec3): void

  /**
   * Plays a precached sound from an entity to the clients that can hear it.
   *
   * @native enginefuncs_t.pfnEmitSound
   */
  emitSound(entity: Entity, channel: number, sample: string, volume: number, attenuation: number, flags: number, pitch: number): void

  /**
   * Plays a precached sound at a place.
   *
   * @native enginefuncs_t.pfnEmitAmbientSound
   */
  emitAmbientSound(entity: Entity, origin: Vec3, sample: string, volume: number, attenuation: number, flags: number, pitch: number): void

  /**
   * Follows a line until it meets something.
   *
   * @native enginefuncs_t.pfnTraceLine
   */
  traceLine(start: Vec3, end: Vec3, noMonsters: number, skip: Entity | null): TraceResult

  /**
   * Follows the path that a tossed entity would take until it meets something.
   *
   * @native enginefuncs_t.pfnTraceToss
   */
  traceToss(entity: Entity, skip: Entity | null): TraceResult

  /**
   * Moves a monster's box along a line and tells whether it met something.
   *
   * @native enginefuncs_t.pfnTraceMonsterHull
   */
  traceMonsterHull(entity: Entity, start: Vec3, end: Vec3, noMonsters: number, skip: Entity | null): { readonly result: boolean; readonly trace: TraceResult }

  /**
   * Moves one of the four standard boxes along a line until it meets something.
   *
   * @native enginefuncs_t.pfnTraceHull
   */
  traceHull(start: Vec3, end: Vec3, noMonsters: number, hull: number, skip: Entity | null): TraceResult

  /**
   * Follows a line through one entity and nothing else.
   *
   * @native enginefuncs_t.pfnTraceModel
   */
  traceModel(start: Vec3, end: Vec3, hull: number, entity: Entity): TraceResult

  /**
   * Names the texture that a line meets on an entity, or on the world.
   *
   * @native enginefuncs_t.pfnTraceTexture
   */
  traceTexture(entity: Entity | null, start: Vec3, end: Vec3): string

  /**
   * Moves a sphere along a line.
   *
   * @native enginefuncs_t.pfnTraceSphere
   *
   * @deprecated No engine traces spheres; in Xash3D the function is empty and leaves the result as it was.
   */
  traceSphere(start: Vec3, end: Vec3, noMonsters: number, radius: number, skip: Entity | null): TraceResult

  /**
   * Tells where an entity aims, with the help of auto-aim.
   *
   * @native enginefuncs_t.pfnGetAimVector
   */
  getAimVector(entity: Entity, speed: number): Vec3

  /**
   * Queues a console command; it must end with a newline or a semicolon.
   *
   * @native enginefuncs_t.pfnServerCommand
   */
  serverCommand(command: string): void

  /**
   * Runs the queued console commands now.
   *
   * @native enginefuncs_t.pfnServerExecute
   */
  serverExecute(): void

  /**
   * Sends a command line to a client's console; it must end with a newline.
   *
   * @native enginefuncs_t.pfnClientCommand
   */
  clientCommand(player: Entity, command: string): void

  /**
   * Bursts particles of a palette colour.
   *
   * @native enginefuncs_t.pfnParticleEffect
   */
  particleEffect(origin: Vec3, direction: Vec3, color: number, count: number): void

  /**
   * Sets how the lights of a style flicker: a letter a tenth of a second, from "a" (dark) to "z" (double).
   *
   * @native enginefuncs_t.pfnLightStyle
   */
  lightStyle(style: number, value: string): void

  /**
   * Finds the index of a decal; -1 when there is none.
   *
   * @native enginefuncs_t.pfnDecalIndex
   */
  decalIndex(name: string): number

  /**
   * Tells what fills a point of the world, as one of the contents constants.
   *
   * @native enginefuncs_t.pfnPointContents
   */
  pointContents(point: Vec3): number

  /**
   * Opens a message to clients; only one can be open.
   *
   * @native enginefuncs_t.pfnMessageBegin
   */
  messageBegin(dest: number, type: number, origin: Vec3 | null, player: Entity | null): void

  /**
   * Closes the open message and sends it.
   *
   * @native enginefuncs_t.pfnMessageEnd
   */
  messageEnd(): void

  /**
   * Writes 0..255 into the open message.
   *
   * @native enginefuncs_t.pfnWriteByte
   */
  writeByte(value: number): void

  /**
   * Writes -128..127 into the open message.
   *
   * @native enginefuncs_t.pfnWriteChar
   */
  writeChar(value: number): void

  /**
   * Writes a 16-bit number into the open message.
   *
   * @native enginefuncs_t.pfnWriteShort
   */
  writeShort(value: number): void

  /**
   * Writes a 32-bit number into the open message.
   *
   * @native enginefuncs_t.pfnWriteLong
   */
  writeLong(value: number): void

  /**
   * Writes an angle into the open message, in steps of 360/256 degrees.
   *
   * @native enginefuncs_t.pfnWriteAngle
   */
  writeAngle(degrees: number): void

  /**
   * Writes a coordinate into the open message, in steps of an eighth of a unit.
   *
   * @native enginefuncs_t.pfnWriteCoord
   */
  writeCoord(units: number): void

  /**
   * Writes text into the open message.
   *
   * @native enginefuncs_t.pfnWriteString
   */
  writeString(text: string): void

  /**
   * Writes an entity index into the open message.
   *
   * @native enginefuncs_t.pfnWriteEntity
   */
  writeEntity(index: number): void

  /**
   * Reads a console variable as a number; 0 when there is none.
   *
   * @native enginefuncs_t.pfnCVarGetFloat
   */
  cvarGetFloat(name: string): number

  /**
   * Reads a console variable as text; empty when there is none.
   *
   * @native enginefuncs_t.pfnCVarGetString
   */
  cvarGetString(name: string): string

  /**
   * Sets a console variable to a number.
   *
   * @native enginefuncs_t.pfnCVarSetFloat
   */
  cvarSetFloat(name: string, value: number): void

  /**
   * Sets a console variable to a text.
   *
   * @native enginefuncs_t.pfnCVarSetString
   */
  cvarSetString(name: string, value: string): void

  /**
   * Prints to the console according to the `developer` variable, or, as a logged alert, to the server's log.
   *
   * @native enginefuncs_t.pfnAlertMessage
   */
  alertMessage(type: number, text: string): void

  /**
   * Prints into an open C file.
   *
   * @native enginefuncs_t.pfnEngineFprintf
   */
  engineFprintf(file: Pointer<'file'>, text: string): void

  /**
   * Allocates the game's own block of an entity, filled with zeros.
   *
   * @native enginefuncs_t.pfnPvAllocEntPrivateData
   */
  pvAllocEntPrivateData(entity: Entity, size: number): Pointer<'privateData'> | null

  /**
   * Gives the game's own block of an entity.
   *
   * @native enginefuncs_t.pfnPvEntPrivateData
   */
  pvEntPrivateData(entity: Entity): Pointer<'privateData'> | null

  /**
   * Frees the game's own block of an entity.
   *
   * @native enginefuncs_t.pfnFreeEntPrivateData
   */
  freeEntPrivateData(entity: Entity): void

  /**
   * Gives the text behind a string handle.
   *
   * @native enginefuncs_t.pfnSzFromIndex
   */
  szFromIndex(handle: number): string

  /**
   * Stores a text until the map ends and answers its string handle.
   *
   * @native enginefuncs_t.pfnAllocString
   */
  allocString(text: string): number

  /**
   * Gives an entity's variables.
   *
   * @native enginefuncs_t.pfnGetVarsOfEnt
   */
  getVarsOfEnt(entity: Entity): Entity | null

  /**
   * Finds an entity by its distance in bytes from the first.
   *
   * @native enginefuncs_t.pfnPEntityOfEntOffset
   */
  pEntityOfEntOffset(offset: number): Entity | null

  /**
   * Tells the distance in bytes of an entity from the first.
   *
   * @native enginefuncs_t.pfnEntOffsetOfPEntity
   */
  entOffsetOfPEntity(entity: Entity): number

  /**
   * Tells the index of an entity; 0 for none.
   *
   * @native enginefuncs_t.pfnIndexOfEdict
   */
  indexOfEdict(entity: Entity | null): number

  /**
   * Finds an entity by its index; none for a free slot, unless it is that of a client.
   *
   * @native enginefuncs_t.pfnPEntityOfEntIndex
   */
  pEntityOfEntIndex(index: number): Entity | null

  /**
   * Finds the entity to which variables belong.
   *
   * @native enginefuncs_t.pfnFindEntityByVars
   */
  findEntityByVars(vars: Entity): Entity | null

  /**
   * Gives the head of an entity's studio model.
   *
   * @native enginefuncs_t.pfnGetModelPtr
   */
  getModelPtr(entity: Entity): Pointer<'model'> | null

  /**
   * Registers a message type of the game, with -1 for messages of changing size, and answers its number.
   *
   * @native enginefuncs_t.pfnRegUserMsg
   */
  regUserMsg(name: string, size: number): number

  /**
   * Has no use.
   *
   * @native enginefuncs_t.pfnAnimationAutomove
   *
   * @deprecated The function is empty in the engines.
   */
  animationAutomove(entity: Entity, seconds: number): void

  /**
   * Tells where a bone of an entity's studio model is.
   *
   * @native enginefuncs_t.pfnGetBonePosition
   */
  getBonePosition(entity: Entity, bone: number): { readonly origin: Vec3; readonly angles: Vec3 }

  /**
   * Finds a function that the game DLL exports.
   *
   * @native enginefuncs_t.pfnFunctionFromName
   */
  functionFromName(name: string): Pointer<'function'> | null

  /**
   * Names a function that the game DLL exports.
   *
   * @native enginefuncs_t.pfnNameForFunction
   */
  nameForFunction(routine: Pointer<'function'>): string

  /**
   * Prints to a client's console or screen; the text needs its own newline.
   *
   * @native enginefuncs_t.pfnClientPrintf
   */
  clientPrintf(player: Entity, type: number, text: string): void

  /**
   * Prints to the server console; the text needs its own newline.
   *
   * @native enginefuncs_t.pfnServerPrint
   */
  serverPrint(text: string): void

  /**
   * Gives all arguments of the command being run as one text.
   *
   * @native enginefuncs_t.pfnCmd_Args
   */
  cmdArgs(): string

  /**
   * Gives one argument of the command being run; 0 is its name.
   *
   * @native enginefuncs_t.pfnCmd_Argv
   */
  cmdArgv(index: number): string

  /**
   * Counts the arguments of the command being run, its name included.
   *
   * @native enginefuncs_t.pfnCmd_Argc
   */
  cmdArgc(): number

  /**
   * Tells where an attachment point of an entity's studio model is.
   *
   * @native enginefuncs_t.pfnGetAttachment
   */
  getAttachment(entity: Entity, attachment: number): { readonly origin: Vec3; readonly angles: Vec3 }

  /**
   * Starts a CRC-32.
   *
   * @native enginefuncs_t.pfnCRC32_Init
   */
  crc32Init(crc: number): number

  /**
   * Adds bytes to a CRC-32.
   *
   * @native enginefuncs_t.pfnCRC32_ProcessBuffer
   */
  crc32ProcessBuffer(crc: number, buffer: Uint8Array | Int32Array, length: number): number

  /**
   * Adds one byte to a CRC-32.
   *
   * @native enginefuncs_t.pfnCRC32_ProcessByte
   */
  crc32ProcessByte(crc: number, value: number): number

  /**
   * Finishes a CRC-32 and answers the sum.
   *
   * @native enginefuncs_t.pfnCRC32_Final
   */
  crc32Final(crc: number): number

  /**
   * Draws a whole number between two bounds, both included.
   *
   * @native enginefuncs_t.pfnRandomLong
   */
  randomLong(low: number, high: number): number

  /**
   * Draws a number between two bounds.
   *
   * @native enginefuncs_t.pfnRandomFloat
   */
  randomFloat(low: number, high: number): number

  /**
   * Lets a player see through the eyes of an entity.
   *
   * @native enginefuncs_t.pfnSetView
   */
  setView(player: Entity, viewEntity: Entity): void

  /**
   * Tells the seconds since the engine started.
   *
   * @native enginefuncs_t.pfnTime
   */
  time(): number

  /**
   * Moves a player's crosshair by angles in degrees.
   *
   * @native enginefuncs_t.pfnCrosshairAngle
   */
  crosshairAngle(player: Entity, pitch: number, yaw: number): void

  /**
   * Ends a section of a single-player game, such as the training.
   *
   * @native enginefuncs_t.pfnEndSection
   */
  endSection(name: string): void

  /**
   * Compares the ages of two files, -1 when the first is older, and tells whether both exist.
   *
   * @native enginefuncs_t.pfnCompareFileTime
   */
  compareFileTime(first: string, second: string): { readonly result: boolean; readonly order: number }

  /**
   * Names the game directory.
   *
   * @native enginefuncs_t.pfnGetGameDir
   */
  getGameDir(): string

  /**
   * Fades a player's sound out and in again.
   *
   * @native enginefuncs_t.pfnFadeClientVolume
   */
  fadeClientVolume(player: Entity, percent: number, fadeOutSeconds: number, holdSeconds: number, fadeInSeconds: number): void

  /**
   * Limits the speed of a player, in units a second.
   *
   * @native enginefuncs_t.pfnSetClientMaxspeed
   */
  setClientMaxspeed(player: Entity, maxSpeed: number): void

  /**
   * Connects a client without a network; none when the server is full.
   *
   * @native enginefuncs_t.pfnCreateFakeClient
   */
  createFakeClient(name: string): Entity | null

  /**
   * Moves a fake client as if its command had come over the network.
   *
   * @native enginefuncs_t.pfnRunPlayerMove
   */
  runPlayerMove(player: Entity, viewAngles: Vec3, forwardMove: number, sideMove: number, upMove: number, buttons: number, impulse: number, msec: number): void

  /**
   * Counts the entity slots that are in use.
   *
   * @native enginefuncs_t.pfnNumberOfEntities
   */
  numberOfEntities(): number

  /**
   * Gives the keys and values of a client, of the server (for the world), or of localinfo (for none).
   *
   * @native enginefuncs_t.pfnGetInfoKeyBuffer
   */
  getInfoKeyBuffer(entity: Entity | null): Pointer<'infoBuffer'> | null

  /**
   * Reads a value of an info buffer; empty when the key is absent.
   *
   * @native enginefuncs_t.pfnInfoKeyValue
   */
  infoKeyValue(infoBuffer: Pointer<'infoBuffer'>, key: string): string

  /**
   * Sets a value in the info buffer of the server or of localinfo.
   *
   * @native enginefuncs_t.pfnSetKeyValue
   */
  setKeyValue(infoBuffer: Pointer<'infoBuffer'>, key: string, value: string): void

  /**
   * Sets a value in a client's info buffer and tells the other clients.
   *
   * @native enginefuncs_t.pfnSetClientKeyValue
   */
  setClientKeyValue(index: number, infoBuffer: Pointer<'infoBuffer'>, key: string, value: string): void

  /**
   * Tells whether a map can be played here; the name has no folder and no ending.
   *
   * @native enginefuncs_t.pfnIsMapValid
   */
  isMapValid(map: string): boolean

  /**
   * Paints a decal that clients see for as long as the map lasts.
   *
   * @native enginefuncs_t.pfnStaticDecal
   */
  staticDecal(origin: Vec3, decal: number, entityIndex: number, modelIndex: number): void

  /**
   * Makes any file known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheGeneric
   */
  precacheGeneric(path: string): number

  /**
   * Tells the number a client got when it connected; -1 for what is no client.
   *
   * @native enginefuncs_t.pfnGetPlayerUserId
   */
  getPlayerUserId(player: Entity): number

  /**
   * Sends a sound to the clients that a message destination names.
   *
   * @native enginefuncs_t.pfnBuildSoundMsg
   */
  buildSoundMsg(entity: Entity, channel: number, sample: string, volume: number, attenuation: number, flags: number, pitch: number, dest: number, type: number, origin: Vec3 | null, player: Entity | null): void

  /**
   * Tells whether nobody plays in the process that serves.
   *
   * @native enginefuncs_t.pfnIsDedicatedServer
   */
  isDedicatedServer(): boolean

  /**
   * Finds a console variable.
   *
   * @native enginefuncs_t.pfnCVarGetPointer
   */
  cvarGetPointer(name: string): Pointer<'cvar'> | null

  /**
   * Answers -1.
   *
   * @native enginefuncs_t.pfnGetPlayerWONId
   *
   * @deprecated The network that gave out these numbers closed in 2004; use getPlayerAuthId.
   */
  getPlayerWONId(player: Entity): number

  /**
   * Removes a key from an info buffer.
   *
   * @native enginefuncs_t.pfnInfo_RemoveKey
   */
  infoRemoveKey(infoBuffer: Pointer<'infoBuffer'>, key: string): void

  /**
   * Reads a value of a client's physics keys, which its movement code sees too.
   *
   * @native enginefuncs_t.pfnGetPhysicsKeyValue
   */
  getPhysicsKeyValue(player: Entity, key: string): string

  /**
   * Sets a value of a client's physics keys.
   *
   * @native enginefuncs_t.pfnSetPhysicsKeyValue
   */
  setPhysicsKeyValue(player: Entity, key: string, value: string): void

  /**
   * Gives all of a client's physics keys as one text.
   *
   * @native enginefuncs_t.pfnGetPhysicsInfoString
   */
  getPhysicsInfoString(player: Entity): string

  /**
   * Makes an event script known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheEvent
   */
  precacheEvent(type: number, path: string): number

  /**
   * Plays an event script on the clients.
   *
   * @native enginefuncs_t.pfnPlaybackEvent
   */
  playbackEvent(flags: number, invoker: Entity | null, event: number, delay: number, origin: Vec3, angles: Vec3, float1: number, float2: number, int1: number, int2: number, bool1: number, bool2: number): void

  /**
   * Computes what can be seen from around a point; the next such call overwrites the answer.
   *
   * @native enginefuncs_t.pfnSetFatPVS
   */
  setFatPVS(origin: Vec3): Pointer<'visibility'> | null

  /**
   * Computes what can be heard from around a point; the next such call overwrites the answer.
   *
   * @native enginefuncs_t.pfnSetFatPAS
   */
  setFatPAS(origin: Vec3): Pointer<'visibility'> | null

  /**
   * Tells whether an entity touches a visible set: 0 no, 1 yes, 2 only by its head node.
   *
   * @native enginefuncs_t.pfnCheckVisibility
   */
  checkVisibility(entity: Entity, set: Pointer<'visibility'> | null): number

  /**
   * Marks a field of a delta to be sent.
   *
   * @native enginefuncs_t.pfnDeltaSetField
   */
  deltaSetField(delta: Pointer<'delta'>, field: string): void

  /**
   * Marks a field of a delta not to be sent.
   *
   * @native enginefuncs_t.pfnDeltaUnsetField
   */
  deltaUnsetField(delta: Pointer<'delta'>, field: string): void

  /**
   * Tells for which client, counted from 0, the server is building an update; -1 outside of that.
   *
   * @native enginefuncs_t.pfnGetCurrentPlayer
   */
  getCurrentPlayer(): number

  /**
   * Tells whether a client predicts its own weapons and so needs no data of them.
   *
   * @native enginefuncs_t.pfnCanSkipPlayer
   */
  canSkipPlayer(player: Entity): boolean

  /**
   * Finds the number of a field of a delta; -1 when there is none.
   *
   * @native enginefuncs_t.pfnDeltaFindField
   */
  deltaFindField(delta: Pointer<'delta'>, field: string): number

  /**
   * Marks a field of a delta, given by number, to be sent.
   *
   * @native enginefuncs_t.pfnDeltaSetFieldByIndex
   */
  deltaSetFieldByIndex(delta: Pointer<'delta'>, field: number): void

  /**
   * Marks a field of a delta, given by number, not to be sent.
   *
   * @native enginefuncs_t.pfnDeltaUnsetFieldByIndex
   */
  deltaUnsetFieldByIndex(delta: Pointer<'delta'>, field: number): void

  /**
   * Limits traces and searches to entities whose `groupInfo` matches a mask.
   *
   * @native enginefuncs_t.pfnSetGroupMask
   */
  setGroupMask(mask: number, op: number): void

  /**
   * Gives clients a state from which entities of a class, made later, differ little; 0 when there is no room.
   *
   * @native enginefuncs_t.pfnCreateInstancedBaseline
   */
  createInstancedBaseline(className: string, baseline: Partial<EntityState>): number

  /**
   * Sets a console variable, passing by the checks of the console.
   *
   * @native enginefuncs_t.pfnCvar_DirectSet
   */
  cvarDirectSet(cvar: Pointer<'cvar'>, value: string): void

  /**
   * Demands that clients' copies of a file equal the server's; possible only while the map loads.
   *
   * @native enginefuncs_t.pfnForceUnmodified
   */
  forceUnmodified(type: number, mins: Vec3 | null, maxs: Vec3 | null, path: string): void

  /**
   * Tells a client's ping in milliseconds and its lost packets in percent.
   *
   * @native enginefuncs_t.pfnGetPlayerStats
   */
  getPlayerStats(player: Entity): { readonly ping: number; readonly packetLoss: number }

  /**
   * Tells whether a client, by index, hears the voice of another.
   *
   * @native enginefuncs_t.pfnVoice_GetClientListening
   */
  voiceGetClientListening(receiver: number, sender: number): boolean

  /**
   * Lets a client, by index, hear the voice of another, or not.
   *
   * @native enginefuncs_t.pfnVoice_SetClientListening
   */
  voiceSetClientListening(receiver: number, sender: number, isListening: boolean): boolean

  /**
   * Gives the text that identifies a player across servers; its form is the engine's own.
   *
   * @native enginefuncs_t.pfnGetPlayerAuthId
   */
  getPlayerAuthId(player: Entity): string

  /**
   * Finds a sequence of a .seq file.
   *
   * @native enginefuncs_t.pfnSequenceGet
   */
  sequenceGet(file: string, entry: string): Pointer<'sequence'> | null

  /**
   * Picks a sentence of a .seq file.
   *
   * @native enginefuncs_t.pfnSequencePickSentence
   */
  sequencePickSentence(group: string, method: number): { readonly result: Pointer<'sequence'> | null; readonly picked: number }

  /**
   * Tells the size of a file in bytes; -1 when there is none.
   *
   * @native enginefuncs_t.pfnGetFileSize
   */
  getFileSize(path: string): number

  /**
   * Tells about how long a .wav file plays, in milliseconds.
   *
   * @native enginefuncs_t.pfnGetApproxWavePlayLen
   */
  getApproxWavePlayLen(path: string): number

  /**
   * Tells whether a career game of Condition Zero is being played.
   *
   * @native enginefuncs_t.pfnIsCareerMatch
   */
  isCareerMatch(): boolean

  /**
   * Tells how long the translation of a label is.
   *
   * @native enginefuncs_t.pfnGetLocalizedStringLength
   */
  getLocalizedStringLength(label: string): number

  /**
   * Notes that a tutor message was shown.
   *
   * @native enginefuncs_t.pfnRegisterTutorMessageShown
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  registerTutorMessageShown(message: number): void

  /**
   * Counts how often a tutor message was shown.
   *
   * @native enginefuncs_t.pfnGetTimesTutorMessageShown
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  getTimesTutorMessageShown(message: number): number

  /**
   * Reads a buffer of tutor message counts.
   *
   * @native enginefuncs_t.pfnProcessTutorMessageDecayBuffer
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  processTutorMessageDecayBuffer(buffer: Uint8Array | Int32Array, length: number): void

  /**
   * Fills a buffer of tutor message counts.
   *
   * @native enginefuncs_t.pfnConstructTutorMessageDecayBuffer
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  constructTutorMessageDecayBuffer(buffer: Uint8Array | Int32Array, length: number): void

  /**
   * Forgets the tutor message counts.
   *
   * @native enginefuncs_t.pfnResetTutorMessageDecayData
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  resetTutorMessageDecayData(): void

  /**
   * Asks a client for one of its console variables; the answer comes to the game DLL's CvarValue.
   *
   * @native enginefuncs_t.pfnQueryClientCvarValue
   */
  queryClientCvarValue(player: Entity, name: string): void

  /**
   * Asks a client for one of its console variables; the answer comes, with the number given here, to the game DLL's CvarValue2.
   *
   * @native enginefuncs_t.pfnQueryClientCvarValue2
   */
  queryClientCvarValue2(player: Entity, name: string, requestId: number): void

  /**
   * Finds a parameter of the engine's command line and what follows it; 0 when it is absent.
   *
   * @native enginefuncs_t.pfnCheckParm
   */
  checkParm(parameter: string): { readonly result: number; readonly next: string }

  /**
   * Finds an entity by its index, also a client that has no game object yet.
   *
   * @native enginefuncs_t.pfnPEntityOfEntIndexAllEntities
   */
  pEntityOfEntIndexAllEntities(index: number): Entity | null
}

/** What the game DLL offers, one to one. */
export interface GameDllCalls {
  /**
   * The engine has started and knows no map yet: register console variables here.
   *
   * @native DLL_FUNCTIONS.pfnGameInit
   */
  gameInit(): void

  /**
   * An entity of the map comes to life; -1 takes it out again.
   *
   * @native DLL_FUNCTIONS.pfnSpawn
   */
  spawn(entity: Entity): number

  /**
   * The moment has come that an entity named as its next time to think.
   *
   * @native DLL_FUNCTIONS.pfnThink
   */
  think(entity: Entity): void

  /**
   * An entity was used by another.
   *
   * @native DLL_FUNCTIONS.pfnUse
   */
  use(used: Entity, other: Entity): void

  /**
   * Two entities touch; it is called once for each.
   *
   * @native DLL_FUNCTIONS.pfnTouch
   */
  touch(touched: Entity, other: Entity): void

  /**
   * A moving entity cannot go on because of another.
   *
   * @native DLL_FUNCTIONS.pfnBlocked
   */
  blocked(blocked: Entity, other: Entity): void

  /**
   * The map gives an entity one of its keys and values.
   *
   * @native DLL_FUNCTIONS.pfnKeyValue
   */
  keyValue(entity: Entity, keyValue: Partial<KeyValueData>): KeyValueData

  /**
   * An entity is to be saved.
   *
   * @native DLL_FUNCTIONS.pfnSave
   */
  save(entity: Entity, save: Pointer<'save'>): void

  /**
   * An entity is restored from a save; -1 takes it out again.
   *
   * @native DLL_FUNCTIONS.pfnRestore
   */
  restore(entity: Entity, save: Pointer<'save'>, isGlobalEntity: boolean): number

  /**
   * The space that an entity takes in the world is to be computed.
   *
   * @native DLL_FUNCTIONS.pfnSetAbsBox
   */
  setAbsBox(entity: Entity): void

  /**
   * A struct of the game is to be written into a save.
   *
   * @native DLL_FUNCTIONS.pfnSaveWriteFields
   */
  saveWriteFields(save: Pointer<'save'>, name: string, baseData: Pointer<'baseData'>, fields: Pointer<'typeDescription'>, fieldCount: number): void

  /**
   * A struct of the game is to be read from a save.
   *
   * @native DLL_FUNCTIONS.pfnSaveReadFields
   */
  saveReadFields(save: Pointer<'save'>, name: string, baseData: Pointer<'baseData'>, fields: Pointer<'typeDescription'>, fieldCount: number): void

  /**
   * The game's state across maps is to be saved.
   *
   * @native DLL_FUNCTIONS.pfnSaveGlobalState
   */
  saveGlobalState(save: Pointer<'save'>): void

  /**
   * The game's state across maps is restored.
   *
   * @native DLL_FUNCTIONS.pfnRestoreGlobalState
   */
  restoreGlobalState(save: Pointer<'save'>): void

  /**
   * The game's state across maps is to be forgotten.
   *
   * @native DLL_FUNCTIONS.pfnResetGlobalState
   */
  resetGlobalState(): void

  /**
   * A client wants to join; false refuses it with the reason given (at most 127 bytes).
   *
   * @native DLL_FUNCTIONS.pfnClientConnect
   */
  clientConnect(player: Entity, name: string, address: string): { readonly result: boolean; readonly rejectReason: string }

  /**
   * A client has left.
   *
   * @native DLL_FUNCTIONS.pfnClientDisconnect
   */
  clientDisconnect(player: Entity): void

  /**
   * A client typed `kill`.
   *
   * @native DLL_FUNCTIONS.pfnClientKill
   */
  clientKill(player: Entity): void

  /**
   * A client has loaded the map and enters the game.
   *
   * @native DLL_FUNCTIONS.pfnClientPutInServer
   */
  clientPutInServer(player: Entity): void

  /**
   * A client sent a command that the engine does not know; its words are those of the engine's current command.
   *
   * @native DLL_FUNCTIONS.pfnClientCommand
   */
  clientCommand(player: Entity): void

  /**
   * A client changed its name, model or another of its settings.
   *
   * @native DLL_FUNCTIONS.pfnClientUserInfoChanged
   */
  clientUserInfoChanged(player: Entity, infoBuffer: Pointer<'infoBuffer'>): void

  /**
   * The map has been loaded and its entities have spawned.
   *
   * @native DLL_FUNCTIONS.pfnServerActivate
   */
  serverActivate(edictList: Entity, edictCount: number, clientMax: number): void

  /**
   * The map ends; its entities are still there.
   *
   * @native DLL_FUNCTIONS.pfnServerDeactivate
   */
  serverDeactivate(): void

  /**
   * A player's command is about to move it.
   *
   * @native DLL_FUNCTIONS.pfnPlayerPreThink
   */
  playerPreThink(player: Entity): void

  /**
   * A player's command has moved it.
   *
   * @native DLL_FUNCTIONS.pfnPlayerPostThink
   */
  playerPostThink(player: Entity): void

  /**
   * A server frame begins.
   *
   * @native DLL_FUNCTIONS.pfnStartFrame
   */
  startFrame(): void

  /**
   * A new game begins.
   *
   * @native DLL_FUNCTIONS.pfnParmsNewLevel
   */
  parmsNewLevel(): void

  /**
   * The single-player game goes on in another map.
   *
   * @native DLL_FUNCTIONS.pfnParmsChangeLevel
   */
  parmsChangeLevel(): void

  /**
   * Names the game, as server browsers show it.
   *
   * @native DLL_FUNCTIONS.pfnGetGameDescription
   */
  getGameDescription(): string

  /**
   * A player's custom file, such as its spray logo, has arrived.
   *
   * @native DLL_FUNCTIONS.pfnPlayerCustomization
   */
  playerCustomization(player: Entity, customization: Partial<Customization>): void

  /**
   * A spectator joins.
   *
   * @native DLL_FUNCTIONS.pfnSpectatorConnect
   */
  spectatorConnect(player: Entity): void

  /**
   * A spectator leaves.
   *
   * @native DLL_FUNCTIONS.pfnSpectatorDisconnect
   */
  spectatorDisconnect(player: Entity): void

  /**
   * A spectator's command is being run.
   *
   * @native DLL_FUNCTIONS.pfnSpectatorThink
   */
  spectatorThink(player: Entity): void

  /**
   * The engine is about to end because of an error.
   *
   * @native DLL_FUNCTIONS.pfnSys_Error
   */
  sysError(message: string): void

  /**
   * A player is moved.
   *
   * @native DLL_FUNCTIONS.pfnPM_Move
   */
  pmMove(move: PlayerMove, isServer: boolean): void

  /**
   * Player movement is set up.
   *
   * @native DLL_FUNCTIONS.pfnPM_Init
   */
  pmInit(move: PlayerMove): void

  /**
   * Tells what a texture is made of, as a letter.
   *
   * @native DLL_FUNCTIONS.pfnPM_FindTextureType
   */
  pmFindTextureType(name: string): string

  /**
   * The sets of what a client can see and hear are to be computed.
   *
   * @native DLL_FUNCTIONS.pfnSetupVisibility
   */
  setupVisibility(viewEntity: Entity | null, player: Entity, pvs: Pointer<'visibility'>, pas: Pointer<'visibility'>): void

  /**
   * What a client is told about itself is to be filled in.
   *
   * @native DLL_FUNCTIONS.pfnUpdateClientData
   */
  updateClientData(player: Entity, sendWeapons: boolean): ClientData

  /**
   * What a client is told about an entity is to be filled in; false leaves the entity out.
   *
   * @native DLL_FUNCTIONS.pfnAddToFullPack
   */
  addToFullPack(index: number, entity: Entity, host: Entity, hostFlags: number, isPlayer: boolean, set: Pointer<'visibility'> | null): { readonly result: boolean; readonly state: EntityState }

  /**
   * The state from which later states of an entity differ little is to be filled in.
   *
   * @native DLL_FUNCTIONS.pfnCreateBaseline
   */
  createBaseline(isPlayer: boolean, index: number, entity: Entity, playerModelIndex: number, playerMins: Vec3, playerMaxs: Vec3): EntityState

  /**
   * The delta encoders of the game are to be registered.
   *
   * @native DLL_FUNCTIONS.pfnRegisterEncoders
   */
  registerEncoders(): void

  /**
   * What a client predicts about its weapons is to be filled in; true when that was done.
   *
   * @native DLL_FUNCTIONS.pfnGetWeaponData
   */
  getWeaponData(player: Entity): { readonly result: boolean; readonly weapons: readonly WeaponData[] }

  /**
   * A player's command is about to be run.
   *
   * @native DLL_FUNCTIONS.pfnCmdStart
   */
  cmdStart(player: Entity, cmd: Partial<UserCmd>, randomSeed: number): UserCmd

  /**
   * A player's command has been run.
   *
   * @native DLL_FUNCTIONS.pfnCmdEnd
   */
  cmdEnd(player: Entity): void

  /**
   * A packet came that belongs to no client; true sends as much of the response as its size says, which comes as the room there is.
   *
   * @native DLL_FUNCTIONS.pfnConnectionlessPacket
   */
  connectionlessPacket(from: Partial<NetAdr>, text: string, responseSize: number): { readonly result: boolean; readonly response: string; readonly responseSize: number }

  /**
   * Tells the size of one of the players' boxes, and whether the game has that one.
   *
   * @native DLL_FUNCTIONS.pfnGetHullBounds
   */
  getHullBounds(hull: number): { readonly result: boolean; readonly mins: Vec3; readonly maxs: Vec3 }

  /**
   * The instanced baselines of the game are to be made.
   *
   * @native DLL_FUNCTIONS.pfnCreateInstancedBaselines
   */
  createInstancedBaselines(): void

  /**
   * A client's copy of a file differs from the server's; true drops the client with the message given (at most 255 bytes).
   *
   * @native DLL_FUNCTIONS.pfnInconsistentFile
   */
  inconsistentFile(player: Entity, path: string): { readonly result: boolean; readonly disconnectMessage: string }

  /**
   * Tells whether the engine may compensate for lag.
   *
   * @native DLL_FUNCTIONS.pfnAllowLagCompensation
   */
  allowLagCompensation(): boolean

  /**
   * The game's own block of an entity is about to be freed.
   *
   * @native NEW_DLL_FUNCTIONS.pfnOnFreeEntPrivateData
   */
  onFreeEntPrivateData(entity: Entity): void

  /**
   * The game DLL is about to be unloaded.
   *
   * @native NEW_DLL_FUNCTIONS.pfnGameShutdown
   */
  gameShutdown(): void

  /**
   * Tells whether two entities may collide.
   *
   * @native NEW_DLL_FUNCTIONS.pfnShouldCollide
   */
  shouldCollide(touched: Entity, other: Entity): boolean

  /**
   * A client answers a question for one of its cvars that had no request id.
   *
   * @native NEW_DLL_FUNCTIONS.pfnCvarValue
   */
  cvarValue(player: Entity, value: string): void

  /**
   * A client answers a question for one of its cvars that had a request id.
   *
   * @native NEW_DLL_FUNCTIONS.pfnCvarValue2
   */
  cvarValue2(player: Entity, requestId: number, name: string, value: string): void
}
