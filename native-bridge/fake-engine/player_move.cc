#include "fake-engine/player_move.h"

#include <cstdio>
#include <cstring>
#include <type_traits>

#include "fake-engine/engine.h"

// The engine's, known to game code by its first members.
struct movevars_s {
  float gravity;
  float stopspeed;
  float maxspeed;
  float spectatormaxspeed;
  float accelerate;
  float airaccelerate;
  float wateraccelerate;
  float friction;
  float edgefriction;
  float waterfriction;
  float entgravity;
  float bounce;
  float stepsize;
  float maxvelocity;
  float zmax;
  float waveHeight;
  qboolean footsteps;
  char skyName[32];
  float rollangle;
  float rollspeed;
  vec3_t skycolor;
  vec3_t skyvec;
};

namespace fake {
namespace {

constexpr float kFloorReach = 64;  // how far below a player the floor under it is looked for

}  // namespace

PlayerMove::PlayerMove() : state_(std::make_unique<playermove_t>()), vars_(std::make_unique<movevars_t>()) {
  vars_->stopspeed = 100;
  vars_->spectatormaxspeed = 500;
  vars_->accelerate = 10;
  vars_->airaccelerate = 10;
  vars_->wateraccelerate = 10;
  vars_->edgefriction = 2;
  vars_->waterfriction = 1;
  vars_->entgravity = 1;
  vars_->bounce = 1;
  vars_->stepsize = 18;
  vars_->maxvelocity = 2000;
  vars_->zmax = 4096;
  vars_->footsteps = 1;
  std::snprintf(vars_->skyName, sizeof vars_->skyName, "desert");
  state_->movevars = vars_.get();
  addPlayerMoveFunctions(*state_);
}

PlayerMove::~PlayerMove() = default;

void PlayerMove::open() {
  // The order of the hulls in player movement: standing, ducked, point, large.
  constexpr Hull kOrder[] = {Hull::kHuman, Hull::kHead, Hull::kPoint, Hull::kLarge};
  const Library& library = engine().library;
  for (int i = 0; i < kHulls; ++i) {
    const Box box = hullBox(kOrder[i]);
    store(box.mins, state_->player_mins[i]);
    store(box.maxs, state_->player_maxs[i]);
    library.call(&DLL_FUNCTIONS::pfnGetHullBounds, i, static_cast<float*>(state_->player_mins[i]),
                 static_cast<float*>(state_->player_maxs[i]));
  }
  library.call(&DLL_FUNCTIONS::pfnPM_Init, state_.get());
}

void PlayerMove::run(Client& client, const usercmd_t& command) {
  fill(client, command);
  collectEntities(client);
  vec3_t below;
  store(load(state_->origin) - Vec3{0, 0, kFloorReach}, below);
  const char* floor = engine().table.pfnTraceTexture(nullptr, state_->origin, below);
  std::snprintf(state_->sztexturename, sizeof state_->sztexturename, "%s", floor ? floor : "");
  const Library& library = engine().library;
  state_->chtexturetype =
      library.call(&DLL_FUNCTIONS::pfnPM_FindTextureType, static_cast<char*>(state_->sztexturename));
  constexpr qboolean kOnServer = 1;
  library.call(&DLL_FUNCTIONS::pfnPM_Move, state_.get(), kOnServer);
  copyBack(client);
}

void PlayerMove::fill(Client& client, const usercmd_t& command) {
  Engine& e = engine();
  const entvars_t& v = client.edict()->v;
  playermove_t& move = *state_;
  move.player_index = client.index - 1;
  move.server = 1;
  move.multiplayer = 1;
  move.runfuncs = 1;
  move.time = e.globals.time * 1000;
  move.frametime = static_cast<float>(command.msec) / 1000;
  store(load(v.origin), move.origin);
  store(load(command.viewangles), move.angles);
  store(load(v.v_angle), move.oldangles);
  store(load(v.velocity), move.velocity);
  store(load(v.basevelocity), move.basevelocity);
  store(load(v.view_ofs), move.view_ofs);
  store(load(v.punchangle), move.punchangle);
  store(load(v.movedir), move.movedir);
  move.flags = v.flags;
  move.usehull = v.flags & FL_DUCKING ? 1 : 0;
  move.gravity = v.gravity != 0 ? v.gravity : 1;
  move.friction = v.friction != 0 ? v.friction : 1;
  move.movetype = v.movetype;
  move.dead = v.health <= 0;
  move.deadflag = v.deadflag;
  move.spectator = client.isSpectator;
  move.oldbuttons = v.oldbuttons;
  move.onground = v.flags & FL_ONGROUND ? 0 : -1;
  move.maxspeed = e.cvars.number("sv_maxspeed");
  move.clientmaxspeed = v.maxspeed;
  move.iuser1 = v.iuser1;
  move.fuser1 = v.fuser1;
  move.cmd = command;
  move.numtouch = 0;
  std::memcpy(move.physinfo, client.physicsInfo, sizeof move.physinfo);
  vars_->gravity = e.cvars.number("sv_gravity");
  vars_->friction = e.cvars.number("sv_friction");
  vars_->maxspeed = e.cvars.number("sv_maxspeed");
}

void PlayerMove::collectEntities(const Client& client) {
  Engine& e = engine();
  playermove_t& move = *state_;
  constexpr int kMost = static_cast<int>(std::extent_v<decltype(playermove_t::physents)>);
  move.numphysent = 0;
  move.nummoveent = 0;
  move.numvisent = 0;
  for (int i = 0; i < e.edicts.count() && move.numphysent < kMost; ++i) {
    const edict_t* entity = e.edicts.at(i);
    const bool isSolid = i == 0 || entity->v.solid == SOLID_BSP || entity->v.solid == SOLID_BBOX ||
                         entity->v.solid == SOLID_SLIDEBOX;
    if (entity->free || !isSolid || i == client.index) continue;
    physent_t& physent = move.physents[move.numphysent++];
    physent = physent_t{};
    physent.info = i;
    physent.player = i >= 1 && i <= e.edicts.clients() ? i : 0;
    physent.solid = entity->v.solid;
    physent.movetype = entity->v.movetype;
    store(load(entity->v.origin), physent.origin);
    store(load(entity->v.angles), physent.angles);
    store(load(entity->v.mins), physent.mins);
    store(load(entity->v.maxs), physent.maxs);
  }
}

void PlayerMove::copyBack(Client& client) {
  entvars_t& v = client.edict()->v;
  const playermove_t& move = *state_;
  store(load(move.origin), v.origin);
  store(load(move.velocity), v.velocity);
  store(load(move.basevelocity), v.basevelocity);
  store(load(move.view_ofs), v.view_ofs);
  store(load(move.punchangle), v.punchangle);
  store({0, move.angles[1], 0}, v.angles);
  v.flags = move.onground >= 0 ? move.flags | FL_ONGROUND : move.flags & ~FL_ONGROUND;
  v.movetype = move.movetype;
  v.deadflag = move.deadflag;
  v.waterlevel = move.waterlevel;
  v.watertype = move.watertype;
  v.iuser1 = move.iuser1;
  v.fuser1 = move.fuser1;
  const bool isStanding = move.onground >= 0 && move.onground < move.numphysent;
  v.groundentity = isStanding ? engine().edicts.at(move.physents[move.onground].info) : nullptr;
}

std::vector<Hit> PlayerMove::takeTouched() {
  std::vector<Hit> touched;
  for (int i = 0; i < state_->numtouch; ++i) {
    const pmtrace_t& trace = state_->touchindex[i];
    if (trace.ent < 0 || trace.ent >= state_->numphysent) continue;
    Hit hit;
    hit.fraction = trace.fraction;
    hit.end = load(trace.endpos);
    hit.normal = load(trace.plane.normal);
    hit.distance = trace.plane.dist;
    hit.entity = engine().edicts.at(state_->physents[trace.ent].info);
    touched.push_back(hit);
  }
  state_->numtouch = 0;
  return touched;
}

}  // namespace fake
