// The C side of one running script hook. It lives on the C++ stack: pushes the frame onto the scratch block, remembers
// where the real arguments are (for texts, pointers and structs that JavaScript asks for later), makes the crossing,
// and takes the frame off again. Nested hooks form a list, innermost first.
#pragma once

#include "node/frame.h"
#include "node/row.h"

namespace mm::node {

struct Bridge;

class HookFrame {
 public:
  // `arguments` holds the address of each C argument, in order; `size` is the frame's, header included.
  HookFrame(Bridge& bridge, const FunctionInfo& function, Phase phase, std::size_t size, const void* const* arguments);
  ~HookFrame();
  HookFrame(const HookFrame&) = delete;
  HookFrame& operator=(const HookFrame&) = delete;

  // False where too many hooks are nested, Node has gone, or the thread is not the game's. The hook then counts as
  // ignored.
  bool pushed() const { return base_ != nullptr; }
  std::byte* at(std::size_t offset) const { return base_ + offset; }
  // SAFETY: a frame begins with its header, aligned to 16 bytes; header() and at() are used only if pushed().
  FrameHeader& header() const { return *reinterpret_cast<FrameHeader*>(base_); }

  // Where the real function's result and that of the plugins so far can be read, or null.
  const void* original() const { return original_; }
  const void* overriding() const { return overriding_; }
  // Whether the real function ran, so that what it writes through pointers is there.
  bool returned() const { return returned_; }

  // Runs the listeners and hands their answer to the core. True if the answer carries a result.
  bool cross();

  // For the functions by which JavaScript reads and answers with what is no number.
  const FunctionInfo& function() const { return function_; }
  const void* argument(std::size_t index) const { return arguments_[index]; }
  uint32_t offset() const { return offset_; }
  int32_t serial() const { return serial_; }
  HookFrame* outer() const { return outer_; }
  const void* resultReference() const { return resultReference_; }
  void setResultReference(const void* reference) { resultReference_ = reference; }

 private:
  void fillHeader(Phase phase);
  void complainOfDepth();

  Bridge& bridge_;
  const FunctionInfo& function_;
  const void* const* arguments_;
  HookFrame* outer_;
  std::byte* base_ = nullptr;
  uint32_t offset_ = 0;
  int32_t serial_ = 0;
  const void* original_ = nullptr;
  const void* overriding_ = nullptr;
  const void* resultReference_ = nullptr;
  bool returned_ = false;
};

}  // namespace mm::node
