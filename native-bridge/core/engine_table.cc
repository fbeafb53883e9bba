#include "core/engine_table.h"

#include <algorithm>

#include "core/class_lookup.h"
#include "core/function_names.h"
#include "core/function_table.h"
#include "core/loaded_segments.h"
#include "core/slots.h"

namespace mm {
namespace {

// Each engine that a Metamod ever ran on has the table up to here, so these words are taken as they are.
constexpr FunctionId kSureEnd = engineId(offsetof(enginefuncs_t, pfnAddServerCommand)) + 1;
// The last function is taken later, by late_engine.h.
constexpr FunctionId kEnd = engineId(offsetof(enginefuncs_t, pfnPEntityOfEntIndexAllEntities));

}  // namespace

void takeEngineTable(const enginefuncs_t& given) {
  // SAFETY: the table is a struct of function pointers and nothing else (function_table.h).
  const auto* const functions = reinterpret_cast<const AnyFn*>(&given);
  AnyFn* const taken = realFunctions.at + kEngineFirst;
  std::copy_n(functions, kSureEnd, taken);

  // SAFETY: nothing is read beyond the end of the library that holds the table, nor once something else than code stood
  // there.
  const std::size_t room = bytesFrom(functions) / sizeof(AnyFn);
  const auto end = static_cast<FunctionId>(std::min<std::size_t>(room, kEnd));
  for (FunctionId id = kSureEnd; id < end; ++id) {
    const AnyFn function = functions[id];
    if (function && !isCode(reinterpret_cast<const void*>(function))) break;
    taken[id] = function;
  }
  findFunctionsOfGameDll();
  findClassesOfPlugins();
}

int newDllFunctionsOf(const enginefuncs_t& engine) {
  if (engine.pfnQueryClientCvarValue2) return kNewDllCount;
  constexpr int kWithCvarValue = newDllId(offsetof(NEW_DLL_FUNCTIONS, pfnCvarValue)) + 1 - kNewDllFirst;
  return engine.pfnQueryClientCvarValue ? kWithCvarValue : kWithCvarValue - 1;
}

}  // namespace mm
