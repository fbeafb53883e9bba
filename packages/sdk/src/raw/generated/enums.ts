// Generated from api/enums.ts by npm run generate. Do not edit.

/** Bits of `entity.vars.flags`. */
export const EntityFlag = {
  /** `FL_FLY` */
  Fly: 1,
  /** `FL_SWIM` */
  Swim: 2,
  /** `FL_CONVEYOR` */
  Conveyor: 4,
  /** `FL_CLIENT` */
  Client: 8,
  /** `FL_INWATER` */
  InWater: 0x10,
  /** `FL_MONSTER` */
  Monster: 0x20,
  /** `FL_GODMODE` */
  GodMode: 0x40,
  /** `FL_NOTARGET` */
  NoTarget: 0x80,
  /** `FL_SKIPLOCALHOST` */
  SkipLocalHost: 0x100,
  /** `FL_ONGROUND` */
  OnGround: 0x200,
  /** `FL_PARTIALGROUND` */
  PartialGround: 0x400,
  /** `FL_WATERJUMP` */
  WaterJump: 0x800,
  /** `FL_FROZEN` */
  Frozen: 0x1000,
  /** `FL_FAKECLIENT` */
  FakeClient: 0x2000,
  /** `FL_DUCKING` */
  Ducking: 0x4000,
  /** `FL_FLOAT` */
  Float: 0x8000,
  /** `FL_GRAPHED` */
  Graphed: 0x10000,
  /** `FL_IMMUNE_WATER` */
  ImmuneWater: 0x20000,
  /** `FL_IMMUNE_SLIME` */
  ImmuneSlime: 0x40000,
  /** `FL_IMMUNE_LAVA` */
  ImmuneLava: 0x80000,
  /** `FL_PROXY` */
  Proxy: 0x100000,
  /** `FL_ALWAYSTHINK` */
  AlwaysThink: 0x200000,
  /** `FL_BASEVELOCITY` */
  BaseVelocity: 0x400000,
  /** `FL_MONSTERCLIP` */
  MonsterClip: 0x800000,
  /** `FL_ONTRAIN` */
  OnTrain: 0x1000000,
  /** `FL_WORLDBRUSH` */
  WorldBrush: 0x2000000,
  /** `FL_SPECTATOR` */
  Spectator: 0x4000000,
  /** `FL_CUSTOMENTITY` */
  CustomEntity: 0x20000000,
  /** `FL_KILLME` */
  KillMe: 0x40000000,
  /** `FL_DORMANT` */
  Dormant: 0x80000000,
} as const
export type EntityFlag = (typeof EntityFlag)[keyof typeof EntityFlag]

/** Bits of `globals.traceFlags`, obeyed by traces and reset by each. */
export const TraceFlag = {
  /** `FTRACE_SIMPLEBOX` */
  SimpleBox: 1,
  /** `FTRACE_IGNORE_GLASS` */
  IgnoreGlass: 2,
} as const
export type TraceFlag = (typeof TraceFlag)[keyof typeof TraceFlag]

/** How `walkMove` tries a step. */
export const WalkMoveMode = {
  /** `WALKMOVE_NORMAL` */
  Normal: 0,
  /** `WALKMOVE_WORLDONLY` */
  WorldOnly: 1,
  /** `WALKMOVE_CHECKONLY` */
  CheckOnly: 2,
} as const
export type WalkMoveMode = (typeof WalkMoveMode)[keyof typeof WalkMoveMode]

/** How an entity moves: `entity.vars.moveType`. */
export const MoveType = {
  /** `MOVETYPE_NONE` */
  None: 0,
  /** `MOVETYPE_WALK` */
  Walk: 3,
  /** `MOVETYPE_STEP` */
  Step: 4,
  /** `MOVETYPE_FLY` */
  Fly: 5,
  /** `MOVETYPE_TOSS` */
  Toss: 6,
  /** `MOVETYPE_PUSH` */
  Push: 7,
  /** `MOVETYPE_NOCLIP` */
  NoClip: 8,
  /** `MOVETYPE_FLYMISSILE` */
  FlyMissile: 9,
  /** `MOVETYPE_BOUNCE` */
  Bounce: 10,
  /** `MOVETYPE_BOUNCEMISSILE` */
  BounceMissile: 11,
  /** `MOVETYPE_FOLLOW` */
  Follow: 12,
  /** `MOVETYPE_PUSHSTEP` */
  PushStep: 13,
  /** `MOVETYPE_COMPOUND` */
  Compound: 14,
} as const
export type MoveType = (typeof MoveType)[keyof typeof MoveType]

