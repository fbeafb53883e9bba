/* The classes a map may name. Each is an export of that name, which engines look up. */
#include "game.h"

enum { kBoxAmmo = 20 };
static const float kBoxReturnsSeconds = 3;
static const float kLiftSpeed = 40;
static const float kLiftSeconds = 2;

/* worldspawn */

static void spawnWorld(edict_t *self) {
  (void)self;
  vec3_t none = {0, 0, 0};
  engine.pfnPrecacheModel("models/player.mdl");
  engine.pfnPrecacheModel("models/ammo.mdl");
  engine.pfnPrecacheSound("items/ammo.wav");
  engine.pfnPrecacheSound("player/death.wav");
  engine.pfnPrecacheGeneric("sprites/test.txt");
  engine.pfnPrecacheEvent(1, "events/shot.sc");
  engine.pfnForceUnmodified(force_exactfile, none, none, "models/player.mdl");
  engine.pfnLightStyle(0, "m");
}

static const EntityClass worldClass = {.name = "worldspawn", .spawn = spawnWorld};
MM_EXPORT void worldspawn(entvars_t *vars) { createEntity(vars, &worldClass); }

/* info_player_start */

static const EntityClass startClass = {.name = "info_player_start"};
MM_EXPORT void info_player_start(entvars_t *vars) { createEntity(vars, &startClass); }

/* trigger_test: counts who runs through it, and tells who presses it */

static void spawnTrigger(edict_t *self) {
  vec3_t mins = {-32, -32, -32}, maxs = {32, 32, 32};
  self->v.solid = SOLID_TRIGGER;
  engine.pfnSetSize(self, mins, maxs);
  engine.pfnSetOrigin(self, self->v.origin);
}

static void touchTrigger(edict_t *self, edict_t *other) {
  if (isClass(other, &playerClass)) ++dataOf(self)->uses;
}

static void useTrigger(edict_t *self, edict_t *user) {
  engine.pfnAlertMessage(at_logged, "%s pressed trigger_test '%s'\n", textOf(user->v.netname),
                         textOf(self->v.targetname));
}

static const EntityClass triggerClass = {
  .name = "trigger_test", .spawn = spawnTrigger, .touch = touchTrigger, .use = useTrigger};
MM_EXPORT void trigger_test(entvars_t *vars) { createEntity(vars, &triggerClass); }

/* ammo_box: falls to the floor, gives ammunition, and comes back after a while. Functions that an entity is told to
   think with are exports, because a saved game holds their names. */

static void spawnBox(edict_t *self) {
  vec3_t mins = {-8, -8, 0}, maxs = {8, 8, 16};
  self->v.movetype = MOVETYPE_TOSS;
  self->v.solid = SOLID_TRIGGER;
  engine.pfnSetModel(self, "models/ammo.mdl");
  engine.pfnSetSize(self, mins, maxs);
  engine.pfnSetOrigin(self, self->v.origin);
}

MM_EXPORT void ammo_box_returns(edict_t *self) {
  self->v.solid = SOLID_TRIGGER;
  self->v.effects &= ~EF_NODRAW;
  engine.pfnSetOrigin(self, self->v.origin);
}

static void touchBox(edict_t *self, edict_t *other) {
  if (!isClass(other, &playerClass) || !giveAmmo(other, kBoxAmmo)) return;
  engine.pfnEmitSound(self, CHAN_ITEM, "items/ammo.wav", 1, 0.8f, 0, PITCH_NORM);
  self->v.solid = SOLID_NOT;
  self->v.effects |= EF_NODRAW;
  dataOf(self)->think = ammo_box_returns;
  self->v.nextthink = globals->time + kBoxReturnsSeconds;
}

static const EntityClass boxClass = {.name = "ammo_box", .spawn = spawnBox, .touch = touchBox};
MM_EXPORT void ammo_box(entvars_t *vars) { createEntity(vars, &boxClass); }

/* test_lift: goes up and down, and hurts who is in its way */

static void spawnLift(edict_t *self) {
  vec3_t mins = {-48, -48, -8}, maxs = {48, 48, 8};
  self->v.movetype = MOVETYPE_PUSH;
  self->v.solid = SOLID_BSP;
  self->v.velocity[2] = kLiftSpeed;
  self->v.nextthink = globals->time + kLiftSeconds;
  engine.pfnSetSize(self, mins, maxs);
  engine.pfnSetOrigin(self, self->v.origin);
}

MM_EXPORT void test_lift_turns(edict_t *self) {
  self->v.velocity[2] = -self->v.velocity[2];
  self->v.nextthink = globals->time + kLiftSeconds;
}

static void blockedLift(edict_t *self, edict_t *other) {
  ++dataOf(self)->uses;
  if (isClass(other, &playerClass)) damagePlayer(other, self, 1);
}

static const EntityClass liftClass = {
  .name = "test_lift", .spawn = spawnLift, .think = test_lift_turns, .blocked = blockedLift};
MM_EXPORT void test_lift(entvars_t *vars) { createEntity(vars, &liftClass); }

/* player */

const EntityClass playerClass = {.name = "player", .spawn = spawnPlayer};
MM_EXPORT void player(entvars_t *vars) { createEntity(vars, &playerClass); }
