/* A plugin that breaks the rules, so that tests see what Metamod makes of it. It forgets its result in
   ClientPutInServer and supercedes in the post hook of AllowLagCompensation, always; `misbehave WHAT` does more. */
#include <stdio.h>
#include <string.h>

#include "metamod/metamod.h"

static enginefuncs_t engine;
static meta_globals_t *metaGlobals;
static mutil_funcs_t util;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Misbehaver",
  "1.0.0",
  "2026/11/20",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "MISBEHAVER",
  PT_ANYTIME,
  PT_ANYTIME,
};

/* Metamod's own table, kept: a plugin may fill and clear its slots at any time. */
static DLL_FUNCTIONS *hooks;
static int framesSeen;

static void clientPutInServer(edict_t *player) { (void)player; /* mres stays as it was: MRES_UNSET */ }

static int allowLagCompensationPost(void) {
  metaGlobals->mres = MRES_SUPERCEDE;
  return 0;
}

static void countFrame(void) {
  metaGlobals->mres = MRES_IGNORED;
  ++framesSeen;
}

static void forgetFrame(void) { ++framesSeen; /* no result again */ }

/* Takes itself out of the table while it runs. */
static void lastFrame(void) {
  countFrame();
  hooks->pfnStartFrame = NULL;
}

static void misbehaveForget(void) { hooks->pfnStartFrame = forgetFrame; }
static void misbehaveFill(void) { hooks->pfnStartFrame = countFrame; }
static void misbehaveClear(void) { hooks->pfnStartFrame = lastFrame; }

/* A line longer than the 1024 bytes that other Metamods have room for. */
static void misbehaveShout(void) {
  char line[3000];
  memset(line, 'A', sizeof line - 1);
  line[sizeof line - 1] = '\0';
  util.pfnLogConsole(&info, "%s", line);
}

/* A command of the engine's, and one with a name of 300 letters. */
static void nothing(void) {}

static void misbehaveName(void) {
  static char name[301];
  memset(name, 'n', sizeof name - 1);
  engine.pfnAddServerCommand("status", nothing);
  engine.pfnAddServerCommand(name, nothing);
}

static void misbehaveReport(void) {
  char line[64];
  snprintf(line, sizeof line, "misbehaver: %d frames seen\n", framesSeen);
  engine.pfnServerPrint(line);
}

static const struct {
  const char *what;
  void (*act)(void);
} acts[] = {
  {"forget", misbehaveForget}, {"fill", misbehaveFill}, {"clear", misbehaveClear},
  {"shout", misbehaveShout},   {"name", misbehaveName}, {"report", misbehaveReport},
};

static void misbehave(void) {
  for (size_t i = 0; i < sizeof acts / sizeof acts[0]; ++i) {
    if (!strcmp(acts[i].what, engine.pfnCmd_Argv(1))) {
      acts[i].act();
      return;
    }
  }
  engine.pfnServerPrint("usage: misbehave forget|fill|clear|shout|name|report\n");
}

static int getEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnClientPutInServer = clientPutInServer;
  hooks = table;
  return 1;
}

static int getEntityAPI2Post(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnAllowLagCompensation = allowLagCompensationPost;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *globals) {
  (void)globals;
  engine = *table;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **answer, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  *answer = &info;
  util = *functions;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
                          gamedll_funcs_t *game) {
  (void)now, (void)game;
  metaGlobals = globals;
  functions->pfnGetEntityAPI2 = getEntityAPI2;
  functions->pfnGetEntityAPI2_Post = getEntityAPI2Post;
  engine.pfnAddServerCommand("misbehave", misbehave);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
