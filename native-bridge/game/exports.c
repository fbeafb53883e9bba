/* What an engine asks of a game DLL: the engine's functions come in, the game's own go out. */
#include "game.h"

enginefuncs_t engine;
globalvars_t *globals;

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *vars) {
  engine = *table;
  globals = vars;
}

/* SAFETY: a string_t is a signed distance from the base, which engines may move, so it is read at each use. */
const char *textOf(string_t handle) { return globals->pStringBase + handle; }

static const DLL_FUNCTIONS functions = {
  .pfnGameInit = gameInit,
  .pfnSpawn = dispatchSpawn,
  .pfnThink = dispatchThink,
  .pfnUse = dispatchUse,
  .pfnTouch = dispatchTouch,
  .pfnBlocked = dispatchBlocked,
  .pfnKeyValue = dispatchKeyValue,
  .pfnSave = save,
  .pfnRestore = restore,
  .pfnSetAbsBox = setAbsBox,
  .pfnSaveWriteFields = saveWriteFields,
  .pfnSaveReadFields = saveReadFields,
  .pfnSaveGlobalState = saveGlobalState,
  .pfnRestoreGlobalState = restoreGlobalState,
  .pfnResetGlobalState = resetGlobalState,
  .pfnClientConnect = clientConnect,
  .pfnClientDisconnect = clientDisconnect,
  .pfnClientKill = clientKill,
  .pfnClientPutInServer = clientPutInServer,
  .pfnClientCommand = clientCommand,
  .pfnClientUserInfoChanged = clientUserInfoChanged,
  .pfnServerActivate = serverActivate,
  .pfnServerDeactivate = serverDeactivate,
  .pfnPlayerPreThink = playerPreThink,
  .pfnPlayerPostThink = playerPostThink,
  .pfnStartFrame = startFrame,
  .pfnParmsNewLevel = parmsNewLevel,
  .pfnParmsChangeLevel = parmsChangeLevel,
  .pfnGetGameDescription = getGameDescription,
  .pfnPlayerCustomization = playerCustomization,
  .pfnSpectatorConnect = spectatorConnect,
  .pfnSpectatorDisconnect = spectatorDisconnect,
  .pfnSpectatorThink = spectatorThink,
  .pfnSys_Error = sysError,
  .pfnPM_Move = pmMove,
  .pfnPM_Init = pmInit,
  .pfnPM_FindTextureType = pmFindTextureType,
  .pfnSetupVisibility = setupVisibility,
  .pfnUpdateClientData = updateClientData,
  .pfnAddToFullPack = addToFullPack,
  .pfnCreateBaseline = createBaseline,
  .pfnRegisterEncoders = registerEncoders,
  .pfnGetWeaponData = getWeaponData,
  .pfnCmdStart = cmdStart,
  .pfnCmdEnd = cmdEnd,
  .pfnConnectionlessPacket = connectionlessPacket,
  .pfnGetHullBounds = getHullBounds,
  .pfnCreateInstancedBaselines = createInstancedBaselines,
  .pfnInconsistentFile = inconsistentFile,
  .pfnAllowLagCompensation = allowLagCompensation,
};

static const NEW_DLL_FUNCTIONS newFunctions = {
  .pfnOnFreeEntPrivateData = onFreeEntPrivateData,
  .pfnGameShutdown = gameShutdown,
  .pfnShouldCollide = shouldCollide,
  .pfnCvarValue = cvarValue,
  .pfnCvarValue2 = cvarValue2,
};

MM_EXPORT int GetEntityAPI(DLL_FUNCTIONS *table, int interfaceVersion) {
  if (!table || interfaceVersion != INTERFACE_VERSION) return 0;
  *table = functions;
  return 1;
}

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion) {
  if (!table || !interfaceVersion) return 0;
  const int asked = *interfaceVersion;
  *interfaceVersion = INTERFACE_VERSION;
  return GetEntityAPI(table, asked);
}

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS *table, int *interfaceVersion) {
  if (!table || !interfaceVersion) return 0;
  const int asked = *interfaceVersion;
  *interfaceVersion = NEW_DLL_FUNCTIONS_VERSION;
  if (asked != NEW_DLL_FUNCTIONS_VERSION) return 0;
  *table = newFunctions;
  return 1;
}
