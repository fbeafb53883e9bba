// Results as small numbers: both sides speak of the value 0, 1, 2 ..., and each result type has its own way to be it.
#pragma once

#include <type_traits>

#include "test/differential/cases.h"

namespace differential {

inline constexpr int kValues = 8;
inline constexpr int kGarbage = -2;  // a value that nobody gave

inline char arena[16 * (kValues + 1)];  // what pointers point to

// `fallback` is the function's default as a number of C.
template <class T>
T valueOf(int number, int fallback) {
  if constexpr (std::is_pointer_v<T>) {
    return number < 0 ? nullptr : reinterpret_cast<T>(arena + 16 * number);
  } else if constexpr (std::is_floating_point_v<T>) {
    return number < 0 ? static_cast<T>(fallback) : static_cast<T>(100.25 + number);
  } else {
    return static_cast<T>(number < 0 ? fallback : 100 + number);
  }
}

template <class T>
int numberOf(T value, int fallback) {
  for (int number = kNoValue; number < kValues; ++number) {
    if (valueOf<T>(number, fallback) == value) return number;
  }
  return kGarbage;
}

}  // namespace differential
