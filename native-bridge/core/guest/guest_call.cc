#include "core/guest/guest_call.h"

#include "core/guest/guest.h"
#include "core/guest/own_tables.h"
#include "core/guest/stubs.h"
#include "core/state.h"

namespace mm {
namespace {

LostOverrides& lostOverrides() { return stubs().lostOverrides(); }

}  // namespace

GuestCall::GuestCall(FunctionId id, Phase phase, const void* frame)
    : stub_(*calledStub->record),
      call_{id, reinterpret_cast<StackPlace>(frame)},
      phase_(phase),
      status_(guest().globals->status) {
  if (id != kServerDeactivate) settleMapEnd();
  // Only now, because the end of a map may have been the end of the plugin.
  if (stub_.listening[phase].test(id)) hook_ = state().scriptHooks[phase][id];
  running.hook = &stub_.hook;
  running.lastInRun = MRES_UNSET;
  copyGlobals();
  if (phase == kPre && !guest().rules.keepsPreOverride) lostOverrides().preHookBegins(call_, status_);
}

void GuestCall::copyGlobals() {
  const meta_globals_t& theirs = *guest().globals;
  running.globals = {MRES_IGNORED, theirs.prev_mres, status_, theirs.orig_ret, readableOverride()};
}

// Null where the host's pointer leads nowhere.
void* GuestCall::readableOverride() const {
  const meta_globals_t& theirs = *guest().globals;
  if (guest().rules.keepsPreOverride) return theirs.override_ret;
  if (phase_ == kPre) return status_ == MRES_SUPERCEDE ? theirs.override_ret : nullptr;
  // A superceding value has become the original one.
  return status_ == MRES_OVERRIDE ? theirs.override_ret : theirs.orig_ret;
}

void GuestCall::answer(void* value, std::size_t size) {
  META_RES given = running.globals.mres;
  if (given < MRES_IGNORED || given > MRES_SUPERCEDE) given = MRES_IGNORED;
  if (value) given = phase_ == kPre ? preAnswer(given, value, size) : postAnswer(given, value, size);
  else if (phase_ == kPost && given == MRES_SUPERCEDE) given = MRES_OVERRIDE;
  guest().globals->mres = given;
}

META_RES GuestCall::preAnswer(META_RES given, const void* value, std::size_t size) {
  if (given != MRES_OVERRIDE || guest().rules.keepsPreOverride) return given;
  // The real function is skipped already, and such a host takes a later value only from one that skips it too.
  if (status_ == MRES_SUPERCEDE) return MRES_SUPERCEDE;
  // A hook that unloaded its own plugin has no post hook any more.
  if (!stub_.library) return given;
  lostOverrides().preHookOverrode(call_, stub_.slot, value, size);
  stubs().watchPost(stub_, call_.id);
  return given;
}

META_RES GuestCall::postAnswer(META_RES given, void* value, std::size_t size) {
  if (given == MRES_SUPERCEDE) given = MRES_OVERRIDE;
  if (guest().rules.keepsPreOverride) return given;
  const bool again = lostOverrides().answerAgain(call_, stub_.slot, given == MRES_OVERRIDE, value, size);
  return again ? MRES_OVERRIDE : given;
}

}  // namespace mm
