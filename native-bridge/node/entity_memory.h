// The engine's entities and globals: between `edict_t *` and index for C, and as ArrayBuffers for JavaScript. An engine
// may move its entities at a map change, and does not say so. Between ServerDeactivate and ServerActivate we therefore
// ask for the array at every use and before JavaScript runs; while a map runs we trust it, and ask again when a pointer
// does not lie in it.
#pragma once

#include <cstdint>

#include "metamod/metamod.h"
#include "node/js.h"

namespace mm::node {

struct Bridge;

class EntityMemory {
 public:
  // -1 for NULL and for what is no entity of the array.
  int indexOf(Bridge& bridge, const edict_t* edict) {
    if (!edict) return -1;
    if (settled_) [[likely]] {
      const int index = indexInArray(edict);
      if (index >= 0) [[likely]] return index;
    }
    return indexAfterRefresh(bridge, edict);
  }

  // Null for an index outside the array.
  edict_t* at(Bridge& bridge, int index) {
    if (!settled_) refresh(bridge);
    return index >= 0 && index < count_ ? first_ + index : nullptr;
  }

  // Whether a struct may hold this address as that of an entity.
  bool isEntity(const edict_t* edict) const { return indexInArray(edict) >= 0; }
  int count() const { return count_; }

  // Whether the array stays where it is until the map ends.
  bool isSettled() const { return settled_; }
  void mapStarted(Bridge& bridge);
  void mapEnded() { settled_ = false; }
  // Maps what the engine has now, and tells JavaScript if that differs from what it knew.
  void refresh(Bridge& bridge);
  // Takes the memory away from JavaScript, whose views become empty.
  void unmap(Bridge& bridge);

 private:
  int indexInArray(const edict_t* edict) const {
    const uintptr_t distance = reinterpret_cast<uintptr_t>(edict) - reinterpret_cast<uintptr_t>(first_);
    const uintptr_t index = distance / sizeof(edict_t);
    // A distance that is no multiple of the size shows that the array has moved over its old place.
    return index < static_cast<uintptr_t>(count_) && index * sizeof(edict_t) == distance ? static_cast<int>(index) : -1;
  }

  int indexAfterRefresh(Bridge& bridge, const edict_t* edict);
  void map(Bridge& bridge);

  edict_t* first_ = nullptr;
  int count_ = 0;
  globalvars_t* globals_ = nullptr;
  bool settled_ = false;
  napi_ref edictBuffer_ = nullptr;
  napi_ref globalsBuffer_ = nullptr;
};

// An ArrayBuffer over memory that is not ours; empty where there is none.
napi_value bufferOver(napi_env env, void* memory, std::size_t size);
// Makes the buffer empty, so that no view of it reads memory that is gone, and drops the reference.
void detachBuffer(napi_env env, napi_ref& reference);

}  // namespace mm::node
