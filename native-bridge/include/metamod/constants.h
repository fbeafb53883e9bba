/* Generated from api/enums.ts by npm run generate. Do not edit. */
#ifndef METAMOD_CONSTANTS_H
#define METAMOD_CONSTANTS_H

/* Bits of `entity.vars.flags`. */
#define FL_FLY 0x1
#define FL_SWIM 0x2
#define FL_CONVEYOR 0x4
#define FL_CLIENT 0x8
#define FL_INWATER 0x10
#define FL_MONSTER 0x20
#define FL_GODMODE 0x40
#define FL_NOTARGET 0x80
#define FL_SKIPLOCALHOST 0x100
#define FL_ONGROUND 0x200
#define FL_PARTIALGROUND 0x400
#define FL_WATERJUMP 0x800
#define FL_FROZEN 0x1000
#define FL_FAKECLIENT 0x2000
#define FL_DUCKING 0x4000
#define FL_FLOAT 0x8000
#define FL_GRAPHED 0x10000
#define FL_IMMUNE_WATER 0x20000
#define FL_IMMUNE_SLIME 0x40000
#define FL_IMMUNE_LAVA 0x80000
#define FL_PROXY 0x100000
#define FL_ALWAYSTHINK 0x200000
#define FL_BASEVELOCITY 0x400000
#define FL_MONSTERCLIP 0x800000
#define FL_ONTRAIN 0x1000000
#define FL_WORLDBRUSH 0x2000000
#define FL_SPECTATOR 0x4000000
#define FL_CUSTOMENTITY 0x20000000
#define FL_KILLME 0x40000000
#define FL_DORMANT 0x80000000u

/* Bits of `globals.traceFlags`, obeyed by traces and reset by each. */
#define FTRACE_SIMPLEBOX 0x1
#define FTRACE_IGNORE_GLASS 0x2

/* How `walkMove` tries a step. */
#define WALKMOVE_NORMAL 0
#define WALKMOVE_WORLDONLY 1
#define WALKMOVE_CHECKONLY 2

/* How an entity moves: `entity.vars.moveType`. */
#define MOVETYPE_NONE 0
#define MOVETYPE_WALK 3
#define MOVETYPE_STEP 4
#define MOVETYPE_FLY 5
#define MOVETYPE_TOSS 6
#define MOVETYPE_PUSH 7
#define MOVETYPE_NOCLIP 8
#define MOVETYPE_FLYMISSILE 9
#define MOVETYPE_BOUNCE 10
#define MOVETYPE_BOUNCEMISSILE 11
#define MOVETYPE_FOLLOW 12
#define MOVETYPE_PUSHSTEP 13
#define MOVETYPE_COMPOUND 14

/* What an entity is to others that touch it: `entity.vars.solid`. */
#define SOLID_NOT 0
#define SOLID_TRIGGER 1
#define SOLID_BBOX 2
#define SOLID_SLIDEBOX 3
#define SOLID_BSP 4
#define SOLID_CUSTOM 5

/* How dead an entity is: `entity.vars.deadFlag`. */
#define DEAD_NO 0
#define DEAD_DYING 1
#define DEAD_DEAD 2
#define DEAD_RESPAWNABLE 3
#define DEAD_DISCARDBODY 4

/* Whether an entity can be hurt: `entity.vars.takeDamage`. */
#define DAMAGE_NO 0
#define DAMAGE_YES 1
#define DAMAGE_AIM 2

/* Bits of `entity.vars.effects`. */
#define EF_BRIGHTFIELD 0x1
#define EF_MUZZLEFLASH 0x2
#define EF_BRIGHTLIGHT 0x4
#define EF_DIMLIGHT 0x8
#define EF_INVLIGHT 0x10
#define EF_NOINTERP 0x20
#define EF_LIGHT 0x40
#define EF_NODRAW 0x80
#define EF_NIGHTVISION 0x100
#define EF_SNIPERLASER 0x200
#define EF_FIBERCAMERA 0x400
#define EF_NOREFLECT 0x1000000
#define EF_REFLECTONLY 0x2000000
#define EF_NOWATERCSG 0x4000000
#define EF_FULLBRIGHT 0x8000000
#define EF_NOSHADOW 0x10000000
#define EF_MERGE_VISIBILITY 0x20000000
#define EF_REQUEST_PHS 0x40000000

