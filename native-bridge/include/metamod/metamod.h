/* Generated from api/ by npm run generate. Do not edit. */
/*
 * All that a native Metamod plugin needs. A plugin is a shared library that exports four functions, or five with
 * Meta_Init; the types at the end of meta.h say what each is for. Build it with
 *
 *     cc -shared -fPIC -I native-bridge/include -o greeter.so greeter.c
 *
 * - Every hook sets `mres`, also when it only watches (MRES_IGNORED), and returns a value that counts only with
 *   MRES_OVERRIDE and MRES_SUPERCEDE. Hooks in tables of a _Post getter run after the real function.
 * - GetEntityAPI2 speaks INTERFACE_VERSION, GetNewDLLFunctions NEW_DLL_FUNCTIONS_VERSION, GetEngineFunctions
 *   ENGINE_INTERFACE_VERSION. A plugin may keep the tables and fill or clear entries later; a new hook counts from the
 *   next frame.
 * - Hooks of the three variadic functions get the finished text: the format is "%s", and one text follows.
 * - The engine table of GiveFnptrsToDll calls the engine past all hooks. A cvar_t that is registered is copied: read the
 *   live one by pfnCVarGetPointer. Texts that a function keeps are copied too.
 *
 * Here is a plugin that greets:
 *
 *     #include <metamod/metamod.h>
 *
 *     static plugin_info_t info = {META_INTERFACE_VERSION, "Greeter", "1.0", "2026-01-01", "You",
 *                                  "https://example.com/greeter", "GREETER", PT_ANYTIME, PT_ANYTIME};
 *     static enginefuncs_t engine;
 *     static meta_globals_t *meta;
 *
 *     static void clientPutInServer(edict_t *player) {
 *       engine.pfnClientPrintf(player, print_chat, "Welcome!\n");
 *       meta->mres = MRES_HANDLED;
 *     }
 *
 *     static int getEntityApi2(DLL_FUNCTIONS *table, int *version) {
 *       if (*version != INTERFACE_VERSION) return 0;
 *       table->pfnClientPutInServer = clientPutInServer;
 *       return 1;
 *     }
 *
 *     MM_EXPORT void GiveFnptrsToDll(enginefuncs_t *functions, globalvars_t *globals) {
 *       (void)globals;
 *       engine = *functions;
 *     }
 *
 *     MM_EXPORT int Meta_Query(const char *version, plugin_info_t **plugin, mutil_funcs_t *util) {
 *       (void)version, (void)util;
 *       *plugin = &info;
 *       return 1;
 *     }
 *
 *     MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS *functions, meta_globals_t *globals,
 *                               gamedll_funcs_t *game) {
 *       (void)now, (void)game;
 *       meta = globals;
 *       functions->pfnGetEntityAPI2 = getEntityApi2;
 *       return 1;
 *     }
 *
 *     MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
 *       (void)now, (void)reason;
 *       return 1;
 *     }
 */
#ifndef METAMOD_METAMOD_H
#define METAMOD_METAMOD_H

#include "metamod/constants.h"
#include "metamod/types.h"
#include "metamod/engine.h"
#include "metamod/gamedll.h"
#include "metamod/meta.h"

/* Before each function that Metamod looks up by name. */
#ifdef __cplusplus
#define MM_EXPORT extern "C" __attribute__((visibility("default")))
#else
#define MM_EXPORT __attribute__((visibility("default")))
#endif

#endif
