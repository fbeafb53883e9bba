// What stubs ask of the core: the life of one TypeScript plugin, as its host sees it.
#include "core/guest/entries.h"
#include "core/guest/guest.h"
#include "core/guest/host.h"
#include "core/guest/own_tables.h"
#include "core/guest/stubs.h"
#include "core/state.h"

namespace mm {
namespace {

const char* query(Stub* library) {
  stubs().countQuery();
  if (!isGuest() || !state().policy) {
    return "Metamod for TypeScript did not start; its own lines above tell why, or its line stands below this one in "
           "plugins.ini";
  }
  settleMapEnd();
  if (library->record && library->record->isAttached) return "the stub is loaded already; name it once in plugins.ini";
  const int slot = state().policy->stubQueried(library->source, library->path);
  const Plugin* const plugin = state().plugins.find(slot);
  if (!plugin || !plugin->isScript()) return "the plugin is not fit to be loaded; the lines above tell why";
  const GuestStub* const other = stubs().inSlot(slot);
  if (other && other->isAttached) return "another stub stands for this plugin already; name one of them in plugins.ini";
  stubs().add(*library, slot);
  stubs().introduce(slot);
  return nullptr;
}

bool attach(Stub* library, PLUG_LOADTIME now, meta_globals_t* globals) {
  GuestStub* const stub = library->record;
  if (!stub || !state().policy) return false;
  settleMapEnd();
  guest().globals = globals;
  stub->isAttached = true;
  stub->isAttached = state().policy->stubAttached(stub->slot, now);
  if (stub->isAttached && now != PT_STARTUP) noteLateAttach();
  return stub->isAttached;
}

void takeTable(Stub* library, Phase phase, HookTable which, void* table) {
  if (library->record) stubs().takeTable(*library->record, phase, which, table);
}

// A host that forces a plugin out does not listen to a no, and frees its tables.
bool isForced(PL_UNLOAD_REASON reason) {
  return reason == PNL_CMD_FORCED || reason == PNL_PLG_FORCED || reason == PNL_RELOAD;
}

bool detach(Stub* library, PLUG_LOADTIME now, PL_UNLOAD_REASON reason) {
  GuestStub* const stub = library->record;
  if (!stub) return true;
  settleMapEnd();
  const int slot = stub->slot;
  const bool agrees = !state().policy || !stub->isAttached || state().policy->stubDetached(slot, now, reason);
  if (!agrees && !isForced(reason)) return false;
  state().plugins.setRunning(slot, false);
  if (library->record) stubs().forget(*library->record);
  return true;
}

// JavaScript is not asked here: this may be the process's end, long after Node's.
void unmapped(Stub* library) {
  if (!library->record) return;
  const int slot = library->record->slot;
  stubs().forget(*library->record);
  state().plugins.setRunning(slot, false);
}

}  // namespace
}  // namespace mm

MM_EXPORT const mm::GuestServices* MetamodGuest(int interfaceVersion) {
  static const mm::GuestServices services = {
      .called = &mm::calledStub,
      .entries = mm::guestEntries(),
      .query = mm::query,
      .attach = mm::attach,
      .takeTable = mm::takeTable,
      .detach = mm::detach,
      .unmapped = mm::unmapped,
  };
  return interfaceVersion == mm::kGuestInterface ? &services : nullptr;
}
