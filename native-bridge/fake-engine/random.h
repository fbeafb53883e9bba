// Random numbers, the same in every run, so that a test or a bug report can be repeated.
#pragma once

#include <cstdint>
#include <random>

namespace fake {

class Random {
 public:
  // Both ends included; `low` if the range is empty.
  int between(int low, int high);
  float between(float low, float high);

 private:
  std::mt19937 source_{1998};
};

}  // namespace fake
