/* A plugin that changes nothing: it counts the calls it sees, before and after the real function. */
#pragma once

#include "metamod/metamod.h"

extern enginefuncs_t engine;
extern meta_globals_t *metaGlobals;
extern cvar_t *verbose;

typedef enum { kPre, kPost, kPhases } Phase;

/* Counts one call; with observer_verbose it is logged too. Always answers that nothing was done. */
void seen(const char *function, Phase phase);
void logLine(const char *function, Phase phase);
/* Prints the counts to the server's console: the command observer_counts. */
void printCounts(void);

int getEntityAPI2(DLL_FUNCTIONS *table, int *interfaceVersion);
int getEntityAPI2Post(DLL_FUNCTIONS *table, int *interfaceVersion);
int getNewDLLFunctions(NEW_DLL_FUNCTIONS *table, int *interfaceVersion);
int getNewDLLFunctionsPost(NEW_DLL_FUNCTIONS *table, int *interfaceVersion);
int getEngineFunctions(enginefuncs_t *table, int *interfaceVersion);
int getEngineFunctionsPost(enginefuncs_t *table, int *interfaceVersion);