/* Bits of `eflags` in an entity state. */
#define EFLAG_SLERP 0x1
#define EFLAG_FLESH_SOUND 0x2

/* Kinds of temporary entity: the first byte of a message of type 23 (SVC_TEMPENTITY). */
#define TE_BEAMPOINTS 0
#define TE_BEAMENTPOINT 1
#define TE_GUNSHOT 2
#define TE_EXPLOSION 3
#define TE_TAREXPLOSION 4
#define TE_SMOKE 5
#define TE_TRACER 6
#define TE_LIGHTNING 7
#define TE_BEAMENTS 8
#define TE_SPARKS 9
#define TE_LAVASPLASH 10
#define TE_TELEPORT 11
#define TE_EXPLOSION2 12
#define TE_BSPDECAL 13
#define TE_IMPLOSION 14
#define TE_SPRITETRAIL 15
#define TE_BEAM 16
#define TE_SPRITE 17
#define TE_BEAMSPRITE 18
#define TE_BEAMTORUS 19
#define TE_BEAMDISK 20
#define TE_BEAMCYLINDER 21
#define TE_BEAMFOLLOW 22
#define TE_GLOWSPRITE 23
#define TE_BEAMRING 24
#define TE_STREAK_SPLASH 25
#define TE_BEAMHOSE 26
#define TE_DLIGHT 27
#define TE_ELIGHT 28
#define TE_TEXTMESSAGE 29
#define TE_LINE 30
#define TE_BOX 31
#define TE_KILLBEAM 99
#define TE_LARGEFUNNEL 100
#define TE_BLOODSTREAM 101
#define TE_SHOWLINE 102
#define TE_BLOOD 103
#define TE_DECAL 104
#define TE_FIZZ 105
#define TE_MODEL 106
#define TE_EXPLODEMODEL 107
#define TE_BREAKMODEL 108
#define TE_GUNSHOTDECAL 109
#define TE_SPRITE_SPRAY 110
#define TE_ARMOR_RICOCHET 111
#define TE_PLAYERDECAL 112
#define TE_BUBBLES 113
#define TE_BUBBLETRAIL 114
#define TE_BLOODSPRITE 115
#define TE_WORLDDECAL 116
#define TE_WORLDDECALHIGH 117
#define TE_DECALHIGH 118
#define TE_PROJECTILE 119
#define TE_SPRAY 120
#define TE_PLAYERSPRITES 121
#define TE_PARTICLEBURST 122
#define TE_FIREFIELD 123
#define TE_PLAYERATTACHMENT 124
#define TE_KILLPLAYERATTACHMENTS 125
#define TE_MULTIGUNSHOT 126
#define TE_USERTRACER 127

/* Bits of the flags byte of an explosion (TE_EXPLOSION). */
#define TE_EXPLFLAG_NONE 0x0
#define TE_EXPLFLAG_NOADDITIVE 0x1
#define TE_EXPLFLAG_NODLIGHTS 0x2
#define TE_EXPLFLAG_NOSOUND 0x4
#define TE_EXPLFLAG_NOPARTICLES 0x8
#define TE_EXPLFLAG_DRAWALPHA 0x10
#define TE_EXPLFLAG_ROTATE 0x20

/* The sound that a thrown model (TE_MODEL) makes when it bounces. */
#define TE_BOUNCE_NULL 0
#define TE_BOUNCE_SHELL 1
#define TE_BOUNCE_SHOTSHELL 2

