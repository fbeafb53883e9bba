// Generated from api/engine.ts, api/gamedll.ts, api/newdll.ts by npm run generate. Do not edit.
import type { Entity } from '../entity.js'
import type { Hook } from '../hook.js'
import type { Pointer } from '../pointer.js'
import type { Vec3 } from '../vec3.js'
import type { CVar, ClientData, Customization, EntityState, KeyValueData, NetAdr, PlayerMove, TraceResult, UserCmd, WeaponData } from './structs.js'

/** Calls from game DLL and plugins to the engine. */
export interface EngineHooks {
  /**
   * Makes a model or sprite known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheModel
   */
  readonly precacheModel: Hook<{ readonly model: string }, number>

  /**
   * Makes a sound known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheSound
   */
  readonly precacheSound: Hook<{ readonly sample: string }, number>

  /**
   * Gives an entity a precached model, and the size of that model.
   *
   * @native enginefuncs_t.pfnSetModel
   */
  readonly setModel: Hook<{ readonly entity: Entity; readonly model: string }, void>

  /**
   * Finds the index of a precached model.
   *
   * @native enginefuncs_t.pfnModelIndex
   */
  readonly modelIndex: Hook<{ readonly model: string }, number>

  /**
   * Counts the frames of a sprite or the bodies of a model.
   *
   * @native enginefuncs_t.pfnModelFrames
   */
  readonly modelFrames: Hook<{ readonly modelIndex: number }, number>

  /**
   * Sets an entity's bounding box, relative to its origin, and links it into the world anew.
   *
   * @native enginefuncs_t.pfnSetSize
   */
  readonly setSize: Hook<{ readonly entity: Entity; readonly mins: Vec3; readonly maxs: Vec3 }, void>

  /**
   * Ends the map after this frame and starts another; with a landmark, as a step of a single-player game.
   *
   * @native enginefuncs_t.pfnChangeLevel
   */
  readonly changeLevel: Hook<{ readonly map: string; readonly landmark: string }, void>

  /**
   * Has no use.
   *
   * @native enginefuncs_t.pfnGetSpawnParms
   *
   * @deprecated A rest of Quake, where players kept their weapons so; it keeps nothing here.
   */
  readonly getSpawnParms: Hook<{ readonly entity: Entity }, void>

  /**
   * Has no use.
   *
   * @native enginefuncs_t.pfnSaveSpawnParms
   *
   * @deprecated A rest of Quake, where players kept their weapons so; it keeps nothing here.
   */
  readonly saveSpawnParms: Hook<{ readonly entity: Entity }, void>

  /**
   * Tells the yaw of a direction, in degrees from 0 to 360.
   *
   * @native enginefuncs_t.pfnVecToYaw
   */
  readonly vecToYaw: Hook<{ readonly direction: Vec3 }, number>

  /**
   * Turns a direction into pitch, yaw and roll in degrees.
   *
   * @native enginefuncs_t.pfnVecToAngles
   */
  readonly vecToAngles: Hook<{ readonly direction: Vec3; angles: Vec3 }, void>

  /**
   * Moves a monster a step of the given length towards a goal.
   *
   * @native enginefuncs_t.pfnMoveToOrigin
   */
  readonly moveToOrigin: Hook<{ readonly entity: Entity; readonly goal: Vec3; readonly distance: number; readonly moveType: number }, void>

  /**
   * Turns an entity towards its ideal yaw at its yaw speed.
   *
   * @native enginefuncs_t.pfnChangeYaw
   */
  readonly changeYaw: Hook<{ readonly entity: Entity }, void>

  /**
   * Turns an entity towards its ideal pitch at its pitch speed.
   *
   * @native enginefuncs_t.pfnChangePitch
   */
  readonly changePitch: Hook<{ readonly entity: Entity }, void>

  /**
   * Finds the next entity whose text field, such as "classname", has a value.
   *
   * @native enginefuncs_t.pfnFindEntityByString
   */
  readonly findEntityByString: Hook<{ readonly startAfter: Entity | null; readonly field: string; readonly value: string }, Entity | null>

  /**
   * Tells how bright it is where an entity stands, from 0 to 255.
   *
   * @native enginefuncs_t.pfnGetEntityIllum
   */
  readonly getEntityIllum: Hook<{ readonly entity: Entity }, number>

  /**
   * Finds the next entity with a part inside a sphere.
   *
   * @native enginefuncs_t.pfnFindEntityInSphere
   */
  readonly findEntityInSphere: Hook<{ readonly startAfter: Entity | null; readonly origin: Vec3; readonly radius: number }, Entity | null>

  /**
   * Finds a living client that can see an entity; clients take turns in being looked for.
   *
   * @native enginefuncs_t.pfnFindClientInPVS
   */
  readonly findClientInPVS: Hook<{ readonly entity: Entity }, Entity | null>

  /**
   * Chains the entities that a player may see through their `chain` fields and answers the first.
   *
   * @native enginefuncs_t.pfnEntitiesInPVS
   */
  readonly entitiesInPVS: Hook<{ readonly player: Entity }, Entity | null>

  /**
   * Turns angles into directions, left in the three direction vectors of the globals.
   *
   * @native enginefuncs_t.pfnMakeVectors
   */
  readonly makeVectors: Hook<{ readonly angles: Vec3 }, void>

  /**
   * Turns angles into three directions.
   *
   * @native enginefuncs_t.pfnAngleVectors
   */
  readonly angleVectors: Hook<{ readonly angles: Vec3; forward: Vec3 | null; right: Vec3 | null; up: Vec3 | null }, void>

  /**
   * Takes a free entity slot; the server ends when there is none.
   *
   * @native enginefuncs_t.pfnCreateEntity
   */
  readonly createEntity: Hook<object, Entity | null>

  /**
   * Frees an entity at once; what still points to it is then stale.
   *
   * @native enginefuncs_t.pfnRemoveEntity
   */
  readonly removeEntity: Hook<{ readonly entity: Entity }, void>

  /**
   * Makes an entity of a class; it still has to be spawned.
   *
   * @native enginefuncs_t.pfnCreateNamedEntity
   */
  readonly createNamedEntity: Hook<{ readonly className: string }, Entity | null>

  /**
   * Hands an entity over to the clients as scenery and frees it here.
   *
   * @native enginefuncs_t.pfnMakeStatic
   */
  readonly makeStatic: Hook<{ readonly entity: Entity }, void>

  /**
   * Tells whether an entity stands on something.
   *
   * @native enginefuncs_t.pfnEntIsOnFloor
   */
  readonly entIsOnFloor: Hook<{ readonly entity: Entity }, boolean>