/** What an entity is to others that touch it: `entity.vars.solid`. */
export const Solid = {
  /** `SOLID_NOT` */
  Not: 0,
  /** `SOLID_TRIGGER` */
  Trigger: 1,
  /** `SOLID_BBOX` */
  BBox: 2,
  /** `SOLID_SLIDEBOX` */
  SlideBox: 3,
  /** `SOLID_BSP` */
  Bsp: 4,
  /** `SOLID_CUSTOM` */
  Custom: 5,
} as const
export type Solid = (typeof Solid)[keyof typeof Solid]

/** How dead an entity is: `entity.vars.deadFlag`. */
export const DeadFlag = {
  /** `DEAD_NO` */
  No: 0,
  /** `DEAD_DYING` */
  Dying: 1,
  /** `DEAD_DEAD` */
  Dead: 2,
  /** `DEAD_RESPAWNABLE` */
  Respawnable: 3,
  /** `DEAD_DISCARDBODY` */
  DiscardBody: 4,
} as const
export type DeadFlag = (typeof DeadFlag)[keyof typeof DeadFlag]

/** Whether an entity can be hurt: `entity.vars.takeDamage`. */
export const TakeDamage = {
  /** `DAMAGE_NO` */
  No: 0,
  /** `DAMAGE_YES` */
  Yes: 1,
  /** `DAMAGE_AIM` */
  Aim: 2,
} as const
export type TakeDamage = (typeof TakeDamage)[keyof typeof TakeDamage]

/** Bits of `entity.vars.effects`. */
export const Effect = {
  /** `EF_BRIGHTFIELD` */
  BrightField: 1,
  /** `EF_MUZZLEFLASH` */
  MuzzleFlash: 2,
  /** `EF_BRIGHTLIGHT` */
  BrightLight: 4,
  /** `EF_DIMLIGHT` */
  DimLight: 8,
  /** `EF_INVLIGHT` */
  InvLight: 0x10,
  /** `EF_NOINTERP` */
  NoInterp: 0x20,
  /** `EF_LIGHT` */
  Light: 0x40,
  /** `EF_NODRAW` */
  NoDraw: 0x80,
  /** `EF_NIGHTVISION` */
  NightVision: 0x100,
  /** `EF_SNIPERLASER` */
  SniperLaser: 0x200,
  /** `EF_FIBERCAMERA` */
  FiberCamera: 0x400,
  /** `EF_NOREFLECT` */
  NoReflect: 0x1000000,
  /** `EF_REFLECTONLY` */
  ReflectOnly: 0x2000000,
  /** `EF_NOWATERCSG` */
  NoWaterCsg: 0x4000000,
  /** `EF_FULLBRIGHT` */
  FullBright: 0x8000000,
  /** `EF_NOSHADOW` */
  NoShadow: 0x10000000,
  /** `EF_MERGE_VISIBILITY` */
  MergeVisibility: 0x20000000,
  /** `EF_REQUEST_PHS` */
  RequestPhs: 0x40000000,
} as const
export type Effect = (typeof Effect)[keyof typeof Effect]

/** Bits of `eflags` in an entity state. */
export const EntityStateFlag = {
  /** `EFLAG_SLERP` */
  Slerp: 1,
  /** `EFLAG_FLESH_SOUND` */
  FleshSound: 2,
} as const
export type EntityStateFlag = (typeof EntityStateFlag)[keyof typeof EntityStateFlag]