/* Bits of the flags byte of a field of fire (TE_FIREFIELD). */
#define TEFIRE_FLAG_ALLFLOAT 0x1
#define TEFIRE_FLAG_SOMEFLOAT 0x2
#define TEFIRE_FLAG_LOOP 0x4
#define TEFIRE_FLAG_ALPHA 0x8
#define TEFIRE_FLAG_PLANAR 0x10
#define TEFIRE_FLAG_ADDITIVE 0x20

/* Who gets a message. */
#define MSG_BROADCAST 0
#define MSG_ONE 1
#define MSG_ALL 2
#define MSG_INIT 3
#define MSG_PVS 4
#define MSG_PAS 5
#define MSG_PVS_R 6
#define MSG_PAS_R 7
#define MSG_ONE_UNRELIABLE 8
#define MSG_SPEC 9

/* What fills a point of the world: the result of `pointContents`. */
#define CONTENTS_EMPTY (-1)
#define CONTENTS_SOLID (-2)
#define CONTENTS_WATER (-3)
#define CONTENTS_SLIME (-4)
#define CONTENTS_LAVA (-5)
#define CONTENTS_SKY (-6)
#define CONTENTS_ORIGIN (-7)
#define CONTENTS_CLIP (-8)
#define CONTENTS_CURRENT_0 (-9)
#define CONTENTS_CURRENT_90 (-10)
#define CONTENTS_CURRENT_180 (-11)
#define CONTENTS_CURRENT_270 (-12)
#define CONTENTS_CURRENT_UP (-13)
#define CONTENTS_CURRENT_DOWN (-14)
#define CONTENTS_TRANSLUCENT (-15)
#define CONTENTS_LADDER (-16)
#define CONTENT_FLYFIELD (-17)
#define CONTENT_GRAVITY_FLYFIELD (-18)
#define CONTENT_FOG (-19)
#define CONTENT_EMPTY (-1)
#define CONTENT_SOLID (-2)
#define CONTENT_WATER (-3)
#define CONTENT_SLIME (-4)
#define CONTENT_LAVA (-5)
#define CONTENT_SKY (-6)

/* Sound channels of an entity; a new sound on a channel other than `Auto` ends the one playing there. */
#define CHAN_AUTO 0
#define CHAN_WEAPON 1
#define CHAN_VOICE 2
#define CHAN_ITEM 3
#define CHAN_BODY 4
#define CHAN_STREAM 5
#define CHAN_STATIC 6
#define CHAN_NETWORKVOICE_BASE 7
#define CHAN_NETWORKVOICE_END 500
#define CHAN_BOT 501

/* How fast a sound fades with distance. */
#define ATTN_NONE 0
#define ATTN_NORM 0.8f
#define ATTN_IDLE 2
#define ATTN_STATIC 1.25f

/* Common pitches of sounds; 100 is as recorded. */
#define PITCH_NORM 100
#define PITCH_LOW 95
#define PITCH_HIGH 120

/* Bits of `entity.vars.spawnFlags`; what a bit means depends on the class named first. */
#define SF_TRAIN_WAIT_RETRIGGER 0x1
#define SF_TRAIN_START_ON 0x4
#define SF_TRAIN_PASSABLE 0x8
#define SF_BRUSH_ROTATE_Y_AXIS 0x0
#define SF_BRUSH_ROTATE_INSTANT 0x1
#define SF_BRUSH_ROTATE_BACKWARDS 0x2
#define SF_BRUSH_ROTATE_Z_AXIS 0x4
#define SF_BRUSH_ROTATE_X_AXIS 0x8
#define SF_PENDULUM_AUTO_RETURN 0x10
#define SF_PENDULUM_PASSABLE 0x20
#define SF_BRUSH_ROTATE_SMALLRADIUS 0x80
#define SF_BRUSH_ROTATE_MEDIUMRADIUS 0x100
#define SF_BRUSH_ROTATE_LARGERADIUS 0x200
#define SF_TRIGGER_ALLOWMONSTERS 0x1
#define SF_TRIGGER_NOCLIENTS 0x2
#define SF_TRIGGER_PUSHABLES 0x4
#define SF_BREAK_TRIGGER_ONLY 0x1
#define SF_BREAK_TOUCH 0x2
#define SF_BREAK_PRESSURE 0x4
#define SF_BREAK_CROWBAR 0x100
#define SF_PUSH_BREAKABLE 0x80
#define SF_LIGHT_START_OFF 0x1
#define SF_TRIG_PUSH_ONCE 0x1

