/* Generated from api/structs.ts by npm run generate. Do not edit. */
#ifndef METAMOD_TYPES_H
#define METAMOD_TYPES_H

#include "metamod/constants.h"

typedef unsigned char byte;
typedef int qboolean;
typedef unsigned int CRC32_t;
typedef float vec3_t[3];

/* A text as its distance from globalvars_t.pStringBase, signed, on every platform. */
typedef int string_t;

typedef struct color24_s color24;
typedef struct link_s link_t;
typedef struct entvars_s entvars_t;
typedef struct edict_s edict_t;
typedef struct globalvars_s globalvars_t;
typedef struct trace_result_s TraceResult;
typedef struct key_value_data_s KeyValueData;
typedef struct levellist_s LEVELLIST;
typedef struct saverestore_s SAVERESTOREDATA;
typedef struct typedescription_s TYPEDESCRIPTION;
typedef struct entity_state_s entity_state_t;
typedef struct usercmd_s usercmd_t;
typedef struct weapon_data_s weapon_data_t;
typedef struct clientdata_s clientdata_t;
typedef struct physent_s physent_t;
typedef struct pmplane_s pmplane_t;
typedef struct pmtrace_s pmtrace_t;
typedef struct playermove_s playermove_t;
typedef struct netadr_s netadr_t;
typedef struct resource_s resource_t;
typedef struct customization_s customization_t;
typedef struct cvar_s cvar_t;
typedef struct entitytable_s ENTITYTABLE;
typedef struct physics_interface_s physics_interface_t;
typedef struct delta_s delta_t;
typedef struct hull_s hull_t;
typedef struct model_s model_t;
typedef struct movevars_s movevars_t;
typedef struct msurface_s msurface_t;
typedef struct server_physics_api_s server_physics_api_t;
typedef struct trace_s trace_t;

/* A colour, 0..255 each. */
struct color24_s {
  byte r;
  byte g;
  byte b;
};

/* A link of one of the engine's lists. */
struct link_s {
  link_t *prev;
  link_t *next;
};

/* An entity's variables, shared by engine and game DLL. */
struct entvars_s {
  string_t classname;
  string_t globalname;
  vec3_t origin;
  vec3_t oldorigin;
  vec3_t velocity;
  vec3_t basevelocity;
  vec3_t clbasevelocity;
  vec3_t movedir;
  vec3_t angles;
  vec3_t avelocity;
  vec3_t punchangle;
  vec3_t v_angle;
  vec3_t endpos;
  vec3_t startpos;
  float impacttime;
  float starttime;
  int fixangle;
  float idealpitch;
  float pitch_speed;
  float ideal_yaw;
  float yaw_speed;
  int modelindex;
  string_t model;
  int viewmodel;
  int weaponmodel;
  vec3_t absmin;
  vec3_t absmax;
  vec3_t mins;
  vec3_t maxs;
  vec3_t size;
  float ltime;
  float nextthink;
  int movetype;
  int solid;
  int skin;
  int body;
  int effects;
  float gravity;
  float friction;
  int light_level;
  int sequence;
  int gaitsequence;
  float frame;
  float animtime;
  float framerate;
  byte controller[4];
  byte blending[2];
  float scale;
  int rendermode;
  float renderamt;
  vec3_t rendercolor;
  int renderfx;
  float health;
  float frags;
  int weapons;
  float takedamage;
  int deadflag;
  vec3_t view_ofs;
  int button;
  int impulse;
  edict_t *chain;
  edict_t *dmg_inflictor;
  edict_t *enemy;
  edict_t *aiment;
  edict_t *owner;
  edict_t *groundentity;
  int spawnflags;
  int flags;
  int colormap;
  int team;
  float max_health;
  float teleport_time;
  float armortype;
  float armorvalue;
  int waterlevel;
  int watertype;
  string_t target;
  string_t targetname;
  string_t netname;
  string_t message;
  float dmg_take;
  float dmg_save;
  float dmg;
  float dmgtime;
  string_t noise;
  string_t noise1;
  string_t noise2;
  string_t noise3;
  float speed;
  float air_finished;
  float pain_finished;
  float radsuit_finished;
  edict_t *pContainingEntity;
  int playerclass;
  float maxspeed;
  float fov;
  int weaponanim;
  int pushmsec;
  int bInDuck;
  int flTimeStepSound;
  int flSwimTime;
  int flDuckTime;
  int iStepLeft;
  float flFallVelocity;
  int gamestate;
  int oldbuttons;
  int groupinfo;
  int iuser1;
  int iuser2;
  int iuser3;
  int iuser4;
  float fuser1;
  float fuser2;
  float fuser3;
  float fuser4;
  vec3_t vuser1;
  vec3_t vuser2;
  vec3_t vuser3;
  vec3_t vuser4;
  edict_t *euser1;
  edict_t *euser2;
  edict_t *euser3;
  edict_t *euser4;
};

