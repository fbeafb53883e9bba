/* Generated from api/metautil.ts by npm run generate. Do not edit. */
#ifndef METAMOD_META_H
#define METAMOD_META_H

#include <stdarg.h>
#include "metamod/engine.h"
#include "metamod/gamedll.h"

#define META_INTERFACE_VERSION "5:13"
#define INTERFACE_VERSION 140
#define NEW_DLL_FUNCTIONS_VERSION 1
#define ENGINE_INTERFACE_VERSION 138

/* What a hook answers, or what was answered so far. The strongest answer counts; of several values the last. */
typedef enum {
  MRES_UNSET = 0, /* Not answered yet; a plugin never leaves it so. */
  MRES_IGNORED = 1, /* The plugin only watched. */
  MRES_HANDLED = 2, /* The plugin did something; the call goes on unchanged. */
  MRES_OVERRIDE = 3, /* The real function runs, but its caller gets the value that the hook returns. */
  MRES_SUPERCEDE = 4 /* The real function is skipped; its caller gets the value. Only in hooks before it. */
} META_RES;

/* When a plugin may be loaded or unloaded; each value allows the ones before it, save the first. */
typedef enum {
  PT_NEVER = 0,
  PT_STARTUP = 1,
  PT_CHANGELEVEL = 2,
  PT_ANYTIME = 3,
  PT_ANYPAUSE = 4
} PLUG_LOADTIME;

/* Why a plugin is unloaded. */
typedef enum {
  PNL_NULL = 0,
  PNL_INI_DELETED = 1,
  PNL_FILE_NEWER = 2,
  PNL_COMMAND = 3,
  PNL_CMD_FORCED = 4,
  PNL_DELAYED = 5,
  PNL_PLUGIN = 6,
  PNL_PLG_FORCED = 7,
  PNL_RELOAD = 8
} PL_UNLOAD_REASON;

/* How far a plugin has come. */
typedef enum {
  PL_EMPTY = 0,
  PL_VALID = 1,
  PL_BADFILE = 2,
  PL_OPENED = 3,
  PL_FAILED = 4,
  PL_RUNNING = 5,
  PL_PAUSED = 6
} PLUG_STATUS;

/* What is to be done with a plugin next. */
typedef enum {
  PA_NULL = 0,
  PA_NONE = 1,
  PA_KEEP = 2,
  PA_LOAD = 3,
  PA_ATTACH = 4,
  PA_UNLOAD = 5,
  PA_RELOAD = 6
} PLUG_ACTION;

/* Who asked for a plugin. */
typedef enum {
  PS_INI = 0,
  PS_CMD = 1,
  PS_PLUGIN = 2
} PLOAD_SOURCE;

/* What can be asked of the game: its name, folders and files. */
typedef enum {
  GINFO_NAME = 0,
  GINFO_DESC = 1,
  GINFO_GAMEDIR = 2,
  GINFO_DLL_FULLPATH = 3,
  GINFO_DLL_FILENAME = 4,
  GINFO_REALDLL_FULLPATH = 5
} ginfo_t;

typedef struct plugin_info_s plugin_info_t;
typedef struct meta_globals_s meta_globals_t;
typedef struct gamedll_funcs_s gamedll_funcs_t;
typedef struct META_FUNCTIONS_s META_FUNCTIONS;
typedef struct hudtextparms_s hudtextparms_t;

/* Names a plugin to Metamod: the address of its own plugin_info_t. */
typedef const plugin_info_t *plid_t;

/* Fills in hooks of `DLL_FUNCTIONS`; answers 1, or 0 for a version it does not speak. */
typedef int (*GETENTITYAPI_FN)(DLL_FUNCTIONS *table, int interfaceVersion);

/* As GETENTITYAPI_FN; for a version it does not speak it answers 0 and stores its own. */
typedef int (*GETENTITYAPI2_FN)(DLL_FUNCTIONS *table, int *interfaceVersion);

/* Fills in hooks of `NEW_DLL_FUNCTIONS`. */
typedef int (*GETNEWDLLFUNCTIONS_FN)(NEW_DLL_FUNCTIONS *table, int *interfaceVersion);

/* Fills in hooks of `enginefuncs_t`. */
typedef int (*GET_ENGINE_FUNCTIONS_FN)(enginefuncs_t *table, int *interfaceVersion);

/* How a plugin describes itself. The address of its one such block, the PLID, names the plugin to Metamod. */
struct plugin_info_s {
  const char *ifvers;
  const char *name;
  const char *version;
  const char *date;
  const char *author;
  const char *url;
  const char *logtag;
  PLUG_LOADTIME loadable;
  PLUG_LOADTIME unloadable;
};

/* How a hook answers (`mres`, to be set by every hook) and what it may ask: the answer of the plugin before, the strongest answer so far, the real result and the overriding one. The two pointers lead to a value of the type that the hooked function returns. */
struct meta_globals_s {
  META_RES mres;
  META_RES prev_mres;
  META_RES status;
  void *orig_ret;
  void *override_ret;
};

/* The real game DLL's tables; calls through them pass no plugin. */
struct gamedll_funcs_s {
  DLL_FUNCTIONS *dllapi_table;
  NEW_DLL_FUNCTIONS *newapi_table;
};

