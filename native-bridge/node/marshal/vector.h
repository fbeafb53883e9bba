// Vectors: three floats in the frame and a word that says whether the pointer was there.
#pragma once

#include "node/marshal/marshal.h"

namespace mm::node {

enum class Direction { In, InOut, Out };

template <Direction direction, class C>
struct VectorMarshal : Plain {
  static constexpr ValueInfo info = {.writable = direction != Direction::In};
  static constexpr std::size_t kSize = 3 * sizeof(float);
  static constexpr std::size_t kFrameBytes = kSize + sizeof(int32_t);

  static void load(Bridge&, std::byte* at, const C& vector, bool) {
    put<int32_t>(at + kSize, vector != nullptr);
    // SAFETY: every `float *` of the tables that has this kind points to three floats.
    if (vector) std::memcpy(at, vector, kSize);
  }
  static void store(Bridge&, const std::byte* at, const C& vector) {
    if constexpr (direction != Direction::In) {
      if (vector) std::memcpy(vector, at, kSize);
    }
  }

  struct Argument {
    float numbers[3] = {};
    bool present = true;
    bool read(CallReader&, const std::byte* at) {
      if (direction == Direction::Out) return true;
      present = get<int32_t>(at + kSize) != 0;
      std::memcpy(numbers, at, kSize);
      return true;
    }
    C value() { return present ? numbers : nullptr; }
    void write(Bridge&, std::byte* at) {
      put<int32_t>(at + kSize, present);
      if (direction != Direction::In) std::memcpy(at, numbers, kSize);
    }
  };
};

template <class C>
struct Marshal<tag::Vec3In, C> : VectorMarshal<Direction::In, C> {};
template <class C>
struct Marshal<tag::Vec3InOut, C> : VectorMarshal<Direction::InOut, C> {};
template <class C>
struct Marshal<tag::Vec3Out, C> : VectorMarshal<Direction::Out, C> {};

}  // namespace mm::node