/* An entity slot as the engine keeps it: bookkeeping first, then the variables it shares with the game. */
struct edict_s {
  qboolean free;
  int serialnumber;
  link_t area;
  int headnode;
  int num_leafs;
  short leafnums[48];
  float freetime;
  void *pvPrivateData;
  entvars_t v;
};

/* What engine and game DLL tell each other outside of calls: time, map, the vectors of `MakeVectors`, the last trace. */
struct globalvars_s {
  float time;
  float frametime;
  float force_retouch;
  string_t mapname;
  string_t startspot;
  float deathmatch;
  float coop;
  float teamplay;
  float serverflags;
  float found_secrets;
  vec3_t v_forward;
  vec3_t v_up;
  vec3_t v_right;
  float trace_allsolid;
  float trace_startsolid;
  float trace_fraction;
  vec3_t trace_endpos;
  vec3_t trace_plane_normal;
  float trace_plane_dist;
  edict_t *trace_ent;
  float trace_inopen;
  float trace_inwater;
  int trace_hitgroup;
  int trace_flags;
  int changelevel;
  int cdAudioTrack;
  int maxClients;
  int maxEntities;
  const char *pStringBase;
  void *pSaveData;
  vec3_t vecLandmarkOffset;
};

/* What a line or hull met on its way. */
struct trace_result_s {
  int fAllSolid;
  int fStartSolid;
  int fInOpen;
  int fInWater;
  float flFraction;
  vec3_t vecEndPos;
  float flPlaneDist;
  vec3_t vecPlaneNormal;
  edict_t *pHit;
  int iHitgroup;
};

/* One key and value of a map entity, offered to the game DLL before the entity spawns. */
struct key_value_data_s {
  const char *szClassName;
  const char *szKeyName;
  const char *szValue;
  int fHandled;
};

/* A map that a save file has connected to another. */
struct levellist_s {
  char mapName[32];
  char landmarkName[32];
  edict_t *pentLandmark;
  vec3_t vecLandmarkOrigin;
};

/* The state of a save or restore that is under way. */
struct saverestore_s {
  char *pBaseData;
  char *pCurrentData;
  int size;
  int bufferSize;
  int tokenSize;
  int tokenCount;
  char **pTokens;
  int currentIndex;
  int tableCount;
  int connectionCount;
  ENTITYTABLE *pTable;
  LEVELLIST levelList[16];
  int fUseLandmark;
  char szLandmarkName[20];
  vec3_t vecLandmarkOffset;
  float time;
  char szCurrentMapName[32];
};

/* How one field of a game object is saved. */
struct typedescription_s {
  FIELDTYPE fieldType;
  const char *fieldName;
  int fieldOffset;
  short fieldSize;
  short flags;
};

/* What the server tells a client about one entity. */
struct entity_state_s {
  int entityType;
  int number;
  float msg_time;
  int messagenum;
  vec3_t origin;
  vec3_t angles;
  int modelindex;
  int sequence;
  float frame;
  int colormap;
  short skin;
  short solid;
  int effects;
  float scale;
  byte eflags;
  int rendermode;
  int renderamt;
  color24 rendercolor;
  int renderfx;
  int movetype;
  float animtime;
  float framerate;
  int body;
  byte controller[4];
  byte blending[4];
  vec3_t velocity;
  vec3_t mins;
  vec3_t maxs;
  int aiment;
  int owner;
  float friction;
  float gravity;
  int team;
  int playerclass;
  int health;
  qboolean spectator;
  int weaponmodel;
  int gaitsequence;
  vec3_t basevelocity;
  int usehull;
  int oldbuttons;
  int onground;
  int iStepLeft;
  float flFallVelocity;
  float fov;
  int weaponanim;
  vec3_t startpos;
  vec3_t endpos;
  float impacttime;
  float starttime;
  int iuser1;
  int iuser2;
  int iuser3;
  int iuser4;
  float fuser1;
  float fuser2;
  float fuser3;
  float fuser4;
  vec3_t vuser1;
  vec3_t vuser2;
  vec3_t vuser3;
  vec3_t vuser4;
};

