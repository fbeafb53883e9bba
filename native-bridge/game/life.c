#include "game.h"

Messages messages;
GlobalState globalState;
cvar_t startHealth = {"mp_starthealth", "100", FCVAR_SERVER, 0, NULL};
cvar_t consistency = {"mp_testconsistency", "1", FCVAR_SERVER, 0, NULL};

void gameInit(void) {
  engine.pfnCVarRegister(&startHealth);
  engine.pfnCVarRegister(&consistency);
  registerServerCommands();
  messages.sayText = engine.pfnRegUserMsg("SayText", -1);
  messages.textMsg = engine.pfnRegUserMsg("TextMsg", -1);
  messages.health = engine.pfnRegUserMsg("Health", 1);
  messages.deathMsg = engine.pfnRegUserMsg("DeathMsg", -1);
}

void gameShutdown(void) { engine.pfnServerPrint("game: shut down\n"); }

void sysError(const char *text) { engine.pfnAlertMessage(at_logged, "game: the engine gave up: %s\n", text); }

void serverActivate(edict_t *first, int count, int maxClients) {
  (void)first;
  engine.pfnAlertMessage(at_console, "game: %d entities, %d client slots\n", count, maxClients);
}

void serverDeactivate(void) { forgetStarts(); }

void startFrame(void) {}

void parmsNewLevel(void) {}

void parmsChangeLevel(void) {}

void resetGlobalState(void) { globalState.deathCount = 0; }

const char *getGameDescription(void) { return "Metamod Test Game"; }

void cvarValue(const edict_t *player, const char *value) {
  engine.pfnAlertMessage(at_logged, "%s answers: %s\n", textOf(player->v.netname), value);
}

void cvarValue2(const edict_t *player, int requestId, const char *name, const char *value) {
  engine.pfnAlertMessage(at_logged, "%s answers request %d: %s is %s\n", textOf(player->v.netname), requestId, name,
                         value);
}
