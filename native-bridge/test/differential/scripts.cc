#include "test/differential/scripts.h"

#include <algorithm>
#include <memory>

#include "test/differential/functions.h"
#include "test/differential/plugins.h"

namespace differential {
namespace {

struct Listener {
  int slot;
  bool isActive = true;
};
using Listeners = std::vector<std::shared_ptr<Listener>>;

Listeners listeners[kFunctions][2];

// What listeners of one run see, and what has become of their answers.
struct Run {
  int previous, status, original, overriding;
  int merged = MRES_IGNORED, latest = MRES_IGNORED, value = kNoValue;
};

bool hasResult(int function) { return functions()[current.functions[function]].hasResult; }

META_RES countedAnswer(int answer, mm::Phase phase) {
  if (answer == MRES_SUPERCEDE && phase == mm::kPost) return MRES_OVERRIDE;
  const bool isAnswer = answer > MRES_UNSET && answer <= MRES_SUPERCEDE;
  return isAnswer ? static_cast<META_RES>(answer) : MRES_IGNORED;
}

void ask(Run& run, int slot, int function, mm::Phase phase) {
  const Program& program = current.plugins[slot].find(function, phase)->program;
  note({kHookBegins, slot, phase, function, 0, run.previous, run.status, run.original, run.overriding});
  perform(program.actions);
  run.latest = countedAnswer(program.answer, phase);
  if (run.latest >= MRES_OVERRIDE) run.value = run.overriding = hasResult(function) ? program.value : kNoValue;
  run.merged = std::max(run.merged, run.latest);
  run.status = std::max(run.status, run.latest);
  run.previous = run.latest;
}

}  // namespace

void addScriptHook(int slot, int function, mm::Phase phase) {
  Listeners& all = listeners[function][phase];
  const auto later = std::find_if(all.begin(), all.end(), [&](const auto& other) { return other->slot > slot; });
  all.insert(later, std::make_shared<Listener>(Listener{slot}));
  core().setScriptHook(slot, hookIdOf(function), phase, true);
}

void removeScriptHook(int slot, int function, mm::Phase phase) {
  const auto removed = std::erase_if(listeners[function][phase], [&](const auto& listener) {
    if (listener->slot == slot) listener->isActive = false;
    return listener->slot == slot;
  });
  if (removed > 0) core().setScriptHook(slot, hookIdOf(function), phase, false);
}

void removeScriptHooks(int slot) {
  for (int function = 0; function < kFunctions; ++function) {
    for (const mm::Phase phase : {mm::kPre, mm::kPost}) removeScriptHook(slot, function, phase);
  }
}

int runScriptHook(int function, mm::Phase phase, int (*numberAt)(const void*)) {
  const mm::Dispatch& dispatch = core().dispatch();
  const meta_globals_t& globals = dispatch.globals;
  const int first = dispatch.hook->firstSlot, last = dispatch.hook->lastSlot;
  Run run{globals.prev_mres, globals.status, numberAt(globals.orig_ret), numberAt(globals.override_ret)};
  const Listeners listed = listeners[function][phase];
  for (const auto& listener : listed) {
    if (listener->slot < first || listener->slot > last || isPaused(listener->slot) || !listener->isActive) continue;
    ask(run, listener->slot, function, phase);
  }
  core().dispatch().globals.mres = static_cast<META_RES>(run.merged);
  core().dispatch().lastInRun = static_cast<META_RES>(run.latest);
  return run.value;
}

}  // namespace differential