/** Kinds of temporary entity: the first byte of a message of type 23 (SVC_TEMPENTITY). */
export const TempEntity = {
  /** `TE_BEAMPOINTS` */
  BeamPoints: 0,
  /** `TE_BEAMENTPOINT` */
  BeamEntPoint: 1,
  /** `TE_GUNSHOT` */
  Gunshot: 2,
  /** `TE_EXPLOSION` */
  Explosion: 3,
  /** `TE_TAREXPLOSION` */
  TarExplosion: 4,
  /** `TE_SMOKE` */
  Smoke: 5,
  /** `TE_TRACER` */
  Tracer: 6,
  /** `TE_LIGHTNING` */
  Lightning: 7,
  /** `TE_BEAMENTS` */
  BeamEnts: 8,
  /** `TE_SPARKS` */
  Sparks: 9,
  /** `TE_LAVASPLASH` */
  LavaSplash: 10,
  /** `TE_TELEPORT` */
  Teleport: 11,
  /** `TE_EXPLOSION2` */
  Explosion2: 12,
  /** `TE_BSPDECAL` */
  BspDecal: 13,
  /** `TE_IMPLOSION` */
  Implosion: 14,
  /** `TE_SPRITETRAIL` */
  SpriteTrail: 15,
  /** `TE_BEAM` */
  Beam: 16,
  /** `TE_SPRITE` */
  Sprite: 17,
  /** `TE_BEAMSPRITE` */
  BeamSprite: 18,
  /** `TE_BEAMTORUS` */
  BeamTorus: 19,
  /** `TE_BEAMDISK` */
  BeamDisk: 20,
  /** `TE_BEAMCYLINDER` */
  BeamCylinder: 21,
  /** `TE_BEAMFOLLOW` */
  BeamFollow: 22,
  /** `TE_GLOWSPRITE` */
  GlowSprite: 23,
  /** `TE_BEAMRING` */
  BeamRing: 24,
  /** `TE_STREAK_SPLASH` */
  StreakSplash: 25,
  /** `TE_BEAMHOSE` */
  BeamHose: 26,
  /** `TE_DLIGHT` */
  DLight: 27,
  /** `TE_ELIGHT` */
  ELight: 28,
  /** `TE_TEXTMESSAGE` */
  TextMessage: 29,
  /** `TE_LINE` */
  Line: 30,
  /** `TE_BOX` */
  Box: 31,
  /** `TE_KILLBEAM` */
  KillBeam: 99,
  /** `TE_LARGEFUNNEL` */
  LargeFunnel: 100,
  /** `TE_BLOODSTREAM` */
  BloodStream: 101,
  /** `TE_SHOWLINE` */
  ShowLine: 102,
  /** `TE_BLOOD` */
  Blood: 103,
  /** `TE_DECAL` */
  Decal: 104,
  /** `TE_FIZZ` */
  Fizz: 105,
  /** `TE_MODEL` */
  Model: 106,
  /** `TE_EXPLODEMODEL` */
  ExplodeModel: 107,
  /** `TE_BREAKMODEL` */
  BreakModel: 108,
  /** `TE_GUNSHOTDECAL` */
  GunshotDecal: 109,
  /** `TE_SPRITE_SPRAY` */
  SpriteSpray: 110,
  /** `TE_ARMOR_RICOCHET` */
  ArmorRicochet: 111,
  /** `TE_PLAYERDECAL` */
  PlayerDecal: 112,
  /** `TE_BUBBLES` */
  Bubbles: 113,
  /** `TE_BUBBLETRAIL` */
  BubbleTrail: 114,
  /** `TE_BLOODSPRITE` */
  BloodSprite: 115,
  /** `TE_WORLDDECAL` */
  WorldDecal: 116,
  /** `TE_WORLDDECALHIGH` */
  WorldDecalHigh: 117,
  /** `TE_DECALHIGH` */
  DecalHigh: 118,
  /** `TE_PROJECTILE` */
  Projectile: 119,
  /** `TE_SPRAY` */
  Spray: 120,
  /** `TE_PLAYERSPRITES` */
  PlayerSprites: 121,
  /** `TE_PARTICLEBURST` */
  ParticleBurst: 122,
  /** `TE_FIREFIELD` */
  FireField: 123,
  /** `TE_PLAYERATTACHMENT` */
  PlayerAttachment: 124,
  /** `TE_KILLPLAYERATTACHMENTS` */
  KillPlayerAttachments: 125,
  /** `TE_MULTIGUNSHOT` */
  MultiGunshot: 126,
  /** `TE_USERTRACER` */
  UserTracer: 127,
} as const
export type TempEntity = (typeof TempEntity)[keyof typeof TempEntity]

/** Bits of the flags byte of an explosion (TE_EXPLOSION). */
export const ExplosionFlag = {
  /** `TE_EXPLFLAG_NONE` */
  None: 0,
  /** `TE_EXPLFLAG_NOADDITIVE` */
  NoAdditive: 1,
  /** `TE_EXPLFLAG_NODLIGHTS` */
  NoDLights: 2,
  /** `TE_EXPLFLAG_NOSOUND` */
  NoSound: 4,
  /** `TE_EXPLFLAG_NOPARTICLES` */
  NoParticles: 8,
  /** `TE_EXPLFLAG_DRAWALPHA` */
  DrawAlpha: 0x10,
  /** `TE_EXPLFLAG_ROTATE` */
  Rotate: 0x20,
} as const
export type ExplosionFlag = (typeof ExplosionFlag)[keyof typeof ExplosionFlag]

/** The sound that a thrown model (TE_MODEL) makes when it bounces. */
export const BounceSound = {
  /** `TE_BOUNCE_NULL` */
  Null: 0,
  /** `TE_BOUNCE_SHELL` */
  Shell: 1,
  /** `TE_BOUNCE_SHOTSHELL` */
  ShotShell: 2,
} as const
export type BounceSound = (typeof BounceSound)[keyof typeof BounceSound]

/** Bits of the flags byte of a field of fire (TE_FIREFIELD). */
export const FireFieldFlag = {
  /** `TEFIRE_FLAG_ALLFLOAT` */
  AllFloat: 1,
  /** `TEFIRE_FLAG_SOMEFLOAT` */
  SomeFloat: 2,
  /** `TEFIRE_FLAG_LOOP` */
  Loop: 4,
  /** `TEFIRE_FLAG_ALPHA` */
  Alpha: 8,
  /** `TEFIRE_FLAG_PLANAR` */
  Planar: 0x10,
  /** `TEFIRE_FLAG_ADDITIVE` */
  Additive: 0x20,
} as const
export type FireFieldFlag = (typeof FireFieldFlag)[keyof typeof FireFieldFlag]

