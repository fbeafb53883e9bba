// The whole state of the add-on. There is one Bridge in a process, because hooks are plain C functions that carry no
// pointer of ours, and because the engine has one game thread.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/core.h"
#include "node/crossing.h"
#include "node/entity_memory.h"
#include "node/game_stack.h"
#include "node/hook_frame.h"
#include "node/js.h"
#include "node/mappings.h"
#include "node/policy.h"
#include "node/watchdog_position.h"

namespace mm::node {

// Memory that both sides read; `top` is where the next frame begins.
struct Scratch {
  std::byte* data = nullptr;
  uint32_t top = 0;
  napi_ref buffer = nullptr;
};

// A text field of a struct that crosses in a call.
struct StructText {
  int parameter;
  std::size_t offset;
  std::string text;
};

struct Bridge {
  napi_env env = nullptr;  // null once Node has gone
  napi_ref exports = nullptr;
  napi_ref messageMaker = nullptr;  // the function that makes user messages, once there was one
  GameStack gameStack;

  void* library = nullptr;
  Core* core = nullptr;            // null unless open
  bool isEngineOurHost = false;    // the engine was there before the session: the process and the core are its own
  Dispatch* dispatch = nullptr;
  BridgePolicy policy{*this};
  std::array<napi_ref, kCallbackCount> callbacks{};

  Scratch scratch;
  HookFrame* innermost = nullptr;
  int nestedHooks = 0;
  int32_t lastSerial = 0;
  int running = 0;  // crossings into JavaScript and calls into C that have not returned
  Position position;  // what the innermost of them is
  const void* outermost = nullptr;  // where on the stack the outermost of them began
  // Something rare wants to be done where JavaScript is entered or left: Watchdog::attend and leave.
  std::atomic<bool> attention{false};
  bool hasRun = false;                    // JavaScript was entered since takeHasRun()
  std::vector<StructText> structTexts;    // set by JavaScript for the call it prepares
  std::vector<StructText> answeredTexts;  // left by the last call that had any

  EntityMemory entities;
  Mappings mappings;
  std::vector<std::string> loggedOnce;
  bool logging = false;

  int32_t nextSerial() {
    lastSerial = lastSerial == INT32_MAX ? 1 : lastSerial + 1;
    return lastSerial;
  }

  // Null if that hook has returned.
  HookFrame* frameOfSerial(int32_t serial) const;
  HookFrame* frameAt(uint32_t offset) const;

  // Whether the engine has left what is running by longjmp, so that `entry`, which begins now, does not lie below it. Stacks
  // grow downwards wherever these engines run. (One that begins further from the stack's beginning is not noticed.)
  bool wasLeft(const void* entry) const {
    return position.place().standing != Standing::Outside && !std::less<>()(entry, outermost);
  }
  // JavaScript can be entered no more.
  void forgetNode();

  // For a call that came to us on a stack on which JavaScript cannot run: says so once, where that is a mistake.
  void refuseStack(const char* function);

  void log(const std::string& line);
  void logOnce(const std::string& line);
};

extern Bridge theBridge;

}  // namespace mm::node
