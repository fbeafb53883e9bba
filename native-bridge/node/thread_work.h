// What a thread does, as another thread sees it.
#pragma once

#include <cstdint>
#include <ctime>

namespace mm::node {

class ThreadWork {
 public:
  // From the thread in question.
  void take();

  // How long it has had a processor, all in all.
  int64_t usedMs() const;
  // Whether it wants one. A thread that waits for something does not, nor one of which the system does not tell.
  bool wantsProcessor() const;

 private:
  clockid_t clock_ = CLOCK_MONOTONIC;
  char statPath_[64] = "";
};

}  // namespace mm::node
