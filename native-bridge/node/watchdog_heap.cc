#include "node/watchdog_heap.h"

#include <algorithm>

namespace mm::node {
namespace {

constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kLeastRoom = 16 * kMiB;
constexpr std::size_t kMostRoom = 128 * kMiB;

// Of its own limit, V8 must be using no more than this before it goes back to it.
constexpr double kCalm = 0.75;

}  // namespace

void WatchdogHeap::start(const V8& v8, Isolate* isolate, IsFull isFull, void* data) {
  if (isWatching_) return;
  v8_ = &v8;
  isolate_ = isolate;
  isFull_ = isFull;
  data_ = data;
  isWatching_ = true;
  isAsking_ = false;
  v8_->addNearHeapLimitCallback(isolate_, nearLimit, this);
  v8_->automaticallyRestoreInitialHeapLimit(isolate_, kCalm);
}

void WatchdogHeap::stop() {
  if (!isWatching_) return;
  isWatching_ = false;
  v8_->removeNearHeapLimitCallback(isolate_, nearLimit, initial_);
}

// V8 is collecting garbage: nothing may be done here but to ask for an interrupt.
std::size_t WatchdogHeap::nearLimit(void* data, std::size_t current, std::size_t initial) {
  auto& self = *static_cast<WatchdogHeap*>(data);
  self.initial_ = initial;
  const std::size_t room = std::clamp(initial / 4, kLeastRoom, kMostRoom);
  // Who goes on in spite of this gets no more.
  const std::size_t most = initial + 2 * room;
  if (!self.isAsking_) {
    self.isAsking_ = true;
    self.v8_->requestInterrupt(self.isolate_, interrupted, &self);
  }
  return std::max(current, std::min(current + room, most));
}

void WatchdogHeap::interrupted(Isolate*, void* data) {
  auto& self = *static_cast<WatchdogHeap*>(data);
  self.isAsking_ = false;
  if (self.isWatching_) self.isFull_(self.data_);
}

}  // namespace mm::node
