// A native plugin for the core's tests that offers entity classes. Two versions of it are built, and
// one that stays in memory for good once it was loaded.
#include "test/core/class_plugin.h"

// A variable of which a process has one only, so that whoever has it is never taken out of memory.
#ifdef HAS_UNIQUE_SYMBOL
[[gnu::visibility("default")]] inline int version = VERSION;
#else
constexpr int version = VERSION;
#endif

namespace {

ClassControl control;
plugin_info_t info = {META_INTERFACE_VERSION, "classes", "1.0", "", "", "", "CLASSES", PT_ANYTIME, PT_ANYPAUSE};

}  // namespace

MM_EXPORT ClassControl* classControl() {
  control.info = &info;
  control.version = version;
  return &control;
}

MM_EXPORT void plugin_class(entvars_t* vars) {
  control.made = vars;
  vars->health = static_cast<float>(version);
  if (control.whenMade) control.whenMade(vars);
}

// The test game has it too.
MM_EXPORT void info_test(entvars_t* vars) { vars->health = -1; }

MM_EXPORT int plugin_number;
int plugin_number = 3;

MM_EXPORT void Meta_custom(entvars_t*) { control.made = nullptr; }
MM_EXPORT void _plugin(entvars_t*) { control.made = nullptr; }

MM_EXPORT void GiveFnptrsToDll(enginefuncs_t* engine, globalvars_t*) { control.engine = engine; }

MM_EXPORT int Meta_Query(const char*, plugin_info_t** to, mutil_funcs_t* util) {
  control.util = util;
  *to = &info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME, META_FUNCTIONS*, meta_globals_t*, gamedll_funcs_t*) {
  return control.attachAnswer;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME, PL_UNLOAD_REASON) { return 1; }
