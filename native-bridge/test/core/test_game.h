// How a test reaches into its game DLL.
#pragma once

#include <bitset>

#include "test/core/pattern.h"

struct GameControl {
  pattern::Self* self;
  const enginefuncs_t* engine;  // the engine table that the game was given
  std::bitset<mm::kFunctionCount> lacks;
  bool hasNewDll = true;
  int interfaceVersion = INTERFACE_VERSION;
};