/* One command of a player: the keys, angles and time of one of the client's frames. */
struct usercmd_s {
  short lerp_msec;
  byte msec;
  vec3_t viewangles;
  float forwardmove;
  float sidemove;
  float upmove;
  byte lightlevel;
  unsigned short buttons;
  byte impulse;
  byte weaponselect;
  int impact_index;
  vec3_t impact_position;
};

/* What a client predicts about one of its weapons. */
struct weapon_data_s {
  int m_iId;
  int m_iClip;
  float m_flNextPrimaryAttack;
  float m_flNextSecondaryAttack;
  float m_flTimeWeaponIdle;
  int m_fInReload;
  int m_fInSpecialReload;
  float m_flNextReload;
  float m_flPumpTime;
  float m_fReloadTime;
  float m_fAimedDamage;
  float m_fNextAimBonus;
  int m_fInZoom;
  int m_iWeaponState;
  int iuser1;
  int iuser2;
  int iuser3;
  int iuser4;
  float fuser1;
  float fuser2;
  float fuser3;
  float fuser4;
};

/* What the server tells a client about itself. */
struct clientdata_s {
  vec3_t origin;
  vec3_t velocity;
  int viewmodel;
  vec3_t punchangle;
  int flags;
  int waterlevel;
  int watertype;
  vec3_t view_ofs;
  float health;
  int bInDuck;
  int weapons;
  int flTimeStepSound;
  int flDuckTime;
  int flSwimTime;
  int waterjumptime;
  float maxspeed;
  float fov;
  int weaponanim;
  int m_iId;
  int ammo_shells;
  int ammo_nails;
  int ammo_cells;
  int ammo_rockets;
  float m_flNextAttack;
  int tfstate;
  int pushmsec;
  int deadflag;
  char physinfo[256];
  int iuser1;
  int iuser2;
  int iuser3;
  int iuser4;
  float fuser1;
  float fuser2;
  float fuser3;
  float fuser4;
  vec3_t vuser1;
  vec3_t vuser2;
  vec3_t vuser3;
  vec3_t vuser4;
};

/* An entity as player movement sees it. */
struct physent_s {
  char name[32];
  int player;
  vec3_t origin;
  model_t *model;
  model_t *studiomodel;
  vec3_t mins;
  vec3_t maxs;
  int info;
  vec3_t angles;
  int solid;
  int skin;
  int rendermode;
  float frame;
  int sequence;
  byte controller[4];
  byte blending[2];
  int movetype;
  int takedamage;
  int blooddecal;
  int team;
  int classnumber;
  int iuser1;
  int iuser2;
  int iuser3;
  int iuser4;
  float fuser1;
  float fuser2;
  float fuser3;
  float fuser4;
  vec3_t vuser1;
  vec3_t vuser2;
  vec3_t vuser3;
  vec3_t vuser4;
};

/* The plane a trace ended on. */
struct pmplane_s {
  vec3_t normal;
  float dist;
};

/* What a trace of player movement met. */
struct pmtrace_s {
  qboolean allsolid;
  qboolean startsolid;
  qboolean inopen;
  qboolean inwater;
  float fraction;
  vec3_t endpos;
  pmplane_t plane;
  int ent;
  vec3_t deltavelocity;
  int hitgroup;
};

