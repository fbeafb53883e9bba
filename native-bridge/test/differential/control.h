// What passes between the driver and the libraries it has the core load.
#pragma once

#include "core/function_table.h"

struct PluginControl {
  int slot;                     // set by the driver: who the library is when it is opened next
  mm::FunctionTable given[2];   // what the plugin fills its tables with
  mm::FunctionTable* tables[2]; // where the core keeps them, told by the plugin
  meta_globals_t* globals;
};

struct GameControl {
  mm::FunctionTable given;
};
