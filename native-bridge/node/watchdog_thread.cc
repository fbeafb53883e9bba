#include "node/watchdog_thread.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace mm::node {
namespace {

constexpr std::size_t kStackSize = 128 * 1024;
constexpr int kLongestPeriodMs = 250;
constexpr int kLeastBlockedMs = 2000;
constexpr int kLeastUnanswered = 3;

// More is as good as no limit; four times as much can still be counted.
constexpr float kLongestLimitMs = 24 * 60 * 60 * 1000;

// An exit() that ends no environment leaves the thread running while libraries take their things down.
std::atomic<bool> isProcessLeaving{false};

void noticeExit() {
  static const bool isDone = std::atexit([] { isProcessLeaving.store(true); }) == 0;
  static_cast<void>(isDone);
}

}  // namespace

// The process's signals are for the engine's threads.
void WatchdogThread::start(const Setting& setting) {
  stop();
  noticeExit();
  setting_ = setting;
  work_.take();
  busyMs_ = 0;
  // One that was asked for in the session before may be waiting in an isolate that is gone.
  isProbing_.store(false);
  isAsking_.store(false);
  hasEnded_.store(false);
  isStopping_ = false;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return;
  pthread_attr_setstacksize(&attributes, kStackSize);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  const auto body = [](void* self) -> void* {
    static_cast<WatchdogThread*>(self)->run();
    return nullptr;
  };
  isRunning_ = pthread_create(&thread_, &attributes, body, this) == 0;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (isRunning_) pthread_setname_np(thread_, "metamod-watch");
}

void WatchdogThread::stop() {
  if (!isRunning_) return;
  {
    const std::lock_guard lock(mutex_);
    isStopping_ = true;
  }
  changed_.notify_one();
  pthread_join(thread_, nullptr);
  isRunning_ = false;
}

int WatchdogThread::limitIn(const float* value) {
  float ms = 0;
  // SAFETY: the engine may write the number meanwhile. It does so in one piece, as this reads it.
  __atomic_load(value, &ms, __ATOMIC_RELAXED);
  return ms >= 1 ? static_cast<int>(std::min(ms, kLongestLimitMs)) : 0;
}

void WatchdogThread::run() {
  seen_ = setting_.position->now();
  usedBefore_ = work_.usedMs();
  for (;;) {
    const int limitMs = limitIn(setting_.limitMs);
    if (limitMs == 0) break;
    const int periodMs = std::clamp(limitMs / 8, 1, kLongestPeriodMs);
    if (!wait(periodMs)) return;
    if (!isProcessLeaving.load(std::memory_order_relaxed)) look(limitMs, periodMs);
  }
  hasEnded_.store(true);
  setting_.attention->store(true);
}

// False when it is to end.
bool WatchdogThread::wait(int ms) {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return isStopping_; });
}

void WatchdogThread::look(int limitMs, int periodMs) {
  const PositionWord word = setting_.position->now();
  const bool isStill = word == seen_;
  if (hasBegunAnew(word)) {
    busyMs_ = 0;
    usedBefore_ = work_.usedMs();
    hasSaid_ = false;
    if (placeOf(word).standing == Standing::Outside) isInScript(word);
    return;
  }
  if (!isInScript(word)) return;
  busyMs_ += periodMs;
  if (busyMs_ < limitMs) return;
  // What runs inside of another plugin's call may have begun just now as well, and then that one is to blame; but if it
  // goes on so for long, who is to blame is the smaller question.
  const bool isSure = isStill || placeOf(word).standing == Standing::Outside || placeOf(word).isOutermost;
  if ((isSure || busyMs_ >= 3 * limitMs) && isAtFault(limitMs)) askForEnd(word);
  if (busyMs_ >= 4 * limitMs && busyMs_ >= limitMs + kLeastBlockedMs) sayBlocked();
}

// Where the machine has too much to do, who is given no processor is not to blame. Who waits by himself is.
bool WatchdogThread::isAtFault(int limitMs) const {
  return work_.usedMs() - usedBefore_ >= limitMs / 2 || !work_.wantsProcessor();
}

// What began since the last look may have begun just now.
bool WatchdogThread::hasBegunAnew(PositionWord word) {
  const uint32_t callback = callback_.load();
  const bool isSameTurn = Position::isSameTurn(word, std::exchange(seen_, word));
  const bool isSameCallback = callback == std::exchange(seenCallback_, callback);
  return wasAsked_.exchange(false) || !isSameTurn || !isSameCallback;
}

// An order that ends a promise stays in force where a timer led to that, and then Node calls JavaScript in vain, again and
// again, without ever coming back to us. So it is taken back from here, once no JavaScript has run for a while. V8 allows
// that on any thread; what it clears the game's thread may set anew in that moment, and then the next look clears it.
bool WatchdogThread::isInScript(PositionWord word) {
  if (placeOf(word).standing != Standing::Outside) return placeOf(word).standing == Standing::InsideScript;
  // One that was asked for in vain waits for the next JavaScript, wherever that runs.
  if (isProbing_.exchange(true)) {
    if (++unanswered_ >= kLeastUnanswered && setting_.attention->load()) setting_.v8->cancelTerminateExecution(setting_.isolate);
    return false;
  }
  unanswered_ = 0;
  const bool came = Position::isSameTurn(probed_.load(), word);
  setting_.v8->requestInterrupt(setting_.isolate, probed, this);
  return came;
}

void WatchdogThread::probed(Isolate*, void* data) {
  auto& self = *static_cast<WatchdogThread*>(data);
  const PositionWord word = self.setting_.position->now();
  if (placeOf(word).standing == Standing::Outside) {
    self.currentCallback();
    self.probed_.store(word);
  }
  self.isProbing_.store(false);
}

uint32_t WatchdogThread::currentCallback() {
  const double id = setting_.v8->executionAsyncId(setting_.isolate);
  if (id != std::exchange(callbackId_, id)) callback_.fetch_add(1);
  return callback_.load();
}

void WatchdogThread::askForEnd(PositionWord word) {
  wantedCallback_.store(seenCallback_);
  wanted_.store(word);
  if (!isAsking_.exchange(true)) setting_.v8->requestInterrupt(setting_.isolate, interrupted, this);
}

// What was to be ended may have ended by itself, or have called the engine and be about to come back.
void WatchdogThread::interrupted(Isolate*, void* data) {
  auto& self = *static_cast<WatchdogThread*>(data);
  self.isAsking_.store(false);
  const PositionWord word = self.setting_.position->now();
  if (self.wanted_.load() != word) return;
  if (placeOf(word).standing == Standing::Outside && self.wantedCallback_.load() != self.currentCallback()) return;
  self.setting_.overran(self.setting_.data);
  self.wasAsked_.store(true);
}

// The server's console is not for this thread, and the game's is not to be had.
void WatchdogThread::sayBlocked() {
  if (std::exchange(hasSaid_, true)) return;
  std::fprintf(stderr,
               "[META] ERROR: the server has been waiting for %d ms for JavaScript, at a breakpoint, or in a call that "
               "cannot be interrupted, such as execSync; of that, the plugin is named when it returns\n",
               busyMs_);
}

}  // namespace mm::node
