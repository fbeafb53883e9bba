// The stubs that the host has loaded, and the tables it took from each: a slot holds the stub's hook while the plugin
// runs and listens, and nothing otherwise, so that a function nobody listens to costs the host one look.
#pragma once

#include <memory>

#include "core/guest/lost_overrides.h"
#include "core/hook_lists.h"
#include "guest/guest_services.h"

namespace mm {

inline constexpr int kHookTables = 3;

// Outlives its library: a hook may unload the stub it was called through.
struct GuestStub {
  Stub* library;  // null once the host has let it go
  int slot;
  Hook hook;  // what script hooks are told of who is called
  bool isAttached = false;
  void* tables[2][kHookTables] = {};  // the host's, by phase
  HookSet listening[2] = {};
  HookSet watchedPost = {};  // post hooks that are filled to give lost values again
};

// The stub whose hook the host called last; read at once by the entry that it jumps to.
extern const Stub* calledStub;

class Stubs {
 public:
  using List = std::vector<std::unique_ptr<GuestStub>>;

  const List& all() const { return stubs_; }
  GuestStub* inSlot(int slot) const;

  // A stub was queried for the plugin in a slot.
  GuestStub& add(Stub& library, int slot);
  // How many stubs hosts have asked for so far.
  int queries() const { return queries_; }
  void countQuery() { ++queries_; }
  // Writes what the plugin says of itself into its stub, whose plugin_info_t is the plugin's PLID from then on.
  void introduce(int slot);
  void takeTable(GuestStub& stub, Phase phase, HookTable which, void* table);
  // The host lets the library go.
  void forget(GuestStub& stub);
  void forgetAll();
  // Frees what forgotten stubs leave; only while no hook is running.
  void destroyForgotten() { forgotten_.clear(); }

  // Fills or clears a function's slots by who listens now.
  void aim(FunctionId id, Phase phase);
  // Has a stub's post hook called although the plugin does not listen there.
  void watchPost(GuestStub& stub, FunctionId id);
  LostOverrides& lostOverrides() { return lostOverrides_; }

 private:
  void aim(GuestStub& stub, FunctionId id, Phase phase);

  List stubs_, forgotten_;
  LostOverrides lostOverrides_;
  int queries_ = 0;
};

Stubs& stubs();

}  // namespace mm
