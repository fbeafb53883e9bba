// How a test reaches into a native plugin. The plugin itself only does what Metamod's interface asks of it; hooks are
// functions of the test, put into the plugin's tables, or the patterns.
#pragma once

#include "test/core/pattern.h"

struct PluginControl {
  // Set before the plugin is opened.
  bool usesPatterns = false;
  bool givesNoInfo = false;
  bool usesOldApi = false;
  bool overrunsGetters = false;
  int queryAnswer = 1;
  int attachAnswer = 1;
  int detachAnswer = 1;
  void (*whenAttached)(PluginControl& plugin) = nullptr;

  // Told by the plugin.
  pattern::Self* self = nullptr;
  plugin_info_t* info = nullptr;
  enginefuncs_t* engine = nullptr;
  globalvars_t* engineGlobals = nullptr;
  mutil_funcs_t* util = nullptr;
  meta_globals_t* globals = nullptr;
  gamedll_funcs_t* game = nullptr;
  DLL_FUNCTIONS* dll[2] = {};
  NEW_DLL_FUNCTIONS* newDll[2] = {};
  enginefuncs_t* engineHooks[2] = {};
  std::string calls;  // the order in which the exports were called
  int commandCalls = 0;
  void (*command)() = nullptr;
  void (*beginMessage)(int dest, int id) = nullptr;  // the plugin's code calls the engine
  cvar_t* cvar = nullptr;
};
