// What happens in one case, as the TypeScript side describes it (cases.ts) and both sides carry out: plugins with
// programs for their hooks, and steps that call functions and move plugins about.
#pragma once

#include <cstdint>
#include <vector>

#include "core/core.h"

namespace differential {

inline constexpr int kSlots = 6;      // plugins stand in the slots 1..6
inline constexpr int kFunctions = 3;  // in one case; numbered 0..2 in it
inline constexpr int kNoValue = -1;   // the function's default, or nothing

enum class Op { Call, Pause, Resume, Unload, Load, HookOn, HookOff, Frame };

struct Action {
  Op op;
  int a, b, phase;
};
using Actions = std::vector<Action>;

// What a hook, or a real function, does when it is called.
struct Program {
  int answer = 0;  // any number, as a plugin may leave it
  int value = kNoValue;
  Actions actions;
};

struct HookProgram {
  int function;
  mm::Phase phase;
  bool startsOn;
  Program program;
};

struct PluginCase {
  bool isScript = false;
  bool startsLoaded = false;
  std::vector<HookProgram> hooks;

  const HookProgram* find(int function, mm::Phase phase) const;
};

struct Case {
  int functions[kFunctions];  // places in the list of functions.h
  Program real[kFunctions];
  PluginCase plugins[kSlots + 1];
  Actions steps;

  int localOf(int listed) const;  // the case's number of a listed function; -1 for one that is not in it
};

Case readCase(const int32_t* words);

// The case that is running, and what was seen of it.
extern Case current;
extern std::vector<int32_t> trace;

// Carries out the case and gives back what was seen.
std::vector<int32_t> run(Case described);

// What a program does before it answers. Programs that run inside one another must come to an end: after so many of
// them nothing is done any more.
void perform(const Actions& actions);

inline void note(std::initializer_list<int32_t> words) { trace.insert(trace.end(), words); }

// Words that begin a note.
enum Note { kHookBegins = 1, kHookAnswers, kReal, kReturned, kComplaint, kWrongText };

}  // namespace differential