/** Who gets a message. */
export const MessageDest = {
  /** `MSG_BROADCAST` */
  Broadcast: 0,
  /** `MSG_ONE` */
  One: 1,
  /** `MSG_ALL` */
  All: 2,
  /** `MSG_INIT` */
  Init: 3,
  /** `MSG_PVS` */
  Pvs: 4,
  /** `MSG_PAS` */
  Pas: 5,
  /** `MSG_PVS_R` */
  PvsR: 6,
  /** `MSG_PAS_R` */
  PasR: 7,
  /** `MSG_ONE_UNRELIABLE` */
  OneUnreliable: 8,
  /** `MSG_SPEC` */
  Spec: 9,
} as const
export type MessageDest = (typeof MessageDest)[keyof typeof MessageDest]

/** What fills a point of the world: the result of `pointContents`. */
export const Contents = {
  /** `CONTENTS_EMPTY` */
  Empty: -1,
  /** `CONTENTS_SOLID` */
  Solid: -2,
  /** `CONTENTS_WATER` */
  Water: -3,
  /** `CONTENTS_SLIME` */
  Slime: -4,
  /** `CONTENTS_LAVA` */
  Lava: -5,
  /** `CONTENTS_SKY` */
  Sky: -6,
  /** `CONTENTS_ORIGIN` */
  Origin: -7,
  /** `CONTENTS_CLIP` */
  Clip: -8,
  /** `CONTENTS_CURRENT_0` */
  Current0: -9,
  /** `CONTENTS_CURRENT_90` */
  Current90: -10,
  /** `CONTENTS_CURRENT_180` */
  Current180: -11,
  /** `CONTENTS_CURRENT_270` */
  Current270: -12,
  /** `CONTENTS_CURRENT_UP` */
  CurrentUp: -13,
  /** `CONTENTS_CURRENT_DOWN` */
  CurrentDown: -14,
  /** `CONTENTS_TRANSLUCENT` */
  Translucent: -15,
  /** `CONTENTS_LADDER` */
  Ladder: -16,
  /** `CONTENT_FLYFIELD` */
  FlyField: -17,
  /** `CONTENT_GRAVITY_FLYFIELD` */
  GravityFlyField: -18,
  /** `CONTENT_FOG` */
  Fog: -19,
} as const
export type Contents = (typeof Contents)[keyof typeof Contents]

/** Sound channels of an entity; a new sound on a channel other than `Auto` ends the one playing there. */
export const Channel = {
  /** `CHAN_AUTO` */
  Auto: 0,
  /** `CHAN_WEAPON` */
  Weapon: 1,
  /** `CHAN_VOICE` */
  Voice: 2,
  /** `CHAN_ITEM` */
  Item: 3,
  /** `CHAN_BODY` */
  Body: 4,
  /** `CHAN_STREAM` */
  Stream: 5,
  /** `CHAN_STATIC` */
  Static: 6,
  /** `CHAN_NETWORKVOICE_BASE` */
  NetworkVoiceBase: 7,
  /** `CHAN_NETWORKVOICE_END` */
  NetworkVoiceEnd: 500,
  /** `CHAN_BOT` */
  Bot: 501,
} as const
export type Channel = (typeof Channel)[keyof typeof Channel]

/** How fast a sound fades with distance. */
export const Attenuation = {
  /** `ATTN_NONE` */
  None: 0,
  /** `ATTN_NORM` */
  Norm: 0.8,
  /** `ATTN_IDLE` */
  Idle: 2,
  /** `ATTN_STATIC` */
  Static: 1.25,
} as const
export type Attenuation = (typeof Attenuation)[keyof typeof Attenuation]

/** Common pitches of sounds; 100 is as recorded. */
export const Pitch = {
  /** `PITCH_NORM` */
  Norm: 100,
  /** `PITCH_LOW` */
  Low: 95,
  /** `PITCH_HIGH` */
  High: 120,
} as const
export type Pitch = (typeof Pitch)[keyof typeof Pitch]

