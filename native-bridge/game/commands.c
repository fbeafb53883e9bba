#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "game.h"

static void say(edict_t *speaker) {
  /* A user message has 192 bytes: one for the speaker, the text, and its end. */
  char text[191];
  snprintf(text, sizeof text - 1, "%s: %s", textOf(speaker->v.netname), engine.pfnCmd_Args());
  strcat(text, "\n");
  engine.pfnMessageBegin(MSG_ALL, messages.sayText, NULL, NULL);
  engine.pfnWriteByte(engine.pfnIndexOfEdict(speaker));
  engine.pfnWriteString(text);
  engine.pfnMessageEnd();
  engine.pfnServerPrint(text);
}

static void give(edict_t *player) {
  const char *what = engine.pfnCmd_Argv(1);
  const int count = engine.pfnCmd_Argc() > 2 ? atoi(engine.pfnCmd_Argv(2)) : 1;
  if (strcmp(what, "ammo") != 0) {
    engine.pfnClientPrintf(player, print_console, "usage: give ammo [count]\n");
  } else if (!giveAmmo(player, count)) {
    engine.pfnClientPrintf(player, print_console, "You cannot carry more ammo.\n");
  }
}

void clientCommand(edict_t *player) {
  const char *name = engine.pfnCmd_Argv(0);
  if (!isClass(player, &playerClass)) return;
  if (!strcmp(name, "say")) {
    say(player);
  } else if (!strcmp(name, "give")) {
    give(player);
  } else if (!strcmp(name, "shoot")) {
    shoot(player);
  } else {
    char text[128];
    snprintf(text, sizeof text, "Unknown command: %.100s\n", name);
    engine.pfnClientPrintf(player, print_console, text);
  }
}

/* game_query NAME CVAR: asks a client for the value of one of its cvars, in both ways there are. */
static void queryCommand(void) {
  edict_t *player = engine.pfnFindEntityByString(NULL, "netname", engine.pfnCmd_Argv(1));
  if (!player || engine.pfnIndexOfEdict(player) == 0) {
    engine.pfnServerPrint("game_query: nobody is called so; usage: game_query NAME CVAR\n");
    return;
  }
  enum { kRequestId = 42 };
  engine.pfnQueryClientCvarValue(player, engine.pfnCmd_Argv(2));
  engine.pfnQueryClientCvarValue2(player, engine.pfnCmd_Argv(2), kRequestId);
}

static void infoCommand(void) {
  char text[128];
  snprintf(text, sizeof text, "game: %d entities, %d deaths\n", engine.pfnNumberOfEntities(), globalState.deathCount);
  engine.pfnServerPrint(text);
}

/* game_roll: a die, so that one sees who changes the engine's random numbers. */
static void rollCommand(void) {
  char text[64];
  snprintf(text, sizeof text, "game: rolled %d\n", engine.pfnRandomLong(1, 6));
  engine.pfnServerPrint(text);
}

/* game_cvar NAME: the value of a cvar as the game reads it. */
static void cvarCommand(void) {
  char text[128];
  const char *name = engine.pfnCmd_Argv(1);
  snprintf(text, sizeof text, "game: %.64s is %g\n", name, (double)engine.pfnCVarGetFloat(name));
  engine.pfnServerPrint(text);
}

/* crash: what a mistake in game code does. */
static void crashCommand(void) {
  volatile int *volatile nowhere = NULL;
  *nowhere = 1;
}

void registerServerCommands(void) {
  engine.pfnAddServerCommand("crash", crashCommand);
  engine.pfnAddServerCommand("game_roll", rollCommand);
  engine.pfnAddServerCommand("game_cvar", cvarCommand);
  engine.pfnAddServerCommand("game_query", queryCommand);
  engine.pfnAddServerCommand("game_info", infoCommand);
}
