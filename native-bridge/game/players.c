#include <stdio.h>
#include <string.h>

#include "game.h"

static const float kRespawnSeconds = 2;

MM_EXPORT void player(entvars_t *vars);

/* A text for everybody's screen, and for the server's console. */
static void announce(const char *text) {
  engine.pfnServerPrint(text);
  engine.pfnMessageBegin(MSG_ALL, messages.textMsg, NULL, NULL);
  engine.pfnWriteByte(3); /* the place: the notices above the chat */
  engine.pfnWriteString(text);
  engine.pfnMessageEnd();
}

static void announcePlayer(const edict_t *entity, const char *what) {
  char text[128];
  snprintf(text, sizeof text, "%s %s\n", textOf(entity->v.netname), what);
  announce(text);
}

qboolean clientConnect(edict_t *entity, const char *name, const char *address, char reason[128]) {
  (void)entity;
  (void)address;
  if (!*name) {
    snprintf(reason, 128, "A player needs a name.");
    return 0;
  }
  return 1;
}

void clientDisconnect(edict_t *entity) {
  announcePlayer(entity, "has left the game");
  entity->v.solid = SOLID_NOT;
  entity->v.takedamage = DAMAGE_NO;
}

void clientPutInServer(edict_t *entity) {
  player(&entity->v);
  spawnPlayer(entity);
  announcePlayer(entity, "has joined the game");
}

void clientUserInfoChanged(edict_t *entity, char *info) {
  /* Before the player is in the game there is nothing to change. */
  if (!entity->pvPrivateData) return;
  engine.pfnSetClientKeyValue(engine.pfnIndexOfEdict(entity), info, "model", "gordon");
}

static edict_t *lastStart;

/* The start points go with the map. */
void forgetStarts(void) { lastStart = NULL; }

/* The next start point in turn, so that players do not stand in each other. */
static edict_t *chooseStart(void) {
  for (int round = 0; round < 2; ++round) {
    edict_t *found = engine.pfnFindEntityByString(lastStart, "classname", "info_player_start");
    lastStart = found && engine.pfnIndexOfEdict(found) != 0 ? found : NULL;
    if (lastStart) return lastStart;
  }
  return NULL;
}

void spawnPlayer(edict_t *self) {
  const edict_t *start = chooseStart();
  vec3_t mins = {-16, -16, -36}, maxs = {16, 16, 36}, middle = {0, 0, 64};
  entvars_t *vars = &self->v;
  vars->health = startHealth.value;
  vars->max_health = startHealth.value;
  vars->takedamage = DAMAGE_AIM;
  vars->deadflag = DEAD_NO;
  vars->solid = SOLID_SLIDEBOX;
  vars->movetype = MOVETYPE_WALK;
  vars->flags = (vars->flags & FL_FAKECLIENT) | FL_CLIENT;
  vars->view_ofs[2] = 28;
  vars->weapons = 1 << kWeaponPistol;
  vars->maxspeed = 320;
  memset(vars->velocity, 0, sizeof vars->velocity);
  engine.pfnSetModel(self, "models/player.mdl");
  engine.pfnSetSize(self, mins, maxs);
  engine.pfnSetOrigin(self, start ? start->v.origin : middle);
  if (start) memcpy(vars->angles, start->v.angles, sizeof vars->angles);
  engine.pfnSetPhysicsKeyValue(self, "hl", "1");
}

static void showHealth(edict_t *self) {
  EntityData *data = dataOf(self);
  const int health = (int)self->v.health;
  if (!data || data->shownHealth == health) return;
  data->shownHealth = health;
  engine.pfnMessageBegin(MSG_ONE, messages.health, NULL, self);
  engine.pfnWriteByte(health < 0 ? 0 : health > 255 ? 255 : health);
  engine.pfnMessageEnd();
}

/* For the list of deaths on everybody's screen. Killer 0 is the world, and what stands in it. */
static void announceDeath(const edict_t *self, const edict_t *attacker) {
  const bool isByPlayer = isClass(attacker, &playerClass);
  const char *weapon = !isByPlayer ? textOf(attacker->v.classname) : attacker == self ? "world" : "pistol";
  engine.pfnMessageBegin(MSG_ALL, messages.deathMsg, NULL, NULL);
  engine.pfnWriteByte(isByPlayer ? engine.pfnIndexOfEdict(attacker) : 0);
  engine.pfnWriteByte(engine.pfnIndexOfEdict(self));
  engine.pfnWriteString(weapon);
  engine.pfnMessageEnd();
  announcePlayer(self, "died");
}

static void die(edict_t *self, edict_t *attacker) {
  EntityData *data = dataOf(self);
  self->v.health = 0;
  self->v.deadflag = DEAD_DEAD;
  self->v.solid = SOLID_NOT;
  if (attacker != self && isClass(attacker, &playerClass)) attacker->v.frags += 1;
  else self->v.frags -= 1;
  ++globalState.deathCount;
  if (data) data->respawnTime = globals->time + kRespawnSeconds;
  engine.pfnEmitSound(self, CHAN_VOICE, "player/death.wav", 1, 0.8f, 0, PITCH_NORM);
  announceDeath(self, attacker);
}

void damagePlayer(edict_t *self, edict_t *attacker, float damage) {
  if (self->v.deadflag != DEAD_NO || self->v.flags & FL_GODMODE) return;
  self->v.health -= damage;
  if (self->v.health <= 0) die(self, attacker);
}

void clientKill(edict_t *self) {
  if (isClass(self, &playerClass)) damagePlayer(self, self, self->v.health);
}

void playerPreThink(edict_t *self) {
  const EntityData *data = dataOf(self);
  if (data && self->v.deadflag == DEAD_DEAD && globals->time >= data->respawnTime) spawnPlayer(self);
}

void playerPostThink(edict_t *self) { showHealth(self); }

void playerCustomization(edict_t *self, customization_t *logo) {
  engine.pfnAlertMessage(at_aiconsole, "%s brings %s\n", textOf(self->v.netname), logo->resource.szFileName);
}

void spectatorConnect(edict_t *self) {
  vec3_t above = {0, 0, 128};
  self->v.movetype = MOVETYPE_NOCLIP;
  self->v.solid = SOLID_NOT;
  engine.pfnSetOrigin(self, above);
  announcePlayer(self, "is watching");
}

void spectatorDisconnect(edict_t *self) { announcePlayer(self, "stopped watching"); }

void spectatorThink(edict_t *self) { self->v.flags |= FL_SPECTATOR; }
