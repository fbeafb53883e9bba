// The three C tables laid end to end, so that one number, the FunctionId, finds a function in any of them: in the real
// tables, in the thunks we give away, in the slots behind them, and in what a native plugin fills in.
#pragma once

#include "core/core.h"

namespace mm {

struct FunctionTable {
  AnyFn at[kFunctionCount];

  // SAFETY: each C table is a struct of function pointers and nothing else (asserted below), so an array of pointers of
  // the same length has its layout. The core is compiled without strict aliasing because it reads both ways.
  enginefuncs_t* engine() { return reinterpret_cast<enginefuncs_t*>(at + kEngineFirst); }
  DLL_FUNCTIONS* dll() { return reinterpret_cast<DLL_FUNCTIONS*>(at + kDllFirst); }
  NEW_DLL_FUNCTIONS* newDll() { return reinterpret_cast<NEW_DLL_FUNCTIONS*>(at + kNewDllFirst); }
};

static_assert(sizeof(enginefuncs_t) == kEngineCount * sizeof(AnyFn));
static_assert(sizeof(DLL_FUNCTIONS) == kDllCount * sizeof(AnyFn));
static_assert(sizeof(NEW_DLL_FUNCTIONS) == kNewDllCount * sizeof(AnyFn));

constexpr FunctionId engineId(std::size_t offset) { return kEngineFirst + static_cast<int>(offset / sizeof(AnyFn)); }
constexpr FunctionId dllId(std::size_t offset) { return kDllFirst + static_cast<int>(offset / sizeof(AnyFn)); }
constexpr FunctionId newDllId(std::size_t offset) { return kNewDllFirst + static_cast<int>(offset / sizeof(AnyFn)); }

}  // namespace mm
