#include <cmath>

#include "session.h"

using namespace fake;

namespace {

bool isNear(float a, float b) { return std::fabs(a - b) < 0.1f; }

}  // namespace

TEST("a line stops at the wall, a little before it") {
  Session session;
  const vec3_t start = {0, 0, 300}, end = {1024, 0, 300};
  TraceResult result{};
  session.call().pfnTraceLine(start, end, 1, nullptr, &result);
  CHECK(isNear(result.flFraction, 0.5f));
  CHECK(result.vecEndPos[0] < 512 && result.vecEndPos[0] > 511);
  CHECK_EQ(result.vecPlaneNormal[0], -1.0f);
  CHECK_EQ(result.pHit, session.edict(0));
}

TEST("a line that hits nothing ends where it should, and names the world") {
  Session session;
  const vec3_t start = {0, 0, 300}, end = {100, 0, 300};
  TraceResult result{};
  session.call().pfnTraceLine(start, end, 1, nullptr, &result);
  CHECK_EQ(result.flFraction, 1.0f);
  CHECK_EQ(result.pHit, session.edict(0));
}

TEST("a line hits a player unless told to ignore monsters, or that player") {
  Session session;
  const int bob = session.join("Bob");
  edict_t* player = session.edict(bob);
  const vec3_t place = {100, 0, 200};
  session.call().pfnSetOrigin(player, place);
  const vec3_t start = {0, 0, 200}, end = {200, 0, 200};
  TraceResult result{};
  session.call().pfnTraceLine(start, end, 0, nullptr, &result);
  CHECK_EQ(result.pHit, player);
  CHECK(isNear(result.vecEndPos[0], 84));
  session.call().pfnTraceLine(start, end, 1, nullptr, &result);
  CHECK_EQ(result.flFraction, 1.0f);
  session.call().pfnTraceLine(start, end, 0, player, &result);
  CHECK_EQ(result.flFraction, 1.0f);
}

TEST("a larger hull stops earlier") {
  Session session;
  const vec3_t start = {0, 0, 200}, end = {1024, 0, 200};
  TraceResult result{};
  session.call().pfnTraceHull(start, end, 1, static_cast<int>(Hull::kHuman), nullptr, &result);
  CHECK(isNear(result.vecEndPos[0], 496));
  session.call().pfnTraceSphere(start, end, 1, 100, nullptr, &result);
  CHECK(isNear(result.vecEndPos[0], 412));
}

TEST("a trace in the rock is solid all the way") {
  Session session;
  const vec3_t start = {2000, 0, 0}, end = {2100, 0, 0};
  TraceResult result{};
  session.call().pfnTraceLine(start, end, 1, nullptr, &result);
  CHECK(result.fAllSolid);
  CHECK_EQ(result.flFraction, 0.0f);
  CHECK_EQ(session.call().pfnPointContents(start), CONTENTS_SOLID);
}

TEST("floor, walls and ceiling have textures") {
  Session session;
  const vec3_t start = {200, 200, 100}, down = {200, 200, -100}, aside = {900, 200, 100};
  CHECK_EQ(session.call().pfnTraceTexture(nullptr, start, down), "FLOOR");
  CHECK_EQ(session.call().pfnTraceTexture(nullptr, start, aside), "WALL");
}

TEST("a tossed entity is traced down to the floor") {
  Session session;
  TraceResult result{};
  session.call().pfnTraceToss(session.entity("ammo_box"), nullptr, &result);
  CHECK(result.vecEndPos[2] < 2);
  CHECK_EQ(result.vecPlaneNormal[2], 1.0f);
}

TEST("a group mask lets traces through those outside the group") {
  Session session;
  const int bob = session.join("Bob");
  edict_t* player = session.edict(bob);
  const vec3_t place = {100, 0, 200}, start = {0, 0, 200}, end = {200, 0, 200};
  session.call().pfnSetOrigin(player, place);
  player->v.groupinfo = 2;
  TraceResult result{};
  session.call().pfnSetGroupMask(1, GROUP_OP_AND);
  session.call().pfnTraceLine(start, end, 0, nullptr, &result);
  CHECK_EQ(result.flFraction, 1.0f);
  session.call().pfnSetGroupMask(0, GROUP_OP_AND);
  session.call().pfnTraceLine(start, end, 0, nullptr, &result);
  CHECK_EQ(result.pHit, player);
}

TEST("angles and vectors agree") {
  Session session;
  const vec3_t angles = {0, 90, 0};
  session.call().pfnMakeVectors(angles);
  CHECK(isNear(session.engine.engine()->globals.v_forward[1], 1));
  CHECK(isNear(session.engine.engine()->globals.v_right[0], 1));
  const vec3_t west = {-1, 0, 0}, up = {0, 0, 1};
  CHECK_EQ(session.call().pfnVecToYaw(west), 180.0f);
  vec3_t out;
  session.call().pfnVecToAngles(up, out);
  CHECK_EQ(out[0], 90.0f);
}
