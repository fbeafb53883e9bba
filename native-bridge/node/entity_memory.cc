#include "node/entity_memory.h"

#include "node/bridge.h"

namespace mm::node {

napi_value bufferOver(napi_env env, void* memory, std::size_t size) {
  napi_value buffer = nullptr;
  void* unused = nullptr;
  if (!memory || size == 0) return check(env, napi_create_arraybuffer(env, 0, &unused, &buffer)) ? buffer : nullptr;
  // SAFETY: whoever owns the memory outlives the buffer or has it detached first; see unmap() and Mappings::clear().
  if (!check(env, napi_create_external_arraybuffer(env, memory, size, nullptr, nullptr, &buffer))) return nullptr;
  return buffer;
}

void detachBuffer(napi_env env, napi_ref& reference) {
  if (!reference) return;
  napi_value buffer = nullptr;
  if (check(env, napi_get_reference_value(env, reference, &buffer)) && buffer) {
    check(env, napi_detach_arraybuffer(env, buffer));
  }
  check(env, napi_delete_reference(env, reference));
  reference = nullptr;
}

void EntityMemory::mapStarted(Bridge& bridge) {
  refresh(bridge);
  settled_ = true;
}

void EntityMemory::refresh(Bridge& bridge) {
  edict_t* first = bridge.core->edicts();
  const int count = first ? bridge.core->maxEdicts() : 0;
  globalvars_t* globals = bridge.core->globals();
  if (first == first_ && count == count_ && globals == globals_) return;
  first_ = first;
  count_ = count;
  globals_ = globals;
  map(bridge);
}

int EntityMemory::indexAfterRefresh(Bridge& bridge, const edict_t* edict) {
  refresh(bridge);
  return indexInArray(edict);
}

void EntityMemory::map(Bridge& bridge) {
  Crossing crossing(bridge);
  if (!crossing.entered()) return;
  napi_env env = bridge.env;
  detachBuffer(env, edictBuffer_);
  detachBuffer(env, globalsBuffer_);
  napi_value edicts = bufferOver(env, first_, static_cast<std::size_t>(count_) * sizeof(edict_t));
  napi_value globals = bufferOver(env, globals_, sizeof(globalvars_t));
  napi_value memory = nullptr;
  if (!edicts || !globals || !check(env, napi_create_object(env, &memory))) return;
  const auto address = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(first_));
  check(env, napi_create_reference(env, edicts, 1, &edictBuffer_));
  check(env, napi_create_reference(env, globals, 1, &globalsBuffer_));
  setProperty(env, memory, "edicts", edicts);
  setProperty(env, memory, "edictCount", numberToJs(env, count_));
  setProperty(env, memory, "globals", globals);
  setProperty(env, memory, "edictsLow", numberToJs(env, static_cast<uint32_t>(address)));
  setProperty(env, memory, "edictsHigh", numberToJs(env, static_cast<uint32_t>(address >> 32)));
  crossing.call(ScriptCallback::memory, {memory});
}

void EntityMemory::unmap(Bridge& bridge) {
  if (bridge.env) {
    detachBuffer(bridge.env, edictBuffer_);
    detachBuffer(bridge.env, globalsBuffer_);
  }
  *this = EntityMemory{};
}

}  // namespace mm::node
