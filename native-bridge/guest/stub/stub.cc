// A Metamod plugin that is nothing by itself: whatever the host asks or says is passed on to the core, which knows the
// TypeScript plugin that stands behind. What is kept here may be gone after Meta_Detach, or may still be there when the
// host loads the library again, so every Meta_Query starts from nothing.
#include "guest/stub/core_link.h"
#include "guest/stub/fields.h"
#include "guest/stub/hooks.h"

#include <dlfcn.h>

namespace mm::stub {

constexpr plugin_info_t kNobody{META_INTERFACE_VERSION, "TypeScript plugin", "", "", "", "", "MTS", PT_NEVER, PT_NEVER};

Stub stub{kNobody, sourceField.text, "", {hooksOf(kPre), hooksOf(kPost)}, nullptr};
const GuestServices* services = nullptr;

namespace {

constexpr const char* kTemplate =
    "this is the template of the stubs; list the plugin in Metamod for TypeScript's own plugins.ini instead";

const char* ownPath() {
  Dl_info info;
  return dladdr(&stub, &info) && info.dli_fname ? info.dli_fname : "";
}

// Null where the plugin is fit to be listed.
const char* query() {
  if (stub.source[0] == '@') return kTemplate;
  const char* why = nullptr;
  services = findCore(stub.path, &why);
  return services ? services->query(&stub) : why;
}

// Early lines reach nobody in the log, because a server opens it late; so the console gets this one too.
void refuse(const mutil_funcs_t& util, const char* why) {
  util.pfnLogError(&kNobody, "plugin %s (%s): %s", stub.source, stub.path, why);
  util.pfnLogConsole(&kNobody, "[MTS] ERROR: plugin %s (%s): %s", stub.source, stub.path, why);
}

template <Phase phase, HookTable which, class Table>
int giveTable(Table* table, int* version) {
  constexpr int kVersion = which == HookTable::Engine ? ENGINE_INTERFACE_VERSION
                           : which == HookTable::Dll  ? INTERFACE_VERSION
                                                      : NEW_DLL_FUNCTIONS_VERSION;
  if (*version != kVersion) {
    *version = kVersion;
    return 0;
  }
  services->takeTable(&stub, phase, which, table);
  return 1;
}

// A library may go without a word before: a host that refused the plugin after its query says nothing.
[[gnu::destructor]] void unmapped() {
  if (services) services->unmapped(&stub);
}

}  // namespace
}  // namespace mm::stub

using namespace mm;

MM_EXPORT void Meta_Init() {}

// The core has the engine from the host already.
MM_EXPORT void GiveFnptrsToDll(enginefuncs_t*, globalvars_t*) {}

// Hosts look at the plugin_info_t rather than at the answer: without it the plugin is refused, with it taken.
MM_EXPORT int Meta_Query(const char*, plugin_info_t** info, mutil_funcs_t* util) {
  stub::stub.path = stub::ownPath();
  if (const char* const why = stub::query()) {
    stub::refuse(*util, why);
    return 0;
  }
  *info = &stub::stub.info;
  return 1;
}

MM_EXPORT int Meta_Attach(PLUG_LOADTIME now, META_FUNCTIONS* functions, meta_globals_t* globals, gamedll_funcs_t*) {
  using stub::giveTable;
  if (!stub::services->attach(&stub::stub, now, globals)) return 0;
  // All six at once: hosts ask for tables now or never, and metamod-r makes code only for the tables that it got.
  functions->pfnGetEntityAPI2 = giveTable<kPre, HookTable::Dll, DLL_FUNCTIONS>;
  functions->pfnGetEntityAPI2_Post = giveTable<kPost, HookTable::Dll, DLL_FUNCTIONS>;
  functions->pfnGetNewDLLFunctions = giveTable<kPre, HookTable::NewDll, NEW_DLL_FUNCTIONS>;
  functions->pfnGetNewDLLFunctions_Post = giveTable<kPost, HookTable::NewDll, NEW_DLL_FUNCTIONS>;
  functions->pfnGetEngineFunctions = giveTable<kPre, HookTable::Engine, enginefuncs_t>;
  functions->pfnGetEngineFunctions_Post = giveTable<kPost, HookTable::Engine, enginefuncs_t>;
  return 1;
}

MM_EXPORT int Meta_Detach(PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  return stub::services ? stub::services->detach(&stub::stub, now, reason) : 1;
}
