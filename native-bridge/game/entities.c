#include <stdlib.h>
#include <string.h>

#include "game.h"

/* SAFETY: only createEntity makes private data, and it always makes an EntityData. */
EntityData *dataOf(const edict_t *entity) { return entity ? entity->pvPrivateData : NULL; }

bool isClass(const edict_t *entity, const EntityClass *class) {
  const EntityData *data = dataOf(entity);
  return data && data->class == class;
}

void createEntity(entvars_t *vars, const EntityClass *class) {
  edict_t *entity = engine.pfnFindEntityByVars(vars);
  EntityData *data = engine.pfnPvAllocEntPrivateData(entity, (long)sizeof(EntityData));
  data->class = class;
  data->think = class->think;
  /* What a map or CreateNamedEntity asked for has its class's name already; what another class stands on keeps its own. */
  if (!vars->classname) vars->classname = engine.pfnAllocString(class->name);
}

int dispatchSpawn(edict_t *entity) {
  const EntityData *data = dataOf(entity);
  /* Another's entity, or nobody's: as games built on the Half-Life SDK do, we leave it alone. */
  if (!data) return 0;
  if (data->class->spawn) data->class->spawn(entity);
  return entity->v.flags & FL_KILLME ? -1 : 0;
}

void dispatchThink(edict_t *entity) {
  const EntityData *data = dataOf(entity);
  if (data && data->think) data->think(entity);
}

void dispatchTouch(edict_t *entity, edict_t *other) {
  const EntityData *data = dataOf(entity);
  if (data && data->class->touch) data->class->touch(entity, other);
}

void dispatchUse(edict_t *entity, edict_t *user) {
  const EntityData *data = dataOf(entity);
  if (data && data->class->use) data->class->use(entity, user);
}

void dispatchBlocked(edict_t *entity, edict_t *other) {
  const EntityData *data = dataOf(entity);
  if (data && data->class->blocked) data->class->blocked(entity, other);
}

static bool readVector(const char *text, float *out) {
  for (int axis = 0; axis < 3; ++axis) {
    char *end = NULL;
    out[axis] = strtof(text, &end);
    if (end == text) return false;
    text = end;
  }
  return true;
}

void dispatchKeyValue(edict_t *entity, KeyValueData *pair) {
  entvars_t *vars = &entity->v;
  if (!strcmp(pair->szKeyName, "classname")) {
    vars->classname = engine.pfnAllocString(pair->szValue);
    pair->fHandled = 1;
  } else if (!strcmp(pair->szKeyName, "origin")) {
    pair->fHandled = readVector(pair->szValue, vars->origin);
  } else if (!strcmp(pair->szKeyName, "angles")) {
    pair->fHandled = readVector(pair->szValue, vars->angles);
  } else if (!strcmp(pair->szKeyName, "targetname")) {
    vars->targetname = engine.pfnAllocString(pair->szValue);
    pair->fHandled = 1;
  } else if (!strcmp(pair->szKeyName, "message")) {
    vars->message = engine.pfnAllocString(pair->szValue);
    pair->fHandled = 1;
  }
}

void setAbsBox(edict_t *entity) {
  entvars_t *vars = &entity->v;
  for (int axis = 0; axis < 3; ++axis) {
    /* One unit more on each side, so that things which only just meet count as touching. */
    vars->absmin[axis] = vars->origin[axis] + vars->mins[axis] - 1;
    vars->absmax[axis] = vars->origin[axis] + vars->maxs[axis] + 1;
  }
}

void onFreeEntPrivateData(edict_t *entity) {
  /* The engine frees the memory next; whoever still holds the entity finds no class in it. */
  dataOf(entity)->class = NULL;
}

int shouldCollide(edict_t *entity, edict_t *other) {
  (void)entity;
  (void)other;
  return 1;
}