/** Bits of `entity.vars.spawnFlags`; what a bit means depends on the class named first. */
export const SpawnFlag = {
  /** `SF_TRAIN_WAIT_RETRIGGER` */
  TrainWaitRetrigger: 1,
  /** `SF_TRAIN_START_ON` */
  TrainStartOn: 4,
  /** `SF_TRAIN_PASSABLE` */
  TrainPassable: 8,
  /** `SF_BRUSH_ROTATE_Y_AXIS` */
  BrushRotateYAxis: 0,
  /** `SF_BRUSH_ROTATE_INSTANT` */
  BrushRotateInstant: 1,
  /** `SF_BRUSH_ROTATE_BACKWARDS` */
  BrushRotateBackwards: 2,
  /** `SF_BRUSH_ROTATE_Z_AXIS` */
  BrushRotateZAxis: 4,
  /** `SF_BRUSH_ROTATE_X_AXIS` */
  BrushRotateXAxis: 8,
  /** `SF_PENDULUM_AUTO_RETURN` */
  PendulumAutoReturn: 0x10,
  /** `SF_PENDULUM_PASSABLE` */
  PendulumPassable: 0x20,
  /** `SF_BRUSH_ROTATE_SMALLRADIUS` */
  BrushRotateSmallRadius: 0x80,
  /** `SF_BRUSH_ROTATE_MEDIUMRADIUS` */
  BrushRotateMediumRadius: 0x100,
  /** `SF_BRUSH_ROTATE_LARGERADIUS` */
  BrushRotateLargeRadius: 0x200,
  /** `SF_TRIGGER_ALLOWMONSTERS` */
  TriggerAllowMonsters: 1,
  /** `SF_TRIGGER_NOCLIENTS` */
  TriggerNoClients: 2,
  /** `SF_TRIGGER_PUSHABLES` */
  TriggerPushables: 4,
  /** `SF_BREAK_TRIGGER_ONLY` */
  BreakTriggerOnly: 1,
  /** `SF_BREAK_TOUCH` */
  BreakTouch: 2,
  /** `SF_BREAK_PRESSURE` */
  BreakPressure: 4,
  /** `SF_BREAK_CROWBAR` */
  BreakCrowbar: 0x100,
  /** `SF_PUSH_BREAKABLE` */
  PushBreakable: 0x80,
  /** `SF_LIGHT_START_OFF` */
  LightStartOff: 1,
  /** `SF_TRIG_PUSH_ONCE` */
  TrigPushOnce: 1,
} as const
export type SpawnFlag = (typeof SpawnFlag)[keyof typeof SpawnFlag]

/** Bits of `entity.vars.button` and of a command's `buttons`: the keys a player holds. */
export const Button = {
  /** `IN_ATTACK` */
  Attack: 1,
  /** `IN_JUMP` */
  Jump: 2,
  /** `IN_DUCK` */
  Duck: 4,
  /** `IN_FORWARD` */
  Forward: 8,
  /** `IN_BACK` */
  Back: 0x10,
  /** `IN_USE` */
  Use: 0x20,
  /** `IN_CANCEL` */
  Cancel: 0x40,
  /** `IN_LEFT` */
  Left: 0x80,
  /** `IN_RIGHT` */
  Right: 0x100,
  /** `IN_MOVELEFT` */
  MoveLeft: 0x200,
  /** `IN_MOVERIGHT` */
  MoveRight: 0x400,
  /** `IN_ATTACK2` */
  Attack2: 0x800,
  /** `IN_RUN` */
  Run: 0x1000,
  /** `IN_RELOAD` */
  Reload: 0x2000,
  /** `IN_ALT1` */
  Alt1: 0x4000,
  /** `IN_SCORE` */
  Score: 0x8000,
} as const
export type Button = (typeof Button)[keyof typeof Button]

/** Bits of the flags byte of a breaking model (TE_BREAKMODEL). */
export const BreakType = {
  /** `BREAK_TYPEMASK` */
  TypeMask: 0x4f,
  /** `BREAK_GLASS` */
  Glass: 1,
  /** `BREAK_METAL` */
  Metal: 2,
  /** `BREAK_FLESH` */
  Flesh: 4,
  /** `BREAK_WOOD` */
  Wood: 8,
  /** `BREAK_SMOKE` */
  Smoke: 0x10,
  /** `BREAK_TRANS` */
  Trans: 0x20,
  /** `BREAK_CONCRETE` */
  Concrete: 0x40,
  /** `BREAK_2` */
  Two: 0x80,
} as const
export type BreakType = (typeof BreakType)[keyof typeof BreakType]

/** Bits of a console variable's flags. */
export const CvarFlag = {
  /** `FCVAR_ARCHIVE` */
  Archive: 1,
  /** `FCVAR_USERINFO` */
  Userinfo: 2,
  /** `FCVAR_SERVER` */
  Server: 4,
  /** `FCVAR_EXTDLL` */
  ExtDll: 8,
  /** `FCVAR_CLIENTDLL` */
  ClientDll: 0x10,
  /** `FCVAR_PROTECTED` */
  Protected: 0x20,
  /** `FCVAR_SPONLY` */
  SpOnly: 0x40,
  /** `FCVAR_PRINTABLEONLY` */
  PrintableOnly: 0x80,
  /** `FCVAR_UNLOGGED` */
  Unlogged: 0x100,
  /** `FCVAR_NOEXTRAWHITEPACE` */
  NoExtraWhiteSpace: 0x200,
  /** `FCVAR_PRIVILEGED` */
  Privileged: 0x400,
  /** `FCVAR_FILTERSTUFFTEXT` */
  FilterStuffText: 0x800,
  /** `FCVAR_FILTERCHARS` */
  FilterChars: 0x1000,
  /** `FCVAR_NOBADPATHS` */
  NoBadPaths: 0x2000,
} as const
export type CvarFlag = (typeof CvarFlag)[keyof typeof CvarFlag]

