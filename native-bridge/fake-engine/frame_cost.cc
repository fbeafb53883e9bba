#include "fake-engine/frame_cost.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "fake-engine/engine.h"
#include "fake-engine/fake_engine.h"

namespace fake {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPause = std::chrono::milliseconds(10);

double startFrameNanoseconds(FakeEngine& engine) {
  const Library& library = engine.engine()->library;
  const auto before = Clock::now();
  library.call(&DLL_FUNCTIONS::pfnStartFrame);
  return std::chrono::duration<double, std::nano>(Clock::now() - before).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

void printFrameCost(FakeEngine& engine, int frames) {
  std::vector<double> hot, paced;
  // What the start left to do is done first.
  for (int i = 0; i < frames; ++i) engine.frame();
  for (int i = 0; i < frames; ++i) hot.push_back(startFrameNanoseconds(engine));
  for (int i = 0; i < frames; ++i) {
    std::this_thread::sleep_for(kPause);
    paced.push_back(startFrameNanoseconds(engine));
  }
  std::printf("StartFrame: %.0f ns in a loop, %.0f ns every 10 ms\n", median(hot), median(paced));
  std::fflush(stdout);
}

}  // namespace fake
