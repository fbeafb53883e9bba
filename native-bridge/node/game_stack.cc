#include "node/game_stack.h"

#include <pthread.h>

namespace mm::node {

void GameStack::take() {
  *this = GameStack{};
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
  void* lowest = nullptr;
  std::size_t size = 0;
  if (pthread_attr_getstack(&attributes, &lowest, &size) == 0) {
    lowest_ = reinterpret_cast<uintptr_t>(lowest);
    size_ = size;
    thread_ = __builtin_thread_pointer();
  }
  pthread_attr_destroy(&attributes);
}

}  // namespace mm::node
