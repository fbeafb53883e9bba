#include "node/mappings.h"

#include "node/bridge.h"

namespace mm::node {

int Mappings::add(Bridge& bridge, void* address, std::size_t size) {
  Crossing crossing(bridge);
  if (!crossing.entered()) return -1;
  const int id = next_;
  next_ = (next_ + 1) % kCount;
  Entry& entry = entries_[id];
  detachBuffer(bridge.env, entry.buffer);
  napi_value buffer = bufferOver(bridge.env, address, size);
  if (!buffer || !check(bridge.env, napi_create_reference(bridge.env, buffer, 1, &entry.buffer))) {
    entry = Entry{};
    return -1;
  }
  entry.address = address;
  entry.size = size;
  crossing.call(ScriptCallback::mapped, {numberToJs(bridge.env, id), buffer});
  return id;
}

void Mappings::clear(Bridge& bridge) {
  for (Entry& entry : entries_) {
    if (bridge.env) detachBuffer(bridge.env, entry.buffer);
    entry = Entry{};
  }
  next_ = 0;
}

}  // namespace mm::node
