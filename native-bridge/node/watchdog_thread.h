// The thread that measures. It adds up the moments at which it finds the game's thread in JavaScript, in one entry from
// outside; time in the engine's own functions does not count, nor does that in which the whole process stands still, because
// it was stopped or the machine slept.
//
// What the event loop calls does not pass through a Crossing, so there the thread asks V8 for an interrupt: it comes
// only where JavaScript runs, and tells in which of the loop's callbacks. Promises that Node gives no number of their own
// count as one callback, where many of them run in one go. All it does to V8 is what V8 allows on any thread.
#pragma once

#include <pthread.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "node/thread_work.h"
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
  bool isRunning() const { return isRunning_ && !hasEnded(); }
  // By itself, because there was no limit.
  bool hasEnded() const { return hasEnded_.load(); }

  // What a cvar's number says, in whole milliseconds; 0 for no limit. On any thread.
  static int limitIn(const float* value);

 private:
  void run();
  bool wait(int ms);
  void look(int limitMs, int periodMs);
  bool hasBegunAnew(PositionWord word);
  bool isAtFault(int limitMs) const;
  bool isInScript(PositionWord word);
  void askForEnd(PositionWord word);
  void sayBlocked();

  // On the game's thread, inside of JavaScript that the event loop called.
  uint32_t currentCallback();
  static void probed(Isolate*, void* self);
  static void interrupted(Isolate*, void* self);

  Setting setting_{};
  pthread_t thread_{};
  bool isRunning_ = false;
  std::atomic<bool> hasEnded_{false};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool isStopping_ = false;  // under the mutex

  ThreadWork work_;  // of the game's thread

  // The thread's own.
  PositionWord seen_ = 0;
  uint32_t seenCallback_ = 0;
  int busyMs_ = 0;
  int64_t usedBefore_ = 0;  // milliseconds of a processor, before it was busy
  bool hasSaid_ = false;  // that it waits
  int unanswered_ = 0;    // looks since the last probe came

  // The game's thread's own.
  double callbackId_ = 0;  // Node's number of the callback that the last interrupt came in

  // Between the two threads.
  std::atomic<bool> isProbing_{false};    // an interrupt was asked for that tells where JavaScript runs
  std::atomic<PositionWord> probed_{0};   // where the last such interrupt came
  std::atomic<uint32_t> callback_{0};     // is another number whenever callbackId_ is
  std::atomic<bool> isAsking_{false};     // an interrupt was asked for that ends JavaScript
  std::atomic<PositionWord> wanted_{0};   // which, by where it was
  std::atomic<uint32_t> wantedCallback_{0};
  std::atomic<bool> wasAsked_{false};     // it came, so that it is time to count anew
};

}  // namespace mm::node
