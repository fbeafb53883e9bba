#include "embed/starter/environment.h"

#include "embed/starter/bootstrap.h"
#include "embed/starter/refused_exit.h"

namespace mm::starter {

std::unique_ptr<Environment> Environment::create(Process& process, const StartOptions& options, std::string& why) {
  std::unique_ptr<Environment> made(new Environment(process, options));
  if (!made->open(why) || !made->makeNode(why) || !made->run(why)) return nullptr;
  return made;
}

bool Environment::open(std::string& why) {
  if (const int failed = uv_loop_init(&loop_); failed != 0) {
    why = std::string("the event loop cannot be opened: ") + uv_strerror(failed);
    return false;
  }
  isLoopOpen_ = true;
  // Nothing ever wakes this handle. It keeps the loop alive, and a loop that is not alive does not look for events.
  uv_async_init(&loop_, &wakefulness_, nullptr);
  watcher_ = std::make_unique<Watcher>(uv_backend_fd(&loop_));
  allocator_ = node::ArrayBufferAllocator::Create();
  isolate_ = node::NewIsolate(allocator_, &loop_, process_.platform.get());
  if (!isolate_) why = "V8 has no memory for an isolate";
  return isolate_ != nullptr;
}

bool Environment::makeNode(std::string& why) {
  entered_ = std::make_unique<Entered>(isolate_);
  isolateData_ = node::CreateIsolateData(isolate_, &loop_, process_.platform.get(), allocator_.get());
  const v8::Local<v8::Context> context = node::NewContext(isolate_);
  if (context.IsEmpty()) {
    why = "V8 could not make a context";
    return false;
  }
  context_.Reset(isolate_, context);
  context->Enter();
  // No default flags: they would let JavaScript change the process's folder, user and title, and take SIGUSR1 for the
  // inspector, which can be opened all the same.
  node_ = node::CreateEnvironment(isolateData_, context, process_.arguments, process_.nodeArguments,
                                  node::EnvironmentFlags::kNoFlags);
  if (!node_) why = "Node could not make an environment";
  return node_ != nullptr;
}

bool Environment::run(std::string& why) {
  refuseExits(node_, options_.log);
  const v8::HandleScope handles(isolate_);
  v8::TryCatch caught(isolate_);
  v8::Local<v8::Value> main;
  if (node::LoadEnvironment(node_, kBootstrap).ToLocal(&main) && callMain(main, why)) return true;
  if (caught.HasCaught()) why = reasonOf(caught);
  if (why.empty()) why = "Node ended before the script ran";
  return false;
}

bool Environment::callMain(v8::Local<v8::Value> main, std::string& why) {
  if (!main->IsFunction()) {
    why = "this Node does not answer as its release should";
    return false;
  }
  v8::Local<v8::Value> arguments[] = {text(options_.script), text(options_.addon), text(options_.core),
                                      text(options_.gameDirectory), text(options_.metamodDirectory)};
  const v8::Local<v8::Context> context = context_.Get(isolate_);
  return !main.As<v8::Function>()->Call(context, context->Global(), std::size(arguments), arguments).IsEmpty();
}

v8::Local<v8::String> Environment::text(const char* text) const {
  return v8::String::NewFromUtf8(isolate_, text).FromMaybe(v8::String::Empty(isolate_));
}

// `Error: message (at place)` on one line, out of a stack that fills many.
static std::string headOf(const std::string& stack) {
  std::string head = stack.substr(0, stack.find('\n'));
  constexpr char kPlace[] = "\n    at ";
  const std::size_t place = stack.find(kPlace);
  if (place == stack.npos) return head;
  const std::size_t begin = place + sizeof kPlace - 1;
  return head + " (at " + stack.substr(begin, stack.find('\n', begin) - begin) + ")";
}

std::string Environment::reasonOf(const v8::TryCatch& caught) const {
  const v8::Local<v8::Context> context = context_.Get(isolate_);
  v8::Local<v8::Value> shown;
  if (!caught.StackTrace(context).ToLocal(&shown)) shown = caught.Exception();
  const v8::String::Utf8Value text(isolate_, shown);
  return *text ? headOf(*text) : "an error that cannot be shown";
}

Environment::~Environment() {
  watcher_.reset();
  if (node_) {
    const v8::HandleScope handles(isolate_);
    static_cast<void>(node::EmitProcessExit(node_));
    // Waits for workers and closes what add-ons and JavaScript left open.
    node::FreeEnvironment(node_);
  }
  if (isolateData_) node::FreeIsolateData(isolateData_);
  if (!context_.IsEmpty()) {
    const v8::HandleScope handles(isolate_);
    context_.Get(isolate_)->Exit();
    context_.Reset();
  }
  entered_.reset();
  if (isolate_) {
    bool isFinished = false;
    const auto finished = [](void* flag) { *static_cast<bool*>(flag) = true; };
    process_.platform->AddIsolateFinishedCallback(isolate_, finished, &isFinished);
    disposeIsolate(*process_.platform, isolate_);
    while (!isFinished) uv_run(&loop_, UV_RUN_ONCE);
  }
  if (isLoopOpen_) closeLoop();
}

void Environment::closeLoop() {
  // SAFETY: libuv's handles begin with what uv_handle_t is.
  uv_close(reinterpret_cast<uv_handle_t*>(&wakefulness_), nullptr);
  uv_run(&loop_, UV_RUN_NOWAIT);
  // It stays open where an add-on forgot a handle. The memory is gone in a moment, so what refers to it goes first.
  if (uv_loop_close(&loop_) == 0) return;
  const auto close = [](uv_handle_t* handle, void*) {
    if (!uv_is_closing(handle)) uv_close(handle, nullptr);
  };
  uv_walk(&loop_, close, nullptr);
  uv_run(&loop_, UV_RUN_NOWAIT);
  uv_loop_close(&loop_);
}

}  // namespace mm::starter
