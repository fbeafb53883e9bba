#include "fake-engine/delta.h"

#include <cstring>

#include "fake-engine/engine.h"
#include "fake-engine/engine_table.h"

const char* const delta_s::kNames[kFields] = {"origin[0]", "origin[1]", "origin[2]", "angles[0]",
                                              "angles[1]", "angles[2]", "modelindex", "sequence",
                                              "frame",     "effects",   "solid",      "movetype"};

namespace fake {
namespace {

struct Place {
  size_t offset;
  size_t bytes;
};

// In the order of delta_s::kNames.
constexpr Place kPlaces[delta_s::kFields] = {
    {offsetof(entity_state_t, origin), 4},     {offsetof(entity_state_t, origin) + 4, 4},
    {offsetof(entity_state_t, origin) + 8, 4}, {offsetof(entity_state_t, angles), 4},
    {offsetof(entity_state_t, angles) + 4, 4}, {offsetof(entity_state_t, angles) + 8, 4},
    {offsetof(entity_state_t, modelindex), 4}, {offsetof(entity_state_t, sequence), 4},
    {offsetof(entity_state_t, frame), 4},      {offsetof(entity_state_t, effects), 4},
    {offsetof(entity_state_t, solid), 2},      {offsetof(entity_state_t, movetype), 4}};

}  // namespace

int Delta::encode(const char* name, const entity_state_t& from, const entity_state_t& to) const {
  delta_t fields{};
  // SAFETY: kPlaces names fields inside entity_state_t, and an encoder is told the type by the name it was registered
  // for.
  const auto* before = reinterpret_cast<const byte*>(&from);
  const auto* after = reinterpret_cast<const byte*>(&to);
  for (int i = 0; i < delta_s::kFields; ++i) {
    fields.isSet[i] = std::memcmp(before + kPlaces[i].offset, after + kPlaces[i].offset, kPlaces[i].bytes) != 0;
  }
  if (const auto found = encoders_.find(name); found != encoders_.end()) found->second(&fields, before, after);
  int count = 0;
  for (const bool isSet : fields.isSet) count += isSet;
  return count;
}

namespace {

int findField(delta_t*, const char* name) {
  for (int i = 0; name && i < delta_s::kFields; ++i) {
    if (!std::strcmp(delta_s::kNames[i], name)) return i;
  }
  engine().console.line("DeltaFindField: no field is called '%s'", name ? name : "(null)");
  return -1;
}

void mark(delta_t* fields, int index, bool isSet) {
  if (fields && index >= 0 && index < delta_s::kFields) fields->isSet[index] = isSet;
}

void setByIndex(delta_t* fields, int index) { mark(fields, index, true); }
void unsetByIndex(delta_t* fields, int index) { mark(fields, index, false); }
void setField(delta_t* fields, const char* name) { mark(fields, findField(fields, name), true); }
void unsetField(delta_t* fields, const char* name) { mark(fields, findField(fields, name), false); }

void addEncoder(const char* name, Delta::Encoder encoder) {
  if (name && encoder) engine().delta.add(name, encoder);
}

}  // namespace

void addDeltaFunctions(enginefuncs_t& table) {
  table.pfnDeltaFindField = findField;
  table.pfnDeltaSetField = setField;
  table.pfnDeltaUnsetField = unsetField;
  table.pfnDeltaSetFieldByIndex = setByIndex;
  table.pfnDeltaUnsetFieldByIndex = unsetByIndex;
  table.pfnDeltaAddEncoder = addEncoder;
}

}  // namespace fake
