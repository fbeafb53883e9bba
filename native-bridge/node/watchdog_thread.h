// The thread that measures. It adds up the moments at which it finds the game's thread in JavaScript, in one entry from
// outside; time in the engine's own functions does not count, nor does what a stopped process or a busy machine costs.
//
// What the event loop calls does not pass through a Crossing, so there the thread asks V8 for an interrupt: it comes
// only where JavaScript runs. All it does to V8 is to ask for that, which V8 allows on any thread.
#pragma once

#include <pthread.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "node/watchdog_position.h"
#include "node/watchdog_v8.h"

namespace mm::node {

class WatchdogThread {
 public:
  // `overran` is called on the game's thread, inside of the JavaScript that ran for too long.
  using Overran = void (*)(void* data);
  // `limitMs` is asked by the thread, which ends at 0; it then raises `attention`, which is up as well while what was ended
  // has not come back to the game.
  struct Setting {
    const V8* v8;
    Isolate* isolate;
    const Position* position;
    const float* limitMs;
    std::atomic<bool>* attention;
    Overran overran;
    void* data;
  };

  WatchdogThread() = default;
  WatchdogThread(const WatchdogThread&) = delete;
  WatchdogThread& operator=(const WatchdogThread&) = delete;

  // All on the game's thread. An interrupt that was asked for may still come after the end, so this is never destroyed.
  void start(const Setting& setting);
  void stop();
  bool isRunning() const { return isRunning_ && !hasEnded_.load(std::memory_order_acquire); }

  // What a cvar's number says, in whole milliseconds; 0 for no limit. On any thread.
  static int limitIn(const float* value);

 private:
  void run();
  bool wait(int ms);
  void look(int limitMs, int periodMs);
  bool isInScript(PositionWord word);
  void askForEnd(PositionWord word);
  void sayBlocked();

  static void probed(Isolate*, void* self);
  static void interrupted(Isolate*, void* self);

  Setting setting_{};
  pthread_t thread_{};
  bool isRunning_ = false;
  std::atomic<bool> hasEnded_{false};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool isStopping_ = false;  // under the mutex

  // The thread's own.
  PositionWord seen_ = 0;
  int busyMs_ = 0;
  bool hasSaid_ = false;  // that it waits
  int unanswered_ = 0;    // looks since the last probe came

  // Between the two threads.
  std::atomic<bool> isProbing_{false};    // an interrupt was asked for that tells where JavaScript runs
  std::atomic<PositionWord> probed_{0};   // where the last such interrupt came
  std::atomic<bool> isAsking_{false};     // an interrupt was asked for that ends JavaScript
  std::atomic<PositionWord> wanted_{0};   // which, by where it was
  std::atomic<bool> wasAsked_{false};     // it came, so that it is time to count anew
};

}  // namespace mm::node
