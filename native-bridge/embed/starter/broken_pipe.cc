#include "embed/starter/broken_pipe.h"

#include <csignal>
#include <ctime>

namespace mm::starter {
namespace {

sigset_t brokenPipe() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  return signals;
}

}  // namespace

BrokenPipeGuard::BrokenPipeGuard() {
  struct sigaction action;
  if (sigaction(SIGPIPE, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) return;
  const sigset_t signals = brokenPipe();
  sigset_t before;
  if (pthread_sigmask(SIG_BLOCK, &signals, &before) == 0) isBlocking_ = !sigismember(&before, SIGPIPE);
}

BrokenPipeGuard::~BrokenPipeGuard() {
  if (!isBlocking_) return;
  const sigset_t signals = brokenPipe();
  // One that waits would strike as soon as it may.
  const timespec noTime{};
  sigtimedwait(&signals, nullptr, &noTime);
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace mm::starter
