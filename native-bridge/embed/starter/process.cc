#include "embed/starter/process.h"

#include <utility>

namespace mm::starter {
namespace {

// The engine's signals, streams, limits and environment are not Node's to change.
constexpr auto kFlags = static_cast<init_flags::Flags>(
    init_flags::kNoInitializeV8 | init_flags::kNoInitializeNodeV8Platform | init_flags::kNoStdioInitialization |
    init_flags::kNoDefaultSignalHandling | init_flags::kNoAdjustResourceLimits | init_flags::kNoUseLargePages |
    init_flags::kDisableNodeOptionsEnv | init_flags::kNoPrintHelpOrVersionOutput);

// V8 compiles and collects garbage on these. A game server leaves few cores to others.
constexpr int kHelperThreads = 2;

// Never destroyed: V8 cannot be set up a second time, and its helper threads run until the process ends.
Process* made = nullptr;
bool isTried = false;

}  // namespace

Process* theProcess(const std::string& script, std::string& why) {
  if (made) return made;
  if (std::exchange(isTried, true)) {
    why = "Node refused to start before, and cannot be asked twice; restart the server";
    return nullptr;
  }
  // A script that never ends may be stopped from another thread while a timer runs it; with these checks Node would end
  // the process then.
  const auto result =
      node::InitializeOncePerProcess({"metamod", "--no-force-async-hooks-checks", script}, kFlags);
  for (const std::string& error : result->errors()) why += error + " ";
  if (!result->errors().empty() || result->early_return()) {
    if (why.empty()) why = "Node wants to end at once";
    return nullptr;
  }
  made = new Process{node::MultiIsolatePlatform::Create(kHelperThreads), result->args(), result->exec_args()};
  v8::V8::InitializePlatform(made->platform.get());
  v8::V8::Initialize();
  return made;
}

}  // namespace mm::starter