/** Bits of `playbackEvent`'s flags. */
export const EventFlag = {
  /** `FEV_NOTHOST` */
  NotHost: 1,
  /** `FEV_RELIABLE` */
  Reliable: 2,
  /** `FEV_GLOBAL` */
  Global: 4,
  /** `FEV_UPDATE` */
  Update: 8,
  /** `FEV_HOSTONLY` */
  HostOnly: 0x10,
  /** `FEV_SERVER` */
  Server: 0x20,
  /** `FEV_CLIENT` */
  Client: 0x40,
} as const
export type EventFlag = (typeof EventFlag)[keyof typeof EventFlag]

/** Bits of `emitSound`'s flags. */
export const SoundFlag = {
  /** `SND_SPAWNING` */
  Spawning: 0x100,
  /** `SND_STOP` */
  Stop: 0x20,
  /** `SND_CHANGE_VOL` */
  ChangeVol: 0x40,
  /** `SND_CHANGE_PITCH` */
  ChangePitch: 0x80,
} as const
export type SoundFlag = (typeof SoundFlag)[keyof typeof SoundFlag]

/** Message types of the engine that games may send. */
export const SvcMessage = {
  /** `SVC_TEMPENTITY` */
  TempEntity: 23,
  /** `SVC_INTERMISSION` */
  Intermission: 30,
  /** `SVC_CDTRACK` */
  CdTrack: 32,
  /** `SVC_WEAPONANIM` */
  WeaponAnim: 35,
  /** `SVC_ROOMTYPE` */
  RoomType: 37,
  /** `SVC_DIRECTOR` */
  Director: 51,
} as const
export type SvcMessage = (typeof SvcMessage)[keyof typeof SvcMessage]

/** Bits of `spawnFlags` that triggers share. */
export const TouchSpawnFlag = {
  /** `SPAWNFLAG_NOMESSAGE` */
  NoMessage: 1,
  /** `SPAWNFLAG_NOTOUCH` */
  NoTouch: 1,
  /** `SPAWNFLAG_DROIDONLY` */
  DroidOnly: 4,
  /** `SPAWNFLAG_USEONLY` */
  UseOnly: 1,
} as const
export type TouchSpawnFlag = (typeof TouchSpawnFlag)[keyof typeof TouchSpawnFlag]

/** How `setGroupMask` compares groups. */
export const GroupOp = {
  /** `GROUP_OP_AND` */
  And: 0,
  /** `GROUP_OP_NAND` */
  Nand: 1,
} as const
export type GroupOp = (typeof GroupOp)[keyof typeof GroupOp]

/** Bits of the HideWeapon message: which parts of the display a client hides. */
export const HideHud = {
  /** `HIDEHUD_WEAPONS` */
  Weapons: 1,
  /** `HIDEHUD_FLASHLIGHT` */
  Flashlight: 2,
  /** `HIDEHUD_ALL` */
  All: 4,
  /** `HIDEHUD_HEALTH` */
  Health: 8,
} as const
export type HideHud = (typeof HideHud)[keyof typeof HideHud]

/** Numbers of the bits of `entity.vars.weapons` that are no weapons. */
export const WeaponBit = {
  /** `WEAPON_SUIT` */
  Suit: 31,
} as const
export type WeaponBit = (typeof WeaponBit)[keyof typeof WeaponBit]

/** Bits of an entity's flags in a save file. */
export const EntityTableFlag = {
  /** `FENTTABLE_PLAYER` */
  Player: 0x80000000,
  /** `FENTTABLE_REMOVED` */
  Removed: 0x40000000,
  /** `FENTTABLE_MOVEABLE` */
  Moveable: 0x20000000,
  /** `FENTTABLE_GLOBAL` */
  Global: 0x10000000,
} as const
export type EntityTableFlag = (typeof EntityTableFlag)[keyof typeof EntityTableFlag]

/** How an entity is drawn: `entity.vars.renderMode`. */
export const RenderMode = {
  /** `kRenderNormal` */
  Normal: 0,
  /** `kRenderTransColor` */
  TransColor: 1,
  /** `kRenderTransTexture` */
  TransTexture: 2,
  /** `kRenderGlow` */
  Glow: 3,
  /** `kRenderTransAlpha` */
  TransAlpha: 4,
  /** `kRenderTransAdd` */
  TransAdd: 5,
} as const
export type RenderMode = (typeof RenderMode)[keyof typeof RenderMode]

