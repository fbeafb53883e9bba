// Generated from api/engine.ts, api/gamedll.ts, api/newdll.ts by npm run generate. Do not edit.

export type Kind =
  | 'void'
  | 'int'
  | 'uint'
  | 'byte'
  | 'ushort'
  | 'bool'
  | 'char'
  | 'long'
  | 'float'
  | 'format'
  | 'cstrOut'
  | 'edict'
  | 'entvars'
  | 'stringT'
  | 'vec3'
  | 'vec3Out'
  | 'intOut'
  | 'intInOut'
  | 'uintInOut'
  | 'bytes'
  | 'cstr'
  | 'outText'
  | 'struct'
  | 'mapped'
  | 'pointer'
  | 'callback'

export type PointerType =
  | 'save'
  | 'typeDescription'
  | 'file'
  | 'delta'
  | 'model'
  | 'privateData'
  | 'infoBuffer'
  | 'cvar'
  | 'visibility'
  | 'sequence'
  | 'fileBuffer'
  | 'function'
  | 'baseData'

/** How one value travels; the words beside `kind` are there for the kinds that need them. */
export interface ValueRow {
  readonly kind: Kind
  readonly isNullable?: true
  /** An entity result for which the world means none. */
  readonly worldMeansNull?: true
  /** Of a text: how long the callee keeps it. */
  readonly life?: 'call' | 'map' | 'process'
  /** Of a text that the callee writes: its size in bytes. */
  readonly size?: number
  /** Of a struct: its C name, and how many lie in a row. */
  readonly struct?: string
  readonly count?: number
  readonly mode?: 'in' | 'out' | 'inout'
  readonly pointer?: PointerType
}

export interface ParamRow extends ValueRow {
  readonly name: string
  /** Bytes from the start of the frame; 0 for what travels beside it. */
  readonly at: number
}

export interface Row {
  readonly id: number
  readonly table: 'engine' | 'gamedll' | 'newdll'
  readonly name: string
  readonly cName: string
  readonly params: readonly ParamRow[]
  readonly returns: ValueRow
  /** What a function that the game DLL lacks answers; 0 when absent. */
  readonly defaultResult?: number
  /** Why the function can only be hooked. */
  readonly notCallable?: string
  /** Calling it without a map would crash or end the engine, as it would for all that take or give entities. */
  readonly needsMap?: true
  /** Why the SDK calls the function in its own way. */
  readonly handwritten?: string
  readonly obsolete?: string
}

