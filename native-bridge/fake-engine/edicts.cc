#include "fake-engine/edicts.h"

#include <cstdlib>

#include "fake-engine/engine.h"

namespace fake {
namespace {

// A slot rests before it is used again, so that clients do not see the old entity glide into the new one.
constexpr float kRestSeconds = 0.5f;
constexpr float kStartupSeconds = 2.0f;

}  // namespace

void Edicts::allocate(int clients) {
  for (int i = 0; i < count_; ++i) freePrivate(&array_[i]);
  auto fresh = std::make_unique<edict_t[]>(kMax);
  array_ = std::move(fresh);
  clients_ = clients;
  count_ = clients + 1;
  for (int i = 0; i < kMax; ++i) array_[i].free = i > clients;
  for (int i = 0; i <= clients; ++i) prepare(&array_[i]);
}

void Edicts::release() {
  for (int i = 0; i < count_; ++i) freePrivate(&array_[i]);
  array_.reset();
  count_ = 0;
}

edict_t* Edicts::at(int index) const {
  if (!array_ || index < 0 || index >= kMax) return nullptr;
  return &array_[index];
}

int Edicts::indexOf(const edict_t* edict) const {
  const auto distance = reinterpret_cast<intptr_t>(edict) - reinterpret_cast<intptr_t>(array_.get());
  constexpr auto size = static_cast<intptr_t>(sizeof(edict_t));
  if (!array_ || distance < 0 || distance % size != 0 || distance / size >= kMax) return -1;
  return static_cast<int>(distance / size);
}

edict_t* Edicts::take() {
  const float now = engine().globals.time;
  for (int i = clients_ + 1; i < kMax; ++i) {
    edict_t* edict = &array_[i];
    const bool isRested = edict->freetime < kStartupSeconds || now - edict->freetime > kRestSeconds;
    if (!edict->free || (i < count_ && !isRested)) continue;
    if (i >= count_) count_ = i + 1;
    prepare(edict);
    return edict;
  }
  return nullptr;
}

void Edicts::free(edict_t* edict) {
  if (edict->free) return;
  freePrivate(edict);
  const int serial = edict->serialnumber + 1;
  *edict = edict_t{};
  edict->free = 1;
  edict->serialnumber = serial;
  edict->freetime = engine().globals.time;
}

void* Edicts::allocatePrivate(edict_t* edict, size_t bytes) {
  freePrivate(edict);
  if (bytes) edict->pvPrivateData = std::calloc(1, bytes);
  return edict->pvPrivateData;
}

void Edicts::freePrivate(edict_t* edict) {
  if (!edict->pvPrivateData) return;
  engine().library.call(&NEW_DLL_FUNCTIONS::pfnOnFreeEntPrivateData, edict);
  std::free(edict->pvPrivateData);
  edict->pvPrivateData = nullptr;
}

void Edicts::prepare(edict_t* edict) {
  edict->free = 0;
  edict->v = entvars_t{};
  edict->v.pContainingEntity = edict;
}

}  // namespace fake
