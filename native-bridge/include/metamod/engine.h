/* Generated from api/engine.ts by npm run generate. Do not edit. */
#ifndef METAMOD_ENGINE_H
#define METAMOD_ENGINE_H

#include <stdio.h>
#include "metamod/types.h"

/* What the engine offers to the game. */
typedef struct enginefuncs_s {
  /* Makes a model or sprite known to clients, which is possible only while the map loads, and answers its index. */
  int (*pfnPrecacheModel)(const char *model);
  /* Makes a sound known to clients, which is possible only while the map loads, and answers its index. */
  int (*pfnPrecacheSound)(const char *sample);
  /* Gives an entity a precached model, and the size of that model. */
  void (*pfnSetModel)(edict_t *entity, const char *model);
  /* Finds the index of a precached model. */
  int (*pfnModelIndex)(const char *model);
  /* Counts the frames of a sprite or the bodies of a model. */
  int (*pfnModelFrames)(int modelIndex);
  /* Sets an entity's bounding box, relative to its origin, and links it into the world anew. */
  void (*pfnSetSize)(edict_t *entity, const float *mins, const float *maxs);
  /* Ends the map after this frame and starts another; with a landmark, as a step of a single-player game. */
  void (*pfnChangeLevel)(const char *map, const char *landmark);
  /* Has no use. Obsolete: A rest of Quake, where players kept their weapons so; it keeps nothing here. */
  void (*pfnGetSpawnParms)(edict_t *entity);
  /* Has no use. Obsolete: A rest of Quake, where players kept their weapons so; it keeps nothing here. */
  void (*pfnSaveSpawnParms)(edict_t *entity);
  /* Tells the yaw of a direction, in degrees from 0 to 360. */
  float (*pfnVecToYaw)(const float *direction);
  /* Turns a direction into pitch, yaw and roll in degrees. */
  void (*pfnVecToAngles)(const float *direction, float *angles);
  /* Moves a monster a step of the given length towards a goal. */
  void (*pfnMoveToOrigin)(edict_t *entity, const float *goal, float distance, int moveType);
  /* Turns an entity towards its ideal yaw at its yaw speed. */
  void (*pfnChangeYaw)(edict_t *entity);
  /* Turns an entity towards its ideal pitch at its pitch speed. */
  void (*pfnChangePitch)(edict_t *entity);
  /* Finds the next entity whose text field, such as "classname", has a value. */
  edict_t *(*pfnFindEntityByString)(edict_t *startAfter, const char *field, const char *value);
  /* Tells how bright it is where an entity stands, from 0 to 255. */
  int (*pfnGetEntityIllum)(edict_t *entity);
  /* Finds the next entity with a part inside a sphere. */
  edict_t *(*pfnFindEntityInSphere)(edict_t *startAfter, const float *origin, float radius);
  /* Finds a living client that can see an entity; clients take turns in being looked for. */
  edict_t *(*pfnFindClientInPVS)(edict_t *entity);
  /* Chains the entities that a player may see through their `chain` fields and answers the first. */
  edict_t *(*pfnEntitiesInPVS)(edict_t *player);
  /* Turns angles into directions, left in the three direction vectors of the globals. */
  void (*pfnMakeVectors)(const float *angles);
  /* Turns angles into three directions. */
  void (*pfnAngleVectors)(const float *angles, float *forward, float *right, float *up);
  /* Takes a free entity slot; the server ends when there is none. */
  edict_t *(*pfnCreateEntity)(void);
  /* Frees an entity at once; what still points to it is then stale. */
  void (*pfnRemoveEntity)(edict_t *entity);
  /* Makes an entity of a class; it still has to be spawned. */
  edict_t *(*pfnCreateNamedEntity)(int className);
  /* Hands an entity over to the clients as scenery and frees it here. */
  void (*pfnMakeStatic)(edict_t *entity);
  /* Tells whether an entity stands on something. */
  int (*pfnEntIsOnFloor)(edict_t *entity);
  /* Lets an entity fall to the floor below: 1 when it landed, 0 when none is near, -1 when it is stuck. */
  int (*pfnDropToFloor)(edict_t *entity);
  /* Lets a monster take a step and tells whether it could. */
  int (*pfnWalkMove)(edict_t *entity, float yaw, float distance, int mode);
  /* Puts an entity somewhere and links it into the world anew. */
  void (*pfnSetOrigin)(edict_t *entity, const float *origin);
  /* Plays a precached sound from an entity to the clients that can hear it. */
  void (*pfnEmitSound)(edict_t *entity, int channel, const char *sample, float volume, float attenuation, int flags, int pitch);
  /* Plays a precached sound at a place. */
  void (*pfnEmitAmbientSound)(edict_t *entity, float *origin, const char *sample, float volume, float attenuation, int flags, int pitch);
  /* Follows a line until it meets something. */
  void (*pfnTraceLine)(const float *start, const float *end, int noMonsters, edict_t *skip, TraceResult *trace);
  /* Follows the path that a tossed entity would take until it meets something. */
  void (*pfnTraceToss)(edict_t *entity, edict_t *skip, TraceResult *trace);
  /* Moves a monster's box along a line and tells whether it met something. */
  int (*pfnTraceMonsterHull)(edict_t *entity, const float *start, const float *end, int noMonsters, edict_t *skip, TraceResult *trace);
  /* Moves one of the four standard boxes along a line until it meets something. */
  void (*pfnTraceHull)(const float *start, const float *end, int noMonsters, int hull, edict_t *skip, TraceResult *trace);
  /* Follows a line through one entity and nothing else. */
  void (*pfnTraceModel)(const float *start, const float *end, int hull, edict_t *entity, TraceResult *trace);
  /* Names the texture that a line meets on an entity, or on the world. */
  const char *(*pfnTraceTexture)(edict_t *entity, const float *start, const float *end);
  /* Moves a sphere along a line. Obsolete: No engine traces spheres; in Xash3D the function is empty and leaves the result as it was. */
  void (*pfnTraceSphere)(const float *start, const float *end, int noMonsters, float radius, edict_t *skip, TraceResult *trace);
  /* Tells where an entity aims, with the help of auto-aim. */
  void (*pfnGetAimVector)(edict_t *entity, float speed, float *direction);
  /* Queues a console command; it must end with a newline or a semicolon. */
  void (*pfnServerCommand)(const char *command);
  /* Runs the queued console commands now. */
  void (*pfnServerExecute)(void);
  /* Sends a command line to a client's console; it must end with a newline. */
  void (*pfnClientCommand)(edict_t *player, const char *command, ...);
  /* Bursts particles of a palette colour. */
  void (*pfnParticleEffect)(const float *origin, const float *direction, float color, float count);
  /* Sets how the lights of a style flicker: a letter a tenth of a second, from "a" (dark) to "z" (double). */
  void (*pfnLightStyle)(int style, const char *value);
  /* Finds the index of a decal; -1 when there is none. */
  int (*pfnDecalIndex)(const char *name);
  /* Tells what fills a point of the world, as one of the contents constants. */
  int (*pfnPointContents)(const float *point);
  /* Opens a message to clients; only one can be open. */
  void (*pfnMessageBegin)(int dest, int type, const float *origin, edict_t *player);
  /* Closes the open message and sends it. */
  void (*pfnMessageEnd)(void);
  /* Writes 0..255 into the open message. */
  void (*pfnWriteByte)(int value);
  /* Writes -128..127 into the open message. */
  void (*pfnWriteChar)(int value);
  /* Writes a 16-bit number into the open message. */
  void (*pfnWriteShort)(int value);
  /* Writes a 32-bit number into the open message. */
  void (*pfnWriteLong)(int value);
  /* Writes an angle into the open message, in steps of 360/256 degrees. */
  void (*pfnWriteAngle)(float degrees);
  /* Writes a coordinate into the open message, in steps of an eighth of a unit. */
  void (*pfnWriteCoord)(float units);
  /* Writes text into the open message. */
  void (*pfnWriteString)(const char *text);
  /* Writes an entity index into the open message. */
  void (*pfnWriteEntity)(int index);
  /* Makes a console variable of the game known to the engine. */
  void (*pfnCVarRegister)(cvar_t *cvar);
  /* Reads a console variable as a number; 0 when there is none. */
  float (*pfnCVarGetFloat)(const char *name);
  /* Reads a console variable as text; empty when there is none. */
  const char *(*pfnCVarGetString)(const char *name);
  /* Sets a console variable to a number. */
  void (*pfnCVarSetFloat)(const char *name, float value);
  /* Sets a console variable to a text. */
  void (*pfnCVarSetString)(const char *name, const char *value);
  /* Prints to the console according to the `developer` variable, or, as a logged alert, to the server's log. */
  void (*pfnAlertMessage)(ALERT_TYPE type, const char *text, ...);
  /* Prints into an open C file. */
  void (*pfnEngineFprintf)(FILE *file, char *text, ...);
  /* Allocates the game's own block of an entity, filled with zeros. */
  void *(*pfnPvAllocEntPrivateData)(edict_t *entity, long size);
  /* Gives the game's own block of an entity. */
  void *(*pfnPvEntPrivateData)(edict_t *entity);
  /* Frees the game's own block of an entity. */
  void (*pfnFreeEntPrivateData)(edict_t *entity);
  /* Gives the text behind a string handle. */
  const char *(*pfnSzFromIndex)(int handle);
  /* Stores a text until the map ends and answers its string handle. */
  int (*pfnAllocString)(const char *text);
  /* Gives an entity's variables. */
  entvars_t *(*pfnGetVarsOfEnt)(edict_t *entity);
  /* Finds an entity by its distance in bytes from the first. */
  edict_t *(*pfnPEntityOfEntOffset)(int offset);
  /* Tells the distance in bytes of an entity from the first. */
  int (*pfnEntOffsetOfPEntity)(const edict_t *entity);
  /* Tells the index of an entity; 0 for none. */
  int (*pfnIndexOfEdict)(const edict_t *entity);
  /* Finds an entity by its index; none for a free slot, unless it is that of a client. */
  edict_t *(*pfnPEntityOfEntIndex)(int index);
  /* Finds the entity to which variables belong. */
  edict_t *(*pfnFindEntityByVars)(entvars_t *vars);
  /* Gives the head of an entity's studio model. */
  void *(*pfnGetModelPtr)(edict_t *entity);
  /* Registers a message type of the game, with -1 for messages of changing size, and answers its number. */
  int (*pfnRegUserMsg)(const char *name, int size);
  /* Has no use. Obsolete: The function is empty in the engines. */
  void (*pfnAnimationAutomove)(const edict_t *entity, float seconds);
  /* Tells where a bone of an entity's studio model is. */
  void (*pfnGetBonePosition)(const edict_t *entity, int bone, float *origin, float *angles);
  /* Finds a function that the game DLL exports. */
  unsigned long (*pfnFunctionFromName)(const char *name);
  /* Names a function that the game DLL exports. */
  const char *(*pfnNameForFunction)(unsigned long routine);
  /* Prints to a client's console or screen; the text needs its own newline. */
  void (*pfnClientPrintf)(edict_t *player, PRINT_TYPE type, const char *text);
  /* Prints to the server console; the text needs its own newline. */
  void (*pfnServerPrint)(const char *text);
  /* Gives all arguments of the command being run as one text. */
  const char *(*pfnCmd_Args)(void);
  /* Gives one argument of the command being run; 0 is its name. */
  const char *(*pfnCmd_Argv)(int index);
  /* Counts the arguments of the command being run, its name included. */
  int (*pfnCmd_Argc)(void);
  /* Tells where an attachment point of an entity's studio model is. */
  void (*pfnGetAttachment)(const edict_t *entity, int attachment, float *origin, float *angles);
  /* Starts a CRC-32. */
  void (*pfnCRC32_Init)(CRC32_t *crc);
  /* Adds bytes to a CRC-32. */
  void (*pfnCRC32_ProcessBuffer)(CRC32_t *crc, const void *buffer, int length);
  /* Adds one byte to a CRC-32. */
  void (*pfnCRC32_ProcessByte)(CRC32_t *crc, unsigned char value);
  /* Finishes a CRC-32 and answers the sum. */
  CRC32_t (*pfnCRC32_Final)(CRC32_t crc);
  /* Draws a whole number between two bounds, both included. */
  int (*pfnRandomLong)(int low, int high);
  /* Draws a number between two bounds. */
  float (*pfnRandomFloat)(float low, float high);
  /* Lets a player see through the eyes of an entity. */
  void (*pfnSetView)(const edict_t *player, const edict_t *viewEntity);
  /* Tells the seconds since the engine started. */
  float (*pfnTime)(void);
  /* Moves a player's crosshair by angles in degrees. */
  void (*pfnCrosshairAngle)(const edict_t *player, float pitch, float yaw);
  /* Reads a whole file below the game directory. */
  byte *(*pfnLoadFileForMe)(const char *path, int *length);
  /* Gives back the buffer of a loaded file. */
  void (*pfnFreeFile)(void *buffer);
  /* Ends a section of a single-player game, such as the training. */
  void (*pfnEndSection)(const char *name);
  /* Compares the ages of two files, -1 when the first is older, and tells whether both exist. */
  int (*pfnCompareFileTime)(const char *first, const char *second, int *order);
  /* Names the game directory. */
  void (*pfnGetGameDir)(char *directory);
  /* Makes a console variable known to the engine. */
  void (*pfnCvar_RegisterVariable)(cvar_t *cvar);
  /* Fades a player's sound out and in again. */
  void (*pfnFadeClientVolume)(const edict_t *player, int percent, int fadeOutSeconds, int holdSeconds, int fadeInSeconds);
  /* Limits the speed of a player, in units a second. */
  void (*pfnSetClientMaxspeed)(const edict_t *player, float maxSpeed);
  /* Connects a client without a network; none when the server is full. */
  edict_t *(*pfnCreateFakeClient)(const char *name);
  /* Moves a fake client as if its command had come over the network. */
  void (*pfnRunPlayerMove)(edict_t *player, const float *viewAngles, float forwardMove, float sideMove, float upMove, unsigned short buttons, byte impulse, byte msec);
  /* Counts the entity slots that are in use. */
  int (*pfnNumberOfEntities)(void);
  /* Gives the keys and values of a client, of the server (for the world), or of localinfo (for none). */
  char *(*pfnGetInfoKeyBuffer)(edict_t *entity);
  /* Reads a value of an info buffer; empty when the key is absent. */
  const char *(*pfnInfoKeyValue)(const char *infoBuffer, const char *key);
  /* Sets a value in the info buffer of the server or of localinfo. */
  void (*pfnSetKeyValue)(char *infoBuffer, const char *key, const char *value);
  /* Sets a value in a client's info buffer and tells the other clients. */
  void (*pfnSetClientKeyValue)(int index, char *infoBuffer, const char *key, const char *value);
  /* Tells whether a map can be played here; the name has no folder and no ending. */
  int (*pfnIsMapValid)(const char *map);
  /* Paints a decal that clients see for as long as the map lasts. */
  void (*pfnStaticDecal)(const float *origin, int decal, int entityIndex, int modelIndex);
  /* Makes any file known to clients, which is possible only while the map loads, and answers its index. */
  int (*pfnPrecacheGeneric)(const char *path);
  /* Tells the number a client got when it connected; -1 for what is no client. */
  int (*pfnGetPlayerUserId)(edict_t *player);
  /* Sends a sound to the clients that a message destination names. */
  void (*pfnBuildSoundMsg)(edict_t *entity, int channel, const char *sample, float volume, float attenuation, int flags, int pitch, int dest, int type, const float *origin, edict_t *player);
  /* Tells whether nobody plays in the process that serves. */
  int (*pfnIsDedicatedServer)(void);
  /* Finds a console variable. */
  cvar_t *(*pfnCVarGetPointer)(const char *name);
  /* Answers -1. Obsolete: The network that gave out these numbers closed in 2004; use getPlayerAuthId. */
  unsigned int (*pfnGetPlayerWONId)(edict_t *player);
  /* Removes a key from an info buffer. */
  void (*pfnInfo_RemoveKey)(char *infoBuffer, const char *key);
  /* Reads a value of a client's physics keys, which its movement code sees too. */
  const char *(*pfnGetPhysicsKeyValue)(const edict_t *player, const char *key);
  /* Sets a value of a client's physics keys. */
  void (*pfnSetPhysicsKeyValue)(const edict_t *player, const char *key, const char *value);
  /* Gives all of a client's physics keys as one text. */
  const char *(*pfnGetPhysicsInfoString)(const edict_t *player);
  /* Makes an event script known to clients, which is possible only while the map loads, and answers its index. */
  unsigned short (*pfnPrecacheEvent)(int type, const char *path);
  /* Plays an event script on the clients. */
  void (*pfnPlaybackEvent)(int flags, const edict_t *invoker, unsigned short event, float delay, float *origin, float *angles, float float1, float float2, int int1, int int2, int bool1, int bool2);
  /* Computes what can be seen from around a point; the next such call overwrites the answer. */
  unsigned char *(*pfnSetFatPVS)(const float *origin);
  /* Computes what can be heard from around a point; the next such call overwrites the answer. */
  unsigned char *(*pfnSetFatPAS)(const float *origin);
  /* Tells whether an entity touches a visible set: 0 no, 1 yes, 2 only by its head node. */
  int (*pfnCheckVisibility)(const edict_t *entity, unsigned char *set);
  /* Marks a field of a delta to be sent. */
  void (*pfnDeltaSetField)(delta_t *delta, const char *field);
  /* Marks a field of a delta not to be sent. */
  void (*pfnDeltaUnsetField)(delta_t *delta, const char *field);
  /* Registers a function that decides which fields of a delta are sent. */
  void (*pfnDeltaAddEncoder)(const char *name, void (*encode)(delta_t *delta, const unsigned char *from, const unsigned char *to));
  /* Tells for which client, counted from 0, the server is building an update; -1 outside of that. */
  int (*pfnGetCurrentPlayer)(void);
  /* Tells whether a client predicts its own weapons and so needs no data of them. */
  int (*pfnCanSkipPlayer)(const edict_t *player);
  /* Finds the number of a field of a delta; -1 when there is none. */
  int (*pfnDeltaFindField)(delta_t *delta, const char *field);
  /* Marks a field of a delta, given by number, to be sent. */
  void (*pfnDeltaSetFieldByIndex)(delta_t *delta, int field);
  /* Marks a field of a delta, given by number, not to be sent. */
  void (*pfnDeltaUnsetFieldByIndex)(delta_t *delta, int field);
  /* Limits traces and searches to entities whose `groupInfo` matches a mask. */
  void (*pfnSetGroupMask)(int mask, int op);
  /* Gives clients a state from which entities of a class, made later, differ little; 0 when there is no room. */
  int (*pfnCreateInstancedBaseline)(int className, entity_state_t *baseline);
  /* Sets a console variable, passing by the checks of the console. */
  void (*pfnCvar_DirectSet)(cvar_t *cvar, const char *value);
  /* Demands that clients' copies of a file equal the server's; possible only while the map loads. */
  void (*pfnForceUnmodified)(FORCE_TYPE type, float *mins, float *maxs, const char *path);
  /* Tells a client's ping in milliseconds and its lost packets in percent. */
  void (*pfnGetPlayerStats)(const edict_t *player, int *ping, int *packetLoss);
  /* Registers a console command of the server. */
  void (*pfnAddServerCommand)(const char *name, void (*handler)(void));
  /* Tells whether a client, by index, hears the voice of another. */
  qboolean (*pfnVoice_GetClientListening)(int receiver, int sender);
  /* Lets a client, by index, hear the voice of another, or not. */
  qboolean (*pfnVoice_SetClientListening)(int receiver, int sender, qboolean isListening);
  /* Gives the text that identifies a player across servers; its form is the engine's own. */
  const char *(*pfnGetPlayerAuthId)(edict_t *player);
  /* Finds a sequence of a .seq file. */
  void *(*pfnSequenceGet)(const char *file, const char *entry);
  /* Picks a sentence of a .seq file. */
  void *(*pfnSequencePickSentence)(const char *group, int method, int *picked);
  /* Tells the size of a file in bytes; -1 when there is none. */
  int (*pfnGetFileSize)(const char *path);
  /* Tells about how long a .wav file plays, in milliseconds. */
  unsigned int (*pfnGetApproxWavePlayLen)(const char *path);
  /* Tells whether a career game of Condition Zero is being played. */
  int (*pfnIsCareerMatch)(void);
  /* Tells how long the translation of a label is. */
  int (*pfnGetLocalizedStringLength)(const char *label);
  /* Notes that a tutor message was shown. Obsolete: Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing. */
  void (*pfnRegisterTutorMessageShown)(int message);
  /* Counts how often a tutor message was shown. Obsolete: Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing. */
  int (*pfnGetTimesTutorMessageShown)(int message);
  /* Reads a buffer of tutor message counts. Obsolete: Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing. */
  void (*pfnProcessTutorMessageDecayBuffer)(int *buffer, int length);
  /* Fills a buffer of tutor message counts. Obsolete: Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing. */
  void (*pfnConstructTutorMessageDecayBuffer)(int *buffer, int length);
  /* Forgets the tutor message counts. Obsolete: Only Counter-Strike: Condition Zero has tutor messages; elsewhere the engine does nothing. */
  void (*pfnResetTutorMessageDecayData)(void);
  /* Asks a client for one of its console variables; the answer comes to the game DLL's CvarValue. */
  void (*pfnQueryClientCvarValue)(const edict_t *player, const char *name);
  /* Asks a client for one of its console variables; the answer comes, with the number given here, to the game DLL's CvarValue2. */
  void (*pfnQueryClientCvarValue2)(const edict_t *player, const char *name, int requestId);
  /* Finds a parameter of the engine's command line and what follows it; 0 when it is absent. */
  int (*pfnCheckParm)(char *parameter, char **next);
  /* Finds an entity by its index, also a client that has no game object yet. */
  edict_t *(*pfnPEntityOfEntIndexAllEntities)(int index);
} enginefuncs_t;

#endif
