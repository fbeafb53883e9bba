/* The hooks, each a pair: before and after the real function. */
#include <stdio.h>
#include <string.h>

#include "observer.h"

static struct {
  const char *function;
  int count[kPhases];
} rows[64];
static int rowCount;
/* Logging a call makes calls that are observed too. */
static int isLogging;

void seen(const char *function, Phase phase) {
  metaGlobals->mres = MRES_IGNORED;
  int row = 0;
  while (row < rowCount && strcmp(rows[row].function, function) != 0) ++row;
  if (row == (int)(sizeof rows / sizeof rows[0])) return;
  if (row == rowCount) rows[rowCount++].function = function;
  ++rows[row].count[phase];
  if (!verbose || verbose->value == 0 || isLogging) return;
  isLogging = 1;
  logLine(function, phase);
  isLogging = 0;
}

void printCounts(void) {
  char line[128];
  for (int row = 0; row < rowCount; ++row) {
    snprintf(line, sizeof line, "observer: %s %d pre, %d post\n", rows[row].function, rows[row].count[kPre],
             rows[row].count[kPost]);
    engine.pfnServerPrint(line);
  }
}

/* game DLL */

static void gameInit(void) { seen("GameInit", kPre); }
static void gameInitPost(void) { seen("GameInit", kPost); }
static void startFrame(void) { seen("StartFrame", kPre); }
static void startFramePost(void) { seen("StartFrame", kPost); }
static void serverDeactivate(void) { seen("ServerDeactivate", kPre); }
static void serverDeactivatePost(void) { seen("ServerDeactivate", kPost); }

static void serverActivate(edict_t *first, int count, int maxClients) {
  (void)first, (void)count, (void)maxClients;
  seen("ServerActivate", kPre);
}
static void serverActivatePost(edict_t *first, int count, int maxClients) {
  (void)first, (void)count, (void)maxClients;
  seen("ServerActivate", kPost);
}

static int spawn(edict_t *entity) {
  (void)entity;
  seen("Spawn", kPre);
  return 0;
}
static int spawnPost(edict_t *entity) {
  (void)entity;
  seen("Spawn", kPost);
  return 0;
}

static void think(edict_t *entity) { (void)entity, seen("Think", kPre); }
static void thinkPost(edict_t *entity) { (void)entity, seen("Think", kPost); }
static void touch(edict_t *entity, edict_t *other) { (void)entity, (void)other, seen("Touch", kPre); }
static void touchPost(edict_t *entity, edict_t *other) { (void)entity, (void)other, seen("Touch", kPost); }

static qboolean clientConnect(edict_t *player, const char *name, const char *address, char reason[128]) {
  (void)player, (void)name, (void)address, (void)reason;
  seen("ClientConnect", kPre);
  return 1;
}
static qboolean clientConnectPost(edict_t *player, const char *name, const char *address, char reason[128]) {
  (void)player, (void)name, (void)address, (void)reason;
  seen("ClientConnect", kPost);
  return 1;
}

static void clientPutInServer(edict_t *player) { (void)player, seen("ClientPutInServer", kPre); }
static void clientPutInServerPost(edict_t *player) { (void)player, seen("ClientPutInServer", kPost); }
static void clientCommand(edict_t *player) { (void)player, seen("ClientCommand", kPre); }
static void clientCommandPost(edict_t *player) { (void)player, seen("ClientCommand", kPost); }
static void clientDisconnect(edict_t *player) { (void)player, seen("ClientDisconnect", kPre); }
static void clientDisconnectPost(edict_t *player) { (void)player, seen("ClientDisconnect", kPost); }
static void playerPreThink(edict_t *player) { (void)player, seen("PlayerPreThink", kPre); }
static void playerPreThinkPost(edict_t *player) { (void)player, seen("PlayerPreThink", kPost); }

static void pmMove(playermove_t *move, qboolean server) { (void)move, (void)server, seen("PM_Move", kPre); }
static void pmMovePost(playermove_t *move, qboolean server) { (void)move, (void)server, seen("PM_Move", kPost); }

int getEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (DLL_FUNCTIONS){
    .pfnGameInit = gameInit,
    .pfnSpawn = spawn,
    .pfnThink = think,
    .pfnTouch = touch,
    .pfnClientConnect = clientConnect,
    .pfnClientDisconnect = clientDisconnect,
    .pfnClientPutInServer = clientPutInServer,
    .pfnClientCommand = clientCommand,
    .pfnServerActivate = serverActivate,
    .pfnServerDeactivate = serverDeactivate,
    .pfnPlayerPreThink = playerPreThink,
    .pfnStartFrame = startFrame,
    .pfnPM_Move = pmMove,
  };
  return 1;
}

int getEntityAPI2Post(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (DLL_FUNCTIONS){
    .pfnGameInit = gameInitPost,
    .pfnSpawn = spawnPost,
    .pfnThink = thinkPost,
    .pfnTouch = touchPost,
    .pfnClientConnect = clientConnectPost,
    .pfnClientDisconnect = clientDisconnectPost,
    .pfnClientPutInServer = clientPutInServerPost,
    .pfnClientCommand = clientCommandPost,
    .pfnServerActivate = serverActivatePost,
    .pfnServerDeactivate = serverDeactivatePost,
    .pfnPlayerPreThink = playerPreThinkPost,
    .pfnStartFrame = startFramePost,
    .pfnPM_Move = pmMovePost,
  };
  return 1;
}

/* new game DLL functions */

static void onFree(edict_t *entity) { (void)entity, seen("OnFreeEntPrivateData", kPre); }
static void onFreePost(edict_t *entity) { (void)entity, seen("OnFreeEntPrivateData", kPost); }
static void gameShutdown(void) { seen("GameShutdown", kPre); }
static void gameShutdownPost(void) { seen("GameShutdown", kPost); }

int getNewDLLFunctions(NEW_DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (NEW_DLL_FUNCTIONS){.pfnOnFreeEntPrivateData = onFree, .pfnGameShutdown = gameShutdown};
  return 1;
}

int getNewDLLFunctionsPost(NEW_DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (NEW_DLL_FUNCTIONS){.pfnOnFreeEntPrivateData = onFreePost, .pfnGameShutdown = gameShutdownPost};
  return 1;
}

/* engine */

static int precacheModel(const char *name) {
  (void)name;
  seen("PrecacheModel", kPre);
  return 0;
}
static int precacheModelPost(const char *name) {
  (void)name;
  seen("PrecacheModel", kPost);
  return 0;
}

static void setModel(edict_t *entity, const char *name) { (void)entity, (void)name, seen("SetModel", kPre); }
static void setModelPost(edict_t *entity, const char *name) { (void)entity, (void)name, seen("SetModel", kPost); }

static void messageBegin(int dest, int type, const float *origin, edict_t *player) {
  (void)dest, (void)type, (void)origin, (void)player;
  seen("MessageBegin", kPre);
}
static void messageBeginPost(int dest, int type, const float *origin, edict_t *player) {
  (void)dest, (void)type, (void)origin, (void)player;
  seen("MessageBegin", kPost);
}

/* A hook of a variadic function gets the finished text, as "%s" and one argument. */
static void alertMessage(ALERT_TYPE type, const char *format, ...) {
  (void)type, (void)format, seen("AlertMessage", kPre);
}
static void alertMessagePost(ALERT_TYPE type, const char *format, ...) {
  (void)type, (void)format, seen("AlertMessage", kPost);
}

int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  /* Not the whole struct: other Metamods have tables that end before its last function. */
  table->pfnPrecacheModel = precacheModel;
  table->pfnSetModel = setModel;
  table->pfnMessageBegin = messageBegin;
  table->pfnAlertMessage = alertMessage;
  return 1;
}

int getEngineFunctionsPost(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnPrecacheModel = precacheModelPost;
  table->pfnSetModel = setModelPost;
  table->pfnMessageBegin = messageBeginPost;
  table->pfnAlertMessage = alertMessagePost;
  return 1;
}
