// One entry into JavaScript from C. It opens the handle scope in which everything of that entry lives, and when it ends
// no exception is left behind: what JavaScript threw is written to the log, and C goes on as if nothing had been said.
#pragma once

#include <initializer_list>

#include "core/core.h"
#include "node/js.h"
#include "node/watchdog_position.h"

namespace mm::node {

struct Bridge;

// The functions of BridgeCallbacks, in the order of kCallbackNames.
enum class ScriptCallback : unsigned {
  dispatch,
  boot,
  mapStarted,
  mapEnded,
  shutdown,
  command,
  clientCommand,
  spawnEntity,
  loadPlugin,
  unloadPlugin,
  log,
  stubQueried,
  stubAttached,
  stubDetached,
  userMessage,
  memory,
  mapped,
  overran,
  stalled,
};
inline constexpr unsigned kCallbackCount = 19;
extern const char* const kCallbackNames[kCallbackCount];

class Crossing {
 public:
  explicit Crossing(Bridge& bridge);
  ~Crossing();
  Crossing(const Crossing&) = delete;
  Crossing& operator=(const Crossing&) = delete;

  // False where JavaScript cannot be entered: on a thread that is not the game's, after Node has gone, or after the engine
  // has left a crossing by longjmp.
  bool entered() const { return scope_ != nullptr; }
  // Null where the function threw. What is done with the result must not throw in its turn; see resultOr().
  napi_value call(ScriptCallback callback, std::initializer_list<napi_value> arguments);
  // Unless this was said first: then what reading the result throws is logged like what the function throws.
  void mayThrow() { clean_ = false; }

 private:
  void leaveWatched();

  Bridge& bridge_;
  const Place outer_;
  napi_handle_scope scope_ = nullptr;
  bool clean_ = false;     // nothing can be pending, so there is no need to ask
  bool wasEnded_ = false;  // what it called ran for too long
  ScriptCallback callback_{};
};

// What a callback answered, or the given value where it threw or answered with something else.
int resultOr(napi_env env, napi_value result, int otherwise);
bool resultOr(napi_env env, napi_value result, bool otherwise);

}  // namespace mm::node
