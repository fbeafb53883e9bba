/* A plugin with entity classes of its own. Maps and CreateNamedEntity find them like the game's, because it exports a
   function of each class's name; it needs nothing else. Such an entity stands on a class of the game, which gives it the
   private data that the game expects of every entity it works with. `crates_make CLASS` makes one at the console, and
   `crates_hooked CLASS` does it so that all plugins' hooks see it; `crates_seen` tells what this plugin's saw. After `crates_stay` it does not
   want to be unloaded. */
#include <stdio.h>
#include <string.h>

#include "metamod/metamod.h"

static enginefuncs_t engine;
static globalvars_t *globals;
static meta_globals_t *metaGlobals;
static mutil_funcs_t util;
static int stays;
static int namedSeen, spawnSeen, collideSeen;
static plugin_info_t info = {
  META_INTERFACE_VERSION,
  "Crates",
  "1.0.0",
  "2026/11/20",
  "Metamod for TypeScript",
  "https://example.org/metamod-test-plugins",
  "CRATES",
  PT_ANYTIME,
  PT_ANYTIME,
};

/* SAFETY: a string_t is a signed distance from the base, which engines may move, so it is read at each use. */
static const char *textOf(string_t handle) { return globals->pStringBase + handle; }

static edict_t *create(const enginefuncs_t *table, const char *class) {
  edict_t *entity = table->pfnCreateNamedEntity(table->pfnAllocString(class));
  util.pfnLogConsole(&info, "crates: %s is %s", class, entity ? textOf(entity->v.classname) : "no class");
  return entity;
}

MM_EXPORT void crate(entvars_t *vars) {
  util.pfnCallGameEntity(&info, "trigger_test", vars);
  vars->health = 50;
}

/* A crate with another in it. */
MM_EXPORT void crate_stack(entvars_t *vars) {
  crate(vars);
  vars->enemy = create(&engine, "crate");
}

/* Without end. */
MM_EXPORT void crate_tower(entvars_t *vars) {
  crate(vars);
  vars->enemy = engine.pfnCreateNamedEntity(vars->classname);
}

MM_EXPORT void crate_gone(entvars_t *vars) { engine.pfnRemoveEntity(vars->pContainingEntity); }

/* The game has this class, and keeps it. */
MM_EXPORT void ammo_box(entvars_t *vars) {
  vars->health = -1;
}

/* No function. */
MM_EXPORT int crate_count;
int crate_count = 7;

static void makeAtConsole(void) { create(&engine, engine.pfnCmd_Argv(1)); }

static void makeHooked(void) {
  enginefuncs_t *table = NULL;
  DLL_FUNCTIONS *dll = NULL;
  NEW_DLL_FUNCTIONS *newDll = NULL;
  util.pfnGetHookTables(&info, &table, &dll, &newDll);
  edict_t *entity = create(table, engine.pfnCmd_Argv(1));
  if (!entity) return;
  dll->pfnSpawn(entity);
  newDll->pfnShouldCollide(entity, entity);
}

static void tellSeen(void) {
  util.pfnLogConsole(&info, "crates: saw %d named, %d spawned, %d collide", namedSeen, spawnSeen, collideSeen);
}

static void stay(void) { stays = 1; }

static edict_t *createNamedEntity(string_t class) {
  (void)class, ++namedSeen;
  metaGlobals->mres = MRES_IGNORED;
  return NULL;
}

static int spawn(edict_t *entity) {
  (void)entity, ++spawnSeen;
  metaGlobals->mres = MRES_IGNORED;
  return 0;
}

static int shouldCollide(edict_t *entity, edict_t *other) {
  (void)entity, (void)other, ++collideSeen;
  metaGlobals->mres = MRES_IGNORED;
  return 0;
}

static int getEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (DLL_FUNCTIONS){.pfnSpawn = spawn};
  return 1;
}

static int getNewDLLFunctions(NEW_DLL_FUNCTIONS *table, int *interfaceVersion) {
  (void)interfaceVersion;
  *table = (NEW_DLL_FUNCTIONS){.pfnShouldCollide = shouldCollide};
  return 1;
}

static int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion) {
  (void)interfaceVersion;
  table->pfnCreateNamedEntity = createNamedEntity;
  return 1;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *table, globalvars_t *vars) {
  memcpy(&engine, table, sizeof engine);
  globals = vars;
}

MM_EXPORT int Meta_Query(const char *interfaceVersion, plugin_info_t **to, mutil_funcs_t *functions) {
  (void)interfaceVersion;
  util = *functions;
  *to = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *get, meta_globals_t *metamod, gamedll_funcs_t *game) {
  (void)now, (void)game;
  metaGlobals = metamod;
  get->pfnGetEntityAPI2 = getEntityAPI2;
  get->pfnGetNewDLLFunctions = getNewDLLFunctions;
  get->pfnGetEngineFunctions = getEngineFunctions;
  engine.pfnAddServerCommand("crates_make", makeAtConsole);
  engine.pfnAddServerCommand("crates_hooked", makeHooked);
  engine.pfnAddServerCommand("crates_seen", tellSeen);
  engine.pfnAddServerCommand("crates_stay", stay);
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  (void)now, (void)reason;
  util.pfnLogConsole(&info, "crates: detached");
  return !stays;
}
