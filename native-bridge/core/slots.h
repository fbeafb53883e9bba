// One slot for each function: the place a thunk jumps through. Engine and game DLL copy the tables we give them, so the
// pointers in those can never be swapped; the slots can, at any time, also while the function is running.
#pragma once

#include "core/function_table.h"

// Named for the assembler: the thunks of the variadic functions are written in it. "Hidden" lets a thunk address it
// directly instead of by way of the global offset table.
extern "C" [[gnu::visibility("hidden")]] mm::FunctionTable mm_slots;

namespace mm {

// The functions of the engine and of the game DLL themselves; null where a table lacks one.
[[gnu::visibility("hidden")]] extern FunctionTable realFunctions;

// The same slots without the core's own hooks, which stand in front of everything else (own_hooks.h).
extern FunctionTable slotsBehindOwnHooks;

// What a call comes to that passed all hooks: the real function, or what stands in its place for the scripts' sake.
[[gnu::visibility("hidden")]] extern FunctionTable behindHooks;

// Points a function's slot to whatever must run now: its hooks, else the real function, else the stand-in.
void aimSlot(FunctionId id);
void aimAllSlots();

// The tables of thunks.
FunctionTable& thunkTable();

}  // namespace mm
