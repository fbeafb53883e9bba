// Patterned values that a frame holds in a few words: numbers, entities, vectors.
#pragma once

#include <string>
#include <type_traits>

#include "test/pattern/value.h"

namespace mm::pattern {

template <class C>
struct Number {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{static_cast<C>(seed * 7 + 3)} {}
  };
  static std::string describe(C value) { return json(static_cast<double>(value)); }
  static void leave(C, int) {}
};

template <class C>
struct Value<tag::Int, C> : Number<C> {
  // Some of these are enums, which can hold few values.
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{static_cast<C>(std::is_enum_v<C> ? seed % 3 : seed * 7 - 9000)} {}
  };
};
template <class C>
struct Value<tag::Uint, C> : Number<C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{static_cast<C>(0xF0000000U + static_cast<unsigned>(seed))} {}
  };
};
template <class C>
struct Value<tag::Byte, C> : Number<C> {};
template <class C>
struct Value<tag::Ushort, C> : Number<C> {};
template <class C>
struct Value<tag::Bool, C> : Number<C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{seed % 2} {}
  };
};
template <class C>
struct Value<tag::Char, C> : Number<C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{static_cast<C>('A' + seed % 26)} {}
  };
};
template <class C>
struct Value<tag::Long, C> : Number<C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{static_cast<C>(seed) * 1000003} {}
  };
};
template <class C>
struct Value<tag::Float, C> : Number<C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{static_cast<C>(seed) + 0.25F} {}
  };
};
template <class C>
struct Value<tag::StringT, C> : Number<C> {
  struct Sample : ByValue<C> {
    explicit Sample(int seed) : ByValue<C>{seed % 60} {}
  };
};

template <class C>
struct NumberPlace {
  using Item = std::remove_pointer_t<C>;
  struct Sample {
    Item item;
    explicit Sample(int seed) : item(static_cast<Item>(seed * 11)) {}
    C get() { return &item; }
  };
  static std::string describe(C value) { return value ? json(static_cast<double>(*value)) : "null"; }
  static void leave(C value, int seed) {
    if (value) *value = static_cast<Item>(seed * 13);
  }
};
template <class C>
struct Value<tag::IntOut, C> : NumberPlace<C> {};
// The size of a buffer: not more than there is of one.
template <class C>
struct Value<tag::IntInOut, C> : NumberPlace<C> {
  struct Sample : NumberPlace<C>::Sample {
    explicit Sample(int seed) : NumberPlace<C>::Sample(seed) { this->item = 1024 + seed % 1024; }
  };
  static void leave(C value, int seed) {
    if (value) *value = 512 + seed % 512;
  }
};
template <class C>
struct Value<tag::UintInOut, C> : NumberPlace<C> {};

inline std::string indexOf(const edict_t* entity) {
  return json(entity ? static_cast<double>(entity - world.entities) : -1);
}

inline edict_t* entityFor(int seed) { return world.entities + seed % kEntities; }

template <class C>
struct Value<tag::Edict, C> {
  struct Sample : ByValue<edict_t*> {
    explicit Sample(int seed) : ByValue{entityFor(seed)} {}
  };
  static std::string describe(C value) { return indexOf(value); }
  static void leave(C, int) {}
};

template <class C>
struct Value<tag::Entvars, C> {
  struct Sample : ByValue<entvars_t*> {
    explicit Sample(int seed) : ByValue{&entityFor(seed)->v} {}
  };
  static std::string describe(C value) {
    return indexOf(value ? value->pContainingEntity : nullptr);
  }
  static void leave(C, int) {}
};

inline void fillVector(float* vector, int seed) {
  vector[0] = static_cast<float>(seed);
  vector[1] = static_cast<float>(seed) + 0.5F;
  vector[2] = static_cast<float>(-seed);
}

template <class C>
struct Vector {
  struct Sample {
    float vector[3];
    explicit Sample(int seed) { fillVector(vector, seed); }
    C get() { return vector; }
  };
  static std::string describe(C v) { return v ? "[" + json(v[0]) + "," + json(v[1]) + "," + json(v[2]) + "]" : "null"; }
  static void leave(C, int) {}
};
template <class C>
struct Value<tag::Vec3In, C> : Vector<C> {};
template <class C>
struct Value<tag::Vec3Out, C> : Vector<C> {
  static void leave(C value, int seed) {
    if (value) fillVector(value, seed);
  }
};

}  // namespace mm::pattern