  /**
   * Lets an entity fall to the floor below: 1 when it landed, 0 when none is near, -1 when it is stuck.
   *
   * @native enginefuncs_t.pfnDropToFloor
   */
  readonly dropToFloor: Hook<{ readonly entity: Entity }, number>

  /**
   * Lets a monster take a step and tells whether it could.
   *
   * @native enginefuncs_t.pfnWalkMove
   */
  readonly walkMove: Hook<{ readonly entity: Entity; readonly yaw: number; readonly distance: number; readonly mode: number }, boolean>

  /**
   * Puts an entity somewhere and links it into the world anew.
   *
   * @native enginefuncs_t.pfnSetOrigin
   */
  readonly setOrigin: Hook<{ readonly entity: Entity; readonly origin: Vec3 }, void>

  /**
   * Plays a precached sound from an entity to the clients that can hear it.
   *
   * @native enginefuncs_t.pfnEmitSound
   */
  readonly emitSound: Hook<{ readonly entity: Entity; readonly channel: number; readonly sample: string; readonly volume: number; readonly attenuation: number; readonly flags: number; readonly pitch: number }, void>

  /**
   * Plays a precached sound at a place.
   *
   * @native enginefuncs_t.pfnEmitAmbientSound
   */
  readonly emitAmbientSound: Hook<{ readonly entity: Entity; readonly origin: Vec3; readonly sample: string; readonly volume: number; readonly attenuation: number; readonly flags: number; readonly pitch: number }, void>

  /**
   * Follows a line until it meets something.
   *
   * @native enginefuncs_t.pfnTraceLine
   */
  readonly traceLine: Hook<{ readonly start: Vec3; readonly end: Vec3; readonly noMonsters: number; readonly skip: Entity | null; readonly trace: TraceResult }, void>

  /**
   * Follows the path that a tossed entity would take until it meets something.
   *
   * @native enginefuncs_t.pfnTraceToss
   */
  readonly traceToss: Hook<{ readonly entity: Entity; readonly skip: Entity | null; readonly trace: TraceResult }, void>

  /**
   * Moves a monster's box along a line and tells whether it met something.
   *
   * @native enginefuncs_t.pfnTraceMonsterHull
   */
  readonly traceMonsterHull: Hook<{ readonly entity: Entity; readonly start: Vec3; readonly end: Vec3; readonly noMonsters: number; readonly skip: Entity | null; readonly trace: TraceResult }, boolean>

  /**
   * Moves one of the four standard boxes along a line until it meets something.
   *
   * @native enginefuncs_t.pfnTraceHull
   */
  readonly traceHull: Hook<{ readonly start: Vec3; readonly end: Vec3; readonly noMonsters: number; readonly hull: number; readonly skip: Entity | null; readonly trace: TraceResult }, void>

  /**
   * Follows a line through one entity and nothing else.
   *
   * @native enginefuncs_t.pfnTraceModel
   */
  readonly traceModel: Hook<{ readonly start: Vec3; readonly end: Vec3; readonly hull: number; readonly entity: Entity; readonly trace: TraceResult }, void>

  /**
   * Names the texture that a line meets on an entity, or on the world.
   *
   * @native enginefuncs_t.pfnTraceTexture
   */
  readonly traceTexture: Hook<{ readonly entity: Entity | null; readonly start: Vec3; readonly end: Vec3 }, string>

  /**
   * Moves a sphere along a line.
   *
   * @native enginefuncs_t.pfnTraceSphere
   *
   * @deprecated No engine traces spheres; in Xash3D the function is empty and leaves the result as it was.
   */
  readonly traceSphere: Hook<{ readonly start: Vec3; readonly end: Vec3; readonly noMonsters: number; readonly radius: number; readonly skip: Entity | null; readonly trace: TraceResult }, void>

  /**
   * Tells where an entity aims, with the help of auto-aim.
   *
   * @native enginefuncs_t.pfnGetAimVector
   */
  readonly getAimVector: Hook<{ readonly entity: Entity; readonly speed: number; direction: Vec3 }, void>

  /**
   * Queues a console command; it must end with a newline or a semicolon.
   *
   * @native enginefuncs_t.pfnServerCommand
   */
  readonly serverCommand: Hook<{ readonly command: string }, void>

  /**
   * Runs the queued console commands now.
   *
   * @native enginefuncs_t.pfnServerExecute
   */
  readonly serverExecute: Hook<object, void>

  /**
   * Sends a command line to a client's console; it must end with a newline.
   *
   * @native enginefuncs_t.pfnClientCommand
   */
  readonly clientCommand: Hook<{ readonly player: Entity; readonly command: string }, void>

  /**
   * Bursts particles of a palette colour.
   *
   * @native enginefuncs_t.pfnParticleEffect
   */
  readonly particleEffect: Hook<{ readonly origin: Vec3; readonly direction: Vec3; readonly color: number; readonly count: number }, void>

  /**
   * Sets how the lights of a style flicker: a letter a tenth of a second, from "a" (dark) to "z" (double).
   *
   * @native enginefuncs_t.pfnLightStyle
   */
  readonly lightStyle: Hook<{ readonly style: number; readonly value: string }, void>

  /**
   * Finds the index of a decal; -1 when there is none.
   *
   * @native enginefuncs_t.pfnDecalIndex
   */
  readonly decalIndex: Hook<{ readonly name: string }, number>

  /**
   * Tells what fills a point of the world, as one of the contents constants.
   *
   * @native enginefuncs_t.pfnPointContents
   */
  readonly pointContents: Hook<{ readonly point: Vec3 }, number>

  /**
   * Opens a message to clients; only one can be open.
   *
   * @native enginefuncs_t.pfnMessageBegin
   */
  readonly messageBegin: Hook<{ readonly dest: number; readonly type: number; readonly origin: Vec3 | null; readonly player: Entity | null }, void>

  /**
   * Closes the open message and sends it.
   *
   * @native enginefuncs_t.pfnMessageEnd
   */
  readonly messageEnd: Hook<object, void>

  /**
   * Writes 0..255 into the open message.
   *
   * @native enginefuncs_t.pfnWriteByte
   */
  readonly writeByte: Hook<{ readonly value: number }, void>

  /**
   * Writes -128..127 into the open message.
   *
   * @native enginefuncs_t.pfnWriteChar
   */
  readonly writeChar: Hook<{ readonly value: number }, void>

  /**
   * Writes a 16-bit number into the open message.
   *
   * @native enginefuncs_t.pfnWriteShort
   */
  readonly writeShort: Hook<{ readonly value: number }, void>

  /**
   * Writes a 32-bit number into the open message.
   *
   * @native enginefuncs_t.pfnWriteLong
   */
  readonly writeLong: Hook<{ readonly value: number }, void>