/* Bits of `entity.vars.button` and of a command's `buttons`: the keys a player holds. */
#define IN_ATTACK 0x1
#define IN_JUMP 0x2
#define IN_DUCK 0x4
#define IN_FORWARD 0x8
#define IN_BACK 0x10
#define IN_USE 0x20
#define IN_CANCEL 0x40
#define IN_LEFT 0x80
#define IN_RIGHT 0x100
#define IN_MOVELEFT 0x200
#define IN_MOVERIGHT 0x400
#define IN_ATTACK2 0x800
#define IN_RUN 0x1000
#define IN_RELOAD 0x2000
#define IN_ALT1 0x4000
#define IN_SCORE 0x8000

/* Bits of the flags byte of a breaking model (TE_BREAKMODEL). */
#define BREAK_TYPEMASK 0x4f
#define BREAK_GLASS 0x1
#define BREAK_METAL 0x2
#define BREAK_FLESH 0x4
#define BREAK_WOOD 0x8
#define BREAK_SMOKE 0x10
#define BREAK_TRANS 0x20
#define BREAK_CONCRETE 0x40
#define BREAK_2 0x80

/* Bits of a console variable's flags. */
#define FCVAR_ARCHIVE 0x1
#define FCVAR_USERINFO 0x2
#define FCVAR_SERVER 0x4
#define FCVAR_EXTDLL 0x8
#define FCVAR_CLIENTDLL 0x10
#define FCVAR_PROTECTED 0x20
#define FCVAR_SPONLY 0x40
#define FCVAR_PRINTABLEONLY 0x80
#define FCVAR_UNLOGGED 0x100
#define FCVAR_NOEXTRAWHITEPACE 0x200
#define FCVAR_PRIVILEGED 0x400
#define FCVAR_FILTERSTUFFTEXT 0x800
#define FCVAR_FILTERCHARS 0x1000
#define FCVAR_NOBADPATHS 0x2000

/* Bits of `playbackEvent`'s flags. */
#define FEV_NOTHOST 0x1
#define FEV_RELIABLE 0x2
#define FEV_GLOBAL 0x4
#define FEV_UPDATE 0x8
#define FEV_HOSTONLY 0x10
#define FEV_SERVER 0x20
#define FEV_CLIENT 0x40

/* Bits of `emitSound`'s flags. */
#define SND_SPAWNING 0x100
#define SND_STOP 0x20
#define SND_CHANGE_VOL 0x40
#define SND_CHANGE_PITCH 0x80

/* Message types of the engine that games may send. */
#define SVC_TEMPENTITY 23
#define SVC_INTERMISSION 30
#define SVC_CDTRACK 32
#define SVC_WEAPONANIM 35
#define SVC_ROOMTYPE 37
#define SVC_DIRECTOR 51

/* Bits of `spawnFlags` that triggers share. */
#define SPAWNFLAG_NOMESSAGE 0x1
#define SPAWNFLAG_NOTOUCH 0x1
#define SPAWNFLAG_DROIDONLY 0x4
#define SPAWNFLAG_USEONLY 0x1

/* How `setGroupMask` compares groups. */
#define GROUP_OP_AND 0
#define GROUP_OP_NAND 1

