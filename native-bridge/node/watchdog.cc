#include "node/watchdog.h"

#include <cstdlib>
#include <utility>

#include "node/bridge.h"

namespace mm::node {
namespace {

// More than uv_prepare_t has in any libuv 1.x, whose handles do not grow.
constexpr std::size_t kHandleSize = 512;

// How often the limit may pass while policy looks for the culprit.
constexpr int kMostOverrunsAsking = 3;

// How often what policy does about an end may have to be ended itself, before that waits for the next one.
constexpr int kMostTold = 4;

class HandleScope {
 public:
  explicit HandleScope(napi_env env) : env_(env) {
    if (napi_open_handle_scope(env, &scope_) != napi_ok) scope_ = nullptr;
  }
  ~HandleScope() {
    if (scope_) napi_close_handle_scope(env_, scope_);
  }
  HandleScope(const HandleScope&) = delete;
  HandleScope& operator=(const HandleScope&) = delete;

 private:
  napi_env env_;
  napi_handle_scope scope_ = nullptr;
};

void clearException(napi_env env) {
  bool isPending = false;
  napi_value error = nullptr;
  if (napi_is_exception_pending(env, &isPending) == napi_ok && isPending) napi_get_and_clear_last_exception(env, &error);
}

napi_value functionOf(Bridge& bridge, ScriptCallback callback) {
  napi_ref reference = bridge.callbacks[static_cast<unsigned>(callback)];
  napi_value function = nullptr;
  if (!reference || napi_get_reference_value(bridge.env, reference, &function) != napi_ok) return nullptr;
  return function;
}

}  // namespace

Watchdog& Watchdog::instance() {
  static Watchdog* const made = new Watchdog;
  return *made;
}

bool Watchdog::open(Bridge& bridge, const cvar_t& limit) {
  v8_ = V8::find();
  isolate_ = v8_ ? v8_->getCurrent() : nullptr;
  if (!isolate_) return false;
  close();
  bridge_ = &bridge;
  limit_ = &limit.value;
  watchLoop();
  applyLimit();
  return true;
}

void Watchdog::keepLimit() {
  if (!bridge_) return;
  thread_.stop();
  lastLimit_ = *limit_;
  limit_ = &lastLimit_;
  applyLimit();
}

void Watchdog::close() {
  if (!bridge_) return;
  thread_.stop();
  heap_.stop();
  if (handle_) v8_->close(std::exchange(handle_, nullptr), [](LoopHandle* handle) { std::free(handle); });
  bridge_->attention.store(false, std::memory_order_relaxed);
  ending_ = Ending::Nothing;
  bridge_ = nullptr;
}

void Watchdog::forsake() {
  if (bridge_) thread_.stop();
  bridge_ = nullptr;
}

// The loop calls it once a turn. It keeps nobody from ending.
void Watchdog::watchLoop() {
  uv_loop_s* loop = nullptr;
  if (napi_get_uv_event_loop(bridge_->env, &loop) != napi_ok) return;
  // SAFETY: libuv fills in the handle, which lives until libuv has closed it.
  handle_ = static_cast<LoopHandle*>(std::calloc(1, kHandleSize));
  if (!handle_) return;
  v8_->prepareInit(reinterpret_cast<EventLoop*>(loop), handle_);
  v8_->prepareStart(handle_, turned);
  v8_->unref(handle_);
}

void Watchdog::turned(LoopHandle*) {
  Watchdog& self = instance();
  if (!self.bridge_) return;
  self.bridge_->position.turn();
  if (self.bridge_->attention.load(std::memory_order_relaxed)) self.attend();
}

void Watchdog::attend() {
  if (ending_ == Ending::Loop) settle(0);
  applyLimit();
}

// Attention stays up while there is no limit, because then nobody else would see that there is one again.
void Watchdog::applyLimit() {
  const bool isWanted = WatchdogThread::limitIn(limit_) > 0;
  if (isWanted && !thread_.isRunning()) {
    thread_.start({v8_, isolate_, &bridge_->position, limit_, &bridge_->attention,
                   [](void* self) { static_cast<Watchdog*>(self)->overran(Overrun::Time); }, this});
    heap_.start(*v8_, isolate_, [](void* self) { static_cast<Watchdog*>(self)->overran(Overrun::Memory); }, this);
  } else if (!isWanted) {
    thread_.stop();
    heap_.stop();
  }
  bridge_->attention.store(!isWanted || ending_ != Ending::Nothing);
  // It may just have seen that there was no limit, and have raised what this has taken down.
  if (isWanted && thread_.hasEnded()) bridge_->attention.store(true);
}

// Inside the JavaScript that runs for too long. V8 ends it as soon as this has returned. Node runs the next timer before
// it comes back to us, so of what the event loop calls more may have to be ended by then.
void Watchdog::overran(Overrun why) {
  if (!bridge_ || !bridge_->env || ending_ == Ending::Crossing) return;
  if (isAsking_) return overranAsking();
  if (ask(why) == Answer::GoOn) return;
  ending_ = bridge_->position.place().standing == Standing::Outside ? Ending::Loop : Ending::Crossing;
  bridge_->attention.store(true, std::memory_order_relaxed);
  v8_->terminateExecution(isolate_);
}

// To find out whose code it is may take longer than the limit, and an end that is asked for meanwhile would be that of the
// question. But a plugin may have put something of its own into the answer's way that never ends.
void Watchdog::overranAsking() {
  ++overrunsAsking_;
  if (overrunsAsking_ == kMostOverrunsAsking) v8_->terminateExecution(isolate_);
}

// SAFETY: V8's header says that what RequestInterrupt calls must not enter the isolate, and this enters it: only policy can
// tell whose code runs, and once that is ended nobody can ask. V8 calls it as the last thing it does at a check of the
// stack's limit, where it reckons with any effect, and Node's own inspector evaluates JavaScript at the same place in the
// same way, in Node 18 to 24 alike. Nothing of ours stays behind there: napi_call_function runs no promises, what is thrown
// is cleared, and the handles go with the scope.
Watchdog::Answer Watchdog::ask(Overrun why) {
  napi_env env = bridge_->env;
  const HandleScope scope(env);
  napi_value function = functionOf(*bridge_, ScriptCallback::overran);
  napi_value arguments[2] = {}, answer = nullptr;
  const bool isInLoop = bridge_->position.place().standing == Standing::Outside;
  if (!function || napi_create_int32(env, static_cast<int>(why), &arguments[0]) != napi_ok) return Answer::GoOn;
  if (napi_get_boolean(env, isInLoop, &arguments[1]) != napi_ok) return Answer::GoOn;
  isAsking_ = true;
  overrunsAsking_ = 0;
  const napi_status status = napi_call_function(env, function, function, 2, arguments, &answer);
  isAsking_ = false;
  if (overrunsAsking_ >= kMostOverrunsAsking) v8_->cancelTerminateExecution(isolate_);
  if (status == napi_ok) return resultOr(env, answer, false) ? Answer::End : Answer::GoOn;
  // Nobody can tell whose it is, but it is not to hold the server for good.
  clearException(env);
  return Answer::End;
}

bool Watchdog::leave(uint32_t top) {
  if (ending_ != Ending::Crossing) return false;
  settle(top);
  return true;
}

void Watchdog::settle(uint32_t top) {
  const HandleScope scope(bridge_->env);
  const bool isInLoop = ending_ == Ending::Loop;
  for (int times = 0; times < kMostTold && ending_ != Ending::Nothing; ++times) {
    ending_ = Ending::Nothing;
    takeBack();
    applyLimit();
    tell(top, isInLoop);
  }
  if (ending_ != Ending::Nothing) takeBack();
}

// The order may also be one that came too late to end anything, and must not end what comes next.
void Watchdog::takeBack() {
  v8_->cancelTerminateExecution(isolate_);
  clearException(bridge_->env);
  bridge_->structTexts.clear();
}

void Watchdog::tell(uint32_t top, bool isInLoop) {
  napi_env env = bridge_->env;
  napi_value function = functionOf(*bridge_, ScriptCallback::stalled);
  napi_value argument = nullptr, global = nullptr;
  if (!function || napi_create_uint32(env, top, &argument) != napi_ok || napi_get_global(env, &global) != napi_ok) return;
  const Place outer = bridge_->position.place();
  // Hooks that run inside are measured against it, see Bridge::wasLeft.
  if (outer.standing == Standing::Outside) bridge_->outermost = &outer;
  bridge_->position.enterScript();
  // The loop has entered no context, which this does.
  if (isInLoop) napi_make_callback(env, nullptr, global, function, 1, &argument, nullptr);
  else napi_call_function(env, global, function, 1, &argument, nullptr);
  bridge_->position.leave(outer);
  clearException(env);
}

}  // namespace mm::node
