/* The test game: a box with players in it, an ammo box, a trigger and a lift. Each file below handles the DLL functions
   of one subject; exports.c lists them all. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "metamod/metamod.h"

extern enginefuncs_t engine;
extern globalvars_t *globals;

/* exports.c */
const char *textOf(string_t handle);

/* life.c: the game's own beginning, end and bookkeeping */
typedef struct {
  int sayText, textMsg, health, deathMsg; /* ids of user messages */
} Messages;
extern Messages messages;

typedef struct {
  int deathCount; /* kept in saved games */
} GlobalState;
extern GlobalState globalState;

extern cvar_t startHealth;
extern cvar_t consistency;

void gameInit(void);
void gameShutdown(void);
void sysError(const char *text);
void serverActivate(edict_t *first, int count, int maxClients);
void serverDeactivate(void);
void startFrame(void);
void parmsNewLevel(void);
void parmsChangeLevel(void);
void resetGlobalState(void);
const char *getGameDescription(void);
void cvarValue(const edict_t *player, const char *value);
void cvarValue2(const edict_t *player, int requestId, const char *name, const char *value);

/* entities.c: from a class name to what happens to an entity */
typedef struct {
  const char *name;
  void (*spawn)(edict_t *self);
  void (*think)(edict_t *self);
  void (*touch)(edict_t *self, edict_t *other);
  void (*use)(edict_t *self, edict_t *user);
  void (*blocked)(edict_t *self, edict_t *other);
} EntityClass;

/* What hangs on pvPrivateData of every entity. */
typedef struct {
  const EntityClass *class;
  void (*think)(edict_t *self); /* the class's, until told otherwise */
  int uses;
  /* Players only. */
  int ammo;
  int shownHealth;
  float respawnTime;
} EntityData;

EntityData *dataOf(const edict_t *entity);
bool isClass(const edict_t *entity, const EntityClass *class);
void createEntity(entvars_t *vars, const EntityClass *class);

int dispatchSpawn(edict_t *entity);
void dispatchThink(edict_t *entity);
void dispatchTouch(edict_t *entity, edict_t *other);
void dispatchUse(edict_t *entity, edict_t *user);
void dispatchBlocked(edict_t *entity, edict_t *other);
void dispatchKeyValue(edict_t *entity, KeyValueData *pair);
void setAbsBox(edict_t *entity);
void onFreeEntPrivateData(edict_t *entity);
int shouldCollide(edict_t *entity, edict_t *other);

/* entity_classes.c */
extern const EntityClass playerClass;

/* players.c */
qboolean clientConnect(edict_t *player, const char *name, const char *address, char reason[128]);
void clientDisconnect(edict_t *player);
void clientPutInServer(edict_t *player);
void clientKill(edict_t *player);
void clientUserInfoChanged(edict_t *player, char *info);
void playerPreThink(edict_t *player);
void playerPostThink(edict_t *player);
void playerCustomization(edict_t *player, customization_t *logo);
void spectatorConnect(edict_t *player);
void spectatorDisconnect(edict_t *player);
void spectatorThink(edict_t *player);
void spawnPlayer(edict_t *player);
void forgetStarts(void);
void damagePlayer(edict_t *player, edict_t *attacker, float damage); /* the attacker may be the player */

/* commands.c */
void clientCommand(edict_t *player);
void registerServerCommands(void);

/* weapons.c */
enum { kWeaponPistol = 1, kMaxAmmo = 250 };
bool giveAmmo(edict_t *player, int count);
void shoot(edict_t *player);
int getWeaponData(edict_t *player, weapon_data_t *weapons);
void cmdStart(const edict_t *player, const usercmd_t *command, unsigned int seed);
void cmdEnd(const edict_t *player);
int allowLagCompensation(void);

/* movement.c */
void pmInit(playermove_t *move);
void pmMove(playermove_t *move, qboolean server);
char pmFindTextureType(char *name);
int getHullBounds(int hull, float *mins, float *maxs);

/* network.c */
void setupVisibility(edict_t *view, edict_t *client, byte **pvs, byte **pas);
void updateClientData(const edict_t *player, int sendWeapons, clientdata_t *data);
int addToFullPack(entity_state_t *state, int index, edict_t *entity, edict_t *host, int hostFlags, int isPlayer,
                  byte *set);
void createBaseline(int isPlayer, int index, entity_state_t *baseline, edict_t *entity, int playerModel, vec3_t mins,
                    vec3_t maxs);
void createInstancedBaselines(void);
void registerEncoders(void);
int connectionlessPacket(const netadr_t *from, const char *text, char *answer, int *bytes);
int inconsistentFile(const edict_t *player, const char *file, char *reason);

/* save.c */
void save(edict_t *entity, SAVERESTOREDATA *data);
int restore(edict_t *entity, SAVERESTOREDATA *data, int isGlobal);
void saveWriteFields(SAVERESTOREDATA *data, const char *name, void *base, TYPEDESCRIPTION *fields, int count);
void saveReadFields(SAVERESTOREDATA *data, const char *name, void *base, TYPEDESCRIPTION *fields, int count);
void saveGlobalState(SAVERESTOREDATA *data);
void restoreGlobalState(SAVERESTOREDATA *data);
