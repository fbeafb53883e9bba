/* A plugin that meddles with user messages, as those in C do: hook by hook. It prints each call it sees, writes bytes of
   its own in place of the game's, sends messages through all hooks, and leaves one open. */
#include <stdio.h>
#include <string.h>

#include "metamod/metamod.h"

static enginefuncs_t engine;
static mutil_funcs_t *util;
static meta_globals_t *metaGlobals;
static cvar_t replaces = {"messenger_replaces", "0", 0, 0, NULL};
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Messenger",
  "1.0.0",
  "2026/11/21",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "MESSENGER",
  PT_ANYTIME,
  PT_ANYTIME,
};

static float number(const char *cvar) { return engine.pfnCVarGetFloat(cvar); }

static void print(const char *what, int value) {
  char line[64];
  snprintf(line, sizeof line, "messenger: %s %d\n", what, value);
  engine.pfnServerPrint(line);
}

static void messageBegin(int dest, int id, const float *origin, edict_t *player) {
  (void)dest, (void)origin, (void)player;
  metaGlobals->mres = MRES_IGNORED;
  print("begin", id >= 64);
}

/* The byte 3 becomes a 33, and the byte 99 is left out. */
static void writeByte(int value) {
  metaGlobals->mres = MRES_IGNORED;
  print("byte", value);
  if (number("messenger_replaces") == 0) return;
  if (value == 3) engine.pfnWriteByte(33);
  if (value == 3 || value == 99) metaGlobals->mres = MRES_SUPERCEDE;
}

static void messageEndPost(void) {
  metaGlobals->mres = MRES_IGNORED;
  engine.pfnServerPrint("messenger: sent\n");
}

static int textMessage(void) { return util->pfnGetUserMsgID(&info, "TextMsg", NULL); }

/* As if the game sent it, in an encoding of its own. */
static void sendLatin(void) {
  enginefuncs_t *hooked = NULL;
  util->pfnGetHookTables(&info, &hooked, NULL, NULL);
  hooked->pfnMessageBegin(MSG_ALL, textMessage(), NULL, NULL);
  hooked->pfnWriteByte(1);
  hooked->pfnWriteString("caf\xe9");
  hooked->pfnMessageEnd();
}

static void leaveOpen(void) {
  engine.pfnMessageBegin(MSG_ALL, textMessage(), NULL, NULL);
  engine.pfnWriteByte(1);
}

static void endIt(void) {
  engine.pfnWriteString("late");
  engine.pfnMessageEnd();
}

static int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnMessageBegin = messageBegin;
  table->pfnWriteByte = writeByte;
  return 1;
}

static int getEngineFunctionsPost(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnMessageEnd = messageEndPost;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)globals;
  engine = *table;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  *answer = &info;
  util = functions;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now, (void)game;
  metaGlobals = globals;
  functions->pfnGetEngineFunctions = getEngineFunctions;
  functions->pfnGetEngineFunctions_Post = getEngineFunctionsPost;
  engine.pfnCVarRegister(&replaces);
  engine.pfnAddServerCommand("messenger_latin", sendLatin);
  engine.pfnAddServerCommand("messenger_open", leaveOpen);
  engine.pfnAddServerCommand("messenger_end", endIt);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
