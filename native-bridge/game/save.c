/* Saved games: plain bytes, in the order in which they are written. */
#include <string.h>

#include "game.h"

static bool put(SAVERESTOREDATA *data, const void *bytes, int count) {
  if (count > data->bufferSize - data->size) return false;
  /* SAFETY: the engine's buffer has bufferSize bytes, and pCurrentData stands at `size`. */
  memcpy(data->pCurrentData, bytes, (size_t)count);
  data->pCurrentData += count;
  data->size += count;
  return true;
}

static bool get(SAVERESTOREDATA *data, void *bytes, int count) {
  if (count > data->bufferSize - data->size) return false;
  memcpy(bytes, data->pCurrentData, (size_t)count);
  data->pCurrentData += count;
  data->size += count;
  return true;
}

typedef struct {
  vec3_t origin, velocity;
  float health, nextThink;
  int solid, effects, uses, ammo;
  char think[64]; /* a function has another address in the next run, but the same name */
} SavedEntity;

static void saveThink(const EntityData *own, SavedEntity *saved) {
  const char *name = own->think ? engine.pfnNameForFunction((unsigned long)own->think) : NULL;
  if (name) strncpy(saved->think, name, sizeof saved->think - 1);
}

static void restoreThink(EntityData *own, const SavedEntity *saved) {
  if (!saved->think[0]) return;
  /* SAFETY: the name was that of a function of this type. */
  own->think = (void (*)(edict_t *))engine.pfnFunctionFromName(saved->think);
  if (!own->think) engine.pfnAlertMessage(at_console, "game: no function is called %s\n", saved->think);
}

void save(edict_t *entity, SAVERESTOREDATA *data) {
  const EntityData *own = dataOf(entity);
  SavedEntity saved;
  memset(&saved, 0, sizeof saved);
  memcpy(saved.origin, entity->v.origin, sizeof(vec3_t));
  memcpy(saved.velocity, entity->v.velocity, sizeof(vec3_t));
  saved.health = entity->v.health;
  saved.nextThink = entity->v.nextthink;
  saved.solid = entity->v.solid;
  saved.effects = entity->v.effects;
  saved.uses = own->uses;
  saved.ammo = own->ammo;
  saveThink(own, &saved);
  put(data, &saved, (int)sizeof saved);
}

int restore(edict_t *entity, SAVERESTOREDATA *data, int isGlobal) {
  (void)isGlobal;
  EntityData *own = dataOf(entity);
  SavedEntity saved;
  if (!get(data, &saved, (int)sizeof saved)) return -1;
  memcpy(entity->v.velocity, saved.velocity, sizeof(vec3_t));
  entity->v.health = saved.health;
  entity->v.nextthink = saved.nextThink;
  entity->v.solid = saved.solid;
  entity->v.effects = saved.effects;
  own->uses = saved.uses;
  own->ammo = saved.ammo;
  restoreThink(own, &saved);
  engine.pfnSetOrigin(entity, saved.origin);
  return 0;
}

/* Bytes of one element of a field; 0 for kinds that no table of this game or its engine uses. */
static int bytesOf(FIELDTYPE type) {
  switch (type) {
    case FIELD_CHARACTER: return 1;
    case FIELD_SHORT: return 2;
    case FIELD_VECTOR:
    case FIELD_POSITION_VECTOR: return 12;
    case FIELD_FLOAT:
    case FIELD_TIME:
    case FIELD_INTEGER:
    case FIELD_BOOLEAN: return 4;
    default: return 0;
  }
}

void saveWriteFields(SAVERESTOREDATA *data, const char *name, void *base, TYPEDESCRIPTION *fields, int count) {
  (void)name;
  for (int i = 0; i < count; ++i) {
    /* SAFETY: the table describes the struct at `base`. */
    put(data, (const char *)base + fields[i].fieldOffset, bytesOf(fields[i].fieldType) * fields[i].fieldSize);
  }
}

void saveReadFields(SAVERESTOREDATA *data, const char *name, void *base, TYPEDESCRIPTION *fields, int count) {
  (void)name;
  for (int i = 0; i < count; ++i) {
    /* SAFETY: as above. */
    get(data, (char *)base + fields[i].fieldOffset, bytesOf(fields[i].fieldType) * fields[i].fieldSize);
  }
}

void saveGlobalState(SAVERESTOREDATA *data) { put(data, &globalState, (int)sizeof globalState); }

void restoreGlobalState(SAVERESTOREDATA *data) { get(data, &globalState, (int)sizeof globalState); }