/** Effects on how an entity is drawn: `entity.vars.renderFx`. */
export const RenderFx = {
  /** `kRenderFxNone` */
  None: 0,
  /** `kRenderFxPulseSlow` */
  PulseSlow: 1,
  /** `kRenderFxPulseFast` */
  PulseFast: 2,
  /** `kRenderFxPulseSlowWide` */
  PulseSlowWide: 3,
  /** `kRenderFxPulseFastWide` */
  PulseFastWide: 4,
  /** `kRenderFxFadeSlow` */
  FadeSlow: 5,
  /** `kRenderFxFadeFast` */
  FadeFast: 6,
  /** `kRenderFxSolidSlow` */
  SolidSlow: 7,
  /** `kRenderFxSolidFast` */
  SolidFast: 8,
  /** `kRenderFxStrobeSlow` */
  StrobeSlow: 9,
  /** `kRenderFxStrobeFast` */
  StrobeFast: 10,
  /** `kRenderFxStrobeFaster` */
  StrobeFaster: 11,
  /** `kRenderFxFlickerSlow` */
  FlickerSlow: 12,
  /** `kRenderFxFlickerFast` */
  FlickerFast: 13,
  /** `kRenderFxNoDissipation` */
  NoDissipation: 14,
  /** `kRenderFxDistort` */
  Distort: 15,
  /** `kRenderFxHologram` */
  Hologram: 16,
  /** `kRenderFxDeadPlayer` */
  DeadPlayer: 17,
  /** `kRenderFxExplode` */
  Explode: 18,
  /** `kRenderFxGlowShell` */
  GlowShell: 19,
  /** `kRenderFxClampMinScale` */
  ClampMinScale: 20,
} as const
export type RenderFx = (typeof RenderFx)[keyof typeof RenderFx]

/** What an `alertMessage` is; `Logged` goes to the server's log file. */
export const AlertType = {
  /** `at_notice` */
  Notice: 0,
  /** `at_console` */
  Console: 1,
  /** `at_aiconsole` */
  AiConsole: 2,
  /** `at_warning` */
  Warning: 3,
  /** `at_error` */
  Error: 4,
  /** `at_logged` */
  Logged: 5,
} as const
export type AlertType = (typeof AlertType)[keyof typeof AlertType]

/** Where `clientPrintf` shows its text. */
export const PrintType = {
  /** `print_console` */
  Console: 0,
  /** `print_center` */
  Center: 1,
  /** `print_chat` */
  Chat: 2,
} as const
export type PrintType = (typeof PrintType)[keyof typeof PrintType]

/** What `forceUnmodified` demands of a client's file. */
export const ForceType = {
  /** `force_exactfile` */
  ExactFile: 0,
  /** `force_model_samebounds` */
  ModelSameBounds: 1,
  /** `force_model_specifybounds` */
  ModelSpecifyBounds: 2,
  /** `force_model_specifybounds_if_avail` */
  ModelSpecifyBoundsIfAvail: 3,
} as const
export type ForceType = (typeof ForceType)[keyof typeof ForceType]

/** What kind of address a `NetAdr` holds. */
export const NetAdrType = {
  /** `NA_UNUSED` */
  Unused: 0,
  /** `NA_LOOPBACK` */
  Loopback: 1,
  /** `NA_BROADCAST` */
  Broadcast: 2,
  /** `NA_IP` */
  Ip: 3,
  /** `NA_IPX` */
  Ipx: 4,
  /** `NA_BROADCAST_IPX` */
  BroadcastIpx: 5,
} as const
export type NetAdrType = (typeof NetAdrType)[keyof typeof NetAdrType]

/** What kind of file a `Resource` is. */
export const ResourceType = {
  /** `t_sound` */
  Sound: 0,
  /** `t_skin` */
  Skin: 1,
  /** `t_model` */
  Model: 2,
  /** `t_decal` */
  Decal: 3,
  /** `t_generic` */
  Generic: 4,
  /** `t_eventscript` */
  EventScript: 5,
  /** `t_world` */
  World: 6,
} as const
export type ResourceType = (typeof ResourceType)[keyof typeof ResourceType]