/* Everything that player movement reads and writes; one such block lives in the engine and is used for all players. */
struct playermove_s {
  int player_index;
  qboolean server;
  qboolean multiplayer;
  float time;
  float frametime;
  vec3_t forward;
  vec3_t right;
  vec3_t up;
  vec3_t origin;
  vec3_t angles;
  vec3_t oldangles;
  vec3_t velocity;
  vec3_t movedir;
  vec3_t basevelocity;
  vec3_t view_ofs;
  float flDuckTime;
  qboolean bInDuck;
  int flTimeStepSound;
  int iStepLeft;
  float flFallVelocity;
  vec3_t punchangle;
  float flSwimTime;
  float flNextPrimaryAttack;
  int effects;
  int flags;
  int usehull;
  float gravity;
  float friction;
  int oldbuttons;
  float waterjumptime;
  qboolean dead;
  int deadflag;
  int spectator;
  int movetype;
  int onground;
  int waterlevel;
  int watertype;
  int oldwaterlevel;
  char sztexturename[256];
  char chtexturetype;
  float maxspeed;
  float clientmaxspeed;
  int iuser1;
  int iuser2;
  int iuser3;
  int iuser4;
  float fuser1;
  float fuser2;
  float fuser3;
  float fuser4;
  vec3_t vuser1;
  vec3_t vuser2;
  vec3_t vuser3;
  vec3_t vuser4;
  int numphysent;
  physent_t physents[600];
  int nummoveent;
  physent_t moveents[64];
  int numvisent;
  physent_t visents[600];
  usercmd_t cmd;
  int numtouch;
  pmtrace_t touchindex[600];
  char physinfo[256];
  movevars_t *movevars;
  vec3_t player_mins[4];
  vec3_t player_maxs[4];
  const char *(*PM_Info_ValueForKey)(const char *, const char *);
  void (*PM_Particle)(float *, int, float, int, int);
  int (*PM_TestPlayerPosition)(float *, pmtrace_t *);
  void (*Con_NPrintf)(int, char *, ...);
  void (*Con_DPrintf)(const char *, ...);
  void (*Con_Printf)(const char *, ...);
  double (*Sys_FloatTime)(void);
  void (*PM_StuckTouch)(int, pmtrace_t *);
  int (*PM_PointContents)(float *, int *);
  int (*PM_TruePointContents)(float *);
  int (*PM_HullPointContents)(hull_t *, int, float *);
  pmtrace_t (*PM_PlayerTrace)(float *, float *, int, int);
  pmtrace_t *(*PM_TraceLine)(float *, float *, int, int, int);
  int (*RandomLong)(int, int);
  float (*RandomFloat)(float, float);
  int (*PM_GetModelType)(model_t *);
  void (*PM_GetModelBounds)(model_t *, float *, float *);
  void *(*PM_HullForBsp)(physent_t *, float *);
  float (*PM_TraceModel)(physent_t *, float *, float *, trace_t *);
  int (*COM_FileSize)(const char *);
  byte *(*COM_LoadFile)(const char *, int, int *);
  void (*COM_FreeFile)(void *);
  char *(*memfgets)(byte *, int, int *, char *, int);
  qboolean runfuncs;
  void (*PM_PlaySound)(int, const char *, float, float, int, int);
  const char *(*PM_TraceTexture)(int, float *, float *);
  void (*PM_PlaybackEventFull)(int, int, unsigned short, float, float *, float *, float, float, int, int, int, int);
  pmtrace_t (*PM_PlayerTraceEx)(float *, float *, int, int (*)(physent_t *));
  int (*PM_TestPlayerPositionEx)(float *, pmtrace_t *, int (*)(physent_t *));
  pmtrace_t *(*PM_TraceLineEx)(float *, float *, int, int, int (*)(physent_t *));
  msurface_t *(*PM_TraceSurface)(int, float *, float *);
};

/* A network address. */
struct netadr_s {
  netadrtype_t type;
  unsigned char ip[4];
  unsigned char ipx[10];
  unsigned short port;
};

/* A file that clients need. */
struct resource_s {
  char szFileName[64];
  resourcetype_t type;
  int nIndex;
  int nDownloadSize;
  unsigned char ucFlags;
  unsigned char rgucMD5_hash[16];
  unsigned char playernum;
  unsigned char rguc_reserved[32];
  resource_t *pNext;
  resource_t *pPrev;
};

/* One of a player's custom files, such as a spray logo. */
struct customization_s {
  qboolean bInUse;
  resource_t resource;
  qboolean bTranslated;
  int nUserData1;
  int nUserData2;
  void *pInfo;
  void *pBuffer;
  customization_t *pNext;
};

/* A console variable. */
struct cvar_s {
  const char *name;
  const char *string;
  int flags;
  float value;
  cvar_t *next;
};

/* An entity of a save file. */
struct entitytable_s {
  int id;
  edict_t *pent;
  int location;
  int size;
  int flags;
  string_t classname;
};

/* What Xash3D asks of a game DLL beside its tables; `SV_CreateEntity` makes entities by class name. */
struct physics_interface_s {
  int version;
  int (*SV_CreateEntity)(edict_t *, const char *);
  void *reserved[22];
};

#endif
