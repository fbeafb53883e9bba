// The few functions of V8, Node and libuv that Node-API has no counterpart for. They are looked up by the names that compilers
// give them, in whatever Node this process has: their signatures have been the same from Node 18 to 24, and one add-on
// serves all of these, which one built against V8's headers could not. Where one is missing, nothing is watched.
#pragma once

#include <cstddef>

namespace mm::node {

// Never defined: what V8 knows as v8::Isolate, and libuv as uv_loop_t and uv_prepare_t.
struct Isolate;
struct EventLoop;
struct LoopHandle;

using NearHeapLimit = std::size_t (*)(void* data, std::size_t current, std::size_t initial);

// SAFETY: on Linux a member function is called as a plain one whose first argument is the object.
struct V8 {
  Isolate* (*getCurrent)();

  // These may be called on any thread, while the isolate lives.
  void (*requestInterrupt)(Isolate*, void (*callback)(Isolate*, void*), void* data);
  void (*terminateExecution)(Isolate*);
  void (*cancelTerminateExecution)(Isolate*);

  void (*addNearHeapLimitCallback)(Isolate*, NearHeapLimit, void* data);
  void (*removeNearHeapLimitCallback)(Isolate*, NearHeapLimit, std::size_t limit);
  void (*automaticallyRestoreInitialHeapLimit)(Isolate*, double threshold);

  // Node's number of the callback that runs now; on the thread of the isolate, while JavaScript runs.
  double (*executionAsyncId)(Isolate*);

  int (*prepareInit)(EventLoop*, LoopHandle*);
  int (*prepareStart)(LoopHandle*, void (*callback)(LoopHandle*));
  void (*unref)(LoopHandle*);
  void (*close)(LoopHandle*, void (*closed)(LoopHandle*));

  // Null where this Node lacks any of them.
  static const V8* find();
};

}  // namespace mm::node
