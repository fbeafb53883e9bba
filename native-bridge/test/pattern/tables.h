// An engine and a game DLL all of whose functions do the same: note what they were given, leave patterned outputs, and
// return a patterned result. And the other way round: a patterned call of each.
#pragma once

#include <string>

#include "core/core.h"

namespace mm::pattern {

// What happened at the last call of a real function; empty if there was none.
struct Record {
  std::string received;  // JSON array
  std::string left;      // the same arguments when it returned
  std::string returned;  // JSON; "null" for no result
  int calls = 0;
};

Record& recordOf(FunctionId id);

struct Tables {
  enginefuncs_t engine;
  DLL_FUNCTIONS dll;
  NEW_DLL_FUNCTIONS newDll;
};

// The real functions.
const Tables& realTables();

// Calls a function as engine or game DLL would, through the given tables. JSON: {"before", "after", "result"}, where
// the first two are what the arguments pointed to before and after the call.
std::string invoke(FunctionId id, const Tables& tables);

}  // namespace mm::pattern
