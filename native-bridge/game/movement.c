/* How players move: on the floor at the wished speed, in the air by gravity, sliding along what they run into. */
#include <math.h>
#include <string.h>

#include "game.h"

static playermove_t *pm;

static const float kJumpSpeed = 270;
static const float kGroundSlope = 0.7f; /* least upward part of the normal of a floor */

/* Standing, ducked, point; the engine keeps its own for the fourth hull. */
static const struct {
  vec3_t mins, maxs;
} hulls[] = {{{-16, -16, -36}, {16, 16, 36}}, {{-16, -16, -18}, {16, 16, 18}}, {{0, 0, 0}, {0, 0, 0}}};

int getHullBounds(int hull, float *mins, float *maxs) {
  if (hull < 0 || hull >= (int)(sizeof hulls / sizeof hulls[0])) return 0;
  memcpy(mins, hulls[hull].mins, sizeof(vec3_t));
  memcpy(maxs, hulls[hull].maxs, sizeof(vec3_t));
  return 1;
}

void pmInit(playermove_t *move) { pm = move; }

char pmFindTextureType(char *name) { return !strcmp(name, "FLOOR") ? 'C' : 'W'; /* concrete and wood */ }

static void wishVelocity(vec3_t out) {
  const float yaw = pm->angles[1] * (float)(3.14159265358979 / 180);
  const float forward = pm->cmd.forwardmove, side = pm->cmd.sidemove;
  out[0] = cosf(yaw) * forward + sinf(yaw) * side;
  out[1] = sinf(yaw) * forward - cosf(yaw) * side;
  out[2] = 0;
  const float speed = sqrtf(out[0] * out[0] + out[1] * out[1]);
  const float most = pm->clientmaxspeed > 0 && pm->clientmaxspeed < pm->maxspeed ? pm->clientmaxspeed : pm->maxspeed;
  if (speed <= most) return;
  out[0] *= most / speed;
  out[1] *= most / speed;
}

static void findFloor(void) {
  vec3_t below = {pm->origin[0], pm->origin[1], pm->origin[2] - 2};
  const pmtrace_t trace = pm->PM_PlayerTrace(pm->origin, below, 0, -1);
  const bool isFloor = trace.fraction < 1 && trace.plane.normal[2] >= kGroundSlope && pm->velocity[2] < 180;
  pm->onground = isFloor ? (trace.ent < 0 ? 0 : trace.ent) : -1;
}

static void clip(vec3_t velocity, const vec3_t normal) {
  const float into = velocity[0] * normal[0] + velocity[1] * normal[1] + velocity[2] * normal[2];
  if (into >= 0) return;
  for (int axis = 0; axis < 3; ++axis) velocity[axis] -= normal[axis] * into;
}

static void slide(void) {
  enum { kBumps = 4 };
  float left = pm->frametime;
  for (int bump = 0; bump < kBumps && left > 0; ++bump) {
    vec3_t goal;
    for (int axis = 0; axis < 3; ++axis) goal[axis] = pm->origin[axis] + pm->velocity[axis] * left;
    pmtrace_t trace = pm->PM_PlayerTrace(pm->origin, goal, 0, -1);
    if (trace.allsolid) {
      memset(pm->velocity, 0, sizeof(vec3_t));
      return;
    }
    memcpy(pm->origin, trace.endpos, sizeof(vec3_t));
    if (trace.fraction == 1) return;
    pm->PM_StuckTouch(trace.ent, &trace);
    left -= left * trace.fraction;
    clip(pm->velocity, trace.plane.normal);
  }
}

static void walk(void) {
  findFloor();
  if (pm->onground >= 0) {
    vec3_t wish;
    wishVelocity(wish);
    pm->velocity[0] = wish[0];
    pm->velocity[1] = wish[1];
    pm->velocity[2] = pm->cmd.buttons & IN_JUMP && !(pm->oldbuttons & IN_JUMP) ? kJumpSpeed : 0;
  } else {
    pm->velocity[2] -= engine.pfnCVarGetFloat("sv_gravity") * pm->gravity * pm->frametime;
  }
  slide();
  findFloor();
}

static void floatAlong(void) {
  wishVelocity(pm->velocity);
  for (int axis = 0; axis < 3; ++axis) pm->origin[axis] += pm->velocity[axis] * pm->frametime;
  pm->onground = -1;
}

void pmMove(playermove_t *move, qboolean server) {
  (void)server;
  pm = move;
  if (pm->dead) return;
  if (pm->movetype == MOVETYPE_WALK) {
    walk();
  } else if (pm->movetype == MOVETYPE_NOCLIP) {
    floatAlong();
  }
}
