// Waits for the event loop's next event on a thread of its own, so that a frame with nothing to do reads one flag. To
// ask the kernel and the clock in each frame costs more where caches are cold, as they are between frames.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "embed/starter/node_release.h"

namespace mm::starter {

class Watcher {
 public:
  // Watches a loop's descriptor once it is told to; until then there is news.
  explicit Watcher(int loopDescriptor);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Whether the loop may have something to do. It is so in every frame where the thread could not be made.
  bool hasNews() const { return hasNews_.load(std::memory_order_acquire); }

  // There is none now: from here on the descriptor becoming readable is news, and so is the end of this time (-1: no
  // end).
  void watch(int timeoutMs);
  // There is some, which the descriptor does not tell of.
  void setNews() { hasNews_.store(true, std::memory_order_release); }

 private:
  bool startThread();
  void run();
  bool waitOnce(std::unique_lock<std::mutex>& lock);
  void wake();

  const int loopDescriptor_;
  const int wakeDescriptor_;
  bool hasThread_ = false;
  uv_thread_t thread_{};
  std::atomic<bool> hasNews_{true};

  std::mutex mutex_;  // over the rest
  std::condition_variable changed_;
  bool isWatching_ = false;
  bool isEnding_ = false;
  uint64_t deadline_ = 0;  // in uv_hrtime's nanoseconds
};

}  // namespace mm::starter
