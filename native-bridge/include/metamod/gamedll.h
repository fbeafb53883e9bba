/* Generated from api/gamedll.ts by npm run generate. Do not edit. */
#ifndef METAMOD_GAMEDLL_H
#define METAMOD_GAMEDLL_H

#include "metamod/types.h"

/* What the engine asks of the game. */
typedef struct DLL_FUNCTIONS_s {
  /* The engine has started and knows no map yet: register console variables here. */
  void (*pfnGameInit)(void);
  /* An entity of the map comes to life; -1 takes it out again. */
  int (*pfnSpawn)(edict_t *entity);
  /* The moment has come that an entity named as its next time to think. */
  void (*pfnThink)(edict_t *entity);
  /* An entity was used by another. */
  void (*pfnUse)(edict_t *used, edict_t *other);
  /* Two entities touch; it is called once for each. */
  void (*pfnTouch)(edict_t *touched, edict_t *other);
  /* A moving entity cannot go on because of another. */
  void (*pfnBlocked)(edict_t *blocked, edict_t *other);
  /* The map gives an entity one of its keys and values. */
  void (*pfnKeyValue)(edict_t *entity, KeyValueData *keyValue);
  /* An entity is to be saved. */
  void (*pfnSave)(edict_t *entity, SAVERESTOREDATA *save);
  /* An entity is restored from a save; -1 takes it out again. */
  int (*pfnRestore)(edict_t *entity, SAVERESTOREDATA *save, int isGlobalEntity);
  /* The space that an entity takes in the world is to be computed. */
  void (*pfnSetAbsBox)(edict_t *entity);
  /* A struct of the game is to be written into a save. */
  void (*pfnSaveWriteFields)(SAVERESTOREDATA *save, const char *name, void *baseData, TYPEDESCRIPTION *fields, int fieldCount);
  /* A struct of the game is to be read from a save. */
  void (*pfnSaveReadFields)(SAVERESTOREDATA *save, const char *name, void *baseData, TYPEDESCRIPTION *fields, int fieldCount);
  /* The game's state across maps is to be saved. */
  void (*pfnSaveGlobalState)(SAVERESTOREDATA *save);
  /* The game's state across maps is restored. */
  void (*pfnRestoreGlobalState)(SAVERESTOREDATA *save);
  /* The game's state across maps is to be forgotten. */
  void (*pfnResetGlobalState)(void);
  /* A client wants to join; false refuses it with the reason given (at most 127 bytes). */
  qboolean (*pfnClientConnect)(edict_t *player, const char *name, const char *address, char *rejectReason);
  /* A client has left. */
  void (*pfnClientDisconnect)(edict_t *player);
  /* A client typed `kill`. */
  void (*pfnClientKill)(edict_t *player);
  /* A client has loaded the map and enters the game. */
  void (*pfnClientPutInServer)(edict_t *player);
  /* A client sent a command that the engine does not know; its words are those of the engine's current command. */
  void (*pfnClientCommand)(edict_t *player);
  /* A client changed its name, model or another of its settings. */
  void (*pfnClientUserInfoChanged)(edict_t *player, char *infoBuffer);
  /* The map has been loaded and its entities have spawned. */
  void (*pfnServerActivate)(edict_t *edictList, int edictCount, int clientMax);
  /* The map ends; its entities are still there. */
  void (*pfnServerDeactivate)(void);
  /* A player's command is about to move it. */
  void (*pfnPlayerPreThink)(edict_t *player);
  /* A player's command has moved it. */
  void (*pfnPlayerPostThink)(edict_t *player);
  /* A server frame begins. */
  void (*pfnStartFrame)(void);
  /* A new game begins. */
  void (*pfnParmsNewLevel)(void);
  /* The single-player game goes on in another map. */
  void (*pfnParmsChangeLevel)(void);
  /* Names the game, as server browsers show it. */
  const char *(*pfnGetGameDescription)(void);
  /* A player's custom file, such as its spray logo, has arrived. */
  void (*pfnPlayerCustomization)(edict_t *player, customization_t *customization);
  /* A spectator joins. */
  void (*pfnSpectatorConnect)(edict_t *player);
  /* A spectator leaves. */
  void (*pfnSpectatorDisconnect)(edict_t *player);
  /* A spectator's command is being run. */
  void (*pfnSpectatorThink)(edict_t *player);
  /* The engine is about to end because of an error. */
  void (*pfnSys_Error)(const char *message);
  /* A player is moved. */
  void (*pfnPM_Move)(playermove_t *move, qboolean isServer);
  /* Player movement is set up. */
  void (*pfnPM_Init)(playermove_t *move);
  /* Tells what a texture is made of, as a letter. */
  char (*pfnPM_FindTextureType)(char *name);
  /* The sets of what a client can see and hear are to be computed. */
  void (*pfnSetupVisibility)(edict_t *viewEntity, edict_t *player, unsigned char **pvs, unsigned char **pas);
  /* What a client is told about itself is to be filled in. */
  void (*pfnUpdateClientData)(const edict_t *player, int sendWeapons, clientdata_t *data);
  /* What a client is told about an entity is to be filled in; false leaves the entity out. */
  int (*pfnAddToFullPack)(entity_state_t *state, int index, edict_t *entity, edict_t *host, int hostFlags, int isPlayer, unsigned char *set);
  /* The state from which later states of an entity differ little is to be filled in. */
  void (*pfnCreateBaseline)(int isPlayer, int index, entity_state_t *baseline, edict_t *entity, int playerModelIndex, float *playerMins, float *playerMaxs);
  /* The delta encoders of the game are to be registered. */
  void (*pfnRegisterEncoders)(void);
  /* What a client predicts about its weapons is to be filled in; true when that was done. */
  int (*pfnGetWeaponData)(edict_t *player, weapon_data_t *weapons);
  /* A player's command is about to be run. */
  void (*pfnCmdStart)(const edict_t *player, const usercmd_t *cmd, unsigned int randomSeed);
  /* A player's command has been run. */
  void (*pfnCmdEnd)(const edict_t *player);
  /* A packet came that belongs to no client; true sends as much of the response as its size says, which comes as the room there is. */
  int (*pfnConnectionlessPacket)(const netadr_t *from, const char *text, char *response, int *responseSize);
  /* Tells the size of one of the players' boxes, and whether the game has that one. */
  int (*pfnGetHullBounds)(int hull, float *mins, float *maxs);
  /* The instanced baselines of the game are to be made. */
  void (*pfnCreateInstancedBaselines)(void);
  /* A client's copy of a file differs from the server's; true drops the client with the message given (at most 255 bytes). */
  int (*pfnInconsistentFile)(const edict_t *player, const char *path, char *disconnectMessage);
  /* Tells whether the engine may compensate for lag. */
  int (*pfnAllowLagCompensation)(void);
} DLL_FUNCTIONS;

/* What later engines ask of the game beside DLL_FUNCTIONS. */
typedef struct NEW_DLL_FUNCTIONS_s {
  /* The game's own block of an entity is about to be freed. */
  void (*pfnOnFreeEntPrivateData)(edict_t *entity);
  /* The game DLL is about to be unloaded. */
  void (*pfnGameShutdown)(void);
  /* Tells whether two entities may collide. */
  int (*pfnShouldCollide)(edict_t *touched, edict_t *other);
  /* A client answers a question for one of its cvars that had no request id. */
  void (*pfnCvarValue)(const edict_t *player, const char *value);
  /* A client answers a question for one of its cvars that had a request id. */
  void (*pfnCvarValue2)(const edict_t *player, int requestId, const char *name, const char *value);
} NEW_DLL_FUNCTIONS;

#endif
