#include "embed/starter/watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <csignal>

namespace mm::starter {
namespace {

constexpr uint64_t kNever = UINT64_MAX;
constexpr uint64_t kNanosecondsPerMs = 1'000'000;
constexpr std::size_t kStackSize = 64 * 1024;

uint64_t deadlineAfter(int timeoutMs) {
  return timeoutMs < 0 ? kNever : uv_hrtime() + static_cast<uint64_t>(timeoutMs) * kNanosecondsPerMs;
}

// Rounded up: a timer that is asked about too early would have to be asked about again.
int millisecondsUntil(uint64_t deadline) {
  if (deadline == kNever) return -1;
  const uint64_t now = uv_hrtime();
  if (deadline <= now) return 0;
  const uint64_t left = (deadline - now + kNanosecondsPerMs - 1) / kNanosecondsPerMs;
  return left > INT32_MAX ? INT32_MAX : static_cast<int>(left);
}

}  // namespace

Watcher::Watcher(int loopDescriptor)
    : loopDescriptor_(loopDescriptor), wakeDescriptor_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  hasThread_ = wakeDescriptor_ >= 0 && startThread();
}

// The process's signals are for the engine's threads.
bool Watcher::startThread() {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  uv_thread_options_t options{};
  options.flags = UV_THREAD_HAS_STACK_SIZE;
  options.stack_size = kStackSize;
  const auto body = [](void* watcher) { static_cast<Watcher*>(watcher)->run(); };
  const bool isStarted = uv_thread_create_ex(&thread_, &options, body, this) == 0;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return isStarted;
}

Watcher::~Watcher() {
  if (hasThread_) {
    {
      const std::lock_guard lock(mutex_);
      isEnding_ = true;
      wake();
    }
    changed_.notify_one();
    uv_thread_join(&thread_);
  }
  if (wakeDescriptor_ >= 0) close(wakeDescriptor_);
}

void Watcher::watch(int timeoutMs) {
  if (!hasThread_) return;
  const uint64_t deadline = deadlineAfter(timeoutMs);
  const std::lock_guard lock(mutex_);
  hasNews_.store(false, std::memory_order_release);
  if (!isWatching_) {
    isWatching_ = true;
    deadline_ = deadline;
    changed_.notify_one();
  } else if (deadline < deadline_) {
    // A later one need not wake the thread: it comes too early then, finds nothing, and is told again.
    deadline_ = deadline;
    wake();
  }
}

void Watcher::run() {
  std::unique_lock lock(mutex_);
  while (!isEnding_) {
    if (!isWatching_) {
      changed_.wait(lock);
    } else if (waitOnce(lock)) {
      isWatching_ = false;
      setNews();
    }
  }
}

// False where it was woken to look at a new deadline, or at its end.
bool Watcher::waitOnce(std::unique_lock<std::mutex>& lock) {
  const int timeoutMs = millisecondsUntil(deadline_);
  pollfd waited[] = {{loopDescriptor_, POLLIN, 0}, {wakeDescriptor_, POLLIN, 0}};
  lock.unlock();
  const int count = poll(waited, 2, timeoutMs);
  lock.lock();
  if (count < 0) return false;
  if (waited[1].revents == 0) return true;
  eventfd_t unused;
  eventfd_read(wakeDescriptor_, &unused);
  return false;
}

void Watcher::wake() { eventfd_write(wakeDescriptor_, 1); }

}  // namespace mm::starter
