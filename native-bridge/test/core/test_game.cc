// The game DLL of the core's tests: every function of its two tables tells the test of its call.
#include <cstring>

#include "test/core/test_game.h"

namespace {

GameControl control;
enginefuncs_t engineForGame;

template <class Table>
void give(Table* to, const Table* from, std::size_t first) {
  *to = *from;
  // SAFETY: the tables consist of function pointers only (function_table.h).
  auto* const entries = reinterpret_cast<mm::AnyFn*>(to);
  for (std::size_t i = 0; i < sizeof(Table) / sizeof(mm::AnyFn); ++i) {
    if (control.lacks.test(first + i)) entries[i] = nullptr;
  }
}

mm::FunctionTable& patterns() {
  static mm::FunctionTable table = {};
  pattern::Functions<pattern::kReal>::fill(table);
  return table;
}

}  // namespace

MM_EXPORT GameControl* gameControl() {
  control.self = &pattern::self;
  control.engine = &engineForGame;
  return &control;
}

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t*) { engineForGame = *engine; }

MM_EXPORT int GetEntityAPI2(DLL_FUNCTIONS* table, int* version) {
  if (*version != control.interfaceVersion) {
    *version = control.interfaceVersion;
    return 0;
  }
  give(table, patterns().dll(), mm::kDllFirst);
  return 1;
}

MM_EXPORT int GetNewDLLFunctions(NEW_DLL_FUNCTIONS* table, int*) {
  if (!control.hasNewDll) return 0;
  give(table, patterns().newDll(), mm::kNewDllFirst);
  return 1;
}

// An entity class, as a game DLL exports it.
MM_EXPORT void info_test(entvars_t* vars) { vars->health = 42; }
