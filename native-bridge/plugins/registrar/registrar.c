/* A plugin that registers all there is to register, from all kinds of memory, each time it is loaded. */
#include <stdlib.h>
#include <string.h>

#include "metamod/metamod.h"

enum { kLongName = 300 };

static enginefuncs_t engine;
static mutil_funcs_t util;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Registrar",
  "1.0.0",
  "2026/11/21",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "REGISTRAR",
  PT_ANYTIME,
  PT_ANYTIME,
};
static cvar_t staticCvar = {"registrar_static", "1", FCVAR_EXTDLL, 0, NULL};
static cvar_t emptyCvar = {"registrar_empty", NULL, 0, 0, NULL};
static cvar_t namelessCvar = {NULL, "1", 0, 0, NULL};
static int messageId;

static char *copyOf(const char *text) {
  const size_t bytes = strlen(text) + 1;
  char *copy = malloc(bytes);
  if (copy) memcpy(copy, text, bytes);
  return copy;
}

/* Whoever kept a pointer to this cvar reads freed memory. */
static void registerHeapCvar(void) {
  char *name = copyOf("registrar_heap");
  char *value = copyOf("2.5");
  cvar_t *cvar = malloc(sizeof *cvar);
  if (name && value && cvar) {
    *cvar = (cvar_t){name, value, 0, 0, NULL};
    engine.pfnCvar_RegisterVariable(cvar);
    memset(name, 'x', strlen(name));
  }
  free(cvar);
  free(value);
  free(name);
}

static void registerLongMessage(void) {
  char name[kLongName + 1];
  memset(name, 'm', kLongName);
  name[kLongName] = '\0';
  if (engine.pfnRegUserMsg(name, 1)) util.pfnLogConsole(&info, "registrar: the long name got a number");
}

static void show(void) {
  util.pfnLogConsole(&info, "registrar: static %s, heap %s, empty '%s', message %d, own cvar_t %s",
                     engine.pfnCVarGetString("registrar_static"), engine.pfnCVarGetString("registrar_heap"),
                     engine.pfnCVarGetString("registrar_empty"), messageId, staticCvar.string);
}

static void other(void) { util.pfnLogConsole(&info, "registrar: the other command"); }

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
  (void)now, (void)functions, (void)globals, (void)game;
  engine.pfnCVarRegister(&staticCvar);
  engine.pfnCVarRegister(&emptyCvar);
  engine.pfnCVarRegister(&namelessCvar);
  engine.pfnCVarRegister(NULL);
  registerHeapCvar();
  messageId = engine.pfnRegUserMsg("Registrar", 2);
  registerLongMessage();
  char name[] = "registrar_show";
  engine.pfnAddServerCommand(name, show);
  memset(name, 'x', strlen(name));
  engine.pfnAddServerCommand("registrar_other", other);
  engine.pfnAddServerCommand(NULL, other);
  engine.pfnAddServerCommand("registrar_null", NULL);
  engine.pfnAddServerCommand("meta", other);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  return 1;
}
