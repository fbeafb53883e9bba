#include "core/debug_trace.h"

#include <algorithm>

#include "core/format.h"
#include "core/functions.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {

int debugLevel = 0;

namespace {

constexpr uint8_t kLevels[kFunctionCount] = {
#include "core/generated/debug_levels.inc"
};

constexpr float kMostLevel = 100;

const cvar_t* variable = nullptr;

// Writing a line may call hooked functions in its turn (a policy that prints); those are not traced.
bool isWriting = false;

void say(const std::string& line) {
  isWriting = true;
  report("[META] debug: " + line);
  isWriting = false;
}

const char* ownerOf(FunctionId id) { return id < kDllFirst ? "the engine" : "the game"; }

// Script plugins that stand next to each other share one call.
std::string namesIn(const Hook& hook, FunctionId id, Phase phase) {
  std::string names;
  for (int slot = hook.firstSlot; slot <= hook.lastSlot; ++slot) {
    const Plugin* const plugin = state().plugins.find(slot);
    if (!plugin || !plugin->isRunning || !plugin->hooks[phase].test(id)) continue;
    names.append(names.empty() ? "'" : ", '").append(state().plugins.nameOf(slot)).append("'");
  }
  return names;
}

}  // namespace

void readDebugLevel() {
  const auto find = realFunctions.engine()->pfnCVarGetPointer;
  if (!variable && find) variable = find("meta_debug");
  const float value = variable ? variable->value : 0;
  // Written so that a value that is no number is 0.
  debugLevel = value > 0 ? static_cast<int>(std::min(value, kMostLevel)) : 0;
}

void forgetDebugLevel() {
  variable = nullptr;
  debugLevel = 0;
}

bool isTraced(FunctionId id) { return debugLevel >= kLevels[id] && !isWriting; }

void traceHook(FunctionId id, Phase phase, const Hook& hook) {
  const char* const when = phase == kPre ? "pre" : "post";
  say(formatted("%s: %s hook of %s", functionRow(id).name, when, namesIn(hook, id, phase).c_str()));
}

void traceReal(FunctionId id, META_RES status, bool exists) {
  const char* const name = functionRow(id).name;
  if (status == MRES_SUPERCEDE) say(formatted("%s: %s is skipped, superceded", name, ownerOf(id)));
  else if (!exists) say(formatted("%s: %s has no such function", name, ownerOf(id)));
  else say(formatted("%s: %s", name, ownerOf(id)));
}

}  // namespace mm
