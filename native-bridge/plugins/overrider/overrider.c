/* A plugin that answers for others: it overrides results, and supercedes calls so that the real function never runs. */
#include <stdio.h>
#include <string.h>

#include "metamod/metamod.h"

enum { kRandomAnswer = 7, kReasonBytes = 128 };
static const float kGravityAnswer = 123.5f;
static const char kBannedName[] = "overrider_ban";

static enginefuncs_t engine;
static meta_globals_t *metaGlobals;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Overrider",
  "1.0.0",
  "2026/11/20",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "OVERRIDER",
  PT_ANYTIME,
  PT_ANYTIME,
};

/* The engine still draws its number, but everybody gets ours. */
static int randomLong(int low, int high) {
  (void)low, (void)high;
  metaGlobals->mres = MRES_OVERRIDE;
  return kRandomAnswer;
}

/* One name is answered here; the engine never hears of it. */
static float cvarGetFloat(const char *name) {
  const int isOurs = name && !strcmp(name, "overrider_gravity");
  metaGlobals->mres = isOurs ? MRES_SUPERCEDE : MRES_IGNORED;
  return isOurs ? kGravityAnswer : 0;
}

static qboolean clientConnect(edict_t *player, const char *name, const char *address, char reason[128]) {
  (void)player, (void)address;
  metaGlobals->mres = MRES_IGNORED;
  if (strcmp(name, kBannedName) != 0) return 1;
  snprintf(reason, kReasonBytes, "The overrider does not let you in.");
  metaGlobals->mres = MRES_SUPERCEDE;
  return 0;
}

static void clientCommand(edict_t *player) {
  metaGlobals->mres = MRES_IGNORED;
  if (strcmp(engine.pfnCmd_Argv(0), "blocked") != 0) return;
  engine.pfnClientPrintf(player, print_console, "overrider: this command is blocked\n");
  metaGlobals->mres = MRES_SUPERCEDE;
}

static const char *getGameDescriptionPost(void) {
  metaGlobals->mres = MRES_OVERRIDE;
  return "Overridden Test Game";
}

static int getEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (DLL_FUNCTIONS){.pfnClientConnect = clientConnect, .pfnClientCommand = clientCommand};
  return 1;
}

static int getEntityAPI2Post(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (DLL_FUNCTIONS){.pfnGetGameDescription = getGameDescriptionPost};
  return 1;
}

static int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  /* Not the whole struct: other Metamods have tables that end before its last function. */
  table->pfnRandomLong = randomLong;
  table->pfnCVarGetFloat = cvarGetFloat;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)globals;
  engine = *table;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *util) {
  (void)interfaceVersion, (void)util;
  *answer = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now, (void)game;
  metaGlobals = globals;
  functions->pfnGetEntityAPI2 = getEntityAPI2;
  functions->pfnGetEntityAPI2_Post = getEntityAPI2Post;
  functions->pfnGetEngineFunctions = getEngineFunctions;
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
