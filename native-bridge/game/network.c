/* What clients are told about the world. */
#include <stdio.h>
#include <string.h>

#include "game.h"

void setupVisibility(edict_t *view, edict_t *client, byte **pvs, byte **pas) {
  const edict_t *eyes = view ? view : client;
  vec3_t origin;
  for (int axis = 0; axis < 3; ++axis) origin[axis] = eyes->v.origin[axis] + eyes->v.view_ofs[axis];
  *pvs = engine.pfnSetFatPVS(origin);
  *pas = engine.pfnSetFatPAS(origin);
}

void updateClientData(const edict_t *player, int sendWeapons, clientdata_t *data) {
  const entvars_t *vars = &player->v;
  memcpy(data->origin, vars->origin, sizeof(vec3_t));
  memcpy(data->velocity, vars->velocity, sizeof(vec3_t));
  memcpy(data->view_ofs, vars->view_ofs, sizeof(vec3_t));
  memcpy(data->punchangle, vars->punchangle, sizeof(vec3_t));
  data->flags = vars->flags;
  data->health = vars->health;
  data->weapons = vars->weapons;
  data->maxspeed = vars->maxspeed;
  data->deadflag = vars->deadflag;
  snprintf(data->physinfo, sizeof data->physinfo, "%s", engine.pfnGetPhysicsInfoString(player));
  if (sendWeapons) data->m_iId = kWeaponPistol;
}

static void describe(entity_state_t *state, const edict_t *entity) {
  const entvars_t *vars = &entity->v;
  memcpy(state->origin, vars->origin, sizeof(vec3_t));
  memcpy(state->angles, vars->angles, sizeof(vec3_t));
  memcpy(state->mins, vars->mins, sizeof(vec3_t));
  memcpy(state->maxs, vars->maxs, sizeof(vec3_t));
  state->modelindex = vars->modelindex;
  state->sequence = vars->sequence;
  state->frame = vars->frame;
  state->effects = vars->effects;
  state->solid = (short)vars->solid;
  state->movetype = vars->movetype;
}

int addToFullPack(entity_state_t *state, int index, edict_t *entity, edict_t *host, int hostFlags, int isPlayer,
                  byte *set) {
  (void)hostFlags;
  const bool isShown = entity->v.modelindex && !(entity->v.effects & EF_NODRAW);
  if (!isShown) return 0;
  if (entity != host && !engine.pfnCheckVisibility(entity, set)) return 0;
  memset(state, 0, sizeof *state);
  state->number = index;
  state->entityType = 1;
  describe(state, entity);
  if (isPlayer) {
    memcpy(state->velocity, entity->v.velocity, sizeof(vec3_t));
    state->health = (int)entity->v.health;
  }
  return 1;
}

void createBaseline(int isPlayer, int index, entity_state_t *baseline, edict_t *entity, int playerModel, vec3_t mins,
                    vec3_t maxs) {
  baseline->number = index;
  describe(baseline, entity);
  if (!isPlayer) return;
  baseline->modelindex = playerModel;
  memcpy(baseline->mins, mins, sizeof(vec3_t));
  memcpy(baseline->maxs, maxs, sizeof(vec3_t));
}

void createInstancedBaselines(void) {
  entity_state_t box;
  memset(&box, 0, sizeof box);
  box.modelindex = engine.pfnModelIndex("models/ammo.mdl");
  engine.pfnCreateInstancedBaseline(engine.pfnAllocString("ammo_box"), &box);
}

/* Angles of what cannot turn are not worth their bits. */
static void encodeEntity(delta_t *fields, const byte *from, const byte *to) {
  (void)from;
  /* SAFETY: the engine registered this encoder for entity states, and passes nothing else. */
  const entity_state_t *state = (const entity_state_t *)(const void *)to;
  if (state->movetype == MOVETYPE_TOSS) engine.pfnDeltaUnsetField(fields, "angles[1]");
}

static void encodePlayer(delta_t *fields, const byte *from, const byte *to) {
  (void)from;
  (void)to;
  const int field = engine.pfnDeltaFindField(fields, "origin[2]");
  if (field >= 0) engine.pfnDeltaSetFieldByIndex(fields, field);
}

void registerEncoders(void) {
  engine.pfnDeltaAddEncoder("Entity_Encode", encodeEntity);
  engine.pfnDeltaAddEncoder("Player_Encode", encodePlayer);
}

int connectionlessPacket(const netadr_t *from, const char *text, char *answer, int *bytes) {
  (void)from;
  const int room = *bytes;
  *bytes = 0;
  if (strcmp(text, "ping") != 0) return 0;
  *bytes = snprintf(answer, (size_t)room, "pong");
  return 1;
}

int inconsistentFile(const edict_t *player, const char *file, char *reason) {
  if (!consistency.value) return 0;
  enum { kReasonBytes = 256 };
  snprintf(reason, kReasonBytes, "%s of %s differs from the server's", file, textOf(player->v.netname));
  return 1;
}
