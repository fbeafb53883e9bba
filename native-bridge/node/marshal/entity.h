// Entities: an index in the frame, -1 for NULL; in C a pointer to the edict or to the entvars_t inside it.
#pragma once

#include "node/marshal/marshal.h"

namespace mm::node {

// SAFETY: the edict lies in the engine's array, because at() checks the index against its size.
inline bool readEntity(CallReader& in, const std::byte* at, edict_t*& edict) {
  const auto index = get<int32_t>(at);
  edict = nullptr;
  if (index == -1) return true;
  edict = in.bridge.entities.at(in.bridge, index);
  if (edict) return true;
  const int count = in.bridge.entities.count();
  if (count == 0) return in.refuse(Complaint::Error, "names an entity, but the server has none yet; wait for a map");
  return in.refuse(Complaint::Range,
                   "must be an entity index 0.." + std::to_string(count - 1) + ", got " + std::to_string(index));
}

// The edict around the entvars_t, found by place and not by pContainingEntity, which a game may not have set yet. For
// an entvars_t outside the engine's array the result is no entity's address, and indexOf() says so without reading it.
inline const edict_t* edictOf(const entvars_t* vars) {
  if (!vars) return nullptr;
  return reinterpret_cast<const edict_t*>(reinterpret_cast<const std::byte*>(vars) - offsetof(edict_t, v));
}

template <class C>
struct Marshal<tag::Edict, C> : Plain {
  static void load(Bridge& bridge, std::byte* at, const C& value, bool) {
    put<int32_t>(at, bridge.entities.indexOf(bridge, value));
  }

  struct Argument {
    edict_t* edict = nullptr;
    bool read(CallReader& in, const std::byte* at) { return readEntity(in, at, edict); }
    C value() { return edict; }
    void write(Bridge&, std::byte*) {}
  };
};

template <class C>
struct Marshal<tag::Entvars, C> : Plain {
  static void load(Bridge& bridge, std::byte* at, const C& value, bool) {
    put<int32_t>(at, bridge.entities.indexOf(bridge, edictOf(value)));
  }

  struct Argument {
    edict_t* edict = nullptr;
    bool read(CallReader& in, const std::byte* at) { return readEntity(in, at, edict); }
    C value() { return edict ? &edict->v : nullptr; }
    void write(Bridge&, std::byte*) {}
  };
};

template <class C>
struct Result<tag::Edict, C> : Plain {
  static void encode(Bridge& bridge, std::byte* at, C value) {
    put<int32_t>(at, bridge.entities.indexOf(bridge, value));
  }
  static C decode(Bridge& bridge, const std::byte* at, const void*) {
    return bridge.entities.at(bridge, get<int32_t>(at));
  }
  static napi_value toJs(Bridge&, C) { return nullptr; }
};

template <class C>
struct Result<tag::Entvars, C> : Plain {
  static void encode(Bridge& bridge, std::byte* at, C value) {
    put<int32_t>(at, bridge.entities.indexOf(bridge, edictOf(value)));
  }
  static C decode(Bridge& bridge, const std::byte* at, const void*) {
    edict_t* edict = bridge.entities.at(bridge, get<int32_t>(at));
    return edict ? &edict->v : nullptr;
  }
  static napi_value toJs(Bridge&, C) { return nullptr; }
};

}  // namespace mm::node
