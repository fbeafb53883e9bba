// The functions that take part: from each table, of every result type that the tables know, with and without a real
// function behind them. For each there is a real function, a native hook for each slot, a script hook, and a caller.
#pragma once

#include "core/function_table.h"
#include "test/differential/cases.h"

namespace differential {

struct Listed {
  mm::FunctionId id;
  const char* name;
  bool hasReal;
  bool hasResult;
  mm::AnyFn real;
  mm::AnyFn nativeHooks[2][kSlots + 1];
  mm::AnyFn scriptHooks[2];
  int (*call)(mm::AnyFn entry);  // with values that mean nothing; answers the result's number
};

const std::vector<Listed>& functions();

// Through the tables that engine and game hold.
int callHooked(int listed);

}  // namespace differential
