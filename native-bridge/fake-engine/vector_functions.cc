#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {
namespace {

float vecToYaw(const float* direction) { return yawOf(load(direction)); }

void vecToAngles(const float* direction, float* out) { store(anglesOf(load(direction)), out); }

void makeVectors(const float* angles) {
  const Basis basis = basisOf(load(angles));
  globalvars_t& globals = engine().globals;
  store(basis.forward, globals.v_forward);
  store(basis.right, globals.v_right);
  store(basis.up, globals.v_up);
}

void angleVectors(const float* angles, float* forward, float* right, float* up) {
  const Basis basis = basisOf(load(angles));
  store(basis.forward, forward);
  store(basis.right, right);
  store(basis.up, up);
}

}  // namespace

void addVectorFunctions(enginefuncs_t& table) {
  table.pfnVecToYaw = vecToYaw;
  table.pfnVecToAngles = vecToAngles;
  table.pfnMakeVectors = makeVectors;
  table.pfnAngleVectors = angleVectors;
}

}  // namespace fake
