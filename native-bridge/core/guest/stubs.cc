#include "core/guest/stubs.h"

#include <algorithm>
#include <utility>

#include "core/function_table.h"
#include "core/guest/guest_messages.h"
#include "core/state.h"

namespace mm {

const Stub* calledStub = nullptr;

namespace {

// Hosts of the older kind have tables that end before this function, and nothing tells which kind a host is.
constexpr FunctionId kNotInEveryTable = engineId(offsetof(enginefuncs_t, pfnPEntityOfEntIndexAllEntities));

constexpr FunctionId firstOf(HookTable which) {
  return which == HookTable::Engine ? kEngineFirst : which == HookTable::Dll ? kDllFirst : kNewDllFirst;
}

constexpr HookTable tableOf(FunctionId id) {
  return id < kDllFirst ? HookTable::Engine : id < kNewDllFirst ? HookTable::Dll : HookTable::NewDll;
}

// SAFETY: a host's table is one of the three structs of function pointers (see function_table.h), and stays where it is
// until Meta_Detach has returned.
void write(const GuestStub& stub, FunctionId id, Phase phase, AnyFn function) {
  const HookTable which = tableOf(id);
  void* const table = stub.tables[phase][static_cast<int>(which)];
  if (table && id != kNotInEveryTable) static_cast<AnyFn*>(table)[id - firstOf(which)] = function;
}

const char* kept(const char* text) { return state().lentText.forProcess(text); }

}  // namespace

Stubs& stubs() {
  static Stubs* const stubs = new Stubs;  // never destroyed: libraries are unmapped as late as at exit
  return *stubs;
}

GuestStub* Stubs::inSlot(int slot) const {
  const auto found = std::ranges::find_if(stubs_, [slot](const auto& stub) { return stub->slot == slot; });
  return found == stubs_.end() ? nullptr : found->get();
}

GuestStub& Stubs::add(Stub& library, int slot) {
  if (library.record) forget(*library.record);
  if (GuestStub* const other = inSlot(slot)) forget(*other);
  const auto place = static_cast<uint16_t>(slot);
  const auto& added = stubs_.emplace_back(new GuestStub{&library, slot, {nullptr, place, place, true}});
  library.record = added.get();
  return *added;
}

void Stubs::introduce(int slot) {
  GuestStub* const stub = inSlot(slot);
  Plugin* const plugin = state().plugins.find(slot);
  if (!stub || !plugin || !plugin->isScript()) return;
  const plugin_info_t& told = plugin->script->told();
  stub->library->info = {kept(told.ifvers), kept(told.name),   kept(told.version), kept(told.date), kept(told.author),
                         kept(told.url),    kept(told.logtag), told.loadable,      told.unloadable};
  plugin->script->answerTo(&stub->library->info);
}

void Stubs::takeTable(GuestStub& stub, Phase phase, HookTable which, void* table) {
  stub.tables[phase][static_cast<int>(which)] = table;
  for (FunctionId id = 0; id < kFunctionCount; ++id) {
    if (tableOf(id) == which) aim(stub, id, phase);
  }
}

void Stubs::forget(GuestStub& stub) {
  for (const Phase phase : {kPre, kPost}) {
    std::ranges::fill(stub.tables[phase], nullptr);
    stub.listening[phase].reset();
  }
  stub.watchedPost.reset();
  stub.isAttached = false;
  guestMessages().stubGone(stub.slot);
  if (Plugin* const plugin = state().plugins.find(stub.slot)) {
    if (plugin->info() == &stub.library->info) plugin->script->answerTo(nullptr);
  }
  stub.library->record = nullptr;
  stub.library = nullptr;
  const auto found = std::ranges::find_if(stubs_, [&stub](const auto& each) { return each.get() == &stub; });
  forgotten_.push_back(std::move(*found));
  stubs_.erase(found);
}

void Stubs::forgetAll() {
  while (!stubs_.empty()) forget(*stubs_.back());
  lostOverrides_.clear();
}

void Stubs::aim(FunctionId id, Phase phase) {
  for (const auto& stub : stubs_) aim(*stub, id, phase);
}

void Stubs::aim(GuestStub& stub, FunctionId id, Phase phase) {
  const Plugin* const plugin = state().plugins.find(stub.slot);
  const bool listens = plugin && plugin->isRunning && plugin->hooks[phase].test(id);
  stub.listening[phase].set(id, listens);
  if (phase == kPre && !listens && stub.watchedPost.test(id)) {
    stub.watchedPost.reset(id);
    aim(stub, id, kPost);
  }
  const bool gathers = phase == kPre && isMessageFunction(id) && plugin && state().messages.gathersFor(stub.slot);
  const bool isCalled = listens || gathers || (phase == kPost && stub.watchedPost.test(id));
  write(stub, id, phase, isCalled ? stub.library->hooks[phase][id] : nullptr);
}

void Stubs::watchPost(GuestStub& stub, FunctionId id) {
  if (stub.watchedPost.test(id)) return;
  stub.watchedPost.set(id);
  aim(stub, id, kPost);
}

}  // namespace mm
