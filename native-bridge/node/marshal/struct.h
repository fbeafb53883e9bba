// Small structs: copied into the frame after a word that says whether the pointer was there, and copied out again when
// JavaScript wrote to them. Addresses inside a struct do not come from JavaScript: texts are set through the bridge, an
// entity's address is accepted only if it is one, and everything else keeps the value it has in C.
#pragma once

#include <span>

#include "node/marshal/marshal.h"

namespace mm::node {

// Which fields of T are addresses. Each struct that a row names must be listed, so that none is forgotten.
template <class T>
struct AddressesOf;

struct NoAddresses {
  static constexpr std::span<const AddressField> fields = {};
  static constexpr bool kCallable = true;
};
template <>
struct AddressesOf<entity_state_t> : NoAddresses {};
template <>
struct AddressesOf<clientdata_t> : NoAddresses {};
template <>
struct AddressesOf<weapon_data_t> : NoAddresses {};
template <>
struct AddressesOf<usercmd_t> : NoAddresses {};
template <>
struct AddressesOf<netadr_t> : NoAddresses {};

template <>
struct AddressesOf<TraceResult> {
  static constexpr AddressField kFields[] = {{AddressField::Entity, offsetof(TraceResult, pHit)}};
  static constexpr std::span<const AddressField> fields = kFields;
  static constexpr bool kCallable = true;
};

template <>
struct AddressesOf<KeyValueData> {
  static constexpr AddressField kFields[] = {{AddressField::Text, offsetof(KeyValueData, szClassName)},
                                             {AddressField::Text, offsetof(KeyValueData, szKeyName)},
                                             {AddressField::Text, offsetof(KeyValueData, szValue)}};
  static constexpr std::span<const AddressField> fields = kFields;
  static constexpr bool kCallable = true;
};

template <>
struct AddressesOf<customization_t> {
  static constexpr std::size_t kResource = offsetof(customization_t, resource);
  static constexpr AddressField kFields[] = {{AddressField::Opaque, kResource + offsetof(resource_t, pNext)},
                                             {AddressField::Opaque, kResource + offsetof(resource_t, pPrev)},
                                             {AddressField::Opaque, offsetof(customization_t, pInfo)},
                                             {AddressField::Opaque, offsetof(customization_t, pBuffer)},
                                             {AddressField::Opaque, offsetof(customization_t, pNext)}};
  static constexpr std::span<const AddressField> fields = kFields;
  static constexpr bool kCallable = true;
};

template <>
struct AddressesOf<cvar_t> {
  static constexpr AddressField kFields[] = {{AddressField::Text, offsetof(cvar_t, name)},
                                             {AddressField::Text, offsetof(cvar_t, string)},
                                             {AddressField::Opaque, offsetof(cvar_t, next)}};
  static constexpr std::span<const AddressField> fields = kFields;
  // The engine keeps the struct it is given; only the core can lend it one that stays.
  static constexpr bool kCallable = false;
};

// Copies a struct that came from a frame over `target`, whose addresses stay unless the frame's are provably good.
void copyStruct(const Bridge& bridge, void* target, const std::byte* from, std::size_t size,
                std::span<const AddressField> fields);

// Keeps what the function left in the struct's text fields, for JavaScript to ask for.
void keepTexts(Bridge& bridge, int parameter, const void* from, std::span<const AddressField> fields);

// Puts the texts that JavaScript set for this parameter in place.
void placeTexts(const Bridge& bridge, int parameter, void* target, std::span<const AddressField> fields);

template <class T, tag::Mode mode, std::size_t count, class C>
struct Marshal<tag::StructRef<T, mode, count>, C> : Plain {
  using Addresses = AddressesOf<T>;
  static constexpr std::size_t kBytes = sizeof(T) * count;
  static constexpr std::size_t kFrameBytes = kStructPrefix + alignFrame(kBytes);
  static constexpr bool kCallable = Addresses::kCallable;
  static constexpr ValueInfo info = {
      .reference = Reference::Struct, .fields = Addresses::fields, .writable = mode != tag::Mode::In};
  static_assert(count == 1 || Addresses::fields.empty(), "an array of structs with addresses needs offsets for each");

  static void load(Bridge&, std::byte* at, const C& pointer, bool) {
    put<int32_t>(at, pointer != nullptr);
    // SAFETY: the row states how many structs the C function's contract puts behind the pointer.
    if (pointer) std::memcpy(at + kStructPrefix, pointer, kBytes);
  }
  static void store(Bridge& bridge, const std::byte* at, const C& pointer) {
    // SAFETY: `usercmd_t` comes as const, but lies in the engine's writable memory, and Metamod plugins have always
    // changed it in CmdStart.
    if (pointer) copyStruct(bridge, const_cast<T*>(pointer), at + kStructPrefix, kBytes, Addresses::fields);
  }

  struct Argument {
    T items[count] = {};
    bool present = true;
    int parameter = 0;
    bool read(CallReader& in, const std::byte* at) {
      parameter = in.parameter;
      if (mode == tag::Mode::Out) return true;
      present = get<int32_t>(at) != 0;
      copyStruct(in.bridge, items, at + kStructPrefix, kBytes, Addresses::fields);
      placeTexts(in.bridge, parameter, items, Addresses::fields);
      return true;
    }
    C value() { return present ? items : nullptr; }
    void write(Bridge& bridge, std::byte* at) {
      put<int32_t>(at, present);
      std::memcpy(at + kStructPrefix, items, kBytes);
      keepTexts(bridge, parameter, items, Addresses::fields);
    }
  };
};

// A struct too large to copy, mapped once per address; the frame names the mapping.
template <class T, class C>
struct Marshal<tag::Mapped<T>, C> : Plain {
  static void load(Bridge& bridge, std::byte* at, const C& pointer, bool) {
    put<int32_t>(at, bridge.mappings.idOf(bridge, pointer, sizeof(T)));
  }

  struct Argument {
    T* pointer = nullptr;
    bool read(CallReader& in, const std::byte* at) {
      const auto id = get<int32_t>(at);
      if (id == -1) return true;
      // SAFETY: the table holds only addresses that C passed as this type; their sizes tell the types apart.
      pointer = static_cast<T*>(in.bridge.mappings.at(id, sizeof(T)));
      return pointer || in.refuse(Complaint::Error, "names a struct that is not mapped any more");
    }
    C value() { return pointer; }
    void write(Bridge&, std::byte*) {}
  };
};

}  // namespace mm::node
