// One life of JavaScript: an event loop, an isolate with its lock, and a Node environment. The thread that makes it,
// the game's, holds the lock for as long as it lives: to take it for each hook would cost more than the hook.
#pragma once

#include <memory>
#include <string>

#include "embed/starter.h"
#include "embed/starter/broken_pipe.h"
#include "embed/starter/process.h"
#include "embed/starter/watcher.h"

namespace mm::starter {

class Environment {
 public:
  // Null where Node could not be started or the script threw; `why` says why.
  static std::unique_ptr<Environment> create(Process& process, const StartOptions& options, std::string& why);
  ~Environment();
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  v8::Isolate* isolate() const { return isolate_; }
  uv_loop_t* loop() { return &loop_; }
  Watcher& watcher() { return *watcher_; }

 private:
  // Everything that V8 wants on the stack of whoever runs JavaScript, in the order of entering.
  struct Entered {
    explicit Entered(v8::Isolate* isolate) : lock(isolate), isolateScope(isolate), handles(isolate) {}
    v8::Locker lock;
    v8::Isolate::Scope isolateScope;
    v8::HandleScope handles;
  };

  Environment(Process& process, const StartOptions& options) : process_(process), options_(options) {}
  bool open(std::string& why);
  bool makeNode(std::string& why);
  bool run(std::string& why);
  bool callMain(v8::Local<v8::Value> main, std::string& why);
  v8::Local<v8::String> text(const char* text) const;
  std::string reasonOf(const v8::TryCatch& caught) const;
  void closeLoop();

  Process& process_;
  const StartOptions options_;
  const BrokenPipeGuard brokenPipes_;
  uv_loop_t loop_{};
  bool isLoopOpen_ = false;
  uv_async_t wakefulness_{};  // see open()
  std::unique_ptr<Watcher> watcher_;
  std::shared_ptr<node::ArrayBufferAllocator> allocator_;
  v8::Isolate* isolate_ = nullptr;
  std::unique_ptr<Entered> entered_;
  v8::Global<v8::Context> context_;
  node::IsolateData* isolateData_ = nullptr;
  node::Environment* node_ = nullptr;
};

}  // namespace mm::starter
