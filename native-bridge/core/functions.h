// What the core holds for each function of the three tables: four C functions made by templates from its signature.
#pragma once

#include "core/core.h"

namespace mm {

struct FunctionRow {
  FunctionId id;
  const char* name;  // the C name, such as "pfnTraceLine"
  AnyFn thunk;       // what engine and game DLL copy: jumps to wherever the slot points
  AnyFn hooked;      // what the slot points to while somebody hooks the function
  AnyFn absent;      // what it points to where the real table has no such function
};

const FunctionRow& functionRow(FunctionId id);

}  // namespace mm
