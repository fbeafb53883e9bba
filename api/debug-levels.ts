/**
 * From which value of the console variable `meta_debug` on the calls of a function are traced. Level 1 is told a few times
 * in a map's life, 2 is what happens to single entities and clients, 3 is what happens all the time, 4 what hardly anybody
 * asks for. The numbers are those that metamod-fwgs uses, so that a habit of an administrator goes on meaning the same.
 */
import type { FunctionTable } from './schema.js'

export type DebugLevel = 1 | 2 | 3 | 4

/** Everything that is not listed here. */
const usual: DebugLevel = 3

/** C names without their `pfn`, by table and level. */
const listed: Readonly<Record<string, Readonly<Partial<Record<DebugLevel, string>>>>> = {
  enginefuncs_t: {
    2: `
      PrecacheModel PrecacheSound SetModel ModelIndex SetSize ChangeLevel FindEntityByString
      FindEntityInSphere FindClientInPVS EntitiesInPVS CreateEntity RemoveEntity CreateNamedEntity
      MakeStatic EntIsOnFloor DropToFloor WalkMove SetOrigin EmitSound EmitAmbientSound TraceLine
      TraceToss TraceMonsterHull TraceHull TraceModel TraceTexture TraceSphere GetAimVector LightStyle
      DecalIndex PointContents CVarRegister CVarGetFloat CVarGetString CVarSetFloat CVarSetString
      PvAllocEntPrivateData PvEntPrivateData FreeEntPrivateData GetVarsOfEnt AnimationAutomove
      GetBonePosition GetAttachment SetView Time CrosshairAngle Cvar_RegisterVariable FadeClientVolume
      CreateFakeClient NumberOfEntities GetInfoKeyBuffer InfoKeyValue SetKeyValue SetClientKeyValue
      IsMapValid StaticDecal PrecacheGeneric GetPlayerUserId BuildSoundMsg IsDedicatedServer
      Info_RemoveKey GetPhysicsKeyValue SetPhysicsKeyValue GetPhysicsInfoString PrecacheEvent
      PlaybackEvent SetFatPVS SetFatPAS CheckVisibility GetCurrentPlayer CanSkipPlayer SetGroupMask
      Cvar_DirectSet ForceUnmodified GetPlayerStats AddServerCommand Voice_GetClientListening
      Voice_SetClientListening GetPlayerAuthId SequenceGet SequencePickSentence QueryClientCvarValue
      QueryClientCvarValue2 CheckParm`,
    4: `
      GetSpawnParms SaveSpawnParms GetEntityIllum ParticleEffect FunctionFromName NameForFunction
      CRC32_Init CRC32_ProcessBuffer CRC32_ProcessByte CRC32_Final LoadFileForMe FreeFile EndSection
      CompareFileTime GetPlayerWONId GetFileSize GetApproxWavePlayLen IsCareerMatch
      GetLocalizedStringLength RegisterTutorMessageShown GetTimesTutorMessageShown
      ProcessTutorMessageDecayBuffer ConstructTutorMessageDecayBuffer ResetTutorMessageDecayData`,
  },
  DLL_FUNCTIONS: {
    1: `
      GameInit ClientConnect ClientDisconnect ClientPutInServer ServerActivate ServerDeactivate PM_Init`,
    2: `
      Spawn Think Use Touch Blocked SetAbsBox ClientKill ClientCommand ClientUserInfoChanged`,
    4: `
      KeyValue Save Restore SaveWriteFields SaveReadFields SaveGlobalState RestoreGlobalState
      ResetGlobalState StartFrame ParmsNewLevel ParmsChangeLevel PlayerCustomization Sys_Error
      CreateBaseline RegisterEncoders ConnectionlessPacket CreateInstancedBaselines AllowLagCompensation`,
  },
  NEW_DLL_FUNCTIONS: {
    2: `
      CvarValue CvarValue2`,
  },
}

const words = (text = ''): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

const bareName = (cName: string): string => cName.replace(/^pfn/, '')

/** The level of each function of a table, in the table's order. */
export function debugLevels(table: FunctionTable): DebugLevel[] {
  const levels = listed[table.cName] ?? {}
  const byName = new Map<string, DebugLevel>()
  for (const level of [1, 2, 3, 4] as const) for (const name of words(levels[level])) byName.set(name, level)
  const found = table.rows.map(({ cName }) => byName.get(bareName(cName)) ?? usual)
  for (const { cName } of table.rows) byName.delete(bareName(cName))
  if (byName.size > 0) throw new Error(`debug-levels: ${table.cName} has no ${[...byName.keys()].join(', ')}`)
  return found
}
