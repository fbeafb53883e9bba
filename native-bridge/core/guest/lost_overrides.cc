#include "core/guest/lost_overrides.h"

#include <cstring>

namespace mm {
namespace {

// Between two calls from one frame a compiler may leave the stack a few words apart; a nested call of the same function
// lies at least the host's own frame and the real function's deeper.
constexpr StackPlace kSameFrame = 64;

bool isSamePlace(StackPlace a, StackPlace b) { return (a > b ? a - b : b - a) <= kSameFrame; }

}  // namespace

LostOverrides::Kept* LostOverrides::find(HostedCall call) {
  for (Kept& kept : kept_) {
    if (kept.call.id == call.id && isSamePlace(kept.call.place, call.place)) return &kept;
  }
  return nullptr;
}

void LostOverrides::dropDeeperThan(StackPlace place) {
  // Stacks grow downwards on every processor that we build for.
  std::erase_if(kept_, [place](const Kept& kept) { return kept.call.place + kSameFrame < place; });
}

void LostOverrides::preHookBegins(HostedCall call, META_RES statusSoFar) {
  if (kept_.empty()) [[likely]] return;
  dropDeeperThan(call.place);
  if (statusSoFar >= MRES_OVERRIDE) return;
  std::erase_if(kept_, [call](const Kept& kept) { return isSamePlace(kept.call.place, call.place); });
}

void LostOverrides::preHookOverrode(HostedCall call, int slot, const void* value, std::size_t size) {
  dropDeeperThan(call.place);
  Kept* kept = find(call);
  if (!kept) kept = &kept_.emplace_back();
  kept->call = call;
  kept->slot = slot;
  kept->isOutvoted = false;
  // SAFETY: no function's result is wider than eight bytes (asserted in entries.cc).
  std::memcpy(kept->value, value, size);
}

bool LostOverrides::answerAgain(HostedCall call, int slot, bool hasOverridden, void* value, std::size_t size) {
  if (kept_.empty()) [[likely]] return false;
  dropDeeperThan(call.place);
  Kept* const kept = find(call);
  if (!kept) return false;
  if (hasOverridden) kept->isOutvoted = true;
  if (kept->slot != slot) return false;
  const bool isDue = !kept->isOutvoted;
  if (isDue) std::memcpy(value, kept->value, size);
  kept_.erase(kept_.begin() + (kept - kept_.data()));
  return isDue;
}

}  // namespace mm
