// Where JavaScript may run: on the stack of the game's thread and nowhere else. Other threads have other stacks; and a
// library such as koffi calls C functions on a stack of its own, whose addresses V8 takes for an overflow.
#pragma once

#include <cstdint>

namespace mm::node {

class GameStack {
 public:
  // The stack of the calling thread, which is the game's.
  void take();

  // Asked at every hook: one comparison tells both kinds of stranger.
  bool isCurrent() const {
    return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) - lowest_ < size_;
  }

  // The game's thread, but on another stack.
  bool isForeign() const { return __builtin_thread_pointer() == thread_ && !isCurrent(); }

 private:
  uintptr_t lowest_ = 0;
  uintptr_t size_ = 0;  // nothing lies in an empty stack
  void* thread_ = nullptr;
};

}  // namespace mm::node