  /**
   * Writes an angle into the open message, in steps of 360/256 degrees.
   *
   * @native enginefuncs_t.pfnWriteAngle
   */
  readonly writeAngle: Hook<{ readonly degrees: number }, void>

  /**
   * Writes a coordinate into the open message, in steps of an eighth of a unit.
   *
   * @native enginefuncs_t.pfnWriteCoord
   */
  readonly writeCoord: Hook<{ readonly units: number }, void>

  /**
   * Writes text into the open message.
   *
   * @native enginefuncs_t.pfnWriteString
   */
  readonly writeString: Hook<{ readonly text: string }, void>

  /**
   * Writes an entity index into the open message.
   *
   * @native enginefuncs_t.pfnWriteEntity
   */
  readonly writeEntity: Hook<{ readonly index: number }, void>

  /**
   * Makes a console variable of the game known to the engine.
   *
   * @native enginefuncs_t.pfnCVarRegister
   */
  readonly cvarRegister: Hook<{ readonly cvar: CVar }, void>

  /**
   * Reads a console variable as a number; 0 when there is none.
   *
   * @native enginefuncs_t.pfnCVarGetFloat
   */
  readonly cvarGetFloat: Hook<{ readonly name: string }, number>

  /**
   * Reads a console variable as text; empty when there is none.
   *
   * @native enginefuncs_t.pfnCVarGetString
   */
  readonly cvarGetString: Hook<{ readonly name: string }, string>

  /**
   * Sets a console variable to a number.
   *
   * @native enginefuncs_t.pfnCVarSetFloat
   */
  readonly cvarSetFloat: Hook<{ readonly name: string; readonly value: number }, void>

  /**
   * Sets a console variable to a text.
   *
   * @native enginefuncs_t.pfnCVarSetString
   */
  readonly cvarSetString: Hook<{ readonly name: string; readonly value: string }, void>

  /**
   * Prints to the console according to the `developer` variable, or, as a logged alert, to the server's log.
   *
   * @native enginefuncs_t.pfnAlertMessage
   */
  readonly alertMessage: Hook<{ readonly type: number; readonly text: string }, void>

  /**
   * Prints into an open C file.
   *
   * @native enginefuncs_t.pfnEngineFprintf
   */
  readonly engineFprintf: Hook<{ readonly file: Pointer<'file'> | null; readonly text: string }, void>

  /**
   * Allocates the game's own block of an entity, filled with zeros.
   *
   * @native enginefuncs_t.pfnPvAllocEntPrivateData
   */
  readonly pvAllocEntPrivateData: Hook<{ readonly entity: Entity; readonly size: number }, Pointer<'privateData'> | null>

  /**
   * Gives the game's own block of an entity.
   *
   * @native enginefuncs_t.pfnPvEntPrivateData
   */
  readonly pvEntPrivateData: Hook<{ readonly entity: Entity }, Pointer<'privateData'> | null>

  /**
   * Frees the game's own block of an entity.
   *
   * @native enginefuncs_t.pfnFreeEntPrivateData
   */
  readonly freeEntPrivateData: Hook<{ readonly entity: Entity }, void>

  /**
   * Gives the text behind a string handle.
   *
   * @native enginefuncs_t.pfnSzFromIndex
   */
  readonly szFromIndex: Hook<{ readonly handle: number }, string>

  /**
   * Stores a text until the map ends and answers its string handle.
   *
   * @native enginefuncs_t.pfnAllocString
   */
  readonly allocString: Hook<{ readonly text: string }, number>

  /**
   * Gives an entity's variables.
   *
   * @native enginefuncs_t.pfnGetVarsOfEnt
   */
  readonly getVarsOfEnt: Hook<{ readonly entity: Entity }, Entity | null>

  /**
   * Finds an entity by its distance in bytes from the first.
   *
   * @native enginefuncs_t.pfnPEntityOfEntOffset
   */
  readonly pEntityOfEntOffset: Hook<{ readonly offset: number }, Entity | null>

  /**
   * Tells the distance in bytes of an entity from the first.
   *
   * @native enginefuncs_t.pfnEntOffsetOfPEntity
   */
  readonly entOffsetOfPEntity: Hook<{ readonly entity: Entity }, number>

  /**
   * Tells the index of an entity; 0 for none.
   *
   * @native enginefuncs_t.pfnIndexOfEdict
   */
  readonly indexOfEdict: Hook<{ readonly entity: Entity | null }, number>

  /**
   * Finds an entity by its index; none for a free slot, unless it is that of a client.
   *
   * @native enginefuncs_t.pfnPEntityOfEntIndex
   */
  readonly pEntityOfEntIndex: Hook<{ readonly index: number }, Entity | null>

  /**
   * Finds the entity to which variables belong.
   *
   * @native enginefuncs_t.pfnFindEntityByVars
   */
  readonly findEntityByVars: Hook<{ readonly vars: Entity }, Entity | null>

  /**
   * Gives the head of an entity's studio model.
   *
   * @native enginefuncs_t.pfnGetModelPtr
   */
  readonly getModelPtr: Hook<{ readonly entity: Entity }, Pointer<'model'> | null>

  /**
   * Registers a message type of the game, with -1 for messages of changing size, and answers its number.
   *
   * @native enginefuncs_t.pfnRegUserMsg
   */
  readonly regUserMsg: Hook<{ readonly name: string; readonly size: number }, number>

  /**
   * Has no use.
   *
   * @native enginefuncs_t.pfnAnimationAutomove
   *
   * @deprecated The function is empty in the engines.
   */
  readonly animationAutomove: Hook<{ readonly entity: Entity; readonly seconds: number }, void>

  /**
   * Tells where a bone of an entity's studio model is.
   *
   * @native enginefuncs_t.pfnGetBonePosition
   */
  readonly getBonePosition: Hook<{ readonly entity: Entity; readonly bone: number; origin: Vec3 | null; angles: Vec3 | null }, void>

  /**
   * Finds a function that the game DLL exports.
   *
   * @native enginefuncs_t.pfnFunctionFromName
   */
  readonly functionFromName: Hook<{ readonly name: string }, Pointer<'function'> | null>

  /**
   * Names a function that the game DLL exports.
   *
   * @native enginefuncs_t.pfnNameForFunction
   */
  readonly nameForFunction: Hook<{ readonly routine: Pointer<'function'> | null }, string>

  /**
   * Prints to a client's console or screen; the text needs its own newline.
   *
   * @native enginefuncs_t.pfnClientPrintf
   */
  readonly clientPrintf: Hook<{ readonly player: Entity; readonly type: number; readonly text: string }, void>