/** All functions; a row stands at the index that is its id. */
export const rows: readonly Row[] = [
  { id: 0, table: 'engine', name: 'precacheModel', cName: 'pfnPrecacheModel', params: [{ name: 'model', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'int' }, needsMap: true },
  { id: 1, table: 'engine', name: 'precacheSound', cName: 'pfnPrecacheSound', params: [{ name: 'sample', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'int' }, needsMap: true },
  { id: 2, table: 'engine', name: 'setModel', cName: 'pfnSetModel', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'model', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 3, table: 'engine', name: 'modelIndex', cName: 'pfnModelIndex', params: [{ name: 'model', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'int' }, needsMap: true },
  { id: 4, table: 'engine', name: 'modelFrames', cName: 'pfnModelFrames', params: [{ name: 'modelIndex', kind: 'int', at: 96 }], returns: { kind: 'int' }, needsMap: true },
  { id: 5, table: 'engine', name: 'setSize', cName: 'pfnSetSize', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'mins', kind: 'vec3', at: 112 }, { name: 'maxs', kind: 'vec3', at: 128 }], returns: { kind: 'void' } },
  { id: 6, table: 'engine', name: 'changeLevel', cName: 'pfnChangeLevel', params: [{ name: 'map', kind: 'cstr', life: 'call', at: 0 }, { name: 'landmark', kind: 'cstr', life: 'call', at: 0, isNullable: true }], returns: { kind: 'void' } },
  { id: 7, table: 'engine', name: 'getSpawnParms', cName: 'pfnGetSpawnParms', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' }, obsolete: 'A rest of Quake, where players kept their weapons so; it keeps nothing here.' },
  { id: 8, table: 'engine', name: 'saveSpawnParms', cName: 'pfnSaveSpawnParms', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' }, obsolete: 'A rest of Quake, where players kept their weapons so; it keeps nothing here.' },
  { id: 9, table: 'engine', name: 'vecToYaw', cName: 'pfnVecToYaw', params: [{ name: 'direction', kind: 'vec3', at: 96 }], returns: { kind: 'float' } },
  { id: 10, table: 'engine', name: 'vecToAngles', cName: 'pfnVecToAngles', params: [{ name: 'direction', kind: 'vec3', at: 96 }, { name: 'angles', kind: 'vec3Out', at: 112 }], returns: { kind: 'void' } },
  { id: 11, table: 'engine', name: 'moveToOrigin', cName: 'pfnMoveToOrigin', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'goal', kind: 'vec3', at: 112 }, { name: 'distance', kind: 'float', at: 128 }, { name: 'moveType', kind: 'int', at: 136 }], returns: { kind: 'void' } },
  { id: 12, table: 'engine', name: 'changeYaw', cName: 'pfnChangeYaw', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 13, table: 'engine', name: 'changePitch', cName: 'pfnChangePitch', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 14, table: 'engine', name: 'findEntityByString', cName: 'pfnFindEntityByString', params: [{ name: 'startAfter', kind: 'edict', at: 96, isNullable: true }, { name: 'field', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'edict', worldMeansNull: true } },
  { id: 15, table: 'engine', name: 'getEntityIllum', cName: 'pfnGetEntityIllum', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'int' } },
  { id: 16, table: 'engine', name: 'findEntityInSphere', cName: 'pfnFindEntityInSphere', params: [{ name: 'startAfter', kind: 'edict', at: 96, isNullable: true }, { name: 'origin', kind: 'vec3', at: 112 }, { name: 'radius', kind: 'float', at: 128 }], returns: { kind: 'edict', worldMeansNull: true } },
  { id: 17, table: 'engine', name: 'findClientInPVS', cName: 'pfnFindClientInPVS', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'edict', worldMeansNull: true } },
  { id: 18, table: 'engine', name: 'entitiesInPVS', cName: 'pfnEntitiesInPVS', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'edict', worldMeansNull: true } },
  { id: 19, table: 'engine', name: 'makeVectors', cName: 'pfnMakeVectors', params: [{ name: 'angles', kind: 'vec3', at: 96 }], returns: { kind: 'void' } },
  { id: 20, table: 'engine', name: 'angleVectors', cName: 'pfnAngleVectors', params: [{ name: 'angles', kind: 'vec3', at: 96 }, { name: 'forward', kind: 'vec3Out', at: 112, isNullable: true }, { name: 'right', kind: 'vec3Out', at: 128, isNullable: true }, { name: 'up', kind: 'vec3Out', at: 144, isNullable: true }], returns: { kind: 'void' } },
  { id: 21, table: 'engine', name: 'createEntity', cName: 'pfnCreateEntity', params: [], returns: { kind: 'edict' } },
  { id: 22, table: 'engine', name: 'removeEntity', cName: 'pfnRemoveEntity', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 23, table: 'engine', name: 'createNamedEntity', cName: 'pfnCreateNamedEntity', params: [{ name: 'className', kind: 'stringT', at: 96 }], returns: { kind: 'edict' } },
  { id: 24, table: 'engine', name: 'makeStatic', cName: 'pfnMakeStatic', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 25, table: 'engine', name: 'entIsOnFloor', cName: 'pfnEntIsOnFloor', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'bool' } },
  { id: 26, table: 'engine', name: 'dropToFloor', cName: 'pfnDropToFloor', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'int' } },
  { id: 27, table: 'engine', name: 'walkMove', cName: 'pfnWalkMove', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'yaw', kind: 'float', at: 104 }, { name: 'distance', kind: 'float', at: 112 }, { name: 'mode', kind: 'int', at: 120 }], returns: { kind: 'bool' } },
  { id: 28, table: 'engine', name: 'setOrigin', cName: 'pfnSetOrigin', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'origin', kind: 'vec3', at: 112 }], returns: { kind: 'void' } },
  { id: 29, table: 'engine', name: 'emitSound', cName: 'pfnEmitSound', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'channel', kind: 'int', at: 104 }, { name: 'sample', kind: 'cstr', life: 'call', at: 0 }, { name: 'volume', kind: 'float', at: 112 }, { name: 'attenuation', kind: 'float', at: 120 }, { name: 'flags', kind: 'int', at: 128 }, { name: 'pitch', kind: 'int', at: 136 }], returns: { kind: 'void' } },
  { id: 30, table: 'engine', name: 'emitAmbientSound', cName: 'pfnEmitAmbientSound', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'origin', kind: 'vec3', at: 112 }, { name: 'sample', kind: 'cstr', life: 'call', at: 0 }, { name: 'volume', kind: 'float', at: 128 }, { name: 'attenuation', kind: 'float', at: 136 }, { name: 'flags', kind: 'int', at: 144 }, { name: 'pitch', kind: 'int', at: 152 }], returns: { kind: 'void' } },
  { id: 31, table: 'engine', name: 'traceLine', cName: 'pfnTraceLine', params: [{ name: 'start', kind: 'vec3', at: 96 }, { name: 'end', kind: 'vec3', at: 112 }, { name: 'noMonsters', kind: 'int', at: 128 }, { name: 'skip', kind: 'edict', at: 136, isNullable: true }, { name: 'trace', kind: 'struct', struct: 'TraceResult', mode: 'out', count: 1, at: 144 }], returns: { kind: 'void' } },
  { id: 32, table: 'engine', name: 'traceToss', cName: 'pfnTraceToss', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'skip', kind: 'edict', at: 104, isNullable: true }, { name: 'trace', kind: 'struct', struct: 'TraceResult', mode: 'out', count: 1, at: 112 }], returns: { kind: 'void' } },
  { id: 33, table: 'engine', name: 'traceMonsterHull', cName: 'pfnTraceMonsterHull', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'start', kind: 'vec3', at: 112 }, { name: 'end', kind: 'vec3', at: 128 }, { name: 'noMonsters', kind: 'int', at: 144 }, { name: 'skip', kind: 'edict', at: 152, isNullable: true }, { name: 'trace', kind: 'struct', struct: 'TraceResult', mode: 'out', count: 1, at: 160 }], returns: { kind: 'bool' } },
  { id: 34, table: 'engine', name: 'traceHull', cName: 'pfnTraceHull', params: [{ name: 'start', kind: 'vec3', at: 96 }, { name: 'end', kind: 'vec3', at: 112 }, { name: 'noMonsters', kind: 'int', at: 128 }, { name: 'hull', kind: 'int', at: 136 }, { name: 'skip', kind: 'edict', at: 144, isNullable: true }, { name: 'trace', kind: 'struct', struct: 'TraceResult', mode: 'out', count: 1, at: 160 }], returns: { kind: 'void' } },
  { id: 35, table: 'engine', name: 'traceModel', cName: 'pfnTraceModel', params: [{ name: 'start', kind: 'vec3', at: 96 }, { name: 'end', kind: 'vec3', at: 112 }, { name: 'hull', kind: 'int', at: 128 }, { name: 'entity', kind: 'edict', at: 136 }, { name: 'trace', kind: 'struct', struct: 'TraceResult', mode: 'out', count: 1, at: 144 }], returns: { kind: 'void' } },
  { id: 36, table: 'engine', name: 'traceTexture', cName: 'pfnTraceTexture', params: [{ name: 'entity', kind: 'edict', at: 96, isNullable: true }, { name: 'start', kind: 'vec3', at: 112 }, { name: 'end', kind: 'vec3', at: 128 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 37, table: 'engine', name: 'traceSphere', cName: 'pfnTraceSphere', params: [{ name: 'start', kind: 'vec3', at: 96 }, { name: 'end', kind: 'vec3', at: 112 }, { name: 'noMonsters', kind: 'int', at: 128 }, { name: 'radius', kind: 'float', at: 136 }, { name: 'skip', kind: 'edict', at: 144, isNullable: true }, { name: 'trace', kind: 'struct', struct: 'TraceResult', mode: 'out', count: 1, at: 160 }], returns: { kind: 'void' }, obsolete: 'No engine traces spheres; in Xash3D the function is empty and leaves the result as it was.' },
  { id: 38, table: 'engine', name: 'getAimVector', cName: 'pfnGetAimVector', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'speed', kind: 'float', at: 104 }, { name: 'direction', kind: 'vec3Out', at: 112 }], returns: { kind: 'void' } },
  { id: 39, table: 'engine', name: 'serverCommand', cName: 'pfnServerCommand', params: [{ name: 'command', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 40, table: 'engine', name: 'serverExecute', cName: 'pfnServerExecute', params: [], returns: { kind: 'void' } },
  { id: 41, table: 'engine', name: 'clientCommand', cName: 'pfnClientCommand', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'command', kind: 'format', at: 0 }], returns: { kind: 'void' } },
  { id: 42, table: 'engine', name: 'particleEffect', cName: 'pfnParticleEffect', params: [{ name: 'origin', kind: 'vec3', at: 96 }, { name: 'direction', kind: 'vec3', at: 112 }, { name: 'color', kind: 'float', at: 128 }, { name: 'count', kind: 'float', at: 136 }], returns: { kind: 'void' }, needsMap: true },
  { id: 43, table: 'engine', name: 'lightStyle', cName: 'pfnLightStyle', params: [{ name: 'style', kind: 'int', at: 96 }, { name: 'value', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'void' }, needsMap: true },
  { id: 44, table: 'engine', name: 'decalIndex', cName: 'pfnDecalIndex', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'int' } },
  { id: 45, table: 'engine', name: 'pointContents', cName: 'pfnPointContents', params: [{ name: 'point', kind: 'vec3', at: 96 }], returns: { kind: 'int' }, needsMap: true },
  { id: 46, table: 'engine', name: 'messageBegin', cName: 'pfnMessageBegin', params: [{ name: 'dest', kind: 'int', at: 96 }, { name: 'type', kind: 'int', at: 104 }, { name: 'origin', kind: 'vec3', at: 112, isNullable: true }, { name: 'player', kind: 'edict', at: 128, isNullable: true }], returns: { kind: 'void' } },
  { id: 47, table: 'engine', name: 'messageEnd', cName: 'pfnMessageEnd', params: [], returns: { kind: 'void' }, needsMap: true },
  { id: 48, table: 'engine', name: 'writeByte', cName: 'pfnWriteByte', params: [{ name: 'value', kind: 'int', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 49, table: 'engine', name: 'writeChar', cName: 'pfnWriteChar', params: [{ name: 'value', kind: 'int', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 50, table: 'engine', name: 'writeShort', cName: 'pfnWriteShort', params: [{ name: 'value', kind: 'int', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 51, table: 'engine', name: 'writeLong', cName: 'pfnWriteLong', params: [{ name: 'value', kind: 'int', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 52, table: 'engine', name: 'writeAngle', cName: 'pfnWriteAngle', params: [{ name: 'degrees', kind: 'float', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 53, table: 'engine', name: 'writeCoord', cName: 'pfnWriteCoord', params: [{ name: 'units', kind: 'float', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 54, table: 'engine', name: 'writeString', cName: 'pfnWriteString', params: [{ name: 'text', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' }, needsMap: true },
  { id: 55, table: 'engine', name: 'writeEntity', cName: 'pfnWriteEntity', params: [{ name: 'index', kind: 'int', at: 96 }], returns: { kind: 'void' }, needsMap: true },
  { id: 56, table: 'engine', name: 'cvarRegister', cName: 'pfnCVarRegister', params: [{ name: 'cvar', kind: 'struct', struct: 'cvar_t', mode: 'in', count: 1, at: 96 }], returns: { kind: 'void' }, handwritten: 'The engine keeps the block it is given for good, so the core makes it: use plugin.addCvar.' },
  { id: 57, table: 'engine', name: 'cvarGetFloat', cName: 'pfnCVarGetFloat', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'float' } },
  { id: 58, table: 'engine', name: 'cvarGetString', cName: 'pfnCVarGetString', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 59, table: 'engine', name: 'cvarSetFloat', cName: 'pfnCVarSetFloat', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'float', at: 96 }], returns: { kind: 'void' } },
  { id: 60, table: 'engine', name: 'cvarSetString', cName: 'pfnCVarSetString', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 61, table: 'engine', name: 'alertMessage', cName: 'pfnAlertMessage', params: [{ name: 'type', kind: 'int', at: 96 }, { name: 'text', kind: 'format', at: 0 }], returns: { kind: 'void' } },
  { id: 62, table: 'engine', name: 'engineFprintf', cName: 'pfnEngineFprintf', params: [{ name: 'file', kind: 'pointer', pointer: 'file', at: 0 }, { name: 'text', kind: 'format', at: 0 }], returns: { kind: 'void' } },
  { id: 63, table: 'engine', name: 'pvAllocEntPrivateData', cName: 'pfnPvAllocEntPrivateData', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'size', kind: 'long', at: 104 }], returns: { kind: 'pointer', pointer: 'privateData' } },
  { id: 64, table: 'engine', name: 'pvEntPrivateData', cName: 'pfnPvEntPrivateData', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'pointer', pointer: 'privateData' } },
  { id: 65, table: 'engine', name: 'freeEntPrivateData', cName: 'pfnFreeEntPrivateData', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 66, table: 'engine', name: 'szFromIndex', cName: 'pfnSzFromIndex', params: [{ name: 'handle', kind: 'int', at: 96 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 67, table: 'engine', name: 'allocString', cName: 'pfnAllocString', params: [{ name: 'text', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'int' } },
  { id: 68, table: 'engine', name: 'getVarsOfEnt', cName: 'pfnGetVarsOfEnt', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'entvars' } },
  { id: 69, table: 'engine', name: 'pEntityOfEntOffset', cName: 'pfnPEntityOfEntOffset', params: [{ name: 'offset', kind: 'int', at: 96 }], returns: { kind: 'edict' } },
  { id: 70, table: 'engine', name: 'entOffsetOfPEntity', cName: 'pfnEntOffsetOfPEntity', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'int' } },
  { id: 71, table: 'engine', name: 'indexOfEdict', cName: 'pfnIndexOfEdict', params: [{ name: 'entity', kind: 'edict', at: 96, isNullable: true }], returns: { kind: 'int' } },
  { id: 72, table: 'engine', name: 'pEntityOfEntIndex', cName: 'pfnPEntityOfEntIndex', params: [{ name: 'index', kind: 'int', at: 96 }], returns: { kind: 'edict' } },
  { id: 73, table: 'engine', name: 'findEntityByVars', cName: 'pfnFindEntityByVars', params: [{ name: 'vars', kind: 'entvars', at: 96 }], returns: { kind: 'edict' } },
  { id: 74, table: 'engine', name: 'getModelPtr', cName: 'pfnGetModelPtr', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'pointer', pointer: 'model' } },
  { id: 75, table: 'engine', name: 'regUserMsg', cName: 'pfnRegUserMsg', params: [{ name: 'name', kind: 'cstr', life: 'process', at: 0 }, { name: 'size', kind: 'int', at: 96 }], returns: { kind: 'int' } },
  { id: 76, table: 'engine', name: 'animationAutomove', cName: 'pfnAnimationAutomove', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'seconds', kind: 'float', at: 104 }], returns: { kind: 'void' }, obsolete: 'The function is empty in the engines.' },
  { id: 77, table: 'engine', name: 'getBonePosition', cName: 'pfnGetBonePosition', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'bone', kind: 'int', at: 104 }, { name: 'origin', kind: 'vec3Out', at: 112, isNullable: true }, { name: 'angles', kind: 'vec3Out', at: 128, isNullable: true }], returns: { kind: 'void' } },
  { id: 78, table: 'engine', name: 'functionFromName', cName: 'pfnFunctionFromName', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'pointer', pointer: 'function' } },
  { id: 79, table: 'engine', name: 'nameForFunction', cName: 'pfnNameForFunction', params: [{ name: 'routine', kind: 'pointer', pointer: 'function', at: 0 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 80, table: 'engine', name: 'clientPrintf', cName: 'pfnClientPrintf', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'type', kind: 'int', at: 104 }, { name: 'text', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 81, table: 'engine', name: 'serverPrint', cName: 'pfnServerPrint', params: [{ name: 'text', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 82, table: 'engine', name: 'cmdArgs', cName: 'pfnCmd_Args', params: [], returns: { kind: 'cstr', life: 'map' } },
  { id: 83, table: 'engine', name: 'cmdArgv', cName: 'pfnCmd_Argv', params: [{ name: 'index', kind: 'int', at: 96 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 84, table: 'engine', name: 'cmdArgc', cName: 'pfnCmd_Argc', params: [], returns: { kind: 'int' } },
  { id: 85, table: 'engine', name: 'getAttachment', cName: 'pfnGetAttachment', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'attachment', kind: 'int', at: 104 }, { name: 'origin', kind: 'vec3Out', at: 112, isNullable: true }, { name: 'angles', kind: 'vec3Out', at: 128, isNullable: true }], returns: { kind: 'void' } },
  { id: 86, table: 'engine', name: 'crc32Init', cName: 'pfnCRC32_Init', params: [{ name: 'crc', kind: 'uintInOut', at: 96 }], returns: { kind: 'void' } },
  { id: 87, table: 'engine', name: 'crc32ProcessBuffer', cName: 'pfnCRC32_ProcessBuffer', params: [{ name: 'crc', kind: 'uintInOut', at: 96 }, { name: 'buffer', kind: 'bytes', at: 0 }, { name: 'length', kind: 'int', at: 104 }], returns: { kind: 'void' } },
  { id: 88, table: 'engine', name: 'crc32ProcessByte', cName: 'pfnCRC32_ProcessByte', params: [{ name: 'crc', kind: 'uintInOut', at: 96 }, { name: 'value', kind: 'byte', at: 104 }], returns: { kind: 'void' } },
  { id: 89, table: 'engine', name: 'crc32Final', cName: 'pfnCRC32_Final', params: [{ name: 'crc', kind: 'uint', at: 96 }], returns: { kind: 'uint' } },
  { id: 90, table: 'engine', name: 'randomLong', cName: 'pfnRandomLong', params: [{ name: 'low', kind: 'int', at: 96 }, { name: 'high', kind: 'int', at: 104 }], returns: { kind: 'int' } },
  { id: 91, table: 'engine', name: 'randomFloat', cName: 'pfnRandomFloat', params: [{ name: 'low', kind: 'float', at: 96 }, { name: 'high', kind: 'float', at: 104 }], returns: { kind: 'float' } },
  { id: 92, table: 'engine', name: 'setView', cName: 'pfnSetView', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'viewEntity', kind: 'edict', at: 104 }], returns: { kind: 'void' } },
  { id: 93, table: 'engine', name: 'time', cName: 'pfnTime', params: [], returns: { kind: 'float' } },
  { id: 94, table: 'engine', name: 'crosshairAngle', cName: 'pfnCrosshairAngle', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'pitch', kind: 'float', at: 104 }, { name: 'yaw', kind: 'float', at: 112 }], returns: { kind: 'void' } },
  { id: 95, table: 'engine', name: 'loadFileForMe', cName: 'pfnLoadFileForMe', params: [{ name: 'path', kind: 'cstr', life: 'call', at: 0 }, { name: 'length', kind: 'intOut', at: 96, isNullable: true }], returns: { kind: 'pointer', pointer: 'fileBuffer' }, handwritten: 'The buffer belongs to the engine; the SDK copies it and gives it back in one step.' },
  { id: 96, table: 'engine', name: 'freeFile', cName: 'pfnFreeFile', params: [{ name: 'buffer', kind: 'pointer', pointer: 'fileBuffer', at: 0, isNullable: true }], returns: { kind: 'void' }, handwritten: 'loadFileForMe gives the buffer back itself.' },
  { id: 97, table: 'engine', name: 'endSection', cName: 'pfnEndSection', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 98, table: 'engine', name: 'compareFileTime', cName: 'pfnCompareFileTime', params: [{ name: 'first', kind: 'cstr', life: 'call', at: 0 }, { name: 'second', kind: 'cstr', life: 'call', at: 0 }, { name: 'order', kind: 'intOut', at: 96 }], returns: { kind: 'bool' } },
  { id: 99, table: 'engine', name: 'getGameDir', cName: 'pfnGetGameDir', params: [{ name: 'directory', kind: 'outText', size: 256, at: 96 }], returns: { kind: 'void' } },
  { id: 100, table: 'engine', name: 'cvarRegisterVariable', cName: 'pfnCvar_RegisterVariable', params: [{ name: 'cvar', kind: 'struct', struct: 'cvar_t', mode: 'in', count: 1, at: 96 }], returns: { kind: 'void' }, handwritten: 'The engine keeps the block it is given for good, so the core makes it: use plugin.addCvar.' },
  { id: 101, table: 'engine', name: 'fadeClientVolume', cName: 'pfnFadeClientVolume', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'percent', kind: 'int', at: 104 }, { name: 'fadeOutSeconds', kind: 'int', at: 112 }, { name: 'holdSeconds', kind: 'int', at: 120 }, { name: 'fadeInSeconds', kind: 'int', at: 128 }], returns: { kind: 'void' } },
  { id: 102, table: 'engine', name: 'setClientMaxspeed', cName: 'pfnSetClientMaxspeed', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'maxSpeed', kind: 'float', at: 104 }], returns: { kind: 'void' } },
  { id: 103, table: 'engine', name: 'createFakeClient', cName: 'pfnCreateFakeClient', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'edict' } },
  { id: 104, table: 'engine', name: 'runPlayerMove', cName: 'pfnRunPlayerMove', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'viewAngles', kind: 'vec3', at: 112 }, { name: 'forwardMove', kind: 'float', at: 128 }, { name: 'sideMove', kind: 'float', at: 136 }, { name: 'upMove', kind: 'float', at: 144 }, { name: 'buttons', kind: 'ushort', at: 152 }, { name: 'impulse', kind: 'byte', at: 160 }, { name: 'msec', kind: 'byte', at: 168 }], returns: { kind: 'void' } },
  { id: 105, table: 'engine', name: 'numberOfEntities', cName: 'pfnNumberOfEntities', params: [], returns: { kind: 'int' } },
  { id: 106, table: 'engine', name: 'getInfoKeyBuffer', cName: 'pfnGetInfoKeyBuffer', params: [{ name: 'entity', kind: 'edict', at: 96, isNullable: true }], returns: { kind: 'pointer', pointer: 'infoBuffer' } },
  { id: 107, table: 'engine', name: 'infoKeyValue', cName: 'pfnInfoKeyValue', params: [{ name: 'infoBuffer', kind: 'pointer', pointer: 'infoBuffer', at: 0 }, { name: 'key', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 108, table: 'engine', name: 'setKeyValue', cName: 'pfnSetKeyValue', params: [{ name: 'infoBuffer', kind: 'pointer', pointer: 'infoBuffer', at: 0 }, { name: 'key', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 109, table: 'engine', name: 'setClientKeyValue', cName: 'pfnSetClientKeyValue', params: [{ name: 'index', kind: 'int', at: 96 }, { name: 'infoBuffer', kind: 'pointer', pointer: 'infoBuffer', at: 0 }, { name: 'key', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 110, table: 'engine', name: 'isMapValid', cName: 'pfnIsMapValid', params: [{ name: 'map', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'bool' } },
  { id: 111, table: 'engine', name: 'staticDecal', cName: 'pfnStaticDecal', params: [{ name: 'origin', kind: 'vec3', at: 96 }, { name: 'decal', kind: 'int', at: 112 }, { name: 'entityIndex', kind: 'int', at: 120 }, { name: 'modelIndex', kind: 'int', at: 128 }], returns: { kind: 'void' }, needsMap: true },
  { id: 112, table: 'engine', name: 'precacheGeneric', cName: 'pfnPrecacheGeneric', params: [{ name: 'path', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'int' }, needsMap: true },
  { id: 113, table: 'engine', name: 'getPlayerUserId', cName: 'pfnGetPlayerUserId', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'int' } },
  { id: 114, table: 'engine', name: 'buildSoundMsg', cName: 'pfnBuildSoundMsg', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'channel', kind: 'int', at: 104 }, { name: 'sample', kind: 'cstr', life: 'call', at: 0 }, { name: 'volume', kind: 'float', at: 112 }, { name: 'attenuation', kind: 'float', at: 120 }, { name: 'flags', kind: 'int', at: 128 }, { name: 'pitch', kind: 'int', at: 136 }, { name: 'dest', kind: 'int', at: 144 }, { name: 'type', kind: 'int', at: 152 }, { name: 'origin', kind: 'vec3', at: 160, isNullable: true }, { name: 'player', kind: 'edict', at: 176, isNullable: true }], returns: { kind: 'void' } },
  { id: 115, table: 'engine', name: 'isDedicatedServer', cName: 'pfnIsDedicatedServer', params: [], returns: { kind: 'bool' } },
  { id: 116, table: 'engine', name: 'cvarGetPointer', cName: 'pfnCVarGetPointer', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'pointer', pointer: 'cvar' } },
  { id: 117, table: 'engine', name: 'getPlayerWONId', cName: 'pfnGetPlayerWONId', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'uint' }, obsolete: 'The network that gave out these numbers closed in 2004; use getPlayerAuthId.' },
  { id: 118, table: 'engine', name: 'infoRemoveKey', cName: 'pfnInfo_RemoveKey', params: [{ name: 'infoBuffer', kind: 'pointer', pointer: 'infoBuffer', at: 0 }, { name: 'key', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 119, table: 'engine', name: 'getPhysicsKeyValue', cName: 'pfnGetPhysicsKeyValue', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'key', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 120, table: 'engine', name: 'setPhysicsKeyValue', cName: 'pfnSetPhysicsKeyValue', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'key', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 121, table: 'engine', name: 'getPhysicsInfoString', cName: 'pfnGetPhysicsInfoString', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 122, table: 'engine', name: 'precacheEvent', cName: 'pfnPrecacheEvent', params: [{ name: 'type', kind: 'int', at: 96 }, { name: 'path', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'ushort' }, needsMap: true },
  { id: 123, table: 'engine', name: 'playbackEvent', cName: 'pfnPlaybackEvent', params: [{ name: 'flags', kind: 'int', at: 96 }, { name: 'invoker', kind: 'edict', at: 104, isNullable: true }, { name: 'event', kind: 'ushort', at: 112 }, { name: 'delay', kind: 'float', at: 120 }, { name: 'origin', kind: 'vec3', at: 128 }, { name: 'angles', kind: 'vec3', at: 144 }, { name: 'float1', kind: 'float', at: 160 }, { name: 'float2', kind: 'float', at: 168 }, { name: 'int1', kind: 'int', at: 176 }, { name: 'int2', kind: 'int', at: 184 }, { name: 'bool1', kind: 'int', at: 192 }, { name: 'bool2', kind: 'int', at: 200 }], returns: { kind: 'void' } },
  { id: 124, table: 'engine', name: 'setFatPVS', cName: 'pfnSetFatPVS', params: [{ name: 'origin', kind: 'vec3', at: 96 }], returns: { kind: 'pointer', pointer: 'visibility' }, needsMap: true },
  { id: 125, table: 'engine', name: 'setFatPAS', cName: 'pfnSetFatPAS', params: [{ name: 'origin', kind: 'vec3', at: 96 }], returns: { kind: 'pointer', pointer: 'visibility' }, needsMap: true },
  { id: 126, table: 'engine', name: 'checkVisibility', cName: 'pfnCheckVisibility', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'set', kind: 'pointer', pointer: 'visibility', at: 0, isNullable: true }], returns: { kind: 'int' } },
  { id: 127, table: 'engine', name: 'deltaSetField', cName: 'pfnDeltaSetField', params: [{ name: 'delta', kind: 'pointer', pointer: 'delta', at: 0 }, { name: 'field', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 128, table: 'engine', name: 'deltaUnsetField', cName: 'pfnDeltaUnsetField', params: [{ name: 'delta', kind: 'pointer', pointer: 'delta', at: 0 }, { name: 'field', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 129, table: 'engine', name: 'deltaAddEncoder', cName: 'pfnDeltaAddEncoder', params: [{ name: 'name', kind: 'cstr', life: 'process', at: 0 }, { name: 'encode', kind: 'callback', at: 0 }], returns: { kind: 'void' }, notCallable: 'The engine calls the encoder for each entity and client of each frame, through a bare C function pointer.' },
  { id: 130, table: 'engine', name: 'getCurrentPlayer', cName: 'pfnGetCurrentPlayer', params: [], returns: { kind: 'int' } },
  { id: 131, table: 'engine', name: 'canSkipPlayer', cName: 'pfnCanSkipPlayer', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'bool' } },
  { id: 132, table: 'engine', name: 'deltaFindField', cName: 'pfnDeltaFindField', params: [{ name: 'delta', kind: 'pointer', pointer: 'delta', at: 0 }, { name: 'field', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'int' } },
  { id: 133, table: 'engine', name: 'deltaSetFieldByIndex', cName: 'pfnDeltaSetFieldByIndex', params: [{ name: 'delta', kind: 'pointer', pointer: 'delta', at: 0 }, { name: 'field', kind: 'int', at: 96 }], returns: { kind: 'void' } },
  { id: 134, table: 'engine', name: 'deltaUnsetFieldByIndex', cName: 'pfnDeltaUnsetFieldByIndex', params: [{ name: 'delta', kind: 'pointer', pointer: 'delta', at: 0 }, { name: 'field', kind: 'int', at: 96 }], returns: { kind: 'void' } },
  { id: 135, table: 'engine', name: 'setGroupMask', cName: 'pfnSetGroupMask', params: [{ name: 'mask', kind: 'int', at: 96 }, { name: 'op', kind: 'int', at: 104 }], returns: { kind: 'void' } },
  { id: 136, table: 'engine', name: 'createInstancedBaseline', cName: 'pfnCreateInstancedBaseline', params: [{ name: 'className', kind: 'stringT', at: 96 }, { name: 'baseline', kind: 'struct', struct: 'entity_state_t', mode: 'in', count: 1, at: 112 }], returns: { kind: 'int' }, needsMap: true },
  { id: 137, table: 'engine', name: 'cvarDirectSet', cName: 'pfnCvar_DirectSet', params: [{ name: 'cvar', kind: 'pointer', pointer: 'cvar', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 138, table: 'engine', name: 'forceUnmodified', cName: 'pfnForceUnmodified', params: [{ name: 'type', kind: 'int', at: 96 }, { name: 'mins', kind: 'vec3', at: 112, isNullable: true }, { name: 'maxs', kind: 'vec3', at: 128, isNullable: true }, { name: 'path', kind: 'cstr', life: 'map', at: 0 }], returns: { kind: 'void' }, needsMap: true },
  { id: 139, table: 'engine', name: 'getPlayerStats', cName: 'pfnGetPlayerStats', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'ping', kind: 'intOut', at: 104 }, { name: 'packetLoss', kind: 'intOut', at: 112 }], returns: { kind: 'void' } },
  { id: 140, table: 'engine', name: 'addServerCommand', cName: 'pfnAddServerCommand', params: [{ name: 'name', kind: 'cstr', life: 'process', at: 0 }, { name: 'handler', kind: 'callback', at: 0 }], returns: { kind: 'void' }, handwritten: 'The engine calls the handler with no arguments at all; the core tells commands apart: use plugin.addCommand.' },
  { id: 141, table: 'engine', name: 'voiceGetClientListening', cName: 'pfnVoice_GetClientListening', params: [{ name: 'receiver', kind: 'int', at: 96 }, { name: 'sender', kind: 'int', at: 104 }], returns: { kind: 'bool' } },
  { id: 142, table: 'engine', name: 'voiceSetClientListening', cName: 'pfnVoice_SetClientListening', params: [{ name: 'receiver', kind: 'int', at: 96 }, { name: 'sender', kind: 'int', at: 104 }, { name: 'isListening', kind: 'bool', at: 112 }], returns: { kind: 'bool' } },
  { id: 143, table: 'engine', name: 'getPlayerAuthId', cName: 'pfnGetPlayerAuthId', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'cstr', life: 'map' } },
  { id: 144, table: 'engine', name: 'sequenceGet', cName: 'pfnSequenceGet', params: [{ name: 'file', kind: 'cstr', life: 'call', at: 0 }, { name: 'entry', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'pointer', pointer: 'sequence' } },
  { id: 145, table: 'engine', name: 'sequencePickSentence', cName: 'pfnSequencePickSentence', params: [{ name: 'group', kind: 'cstr', life: 'call', at: 0 }, { name: 'method', kind: 'int', at: 96 }, { name: 'picked', kind: 'intOut', at: 104, isNullable: true }], returns: { kind: 'pointer', pointer: 'sequence' } },
  { id: 146, table: 'engine', name: 'getFileSize', cName: 'pfnGetFileSize', params: [{ name: 'path', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'int' } },
  { id: 147, table: 'engine', name: 'getApproxWavePlayLen', cName: 'pfnGetApproxWavePlayLen', params: [{ name: 'path', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'uint' } },
  { id: 148, table: 'engine', name: 'isCareerMatch', cName: 'pfnIsCareerMatch', params: [], returns: { kind: 'bool' } },
  { id: 149, table: 'engine', name: 'getLocalizedStringLength', cName: 'pfnGetLocalizedStringLength', params: [{ name: 'label', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'int' } },
  { id: 150, table: 'engine', name: 'registerTutorMessageShown', cName: 'pfnRegisterTutorMessageShown', params: [{ name: 'message', kind: 'int', at: 96 }], returns: { kind: 'void' }, obsolete: 'Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.' },
  { id: 151, table: 'engine', name: 'getTimesTutorMessageShown', cName: 'pfnGetTimesTutorMessageShown', params: [{ name: 'message', kind: 'int', at: 96 }], returns: { kind: 'int' }, obsolete: 'Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.' },
  { id: 152, table: 'engine', name: 'processTutorMessageDecayBuffer', cName: 'pfnProcessTutorMessageDecayBuffer', params: [{ name: 'buffer', kind: 'bytes', at: 0 }, { name: 'length', kind: 'int', at: 96 }], returns: { kind: 'void' }, obsolete: 'Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.' },
  { id: 153, table: 'engine', name: 'constructTutorMessageDecayBuffer', cName: 'pfnConstructTutorMessageDecayBuffer', params: [{ name: 'buffer', kind: 'bytes', at: 0 }, { name: 'length', kind: 'int', at: 96 }], returns: { kind: 'void' }, obsolete: 'Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.' },
  { id: 154, table: 'engine', name: 'resetTutorMessageDecayData', cName: 'pfnResetTutorMessageDecayData', params: [], returns: { kind: 'void' }, obsolete: 'Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing.' },
  { id: 155, table: 'engine', name: 'queryClientCvarValue', cName: 'pfnQueryClientCvarValue', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 156, table: 'engine', name: 'queryClientCvarValue2', cName: 'pfnQueryClientCvarValue2', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'requestId', kind: 'int', at: 104 }], returns: { kind: 'void' } },
  { id: 157, table: 'engine', name: 'checkParm', cName: 'pfnCheckParm', params: [{ name: 'parameter', kind: 'cstr', life: 'call', at: 0 }, { name: 'next', kind: 'cstrOut', at: 96 }], returns: { kind: 'int' } },
  { id: 158, table: 'engine', name: 'pEntityOfEntIndexAllEntities', cName: 'pfnPEntityOfEntIndexAllEntities', params: [{ name: 'index', kind: 'int', at: 96 }], returns: { kind: 'edict' } },
  { id: 159, table: 'gamedll', name: 'gameInit', cName: 'pfnGameInit', params: [], returns: { kind: 'void' } },
  { id: 160, table: 'gamedll', name: 'spawn', cName: 'pfnSpawn', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'int' } },
  { id: 161, table: 'gamedll', name: 'think', cName: 'pfnThink', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 162, table: 'gamedll', name: 'use', cName: 'pfnUse', params: [{ name: 'used', kind: 'edict', at: 96 }, { name: 'other', kind: 'edict', at: 104 }], returns: { kind: 'void' } },
  { id: 163, table: 'gamedll', name: 'touch', cName: 'pfnTouch', params: [{ name: 'touched', kind: 'edict', at: 96 }, { name: 'other', kind: 'edict', at: 104 }], returns: { kind: 'void' } },
  { id: 164, table: 'gamedll', name: 'blocked', cName: 'pfnBlocked', params: [{ name: 'blocked', kind: 'edict', at: 96 }, { name: 'other', kind: 'edict', at: 104 }], returns: { kind: 'void' } },
  { id: 165, table: 'gamedll', name: 'keyValue', cName: 'pfnKeyValue', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'keyValue', kind: 'struct', struct: 'KeyValueData', mode: 'inout', count: 1, at: 112 }], returns: { kind: 'void' } },
  { id: 166, table: 'gamedll', name: 'save', cName: 'pfnSave', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'save', kind: 'pointer', pointer: 'save', at: 0 }], returns: { kind: 'void' } },
  { id: 167, table: 'gamedll', name: 'restore', cName: 'pfnRestore', params: [{ name: 'entity', kind: 'edict', at: 96 }, { name: 'save', kind: 'pointer', pointer: 'save', at: 0 }, { name: 'isGlobalEntity', kind: 'bool', at: 104 }], returns: { kind: 'int' } },
  { id: 168, table: 'gamedll', name: 'setAbsBox', cName: 'pfnSetAbsBox', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 169, table: 'gamedll', name: 'saveWriteFields', cName: 'pfnSaveWriteFields', params: [{ name: 'save', kind: 'pointer', pointer: 'save', at: 0 }, { name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'baseData', kind: 'pointer', pointer: 'baseData', at: 0 }, { name: 'fields', kind: 'pointer', pointer: 'typeDescription', at: 0 }, { name: 'fieldCount', kind: 'int', at: 96 }], returns: { kind: 'void' } },
  { id: 170, table: 'gamedll', name: 'saveReadFields', cName: 'pfnSaveReadFields', params: [{ name: 'save', kind: 'pointer', pointer: 'save', at: 0 }, { name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'baseData', kind: 'pointer', pointer: 'baseData', at: 0 }, { name: 'fields', kind: 'pointer', pointer: 'typeDescription', at: 0 }, { name: 'fieldCount', kind: 'int', at: 96 }], returns: { kind: 'void' } },
  { id: 171, table: 'gamedll', name: 'saveGlobalState', cName: 'pfnSaveGlobalState', params: [{ name: 'save', kind: 'pointer', pointer: 'save', at: 0 }], returns: { kind: 'void' } },
  { id: 172, table: 'gamedll', name: 'restoreGlobalState', cName: 'pfnRestoreGlobalState', params: [{ name: 'save', kind: 'pointer', pointer: 'save', at: 0 }], returns: { kind: 'void' } },
  { id: 173, table: 'gamedll', name: 'resetGlobalState', cName: 'pfnResetGlobalState', params: [], returns: { kind: 'void' } },
  { id: 174, table: 'gamedll', name: 'clientConnect', cName: 'pfnClientConnect', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'address', kind: 'cstr', life: 'call', at: 0 }, { name: 'rejectReason', kind: 'outText', size: 128, at: 112 }], returns: { kind: 'bool' }, defaultResult: 1 },
  { id: 175, table: 'gamedll', name: 'clientDisconnect', cName: 'pfnClientDisconnect', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 176, table: 'gamedll', name: 'clientKill', cName: 'pfnClientKill', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 177, table: 'gamedll', name: 'clientPutInServer', cName: 'pfnClientPutInServer', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 178, table: 'gamedll', name: 'clientCommand', cName: 'pfnClientCommand', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 179, table: 'gamedll', name: 'clientUserInfoChanged', cName: 'pfnClientUserInfoChanged', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'infoBuffer', kind: 'pointer', pointer: 'infoBuffer', at: 0 }], returns: { kind: 'void' } },
  { id: 180, table: 'gamedll', name: 'serverActivate', cName: 'pfnServerActivate', params: [{ name: 'edictList', kind: 'edict', at: 96 }, { name: 'edictCount', kind: 'int', at: 104 }, { name: 'clientMax', kind: 'int', at: 112 }], returns: { kind: 'void' } },
  { id: 181, table: 'gamedll', name: 'serverDeactivate', cName: 'pfnServerDeactivate', params: [], returns: { kind: 'void' } },
  { id: 182, table: 'gamedll', name: 'playerPreThink', cName: 'pfnPlayerPreThink', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 183, table: 'gamedll', name: 'playerPostThink', cName: 'pfnPlayerPostThink', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 184, table: 'gamedll', name: 'startFrame', cName: 'pfnStartFrame', params: [], returns: { kind: 'void' } },
  { id: 185, table: 'gamedll', name: 'parmsNewLevel', cName: 'pfnParmsNewLevel', params: [], returns: { kind: 'void' } },
  { id: 186, table: 'gamedll', name: 'parmsChangeLevel', cName: 'pfnParmsChangeLevel', params: [], returns: { kind: 'void' } },
  { id: 187, table: 'gamedll', name: 'getGameDescription', cName: 'pfnGetGameDescription', params: [], returns: { kind: 'cstr', life: 'map' } },
  { id: 188, table: 'gamedll', name: 'playerCustomization', cName: 'pfnPlayerCustomization', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'customization', kind: 'struct', struct: 'customization_t', mode: 'in', count: 1, at: 112 }], returns: { kind: 'void' } },
  { id: 189, table: 'gamedll', name: 'spectatorConnect', cName: 'pfnSpectatorConnect', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 190, table: 'gamedll', name: 'spectatorDisconnect', cName: 'pfnSpectatorDisconnect', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 191, table: 'gamedll', name: 'spectatorThink', cName: 'pfnSpectatorThink', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 192, table: 'gamedll', name: 'sysError', cName: 'pfnSys_Error', params: [{ name: 'message', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 193, table: 'gamedll', name: 'pmMove', cName: 'pfnPM_Move', params: [{ name: 'move', kind: 'mapped', struct: 'playermove_t', at: 96 }, { name: 'isServer', kind: 'bool', at: 104 }], returns: { kind: 'void' } },
  { id: 194, table: 'gamedll', name: 'pmInit', cName: 'pfnPM_Init', params: [{ name: 'move', kind: 'mapped', struct: 'playermove_t', at: 96 }], returns: { kind: 'void' } },
  { id: 195, table: 'gamedll', name: 'pmFindTextureType', cName: 'pfnPM_FindTextureType', params: [{ name: 'name', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'char' } },
  { id: 196, table: 'gamedll', name: 'setupVisibility', cName: 'pfnSetupVisibility', params: [{ name: 'viewEntity', kind: 'edict', at: 96, isNullable: true }, { name: 'player', kind: 'edict', at: 104 }, { name: 'pvs', kind: 'pointer', pointer: 'visibility', at: 0 }, { name: 'pas', kind: 'pointer', pointer: 'visibility', at: 0 }], returns: { kind: 'void' } },
  { id: 197, table: 'gamedll', name: 'updateClientData', cName: 'pfnUpdateClientData', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'sendWeapons', kind: 'bool', at: 104 }, { name: 'data', kind: 'struct', struct: 'clientdata_t', mode: 'out', count: 1, at: 112 }], returns: { kind: 'void' } },
  { id: 198, table: 'gamedll', name: 'addToFullPack', cName: 'pfnAddToFullPack', params: [{ name: 'state', kind: 'struct', struct: 'entity_state_t', mode: 'out', count: 1, at: 96 }, { name: 'index', kind: 'int', at: 464 }, { name: 'entity', kind: 'edict', at: 472 }, { name: 'host', kind: 'edict', at: 480 }, { name: 'hostFlags', kind: 'int', at: 488 }, { name: 'isPlayer', kind: 'bool', at: 496 }, { name: 'set', kind: 'pointer', pointer: 'visibility', at: 0, isNullable: true }], returns: { kind: 'bool' } },
  { id: 199, table: 'gamedll', name: 'createBaseline', cName: 'pfnCreateBaseline', params: [{ name: 'isPlayer', kind: 'bool', at: 96 }, { name: 'index', kind: 'int', at: 104 }, { name: 'baseline', kind: 'struct', struct: 'entity_state_t', mode: 'out', count: 1, at: 112 }, { name: 'entity', kind: 'edict', at: 480 }, { name: 'playerModelIndex', kind: 'int', at: 488 }, { name: 'playerMins', kind: 'vec3', at: 496 }, { name: 'playerMaxs', kind: 'vec3', at: 512 }], returns: { kind: 'void' } },
  { id: 200, table: 'gamedll', name: 'registerEncoders', cName: 'pfnRegisterEncoders', params: [], returns: { kind: 'void' } },
  { id: 201, table: 'gamedll', name: 'getWeaponData', cName: 'pfnGetWeaponData', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'weapons', kind: 'struct', struct: 'weapon_data_t', mode: 'out', count: 64, at: 112 }], returns: { kind: 'bool' } },
  { id: 202, table: 'gamedll', name: 'cmdStart', cName: 'pfnCmdStart', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'cmd', kind: 'struct', struct: 'usercmd_t', mode: 'inout', count: 1, at: 112 }, { name: 'randomSeed', kind: 'uint', at: 192 }], returns: { kind: 'void' } },
  { id: 203, table: 'gamedll', name: 'cmdEnd', cName: 'pfnCmdEnd', params: [{ name: 'player', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 204, table: 'gamedll', name: 'connectionlessPacket', cName: 'pfnConnectionlessPacket', params: [{ name: 'from', kind: 'struct', struct: 'netadr_t', mode: 'in', count: 1, at: 96 }, { name: 'text', kind: 'cstr', life: 'call', at: 0 }, { name: 'response', kind: 'outText', size: 2048, at: 144 }, { name: 'responseSize', kind: 'intInOut', at: 2192 }], returns: { kind: 'bool' } },
  { id: 205, table: 'gamedll', name: 'getHullBounds', cName: 'pfnGetHullBounds', params: [{ name: 'hull', kind: 'int', at: 96 }, { name: 'mins', kind: 'vec3Out', at: 112 }, { name: 'maxs', kind: 'vec3Out', at: 128 }], returns: { kind: 'bool' } },
  { id: 206, table: 'gamedll', name: 'createInstancedBaselines', cName: 'pfnCreateInstancedBaselines', params: [], returns: { kind: 'void' } },
  { id: 207, table: 'gamedll', name: 'inconsistentFile', cName: 'pfnInconsistentFile', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'path', kind: 'cstr', life: 'call', at: 0 }, { name: 'disconnectMessage', kind: 'outText', size: 256, at: 112 }], returns: { kind: 'bool' } },
  { id: 208, table: 'gamedll', name: 'allowLagCompensation', cName: 'pfnAllowLagCompensation', params: [], returns: { kind: 'bool' } },
  { id: 209, table: 'newdll', name: 'onFreeEntPrivateData', cName: 'pfnOnFreeEntPrivateData', params: [{ name: 'entity', kind: 'edict', at: 96 }], returns: { kind: 'void' } },
  { id: 210, table: 'newdll', name: 'gameShutdown', cName: 'pfnGameShutdown', params: [], returns: { kind: 'void' } },
  { id: 211, table: 'newdll', name: 'shouldCollide', cName: 'pfnShouldCollide', params: [{ name: 'touched', kind: 'edict', at: 96 }, { name: 'other', kind: 'edict', at: 104 }], returns: { kind: 'bool' }, defaultResult: 1 },
  { id: 212, table: 'newdll', name: 'cvarValue', cName: 'pfnCvarValue', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
  { id: 213, table: 'newdll', name: 'cvarValue2', cName: 'pfnCvarValue2', params: [{ name: 'player', kind: 'edict', at: 96 }, { name: 'requestId', kind: 'int', at: 104 }, { name: 'name', kind: 'cstr', life: 'call', at: 0 }, { name: 'value', kind: 'cstr', life: 'call', at: 0 }], returns: { kind: 'void' } },
]
