#include "node/thread_work.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

namespace mm::node {

void ThreadWork::take() {
  if (pthread_getcpuclockid(pthread_self(), &clock_) != 0) clock_ = CLOCK_MONOTONIC;
  std::snprintf(statPath_, sizeof statPath_, "/proc/self/task/%ld/stat", syscall(SYS_gettid));
}

int64_t ThreadWork::usedMs() const {
  timespec used = {};
  clock_gettime(clock_, &used);
  return int64_t{used.tv_sec} * 1000 + used.tv_nsec / 1'000'000;
}

// Its name stands before the letter that tells, in parentheses, and may hold some itself.
bool ThreadWork::wantsProcessor() const {
  char text[256] = "";
  const int file = open(statPath_, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  const char* const nameEnd = size > 0 ? std::strrchr(text, ')') : nullptr;
  return nameEnd && std::strncmp(nameEnd, ") R", 3) == 0;
}

}  // namespace mm::node