/** What kind of value a saved field holds. */
export const FieldType = {
  /** `FIELD_FLOAT` */
  Float: 0,
  /** `FIELD_STRING` */
  String: 1,
  /** `FIELD_ENTITY` */
  Entity: 2,
  /** `FIELD_CLASSPTR` */
  ClassPtr: 3,
  /** `FIELD_EHANDLE` */
  EHandle: 4,
  /** `FIELD_EVARS` */
  EntVars: 5,
  /** `FIELD_EDICT` */
  Edict: 6,
  /** `FIELD_VECTOR` */
  Vector: 7,
  /** `FIELD_POSITION_VECTOR` */
  PositionVector: 8,
  /** `FIELD_POINTER` */
  Pointer: 9,
  /** `FIELD_INTEGER` */
  Integer: 10,
  /** `FIELD_FUNCTION` */
  Function: 11,
  /** `FIELD_BOOLEAN` */
  Boolean: 12,
  /** `FIELD_SHORT` */
  Short: 13,
  /** `FIELD_CHARACTER` */
  Character: 14,
  /** `FIELD_TIME` */
  Time: 15,
  /** `FIELD_MODELNAME` */
  ModelName: 16,
  /** `FIELD_SOUNDNAME` */
  SoundName: 17,
} as const
export type FieldType = (typeof FieldType)[keyof typeof FieldType]

/** What a hook answers, or what was answered so far. The strongest answer counts; of several values the last. */
export const MetaResult = {
  /** Not answered yet; a plugin never leaves it so. `MRES_UNSET` */
  Unset: 0,
  /** The plugin only watched. `MRES_IGNORED` */
  Ignored: 1,
  /** The plugin did something; the call goes on unchanged. `MRES_HANDLED` */
  Handled: 2,
  /** The real function runs, but its caller gets the value that the hook returns. `MRES_OVERRIDE` */
  Override: 3,
  /** The real function is skipped; its caller gets the value. Only in hooks before it. `MRES_SUPERCEDE` */
  Supercede: 4,
} as const
export type MetaResult = (typeof MetaResult)[keyof typeof MetaResult]

/** When a plugin may be loaded or unloaded; each value allows the ones before it, save the first. */
export const LoadTime = {
  /** `PT_NEVER` */
  Never: 0,
  /** `PT_STARTUP` */
  Startup: 1,
  /** `PT_CHANGELEVEL` */
  Changelevel: 2,
  /** `PT_ANYTIME` */
  Anytime: 3,
  /** `PT_ANYPAUSE` */
  Anypause: 4,
} as const
export type LoadTime = (typeof LoadTime)[keyof typeof LoadTime]

/** Why a plugin is unloaded. */
export const UnloadReason = {
  /** `PNL_NULL` */
  Null: 0,
  /** `PNL_INI_DELETED` */
  IniDeleted: 1,
  /** `PNL_FILE_NEWER` */
  FileNewer: 2,
  /** `PNL_COMMAND` */
  Command: 3,
  /** `PNL_CMD_FORCED` */
  CmdForced: 4,
  /** `PNL_DELAYED` */
  Delayed: 5,
  /** `PNL_PLUGIN` */
  Plugin: 6,
  /** `PNL_PLG_FORCED` */
  PlgForced: 7,
  /** `PNL_RELOAD` */
  Reload: 8,
} as const
export type UnloadReason = (typeof UnloadReason)[keyof typeof UnloadReason]

/** How far a plugin has come. */
export const PluginStatus = {
  /** `PL_EMPTY` */
  Empty: 0,
  /** `PL_VALID` */
  Valid: 1,
  /** `PL_BADFILE` */
  BadFile: 2,
  /** `PL_OPENED` */
  Opened: 3,
  /** `PL_FAILED` */
  Failed: 4,
  /** `PL_RUNNING` */
  Running: 5,
  /** `PL_PAUSED` */
  Paused: 6,
} as const
export type PluginStatus = (typeof PluginStatus)[keyof typeof PluginStatus]

/** What is to be done with a plugin next. */
export const PluginAction = {
  /** `PA_NULL` */
  Null: 0,
  /** `PA_NONE` */
  None: 1,
  /** `PA_KEEP` */
  Keep: 2,
  /** `PA_LOAD` */
  Load: 3,
  /** `PA_ATTACH` */
  Attach: 4,
  /** `PA_UNLOAD` */
  Unload: 5,
  /** `PA_RELOAD` */
  Reload: 6,
} as const
export type PluginAction = (typeof PluginAction)[keyof typeof PluginAction]

/** Who asked for a plugin. */
export const PluginSource = {
  /** `PS_INI` */
  Ini: 0,
  /** `PS_CMD` */
  Cmd: 1,
  /** `PS_PLUGIN` */
  Plugin: 2,
} as const
export type PluginSource = (typeof PluginSource)[keyof typeof PluginSource]

/** What can be asked of the game: its name, folders and files. */
export const GameInfo = {
  /** `GINFO_NAME` */
  Name: 0,
  /** `GINFO_DESC` */
  Desc: 1,
  /** `GINFO_GAMEDIR` */
  GameDir: 2,
  /** `GINFO_DLL_FULLPATH` */
  DllFullPath: 3,
  /** `GINFO_DLL_FILENAME` */
  DllFileName: 4,
  /** `GINFO_REALDLL_FULLPATH` */
  RealDllFullPath: 5,
} as const
export type GameInfo = (typeof GameInfo)[keyof typeof GameInfo]
