// Writing to a connection that the other side has closed raises SIGPIPE, which ends a process that does not ignore it.
// Node ignores it for the whole process; the process here is an engine's, so only the game's thread looks away. Threads
// that Node starts inherit that, and programs that it starts do not.
#pragma once

namespace mm::starter {

class BrokenPipeGuard {
 public:
  // Does nothing where the engine handles or ignores the signal itself.
  BrokenPipeGuard();
  ~BrokenPipeGuard();
  BrokenPipeGuard(const BrokenPipeGuard&) = delete;
  BrokenPipeGuard& operator=(const BrokenPipeGuard&) = delete;

 private:
  bool isBlocking_ = false;
};

}  // namespace mm::starter