/* The getters with which a plugin hands over its hook tables; those it lacks stay NULL. */
struct META_FUNCTIONS_s {
  GETENTITYAPI_FN pfnGetEntityAPI;
  GETENTITYAPI_FN pfnGetEntityAPI_Post;
  GETENTITYAPI2_FN pfnGetEntityAPI2;
  GETENTITYAPI2_FN pfnGetEntityAPI2_Post;
  GETNEWDLLFUNCTIONS_FN pfnGetNewDLLFunctions;
  GETNEWDLLFUNCTIONS_FN pfnGetNewDLLFunctions_Post;
  GET_ENGINE_FUNCTIONS_FN pfnGetEngineFunctions;
  GET_ENGINE_FUNCTIONS_FN pfnGetEngineFunctions_Post;
};

/* Where, how and for how long text is shown on the display: places from 0 to 1 (-1 is the centre), times in seconds. */
struct hudtextparms_s {
  float x;
  float y;
  int effect;
  unsigned char r1;
  unsigned char g1;
  unsigned char b1;
  unsigned char a1;
  unsigned char r2;
  unsigned char g2;
  unsigned char b2;
  unsigned char a2;
  float fadeinTime;
  float fadeoutTime;
  float holdTime;
  float fxTime;
  int channel;
};

/* What Metamod offers to plugins; each passes its PLID, so that Metamod knows who asks. */
typedef struct mutil_funcs_s {
  /* Prints a line to the server console. */
  void (*pfnLogConsole)(plid_t plid, const char *format, ...);
  /* Writes a line with the plugin's tag to the server's log. */
  void (*pfnLogMessage)(plid_t plid, const char *format, ...);
  /* Writes a line with the plugin's tag and ERROR to the server's log. */
  void (*pfnLogError)(plid_t plid, const char *format, ...);
  /* Writes a line to the server's log if the console variable `developer` is not 0. */
  void (*pfnLogDeveloper)(plid_t plid, const char *format, ...);
  /* Shows text in the middle of every player's screen. */
  void (*pfnCenterSay)(plid_t plid, const char *format, ...);
  /* Shows text on every player's screen as the parameters say. */
  void (*pfnCenterSayParms)(plid_t plid, hudtextparms_t parms, const char *format, ...);
  /* As pfnCenterSayParms, for a function that itself takes variable arguments. */
  void (*pfnCenterSayVarargs)(plid_t plid, hudtextparms_t parms, const char *format, va_list arguments);
  /* Makes the game DLL set up an entity of a class; 0 if it has no such class. */
  qboolean (*pfnCallGameEntity)(plid_t plid, const char *className, entvars_t *vars);
  /* Finds the number of a message type by name; 0 if there is none. `size` may be NULL. */
  int (*pfnGetUserMsgID)(plid_t plid, const char *name, int *size);
  /* Finds the name of a message type by number; NULL if there is none. `size` may be NULL. */
  const char *(*pfnGetUserMsgName)(plid_t plid, int id, int *size);
  /* Tells the full path of the plugin's file, in a buffer that the next such call overwrites. */
  const char *(*pfnGetPluginPath)(plid_t plid);
  /* Tells something about the game, in a buffer that the next such call overwrites. */
  const char *(*pfnGetGameInfo)(plid_t plid, ginfo_t tag);
  /* Loads another plugin; answers 0 when that worked. */
  int (*pfnLoadPlugin)(plid_t plid, const char *cmdline, PLUG_LOADTIME now, void **handle);
  /* Unloads another plugin, by number or by an unambiguous beginning of its name; answers 0 when that worked. */
  int (*pfnUnloadPlugin)(plid_t plid, const char *cmdline, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  /* Unloads another plugin by the handle that loading it gave; answers 0 when that worked. */
  int (*pfnUnloadPluginByHandle)(plid_t plid, void *handle, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  /* Names the console variable that a client is being asked for; NULL if there is none. */
  const char *(*pfnIsQueryingClientCvar)(plid_t plid, const edict_t *player);
  /* Makes a number for pfnQueryClientCvarValue2 that no other plugin uses on this map. */
  int (*pfnMakeRequestId)(plid_t plid);
  /* Gives tables whose functions pass every plugin on their way. Any of the three may be NULL. */
  void (*pfnGetHookTables)(plid_t plid, enginefuncs_t **engine, DLL_FUNCTIONS **dll, NEW_DLL_FUNCTIONS **newDll);
} mutil_funcs_t;

/* Meta_Init: called first, if it is there; nothing of the engine is known yet. */
typedef void (*META_INIT_FN)(void);

/* GiveFnptrsToDll: hands over the engine. Copy the table; the pointer to the globals stays good. */
typedef void (*GIVE_ENGINE_FUNCTIONS_FN)(enginefuncs_t *engine, globalvars_t *globals);

/* Meta_Query: stores the address of the plugin_info_t; answers 1, or 0 to be left out. */
typedef int (*META_QUERY_FN)(const char *interfaceVersion, plugin_info_t **info, mutil_funcs_t *util);

/* Meta_Attach: fills in the getters of its hook tables and keeps `globals`; answers 1, or 0 to be left out. */
typedef int (*META_ATTACH_FN)(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals, gamedll_funcs_t *gamedll);

/* Meta_Detach: the plugin is about to be unloaded; 0 asks to stay. */
typedef int (*META_DETACH_FN)(PLUG_LOADTIME now, PL_UNLOAD_REASON reason);

#endif
