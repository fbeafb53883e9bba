/* One pistol and its ammunition. */
#include "game.h"

bool giveAmmo(edict_t *player, int count) {
  EntityData *data = dataOf(player);
  if (!data || count <= 0 || data->ammo >= kMaxAmmo) return false;
  data->ammo = count > kMaxAmmo - data->ammo ? kMaxAmmo : data->ammo + count;
  return true;
}

/* shoot NAME: hits the player of that name from anywhere. Two shots kill. */
void shoot(edict_t *player) {
  enum { kDamage = 50 };
  edict_t *target = engine.pfnFindEntityByString(NULL, "netname", engine.pfnCmd_Argv(1));
  if (!target || !isClass(target, &playerClass)) {
    engine.pfnClientPrintf(player, print_console, "usage: shoot NAME\n");
  } else if (player->v.deadflag == DEAD_NO) {
    damagePlayer(target, player, kDamage);
  }
}

int getWeaponData(edict_t *player, weapon_data_t *weapons) {
  const EntityData *data = dataOf(player);
  if (!data) return 0;
  weapons[kWeaponPistol].m_iId = kWeaponPistol;
  weapons[kWeaponPistol].m_iClip = data->ammo;
  return 1;
}

/* Nothing is shot between these two; a larger game brackets its random numbers with them. */
void cmdStart(const edict_t *player, const usercmd_t *command, unsigned int seed) {
  (void)player;
  (void)command;
  (void)seed;
}

void cmdEnd(const edict_t *player) { (void)player; }

int allowLagCompensation(void) { return 1; }
