#include "test/differential/cases.h"

#include <utility>

#include "test/differential/functions.h"
#include "test/differential/plugins.h"

namespace differential {

Case current;
std::vector<int32_t> trace;

namespace {

constexpr int kMostPrograms = 40;
constexpr int kDeepestCall = 4;
int programsLeft = 0;
int depth = 0;

Actions readActions(const int32_t*& words) {
  Actions actions(*words++);
  for (Action& action : actions) {
    action = {static_cast<Op>(words[0]), words[1], words[2], words[3]};
    words += 4;
  }
  return actions;
}

Program readProgram(const int32_t*& words) {
  Program program{words[0], words[1], {}};
  words += 2;
  program.actions = readActions(words);
  return program;
}

PluginCase readPlugin(const int32_t*& words) {
  PluginCase plugin{words[0] != 0, words[1] != 0, {}};
  const int hooks = words[2];
  words += 3;
  for (int i = 0; i < hooks; ++i) {
    HookProgram hook{words[0], static_cast<mm::Phase>(words[1]), words[2] != 0, {}};
    words += 3;
    hook.program = readProgram(words);
    plugin.hooks.push_back(std::move(hook));
  }
  return plugin;
}

void callNested(int function) {
  if (depth == kDeepestCall) return;
  ++depth;
  const int value = callHooked(current.functions[function]);
  --depth;
  note({kReturned, function, value});
}

void perform(const Action& action) {
  const auto phase = static_cast<mm::Phase>(action.phase);
  switch (action.op) {
    case Op::Call: return callNested(action.a);
    case Op::Pause: return pause(action.a);
    case Op::Resume: return resume(action.a);
    case Op::Unload: return unload(action.a);
    case Op::Load: return load(action.a);
    case Op::HookOn: return setHook(action.a, action.b, phase, true);
    case Op::HookOff: return setHook(action.a, action.b, phase, false);
    case Op::Frame: return frame();
  }
}

}  // namespace

const HookProgram* PluginCase::find(int function, mm::Phase phase) const {
  for (const HookProgram& hook : hooks) {
    if (hook.function == function && hook.phase == phase) return &hook;
  }
  return nullptr;
}

int Case::localOf(int listed) const {
  for (int i = 0; i < kFunctions; ++i) {
    if (functions[i] == listed) return i;
  }
  return -1;
}

Case readCase(const int32_t* words) {
  Case read;
  for (int& function : read.functions) function = *words++;
  for (Program& real : read.real) real = readProgram(words);
  for (int slot = 1; slot <= kSlots; ++slot) read.plugins[slot] = readPlugin(words);
  read.steps = readActions(words);
  return read;
}

void perform(const Actions& actions) {
  if (programsLeft == 0) return;
  --programsLeft;
  for (const Action& action : actions) perform(action);
}

std::vector<int32_t> run(Case described) {
  current = std::move(described);
  trace.clear();
  programsLeft = kMostPrograms;
  for (int slot = 1; slot <= kSlots; ++slot) {
    if (current.plugins[slot].startsLoaded) load(slot);
  }
  for (const Action& step : current.steps) perform(step);
  std::vector<int32_t> seen = std::exchange(trace, {});
  for (int slot = 1; slot <= kSlots; ++slot) unload(slot);
  frame();
  return seen;
}

}  // namespace differential
