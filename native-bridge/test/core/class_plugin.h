// How a test reaches into a native plugin that offers entity classes (class_plugin.cc).
#pragma once

#include "metamod/metamod.h"

struct ClassControl {
  int attachAnswer = 1;
  enginefuncs_t* engine = nullptr;
  mutil_funcs_t* util = nullptr;
  plugin_info_t* info = nullptr;
  int version = 0;            // of the file
  entvars_t* made = nullptr;  // what its class made last
  void (*whenMade)(entvars_t* vars) = nullptr;
};
