// Counts of tutor messages shown. Condition Zero keeps them in its career game; nothing but the counting is left of it
// here.
#pragma once

#include <array>

namespace fake {

struct Tutor {
  static constexpr int kMessages = 256;
  std::array<int, kMessages> shown{};
};

}  // namespace fake
