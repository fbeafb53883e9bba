// Patterned values with memory behind them: texts, structs, and what a pointer or a block of bytes leads to.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

#include "node/marshal/struct.h"
#include "test/pattern/value_words.h"

namespace mm::pattern {

// Beyond ASCII, and longer than any small buffer inside a string class.
inline std::string textFor(int seed) {
  return "text " + std::to_string(seed) + " says Grüße für 5 €, and goes on for a while";
}

template <class C>
struct Text {
  struct Sample {
    std::string text;
    explicit Sample(int seed) : text(textFor(seed)) {}
    C get() { return const_cast<C>(text.c_str()); }
  };
  static std::string describe(const char* value) { return json(value); }
  static void leave(C, int) {}
};
template <tag::Life life, class C>
struct Value<tag::Cstr<life>, C> : Text<C> {};
template <class C>
struct Value<tag::Format, C> : Text<C> {};

template <std::size_t size, class C>
struct Value<tag::OutText<size>, C> {
  struct Sample {
    char buffer[size] = {};
    explicit Sample(int seed) { leave(buffer, seed); }
    C get() { return buffer; }
  };
  static std::string describe(C value) { return json(value); }
  static void leave(C value, int seed) {
    if (value) std::snprintf(value, size, "%s", textFor(seed).c_str());
  }
};

template <class C>
struct Value<tag::CstrOut, C> {
  struct Sample {
    char* place = nullptr;
    explicit Sample(int) {}
    C get() { return &place; }
  };
  static std::string describe(C value) { return json(*value ? *value : ""); }
  static void leave(C value, int seed) {
    static std::string text;
    text = textFor(seed);
    *value = text.data();
  }
};

// Any bytes will do, save for the addresses in between.
template <class T>
void fillStructs(T* items, std::size_t count, int seed) {
  auto* bytes = reinterpret_cast<unsigned char*>(items);
  for (std::size_t i = 0; i < sizeof(T) * count; ++i) {
    bytes[i] = static_cast<unsigned char>(seed + static_cast<int>(i) * 7);
  }
  for (const node::AddressField& field : node::AddressesOf<T>::fields) {
    const void* address = nullptr;
    if (field.kind == node::AddressField::Text) address = "a text in a struct";
    if (field.kind == node::AddressField::Entity) address = entityFor(seed);
    if (field.kind == node::AddressField::Opaque) address = &world.anchors[seed % kAnchors];
    std::memcpy(bytes + field.offset, &address, sizeof address);
  }
}

// The bytes, with zeros for addresses; where those lie; and the texts and entities among them.
template <class T>
std::string describeStructs(const T* items, std::size_t count) {
  if (!items) return "null";
  std::string bytes(reinterpret_cast<const char*>(items), sizeof(T) * count);
  std::string addresses, texts, entities;
  for (const node::AddressField& field : node::AddressesOf<T>::fields) {
    const void* address = nullptr;
    std::memcpy(&address, bytes.data() + field.offset, sizeof address);
    std::memset(bytes.data() + field.offset, 0, sizeof address);
    append(addresses, std::to_string(field.offset));
    if (field.kind == node::AddressField::Text) append(texts, json(static_cast<const char*>(address)));
    if (field.kind == node::AddressField::Entity) append(entities, indexOf(static_cast<const edict_t*>(address)));
  }
  return "{\"bytes\":\"" + hex(bytes.data(), bytes.size()) + "\",\"addresses\":[" + addresses + "],\"texts\":[" +
         texts + "],\"entities\":[" + entities + "]}";
}

template <class T, tag::Mode mode, std::size_t count, class C>
struct Value<tag::StructRef<T, mode, count>, C> {
  struct Sample {
    T items[count];
    explicit Sample(int seed) { fillStructs(items, count, seed); }
    C get() { return items; }
  };
  static std::string describe(C value) { return describeStructs<T>(value, count); }
  static void leave(C value, int seed) {
    if constexpr (mode != tag::Mode::In) {
      if (value) fillStructs(const_cast<T*>(value), count, seed);
    }
  }
};

template <class C>
struct Value<tag::Mapped<playermove_t>, C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{&world.playerMove} { world.playerMove.player_index = seed; }
  };
  static std::string describe(C value) { return value ? json(value->player_index) : "null"; }
  static void leave(C, int) {}
};

inline const void* anchorFor(int seed) { return &world.anchors[seed % kAnchors]; }

inline std::string describeAnchor(const void* address) {
  return address ? json(static_cast<double>(static_cast<const cvar_t*>(address) - world.anchors)) : "null";
}

template <tag::PointerType type, class C>
struct Value<tag::PointerTo<type>, C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{reinterpret_cast<C>(const_cast<void*>(anchorFor(seed)))} {}
  };
  static std::string describe(C value) { return describeAnchor(reinterpret_cast<const void*>(value)); }
  static void leave(C, int) {}
};

template <tag::PointerType type>
struct Value<tag::PointerTo<type>, byte**> {
  struct Sample {
    byte* place;
    explicit Sample(int seed) : place(static_cast<byte*>(const_cast<void*>(anchorFor(seed)))) {}
    byte** get() { return &place; }
  };
  static std::string describe(byte** value) { return describeAnchor(*value); }
  static void leave(byte** value, int seed) { *value = static_cast<byte*>(const_cast<void*>(anchorFor(seed))); }
};

template <class C>
struct Value<tag::Bytes, C> {
  static constexpr std::size_t kShown = 4;
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{reinterpret_cast<C>(world.buffer)} {
      std::memset(world.buffer, seed & 0xFF, sizeof world.buffer);
    }
  };
  static std::string describe(C value) { return "\"" + hex(value, kShown) + "\""; }
  static void leave(C value, int seed) {
    if constexpr (!std::is_const_v<std::remove_pointer_t<C>>) std::memset(value, seed & 0xFF, kShown);
  }
};

inline void someFunction() {}

template <class T, class C>
struct Value<tag::Callback<T>, C> {
  struct Sample : ByValue<C> {
    explicit Sample(int) : ByValue<C>{reinterpret_cast<C>(&someFunction)} {}
  };
  static std::string describe(C value) { return value ? "\"function\"" : "null"; }
  static void leave(C, int) {}
};

}  // namespace mm::pattern