/* Bits of the HideWeapon message: which parts of the display a client hides. */
#define HIDEHUD_WEAPONS 0x1
#define HIDEHUD_FLASHLIGHT 0x2
#define HIDEHUD_ALL 0x4
#define HIDEHUD_HEALTH 0x8

/* Numbers of the bits of `entity.vars.weapons` that are no weapons. */
#define WEAPON_SUIT 31

/* Bits of an entity's flags in a save file. */
#define FENTTABLE_PLAYER 0x80000000u
#define FENTTABLE_REMOVED 0x40000000
#define FENTTABLE_MOVEABLE 0x20000000
#define FENTTABLE_GLOBAL 0x10000000

/* How an entity is drawn: `entity.vars.renderMode`. */
#define kRenderNormal 0
#define kRenderTransColor 1
#define kRenderTransTexture 2
#define kRenderGlow 3
#define kRenderTransAlpha 4
#define kRenderTransAdd 5

/* Effects on how an entity is drawn: `entity.vars.renderFx`. */
#define kRenderFxNone 0
#define kRenderFxPulseSlow 1
#define kRenderFxPulseFast 2
#define kRenderFxPulseSlowWide 3
#define kRenderFxPulseFastWide 4
#define kRenderFxFadeSlow 5
#define kRenderFxFadeFast 6
#define kRenderFxSolidSlow 7
#define kRenderFxSolidFast 8
#define kRenderFxStrobeSlow 9
#define kRenderFxStrobeFast 10
#define kRenderFxStrobeFaster 11
#define kRenderFxFlickerSlow 12
#define kRenderFxFlickerFast 13
#define kRenderFxNoDissipation 14
#define kRenderFxDistort 15
#define kRenderFxHologram 16
#define kRenderFxDeadPlayer 17
#define kRenderFxExplode 18
#define kRenderFxGlowShell 19
#define kRenderFxClampMinScale 20

/* What an `alertMessage` is; `Logged` goes to the server's log file. */
typedef enum {
  at_notice = 0,
  at_console = 1,
  at_aiconsole = 2,
  at_warning = 3,
  at_error = 4,
  at_logged = 5
} ALERT_TYPE;

/* Where `clientPrintf` shows its text. */
typedef enum {
  print_console = 0,
  print_center = 1,
  print_chat = 2
} PRINT_TYPE;

/* What `forceUnmodified` demands of a client's file. */
typedef enum {
  force_exactfile = 0,
  force_model_samebounds = 1,
  force_model_specifybounds = 2,
  force_model_specifybounds_if_avail = 3
} FORCE_TYPE;

/* What kind of address a `NetAdr` holds. */
typedef enum {
  NA_UNUSED = 0,
  NA_LOOPBACK = 1,
  NA_BROADCAST = 2,
  NA_IP = 3,
  NA_IPX = 4,
  NA_BROADCAST_IPX = 5
} netadrtype_t;

/* What kind of file a `Resource` is. */
typedef enum {
  t_sound = 0,
  t_skin = 1,
  t_model = 2,
  t_decal = 3,
  t_generic = 4,
  t_eventscript = 5,
  t_world = 6
} resourcetype_t;

/* What kind of value a saved field holds. */
typedef enum {
  FIELD_FLOAT = 0,
  FIELD_STRING = 1,
  FIELD_ENTITY = 2,
  FIELD_CLASSPTR = 3,
  FIELD_EHANDLE = 4,
  FIELD_EVARS = 5,
  FIELD_EDICT = 6,
  FIELD_VECTOR = 7,
  FIELD_POSITION_VECTOR = 8,
  FIELD_POINTER = 9,
  FIELD_INTEGER = 10,
  FIELD_FUNCTION = 11,
  FIELD_BOOLEAN = 12,
  FIELD_SHORT = 13,
  FIELD_CHARACTER = 14,
  FIELD_TIME = 15,
  FIELD_MODELNAME = 16,
  FIELD_SOUNDNAME = 17
} FIELDTYPE;

#endif
