#include "fake-engine/random.h"

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

namespace fake {

int Random::between(int low, int high) {
  if (high <= low) return low;
  const uint64_t range = static_cast<uint64_t>(static_cast<int64_t>(high) - low) + 1;
  return static_cast<int>(low + static_cast<int64_t>(source_() % range));
}

float Random::between(float low, float high) {
  const float share = static_cast<float>(source_() >> 8) / static_cast<float>(1 << 24);
  return low + (high - low) * share;
}

namespace {

int randomLong(int low, int high) { return engine().random.between(low, high); }
float randomFloat(float low, float high) { return engine().random.between(low, high); }

}  // namespace

void addRandomFunctions(enginefuncs_t& table) {
  table.pfnRandomLong = randomLong;
  table.pfnRandomFloat = randomFloat;
}

}  // namespace fake
