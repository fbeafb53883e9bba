// Asks a plugin's getters for its hook tables, in Metamod's order. A getter that answers no, or speaks another version
// of a table, costs the plugin that table only.
#include "core/format.h"
#include "core/native_plugin.h"
#include "core/report.h"
#include "core/thunk.h"

namespace mm {
namespace {

template <class Table>
bool fill(int (*getter)(Table*, int*), Table* table, int version, const char* name) {
  if (!getter) return false;
  int spoken = version;
  if (getter(table, &spoken)) return true;
  *table = {};
  report(formatted("[META] ERROR: %s answered no (version %d); the plugin's hooks there are off", name, spoken));
  return false;
}

bool fill(GETENTITYAPI_FN getter, DLL_FUNCTIONS* table, const char* name) {
  if (!getter) return false;
  if (getter(table, INTERFACE_VERSION)) return true;
  *table = {};
  report(formatted("[META] ERROR: %s answered no; the plugin's hooks there are off", name));
  return false;
}

}  // namespace

void NativePlugin::fillTables(const META_FUNCTIONS& get) {
  FunctionTable& pre = tables_[kPre];
  FunctionTable& post = tables_[kPost];
  hasTables_[kPre] |= fill(get.pfnGetNewDLLFunctions, pre.newDll(), NEW_DLL_FUNCTIONS_VERSION, "GetNewDLLFunctions");
  hasTables_[kPost] |=
      fill(get.pfnGetNewDLLFunctions_Post, post.newDll(), NEW_DLL_FUNCTIONS_VERSION, "GetNewDLLFunctions_Post");
  const bool hasPre2 = fill(get.pfnGetEntityAPI2, pre.dll(), INTERFACE_VERSION, "GetEntityAPI2");
  const bool hasPost2 = fill(get.pfnGetEntityAPI2_Post, post.dll(), INTERFACE_VERSION, "GetEntityAPI2_Post");
  hasTables_[kPre] |= hasPre2;
  hasTables_[kPost] |= hasPost2;
  if (!hasPre2 && !hasPost2) {
    hasTables_[kPre] |= fill(get.pfnGetEntityAPI, pre.dll(), "GetEntityAPI");
    hasTables_[kPost] |= fill(get.pfnGetEntityAPI_Post, post.dll(), "GetEntityAPI_Post");
  }
  hasTables_[kPre] |= fill(get.pfnGetEngineFunctions, pre.engine(), ENGINE_INTERFACE_VERSION, "GetEngineFunctions");
  hasTables_[kPost] |=
      fill(get.pfnGetEngineFunctions_Post, post.engine(), ENGINE_INTERFACE_VERSION, "GetEngineFunctions_Post");
}

}  // namespace mm
