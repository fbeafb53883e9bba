// A plugin that allocates until the heap is full ends the process: V8 knows no other way out. Shortly before, it asks for
// more room. It is given a little, in which the plugin is found and ended, and gives it back when it has collected what
// the plugin left behind.
#pragma once

#include "node/watchdog_v8.h"

namespace mm::node {

class WatchdogHeap {
 public:
  // `isFull` is called on the game's thread, inside of the JavaScript that wanted more.
  using IsFull = void (*)(void* data);
  WatchdogHeap() = default;
  WatchdogHeap(const WatchdogHeap&) = delete;
  WatchdogHeap& operator=(const WatchdogHeap&) = delete;

  // An interrupt that was asked for may still come after the end, so this is never destroyed.
  void start(const V8& v8, Isolate* isolate, IsFull isFull, void* data);
  void stop();

 private:
  static std::size_t nearLimit(void* self, std::size_t current, std::size_t initial);
  static void interrupted(Isolate*, void* self);

  const V8* v8_ = nullptr;
  Isolate* isolate_ = nullptr;
  IsFull isFull_ = nullptr;
  void* data_ = nullptr;
  bool isWatching_ = false;
  bool isAsking_ = false;
  std::size_t initial_ = 0;
};

}  // namespace mm::node
