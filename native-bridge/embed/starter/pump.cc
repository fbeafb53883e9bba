#include "embed/starter/pump.h"

#include <poll.h>

namespace mm::starter {
namespace {

// A frame is at most 10 ms long on a common server. What does not fit goes on in the next.
constexpr int kMostTurns = 16;
constexpr uint64_t kMostNanoseconds = 4'000'000;

// Long enough for a disk that is busy; a request to a machine that does not answer must not hold the end for ever.
constexpr uint64_t kMostNanosecondsAtEnd = 2'000'000'000;
constexpr int kWaitMs = 10;

// What callbacks began to wait for is told to the kernel by the next turn only, so a waiting one is a reason to turn.
// SAFETY: both forms of libuv's queue are two pointers, the first of which leads to the next entry, or back if empty.
bool hasNewWatchers(const uv_loop_t& loop) {
  const void* const queue = &loop.watcher_queue;
  return *static_cast<const void* const*>(queue) != queue;
}

bool hasEvents(const uv_loop_t& loop, int waitMs = 0) {
  pollfd events{uv_backend_fd(&loop), POLLIN, 0};
  return poll(&events, 1, waitMs) > 0;
}

// A timer that has run out, an immediate, or a handle that is closing: then the loop would not wait.
bool wouldNotWait(uv_loop_t& loop) {
  uv_update_time(&loop);
  return uv_backend_timeout(&loop) == 0;
}

bool isDue(uv_loop_t& loop) { return hasNewWatchers(loop) || wouldNotWait(loop) || hasEvents(loop); }

// Node runs promises and ticks when its outermost callback ends, so an empty one does it.
void runMicrotasks(v8::Isolate* isolate) {
  const v8::HandleScope handles(isolate);
  const node::CallbackScope scope(isolate, v8::Object::New(isolate), node::async_context{0, 0});
}

// True where nothing is left to do now.
bool runLoop(uv_loop_t& loop) {
  const uint64_t end = uv_hrtime() + kMostNanoseconds;
  for (int turns = 0; isDue(loop); ++turns) {
    if (turns == kMostTurns || uv_hrtime() >= end) return false;
    uv_run(&loop, UV_RUN_NOWAIT);
  }
  return true;
}

}  // namespace

void pump(Environment& environment, bool ranScripts) {
  if (!ranScripts && !environment.watcher().hasNews()) return;
  if (ranScripts) runMicrotasks(environment.isolate());
  const v8::HandleScope handles(environment.isolate());
  uv_loop_t& loop = *environment.loop();
  if (runLoop(loop)) environment.watcher().watch(uv_backend_timeout(&loop));
  else environment.watcher().setNews();
}

void finishRequests(Environment& environment) {
  const uint64_t end = uv_hrtime() + kMostNanosecondsAtEnd;
  pump(environment, true);
  uv_loop_t& loop = *environment.loop();
  while (loop.active_reqs.count > 0 && uv_hrtime() < end) {
    hasEvents(loop, kWaitMs);
    pump(environment, true);
  }
}

}  // namespace mm::starter