  /**
   * Prints to the server console; the text needs its own newline.
   *
   * @native enginefuncs_t.pfnServerPrint
   */
  readonly serverPrint: Hook<{ readonly text: string }, void>

  /**
   * Gives all arguments of the command being run as one text.
   *
   * @native enginefuncs_t.pfnCmd_Args
   */
  readonly cmdArgs: Hook<object, string>

  /**
   * Gives one argument of the command being run; 0 is its name.
   *
   * @native enginefuncs_t.pfnCmd_Argv
   */
  readonly cmdArgv: Hook<{ readonly index: number }, string>

  /**
   * Counts the arguments of the command being run, its name included.
   *
   * @native enginefuncs_t.pfnCmd_Argc
   */
  readonly cmdArgc: Hook<object, number>

  /**
   * Tells where an attachment point of an entity's studio model is.
   *
   * @native enginefuncs_t.pfnGetAttachment
   */
  readonly getAttachment: Hook<{ readonly entity: Entity; readonly attachment: number; origin: Vec3 | null; angles: Vec3 | null }, void>

  /**
   * Starts a CRC-32.
   *
   * @native enginefuncs_t.pfnCRC32_Init
   */
  readonly crc32Init: Hook<{ crc: number }, void>

  /**
   * Adds bytes to a CRC-32.
   *
   * @native enginefuncs_t.pfnCRC32_ProcessBuffer
   */
  readonly crc32ProcessBuffer: Hook<{ crc: number; readonly buffer: Pointer<'customPointer'> | null; readonly length: number }, void>

  /**
   * Adds one byte to a CRC-32.
   *
   * @native enginefuncs_t.pfnCRC32_ProcessByte
   */
  readonly crc32ProcessByte: Hook<{ crc: number; readonly value: number }, void>

  /**
   * Finishes a CRC-32 and answers the sum.
   *
   * @native enginefuncs_t.pfnCRC32_Final
   */
  readonly crc32Final: Hook<{ readonly crc: number }, number>

  /**
   * Draws a whole number between two bounds, both included.
   *
   * @native enginefuncs_t.pfnRandomLong
   */
  readonly randomLong: Hook<{ readonly low: number; readonly high: number }, number>

  /**
   * Draws a number between two bounds.
   *
   * @native enginefuncs_t.pfnRandomFloat
   */
  readonly randomFloat: Hook<{ readonly low: number; readonly high: number }, number>

  /**
   * Lets a player see through the eyes of an entity.
   *
   * @native enginefuncs_t.pfnSetView
   */
  readonly setView: Hook<{ readonly player: Entity; readonly viewEntity: Entity }, void>

  /**
   * Tells the seconds since the engine started.
   *
   * @native enginefuncs_t.pfnTime
   */
  readonly time: Hook<object, number>

  /**
   * Moves a player's crosshair by angles in degrees.
   *
   * @native enginefuncs_t.pfnCrosshairAngle
   */
  readonly crosshairAngle: Hook<{ readonly player: Entity; readonly pitch: number; readonly yaw: number }, void>

  /**
   * Reads a whole file below the game directory.
   *
   * @native enginefuncs_t.pfnLoadFileForMe
   */
  readonly loadFileForMe: Hook<{ readonly path: string; length: number | null }, Pointer<'fileBuffer'> | null>

  /**
   * Gives back the buffer of a loaded file.
   *
   * @native enginefuncs_t.pfnFreeFile
   */
  readonly freeFile: Hook<{ readonly buffer: Pointer<'fileBuffer'> | null }, void>

  /**
   * Ends a section of a single-player game, such as the training.
   *
   * @native enginefuncs_t.pfnEndSection
   */
  readonly endSection: Hook<{ readonly name: string }, void>

  /**
   * Compares the ages of two files, -1 when the first is older, and tells whether both exist.
   *
   * @native enginefuncs_t.pfnCompareFileTime
   */
  readonly compareFileTime: Hook<{ readonly first: string; readonly second: string; order: number }, boolean>

  /**
   * Names the game directory.
   *
   * @native enginefuncs_t.pfnGetGameDir
   */
  readonly getGameDir: Hook<{ directory: string }, void>

  /**
   * Makes a console variable known to the engine.
   *
   * @native enginefuncs_t.pfnCvar_RegisterVariable
   */
  readonly cvarRegisterVariable: Hook<{ readonly cvar: CVar }, void>

  /**
   * Fades a player's sound out and in again.
   *
   * @native enginefuncs_t.pfnFadeClientVolume
   */
  readonly fadeClientVolume: Hook<{ readonly player: Entity; readonly percent: number; readonly fadeOutSeconds: number; readonly holdSeconds: number; readonly fadeInSeconds: number }, void>

  /**
   * Limits the speed of a player, in units a second.
   *
   * @native enginefuncs_t.pfnSetClientMaxspeed
   */
  readonly setClientMaxspeed: Hook<{ readonly player: Entity; readonly maxSpeed: number }, void>

  /**
   * Connects a client without a network; none when the server is full.
   *
   * @native enginefuncs_t.pfnCreateFakeClient
   */
  readonly createFakeClient: Hook<{ readonly name: string }, Entity | null>

  /**
   * Moves a fake client as if its command had come over the network.
   *
   * @native enginefuncs_t.pfnRunPlayerMove
   */
  readonly runPlayerMove: Hook<{ readonly player: Entity; readonly viewAngles: Vec3; readonly forwardMove: number; readonly sideMove: number; readonly upMove: number; readonly buttons: number; readonly impulse: number; readonly msec: number }, void>

  /**
   * Counts the entity slots that are in use.
   *
   * @native enginefuncs_t.pfnNumberOfEntities
   */
  readonly numberOfEntities: Hook<object, number>

  /**
   * Gives the keys and values of a client, of the server (for the world), or of localinfo (for none).
   *
   * @native enginefuncs_t.pfnGetInfoKeyBuffer
   */
  readonly getInfoKeyBuffer: Hook<{ readonly entity: Entity | null }, Pointer<'infoBuffer'> | null>

  /**
   * Reads a value of an info buffer; empty when the key is absent.
   *
   * @native enginefuncs_t.pfnInfoKeyValue
   */
  readonly infoKeyValue: Hook<{ readonly infoBuffer: Pointer<'infoBuffer'> | null; readonly key: string }, string>

  /**
   * Sets a value in the info buffer of the server or of localinfo.
   *
   * @native enginefuncs_t.pfnSetKeyValue
   */
  readonly setKeyValue: Hook<{ readonly infoBuffer: Pointer<'infoBuffer'> | null; readonly key: string; readonly value: string }, void>

