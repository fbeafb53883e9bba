// Ends JavaScript that holds the game up. A thread (watchdog_thread.h) looks now and then at where the game's thread is;
// when that has spent too long in one entry, outside the engine's functions, V8 is asked to interrupt what runs. The
// interruption happens on the game's thread, inside the JavaScript in question, where policy is asked whether the culprit
// is a plugin (BridgeCallbacks.overran). If so V8 ends it: it unwinds the stack down to where C called JavaScript, past
// every `catch` and `finally`. Behind that Crossing nothing is lost: we take V8's order back there, so whoever called the
// engine goes on, and tell policy (BridgeCallbacks.stalled).
//
// What the event loop calls (timers, promises) has no Crossing of ours below it. It unwinds into Node, and policy is told
// by whatever comes first: the loop's next turn, or the next crossing. With a promise's code V8 drops the code of all
// promises that was to run right after it; there is no way to take that out of its queue before.
#pragma once

#include <cstdint>

#include "core/core.h"
#include "node/watchdog_heap.h"
#include "node/watchdog_thread.h"
#include "node/watchdog_v8.h"

namespace mm::node {

struct Bridge;

// Why JavaScript is to be ended, as policy is told.
enum class Overrun : int { Time = 0, Memory = 1 };

class Watchdog {
 public:
  Watchdog() = default;
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  // The one of the process. It is never destroyed: V8 may come back to an interrupt that was asked for long ago.
  static Watchdog& instance();

  // On the game's thread, like all that follows. `limit` is the cvar that says after how many milliseconds, 0 for never.
  // False where this Node has not what it takes.
  bool open(Bridge& bridge, const cvar_t& limit);
  // Looks at the cvar no more, whose memory may be about to go, and goes on with the limit that it has now.
  void keepLimit();
  void close();
  // The same where V8 must not be touched any more.
  void forsake();

  // The bridge's `attention` is up and the event loop begins a turn, or JavaScript is about to be entered from outside.
  void attend();
  // It is up when a crossing ends. True where the JavaScript in that was ended. `top`: where the SDK's next frame goes.
  bool leave(uint32_t top);

 private:
  // V8 has been told to end JavaScript: that of a crossing, or what the event loop called.
  enum class Ending { Nothing, Crossing, Loop };
  enum class Answer { End, GoOn };

  static void turned(LoopHandle*);
  void watchLoop();
  void applyLimit();
  void overran(Overrun why);
  void overranAsking();
  Answer ask(Overrun why);
  void settle(uint32_t top);
  void takeBack();
  void tell(uint32_t top, bool isInLoop);

  Bridge* bridge_ = nullptr;  // null unless open
  const V8* v8_ = nullptr;
  Isolate* isolate_ = nullptr;
  const float* limit_ = nullptr;  // the cvar's number, or the last one that it had
  float lastLimit_ = 0;
  LoopHandle* handle_ = nullptr;
  WatchdogThread thread_;
  WatchdogHeap heap_;
  Ending ending_ = Ending::Nothing;
  bool isAsking_ = false;  // policy whether to end it
  int overrunsAsking_ = 0;
};

}  // namespace mm::node
