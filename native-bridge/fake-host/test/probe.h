// A plugin whose insides the tests can look into and steer, by a struct that it exports.
#pragma once

#include "metamod/metamod.h"

namespace probe {

// What a hook of pfnRandomLong saw when it was called last.
struct Seen {
  int calls;
  META_RES mres, previous, status;
  int original;
  const void* overrideRet;
};

// What it answers.
struct Answer {
  META_RES mres;
  int value;
};

struct Probe {
  int attached = 0, detached = 0, gameInits = 0, mapsEnded = 0, frames = 0, shutdowns = 0, commands = 0;
  int disconnects = 0, disconnectsAfter = 0;  // pre and post hook
  PLUG_LOADTIME attachedAt = PT_NEVER;
  PL_UNLOAD_REASON reason = PNL_NULL;
  int extension = 0;        // the version of metamod-p's extension, if it was given
  bool mayDetach = true;
  Seen seen[2] = {};        // before and after the real function
  Answer answer[2] = {{MRES_IGNORED, 0}, {MRES_IGNORED, 0}};
  plugin_info_t* info = nullptr;
  mutil_funcs_t util = {};
  enginefuncs_t engine = {};
  cvar_t* cvar = nullptr;
  DLL_FUNCTIONS* table = nullptr;  // the host's own
  void (*registerOnHeap)() = nullptr;
};

}  // namespace probe