  /**
   * Sets a value in a client's info buffer and tells the other clients.
   *
   * @native enginefuncs_t.pfnSetClientKeyValue
   */
  readonly setClientKeyValue: Hook<{ readonly index: number; readonly infoBuffer: Pointer<'infoBuffer'> | null; readonly key: string; readonly value: string }, void>

  /**
   * Tells whether a map can be played here; the name has no folder and no ending.
   *
   * @native enginefuncs_t.pfnIsMapValid
   */
  readonly isMapValid: Hook<{ readonly map: string }, boolean>

  /**
   * Paints a decal that clients see for as long as the map lasts.
   *
   * @native enginefuncs_t.pfnStaticDecal
   */
  readonly staticDecal: Hook<{ readonly origin: Vec3; readonly decal: number; readonly entityIndex: number; readonly modelIndex: number }, void>

  /**
   * Makes any file known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheGeneric
   */
  readonly precacheGeneric: Hook<{ readonly path: string }, number>

  /**
   * Tells the number a client got when it connected; -1 for what is no client.
   *
   * @native enginefuncs_t.pfnGetPlayerUserId
   */
  readonly getPlayerUserId: Hook<{ readonly player: Entity }, number>

  /**
   * Sends a sound to the clients that a message destination names.
   *
   * @native enginefuncs_t.pfnBuildSoundMsg
   */
  readonly buildSoundMsg: Hook<{ readonly entity: Entity; readonly channel: number; readonly sample: string; readonly volume: number; readonly attenuation: number; readonly flags: number; readonly pitch: number; readonly dest: number; readonly type: number; readonly origin: Vec3 | null; readonly player: Entity | null }, void>

  /**
   * Tells whether nobody plays in the process that serves.
   *
   * @native enginefuncs_t.pfnIsDedicatedServer
   */
  readonly isDedicatedServer: Hook<object, boolean>

  /**
   * Finds a console variable.
   *
   * @native enginefuncs_t.pfnCVarGetPointer
   */
  readonly cvarGetPointer: Hook<{ readonly name: string }, Pointer<'cvar'> | null>

  /**
   * Answers -1.
   *
   * @native enginefuncs_t.pfnGetPlayerWONId
   *
   * @deprecated The network that gave out these numbers closed in 2004; use getPlayerAuthId.
   */
  readonly getPlayerWONId: Hook<{ readonly player: Entity }, number>

  /**
   * Removes a key from an info buffer.
   *
   * @native enginefuncs_t.pfnInfo_RemoveKey
   */
  readonly infoRemoveKey: Hook<{ readonly infoBuffer: Pointer<'infoBuffer'> | null; readonly key: string }, void>

  /**
   * Reads a value of a client's physics keys, which its movement code sees too.
   *
   * @native enginefuncs_t.pfnGetPhysicsKeyValue
   */
  readonly getPhysicsKeyValue: Hook<{ readonly player: Entity; readonly key: string }, string>

  /**
   * Sets a value of a client's physics keys.
   *
   * @native enginefuncs_t.pfnSetPhysicsKeyValue
   */
  readonly setPhysicsKeyValue: Hook<{ readonly player: Entity; readonly key: string; readonly value: string }, void>

  /**
   * Gives all of a client's physics keys as one text.
   *
   * @native enginefuncs_t.pfnGetPhysicsInfoString
   */
  readonly getPhysicsInfoString: Hook<{ readonly player: Entity }, string>

  /**
   * Makes an event script known to clients, which is possible only while the map loads, and answers its index.
   *
   * @native enginefuncs_t.pfnPrecacheEvent
   */
  readonly precacheEvent: Hook<{ readonly type: number; readonly path: string }, number>

  /**
   * Plays an event script on the clients.
   *
   * @native enginefuncs_t.pfnPlaybackEvent
   */
  readonly playbackEvent: Hook<{ readonly flags: number; readonly invoker: Entity | null; readonly event: number; readonly delay: number; readonly origin: Vec3; readonly angles: Vec3; readonly float1: number; readonly float2: number; readonly int1: number; readonly int2: number; readonly bool1: number; readonly bool2: number }, void>

  /**
   * Computes what can be seen from around a point; the next such call overwrites the answer.
   *
   * @native enginefuncs_t.pfnSetFatPVS
   */
  readonly setFatPVS: Hook<{ readonly origin: Vec3 }, Pointer<'visibility'> | null>

  /**
   * Computes what can be heard from around a point; the next such call overwrites the answer.
   *
   * @native enginefuncs_t.pfnSetFatPAS
   */
  readonly setFatPAS: Hook<{ readonly origin: Vec3 }, Pointer<'visibility'> | null>

  /**
   * Tells whether an entity touches a visible set: 0 no, 1 yes, 2 only by its head node.
   *
   * @native enginefuncs_t.pfnCheckVisibility
   */
  readonly checkVisibility: Hook<{ readonly entity: Entity; readonly set: Pointer<'visibility'> | null }, number>

  /**
   * Marks a field of a delta to be sent.
   *
   * @native enginefuncs_t.pfnDeltaSetField
   */
  readonly deltaSetField: Hook<{ readonly delta: Pointer<'delta'> | null; readonly field: string }, void>

  /**
   * Marks a field of a delta not to be sent.
   *
   * @native enginefuncs_t.pfnDeltaUnsetField
   */
  readonly deltaUnsetField: Hook<{ readonly delta: Pointer<'delta'> | null; readonly field: string }, void>

  /**
   * Registers a function that decides which fields of a delta are sent.
   *
   * @native enginefuncs_t.pfnDeltaAddEncoder
   */
  readonly deltaAddEncoder: Hook<{ readonly name: string; readonly encode: Pointer<'function'> | null }, void>

  /**
   * Tells for which client, counted from 0, the server is building an update; -1 outside of that.
   *
   * @native enginefuncs_t.pfnGetCurrentPlayer
   */
  readonly getCurrentPlayer: Hook<object, number>

  /**
   * Tells whether a client predicts its own weapons and so needs no data of them.
   *
   * @native enginefuncs_t.pfnCanSkipPlayer
   */
  readonly canSkipPlayer: Hook<{ readonly player: Entity }, boolean>

  /**
   * Finds the number of a field of a delta; -1 when there is none.
   *
   * @native enginefuncs_t.pfnDeltaFindField
   */
  readonly deltaFindField: Hook<{ readonly delta: Pointer<'delta'> | null; readonly field: string }, number>

  /**
   * Marks a field of a delta, given by number, to be sent.
   *
   * @native enginefuncs_t.pfnDeltaSetFieldByIndex
   */
  readonly deltaSetFieldByIndex: Hook<{ readonly delta: Pointer<'delta'> | null; readonly field: number }, void>

