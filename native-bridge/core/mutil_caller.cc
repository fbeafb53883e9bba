#include "core/mutil_caller.h"

#include "core/dispatch.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

// The native plugin that is being called; 0 outside of every hook, and in hooks of script plugins.
int slotBeingCalled() { return running.hook && !running.hook->isScript ? running.hook->firstSlot : 0; }

// Inside Meta_Query a plugin may log before it has said where its plugin_info_t is. It cannot be far.
bool isBeingQueried(const Plugin* plugin, plid_t plid) {
  return plugin && plugin->native && !plugin->native->info() && plugin->native->library().contains(plid);
}

}  // namespace

int UtilCallers::slotOf(plid_t plid, const char* function) {
  const Plugins& plugins = state().plugins;
  if (const int slot = plugins.slotOf(plid)) return slot;
  const int suspect = slotBeingCalled();
  if (isBeingQueried(plugins.find(suspect), plid)) return suspect;
  if (!told_.insert({suspect, function}).second) return 0;
  const std::string caller = suspect ? formatted(", called by '%s'", plugins.nameOf(suspect)) : "";
  report(formatted("[META] ERROR: mutil %s: unknown plugin (PLID %p)%s; pass PLID, the plugin_info_t of Meta_Query",
                   function, static_cast<const void*>(plid), caller.c_str()));
  return 0;
}

void UtilCallers::forget(int slot) {
  std::erase_if(told_, [slot](const auto& entry) { return entry.first == slot; });
}

int utilCaller(plid_t plid, const char* function) { return state().utilCallers.slotOf(plid, function); }

}  // namespace mm