  /**
   * Marks a field of a delta, given by number, not to be sent.
   *
   * @native enginefuncs_t.pfnDeltaUnsetFieldByIndex
   */
  readonly deltaUnsetFieldByIndex: Hook<{ readonly delta: Pointer<'delta'> | null; readonly field: number }, void>

  /**
   * Limits traces and searches to entities whose `groupInfo` matches a mask.
   *
   * @native enginefuncs_t.pfnSetGroupMask
   */
  readonly setGroupMask: Hook<{ readonly mask: number; readonly op: number }, void>

  /**
   * Gives clients a state from which entities of a class, made later, differ little; 0 when there is no room.
   *
   * @native enginefuncs_t.pfnCreateInstancedBaseline
   */
  readonly createInstancedBaseline: Hook<{ readonly className: string; readonly baseline: EntityState }, number>

  /**
   * Sets a console variable, passing by the checks of the console.
   *
   * @native enginefuncs_t.pfnCvar_DirectSet
   */
  readonly cvarDirectSet: Hook<{ readonly cvar: Pointer<'cvar'> | null; readonly value: string }, void>

  /**
   * Demands that clients' copies of a file equal the server's; possible only while the map loads.
   *
   * @native enginefuncs_t.pfnForceUnmodified
   */
  readonly forceUnmodified: Hook<{ readonly type: number; readonly mins: Vec3 | null; readonly maxs: Vec3 | null; readonly path: string }, void>

  /**
   * Tells a client's ping in milliseconds and its lost packets in percent.
   *
   * @native enginefuncs_t.pfnGetPlayerStats
   */
  readonly getPlayerStats: Hook<{ readonly player: Entity; ping: number; packetLoss: number }, void>

  /**
   * Registers a console command of the server.
   *
   * @native enginefuncs_t.pfnAddServerCommand
   */
  readonly addServerCommand: Hook<{ readonly name: string; readonly handler: Pointer<'function'> | null }, void>

  /**
   * Tells whether a client, by index, hears the voice of another.
   *
   * @native enginefuncs_t.pfnVoice_GetClientListening
   */
  readonly voiceGetClientListening: Hook<{ readonly receiver: number; readonly sender: number }, boolean>

  /**
   * Lets a client, by index, hear the voice of another, or not.
   *
   * @native enginefuncs_t.pfnVoice_SetClientListening
   */
  readonly voiceSetClientListening: Hook<{ readonly receiver: number; readonly sender: number; readonly isListening: boolean }, boolean>

  /**
   * Gives the text that identifies a player across servers; its form is the engine's own.
   *
   * @native enginefuncs_t.pfnGetPlayerAuthId
   */
  readonly getPlayerAuthId: Hook<{ readonly player: Entity }, string>

  /**
   * Finds a sequence of a .seq file.
   *
   * @native enginefuncs_t.pfnSequenceGet
   */
  readonly sequenceGet: Hook<{ readonly file: string; readonly entry: string }, Pointer<'sequence'> | null>

  /**
   * Picks a sentence of a .seq file.
   *
   * @native enginefuncs_t.pfnSequencePickSentence
   */
  readonly sequencePickSentence: Hook<{ readonly group: string; readonly method: number; picked: number | null }, Pointer<'sequence'> | null>

  /**
   * Tells the size of a file in bytes; -1 when there is none.
   *
   * @native enginefuncs_t.pfnGetFileSize
   */
  readonly getFileSize: Hook<{ readonly path: string }, number>

  /**
   * Tells about how long a .wav file plays, in milliseconds.
   *
   * @native enginefuncs_t.pfnGetApproxWavePlayLen
   */
  readonly getApproxWavePlayLen: Hook<{ readonly path: string }, number>

  /**
   * Tells whether a career game of Condition Zero is being played.
   *
   * @native enginefuncs_t.pfnIsCareerMatch
   */
  readonly isCareerMatch: Hook<object, boolean>

  /**
   * Tells how long the translation of a label is.
   *
   * @native enginefuncs_t.pfnGetLocalizedStringLength
   */
  readonly getLocalizedStringLength: Hook<{ readonly label: string }, number>

  /**
   * Notes that a tutor message was shown.
   *
   * @native enginefuncs_t.pfnRegisterTutorMessageShown
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  readonly registerTutorMessageShown: Hook<{ readonly message: number }, void>

  /**
   * Counts how often a tutor message was shown.
   *
   * @native enginefuncs_t.pfnGetTimesTutorMessageShown
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  readonly getTimesTutorMessageShown: Hook<{ readonly message: number }, number>

  /**
   * Reads a buffer of tutor message counts.
   *
   * @native enginefuncs_t.pfnProcessTutorMessageDecayBuffer
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  readonly processTutorMessageDecayBuffer: Hook<{ readonly buffer: Pointer<'customPointer'> | null; readonly length: number }, void>

  /**
   * Fills a buffer of tutor message counts.
   *
   * @native enginefuncs_t.pfnConstructTutorMessageDecayBuffer
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  readonly constructTutorMessageDecayBuffer: Hook<{ readonly buffer: Pointer<'customPointer'> | null; readonly length: number }, void>

  /**
   * Forgets the tutor message counts.
   *
   * @native enginefuncs_t.pfnResetTutorMessageDecayData
   *
   * @deprecated Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.
   */
  readonly resetTutorMessageDecayData: Hook<object, void>

  /**
   * Asks a client for one of its console variables; the answer comes to the game DLL's CvarValue.
   *
   * @native enginefuncs_t.pfnQueryClientCvarValue
   */
  readonly queryClientCvarValue: Hook<{ readonly player: Entity; readonly name: string }, void>

  /**
   * Asks a client for one of its console variables; the answer comes, with the number given here, to the game DLL's CvarValue2.
   *
   * @native enginefuncs_t.pfnQueryClientCvarValue2
   */
  readonly queryClientCvarValue2: Hook<{ readonly player: Entity; readonly name: string; readonly requestId: number }, void>

  /**
   * Finds a parameter of the engine's command line and what follows it; 0 when it is absent.
   *
   * @native enginefuncs_t.pfnCheckParm
   */
  readonly checkParm: Hook<{ readonly parameter: string; readonly next: string }, number>

  /**
   * Finds an entity by its index, also a client that has no game object yet.
   *
   * @native enginefuncs_t.pfnPEntityOfEntIndexAllEntities
   */
  readonly pEntityOfEntIndexAllEntities: Hook<{ readonly index: number }, Entity | null>
}

/** Calls from the engine to the game DLL. */
export interface GameDllHooks {
  /**
   * The engine has started and knows no map yet: register console variables here.
   *
   * @native DLL_FUNCTIONS.pfnGameInit
   */
  readonly gameInit: Hook<object, void>

  /**
   * An entity of the map comes to life; -1 takes it out again.
   *
   * @native DLL_FUNCTIONS.pfnSpawn
   */
  readonly spawn: Hook<{ readonly entity: Entity }, number>

  /**
   * The moment has come that an entity named as its next time to think.
   *
   * @native DLL_FUNCTIONS.pfnThink
   */
  readonly think: Hook<{ readonly entity: Entity }, void>

  /**
   * An entity was used by another.
   *
   * @native DLL_FUNCTIONS.pfnUse
   */
  readonly use: Hook<{ readonly used: Entity; readonly other: Entity }, void>

  /**
   * Two entities touch; it is called once for each.
   *
   * @native DLL_FUNCTIONS.pfnTouch
   */
  readonly touch: Hook<{ readonly touched: Entity; readonly other: Entity }, void>

  /**
   * A moving entity cannot go on because of another.
   *
   * @native DLL_FUNCTIONS.pfnBlocked
   */
  readonly blocked: Hook<{ readonly blocked: Entity; readonly other: Entity }, void>

  /**
   * The map gives an entity one of its keys and values.
   *
   * @native DLL_FUNCTIONS.pfnKeyValue
   */
  readonly keyValue: Hook<{ readonly entity: Entity; readonly keyValue: KeyValueData }, void>

  /**
   * An entity is to be saved.
   *
   * @native DLL_FUNCTIONS.pfnSave
   */
  readonly save: Hook<{ readonly entity: Entity; readonly save: Pointer<'save'> | null }, void>

  /**
   * An entity is restored from a save; -1 takes it out again.
   *
   * @native DLL_FUNCTIONS.pfnRestore
   */
  readonly restore: Hook<{ readonly entity: Entity; readonly save: Pointer<'save'> | null; readonly isGlobalEntity: boolean }, number>

  /**
   * The space that an entity takes in the world is to be computed.
   *
   * @native DLL_FUNCTIONS.pfnSetAbsBox
   */
  readonly setAbsBox: Hook<{ readonly entity: Entity }, void>

  /**
   * A struct of the game is to be written into a save.
   *
   * @native DLL_FUNCTIONS.pfnSaveWriteFields
   */
  readonly saveWriteFields: Hook<{ readonly save: Pointer<'save'> | null; readonly name: string; readonly baseData: Pointer<'baseData'> | null; readonly fields: Pointer<'typeDescription'> | null; readonly fieldCount: number }, void>

  /**
   * A struct of the game is to be read from a save.
   *
   * @native DLL_FUNCTIONS.pfnSaveReadFields
   */
  readonly saveReadFields: Hook<{ readonly save: Pointer<'save'> | null; readonly name: string; readonly baseData: Pointer<'baseData'> | null; readonly fields: Pointer<'typeDescription'> | null; readonly fieldCount: number }, void>

  /**
   * The game's state across maps is to be saved.
   *
   * @native DLL_FUNCTIONS.pfnSaveGlobalState
   */
  readonly saveGlobalState: Hook<{ readonly save: Pointer<'save'> | null }, void>

  /**
   * The game's state across maps is restored.
   *
   * @native DLL_FUNCTIONS.pfnRestoreGlobalState
   */
  readonly restoreGlobalState: Hook<{ readonly save: Pointer<'save'> | null }, void>

  /**
   * The game's state across maps is to be forgotten.
   *
   * @native DLL_FUNCTIONS.pfnResetGlobalState
   */
  readonly resetGlobalState: Hook<object, void>

  /**
   * A client wants to join; false refuses it with the reason given (at most 127 bytes).
   *
   * @native DLL_FUNCTIONS.pfnClientConnect
   */
  readonly clientConnect: Hook<{ readonly player: Entity; readonly name: string; readonly address: string; rejectReason: string }, boolean>

  /**
   * A client has left.
   *
   * @native DLL_FUNCTIONS.pfnClientDisconnect
   */
  readonly clientDisconnect: Hook<{ readonly player: Entity }, void>

  /**
   * A client typed `kill`.
   *
   * @native DLL_FUNCTIONS.pfnClientKill
   */
  readonly clientKill: Hook<{ readonly player: Entity }, void>

  /**
   * A client has loaded the map and enters the game.
   *
   * @native DLL_FUNCTIONS.pfnClientPutInServer
   */
  readonly clientPutInServer: Hook<{ readonly player: Entity }, void>

  /**
   * A client sent a command that the engine does not know; its words are those of the engine's current command.
   *
   * @native DLL_FUNCTIONS.pfnClientCommand
   */
  readonly clientCommand: Hook<{ readonly player: Entity }, void>

  /**
   * A client changed its name, model or another of its settings.
   *
   * @native DLL_FUNCTIONS.pfnClientUserInfoChanged
   */
  readonly clientUserInfoChanged: Hook<{ readonly player: Entity; readonly infoBuffer: Pointer<'infoBuffer'> | null }, void>

  /**
   * The map has been loaded and its entities have spawned.
   *
   * @native DLL_FUNCTIONS.pfnServerActivate
   */
  readonly serverActivate: Hook<{ readonly edictList: Entity; readonly edictCount: number; readonly clientMax: number }, void>

  /**
   * The map ends; its entities are still there.
   *
   * @native DLL_FUNCTIONS.pfnServerDeactivate
   */
  readonly serverDeactivate: Hook<object, void>

  /**
   * A player's command is about to move it.
   *
   * @native DLL_FUNCTIONS.pfnPlayerPreThink
   */
  readonly playerPreThink: Hook<{ readonly player: Entity }, void>

  /**
   * A player's command has moved it.
   *
   * @native DLL_FUNCTIONS.pfnPlayerPostThink
   */
  readonly playerPostThink: Hook<{ readonly player: Entity }, void>

  /**
   * A server frame begins.
   *
   * @native DLL_FUNCTIONS.pfnStartFrame
   */
  readonly startFrame: Hook<object, void>

  /**
   * A new game begins.
   *
   * @native DLL_FUNCTIONS.pfnParmsNewLevel
   */
  readonly parmsNewLevel: Hook<object, void>

  /**
   * The single-player game goes on in another map.
   *
   * @native DLL_FUNCTIONS.pfnParmsChangeLevel
   */
  readonly parmsChangeLevel: Hook<object, void>

  /**
   * Names the game, as server browsers show it.
   *
   * @native DLL_FUNCTIONS.pfnGetGameDescription
   */
  readonly getGameDescription: Hook<object, string>

  /**
   * A player's custom file, such as its spray logo, has arrived.
   *
   * @native DLL_FUNCTIONS.pfnPlayerCustomization
   */
  readonly playerCustomization: Hook<{ readonly player: Entity; readonly customization: Customization }, void>

  /**
   * A spectator joins.
   *
   * @native DLL_FUNCTIONS.pfnSpectatorConnect
   */
  readonly spectatorConnect: Hook<{ readonly player: Entity }, void>

  /**
   * A spectator leaves.
   *
   * @native DLL_FUNCTIONS.pfnSpectatorDisconnect
   */
  readonly spectatorDisconnect: Hook<{ readonly player: Entity }, void>

  /**
   * A spectator's command is being run.
   *
   * @native DLL_FUNCTIONS.pfnSpectatorThink
   */
  readonly spectatorThink: Hook<{ readonly player: Entity }, void>

  /**
   * The engine is about to end because of an error.
   *
   * @native DLL_FUNCTIONS.pfnSys_Error
   */
  readonly sysError: Hook<{ readonly message: string }, void>

  /**
   * A player is moved.
   *
   * @native DLL_FUNCTIONS.pfnPM_Move
   */
  readonly pmMove: Hook<{ readonly move: PlayerMove; readonly isServer: boolean }, void>

  /**
   * Player movement is set up.
   *
   * @native DLL_FUNCTIONS.pfnPM_Init
   */
  readonly pmInit: Hook<{ readonly move: PlayerMove }, void>

  /**
   * Tells what a texture is made of, as a letter.
   *
   * @native DLL_FUNCTIONS.pfnPM_FindTextureType
   */
  readonly pmFindTextureType: Hook<{ readonly name: string }, string>

  /**
   * The sets of what a client can see and hear are to be computed.
   *
   * @native DLL_FUNCTIONS.pfnSetupVisibility
   */
  readonly setupVisibility: Hook<{ readonly viewEntity: Entity | null; readonly player: Entity; readonly pvs: Pointer<'visibility'> | null; readonly pas: Pointer<'visibility'> | null }, void>

  /**
   * What a client is told about itself is to be filled in.
   *
   * @native DLL_FUNCTIONS.pfnUpdateClientData
   */
  readonly updateClientData: Hook<{ readonly player: Entity; readonly sendWeapons: boolean; readonly data: ClientData }, void>

  /**
   * What a client is told about an entity is to be filled in; false leaves the entity out.
   *
   * @native DLL_FUNCTIONS.pfnAddToFullPack
   */
  readonly addToFullPack: Hook<{ readonly state: EntityState; readonly index: number; readonly entity: Entity; readonly host: Entity; readonly hostFlags: number; readonly isPlayer: boolean; readonly set: Pointer<'visibility'> | null }, boolean>

  /**
   * The state from which later states of an entity differ little is to be filled in.
   *
   * @native DLL_FUNCTIONS.pfnCreateBaseline
   */
  readonly createBaseline: Hook<{ readonly isPlayer: boolean; readonly index: number; readonly baseline: EntityState; readonly entity: Entity; readonly playerModelIndex: number; readonly playerMins: Vec3; readonly playerMaxs: Vec3 }, void>

  /**
   * The delta encoders of the game are to be registered.
   *
   * @native DLL_FUNCTIONS.pfnRegisterEncoders
   */
  readonly registerEncoders: Hook<object, void>

  /**
   * What a client predicts about its weapons is to be filled in; true when that was done.
   *
   * @native DLL_FUNCTIONS.pfnGetWeaponData
   */
  readonly getWeaponData: Hook<{ readonly player: Entity; readonly weapons: readonly WeaponData[] }, boolean>

  /**
   * A player's command is about to be run.
   *
   * @native DLL_FUNCTIONS.pfnCmdStart
   */
  readonly cmdStart: Hook<{ readonly player: Entity; readonly cmd: UserCmd; readonly randomSeed: number }, void>

  /**
   * A player's command has been run.
   *
   * @native DLL_FUNCTIONS.pfnCmdEnd
   */
  readonly cmdEnd: Hook<{ readonly player: Entity }, void>

  /**
   * A packet came that belongs to no client; true sends as much of the response as its size says, which comes as the room there is.
   *
   * @native DLL_FUNCTIONS.pfnConnectionlessPacket
   */
  readonly connectionlessPacket: Hook<{ readonly from: NetAdr; readonly text: string; response: string; responseSize: number }, boolean>

  /**
   * Tells the size of one of the players' boxes, and whether the game has that one.
   *
   * @native DLL_FUNCTIONS.pfnGetHullBounds
   */
  readonly getHullBounds: Hook<{ readonly hull: number; mins: Vec3; maxs: Vec3 }, boolean>

  /**
   * The instanced baselines of the game are to be made.
   *
   * @native DLL_FUNCTIONS.pfnCreateInstancedBaselines
   */
  readonly createInstancedBaselines: Hook<object, void>

  /**
   * A client's copy of a file differs from the server's; true drops the client with the message given (at most 255 bytes).
   *
   * @native DLL_FUNCTIONS.pfnInconsistentFile
   */
  readonly inconsistentFile: Hook<{ readonly player: Entity; readonly path: string; disconnectMessage: string }, boolean>

  /**
   * Tells whether the engine may compensate for lag.
   *
   * @native DLL_FUNCTIONS.pfnAllowLagCompensation
   */
  readonly allowLagCompensation: Hook<object, boolean>

  /**
   * The game's own block of an entity is about to be freed.
   *
   * @native NEW_DLL_FUNCTIONS.pfnOnFreeEntPrivateData
   */
  readonly onFreeEntPrivateData: Hook<{ readonly entity: Entity }, void>

  /**
   * The game DLL is about to be unloaded.
   *
   * @native NEW_DLL_FUNCTIONS.pfnGameShutdown
   */
  readonly gameShutdown: Hook<object, void>

  /**
   * Tells whether two entities may collide.
   *
   * @native NEW_DLL_FUNCTIONS.pfnShouldCollide
   */
  readonly shouldCollide: Hook<{ readonly touched: Entity; readonly other: Entity }, boolean>

  /**
   * A client answers a question for one of its cvars that had no request id.
   *
   * @native NEW_DLL_FUNCTIONS.pfnCvarValue
   */
  readonly cvarValue: Hook<{ readonly player: Entity; readonly value: string }, void>

  /**
   * A client answers a question for one of its cvars that had a request id.
   *
   * @native NEW_DLL_FUNCTIONS.pfnCvarValue2
   */
  readonly cvarValue2: Hook<{ readonly player: Entity; readonly requestId: number; readonly name: string; readonly value: string }, void>
}
