#include "core/entity_classes.h"

#include <string_view>

#include "core/caller_scope.h"
#include "core/entity_class_name.h"
#include "core/format.h"
#include "core/guest/guest.h"
#include "core/loaded_segments.h"
#include "core/report.h"
#include "core/state.h"

namespace mm {
namespace {

// Entities that make each other without end would use up the engine's entities, which ends the server.
constexpr int kDeepest = 64;

bool gameHas(const char* className) { return state().gameDll.factory(className) != nullptr; }

}  // namespace

bool EntityClasses::add(int slot, const char* className) {
  const Plugin* const plugin = state().plugins.find(slot);
  if (isGuest() || !plugin || !plugin->isScript() || !isPluginClassName(className)) return false;
  if (gameHas(className) || find(className)) return false;
  slots_.emplace(className, slot);
  return true;
}

void EntityClasses::remove(int slot, const char* className) {
  const auto found = slots_.find(className);
  if (found != slots_.end() && found->second == slot) slots_.erase(found);
}

void EntityClasses::forgetOwner(int slot) {
  std::erase_if(slots_, [slot](const auto& entry) { return entry.second == slot; });
}

std::optional<EntityClasses::Offer> EntityClasses::find(const char* className) const {
  if (!className || !isPluginClassName(className)) return std::nullopt;
  const auto registered = slots_.find(std::string_view(className));
  for (const auto& [slot, plugin] : state().plugins.bySlot()) {
    if (registered != slots_.end() && registered->second == slot) return Offer{slot, nullptr};
    if (!plugin->native || !plugin->native->isAttached()) continue;
    const AnyFn function = plugin->native->library().function(className);
    // A plugin may export data as well, which must not be called.
    if (!function || !isCode(reinterpret_cast<const void*>(function))) continue;
    // SAFETY: a function that a plugin exports under the name of a class has the signature of LINK_ENTITY_TO_CLASS.
    return Offer{slot, reinterpret_cast<Factory>(function)};
  }
  return std::nullopt;
}

bool EntityClasses::offers(const char* className) const { return find(className) && !gameHas(className); }

bool EntityClasses::make(const char* className, entvars_t* vars) {
  const auto offer = vars ? find(className) : std::nullopt;
  if (!offer || isTooDeep(*offer, className)) return false;
  // SAFETY: engines let this field of the variables they hand out point to the entity that these are a part of. Where a
  // plugin hands out others in CallGameEntity, the field is null or is as good as any that it passes.
  edict_t* const entity = vars->pContainingEntity;
  const int serial = entity ? entity->serialnumber : 0;
  ++depth_;
  callMaker(*offer, className, vars);
  --depth_;
  const bool isGone = entity && (entity->free || entity->serialnumber != serial);
  lastGone_ = isGone ? entity : nullptr;
  return true;
}

bool EntityClasses::isTooDeep(const Offer& offer, const char* className) {
  if (depth_ < kDeepest) return false;
  constexpr char kLine[] =
      "[META] ERROR: plugin '%s': entity class %s: %d entities are being made inside each other; end the circle, "
      "in which a class makes an entity of itself";
  if (depth_ == kDeepest) report(formatted(kLine, state().plugins.nameOf(offer.slot), className, kDeepest));
  return true;
}

void EntityClasses::callMaker(const Offer& offer, const char* className, entvars_t* vars) {
  if (offer.native) {
    // Noted first: the function may make its own plugin be unloaded, and returns into it all the same.
    state().plugins.find(offer.slot)->native->madeEntity(map_);
    const CallerScope scope(offer.slot);
    offer.native(vars);
    return;
  }
  edict_t* const entity = vars->pContainingEntity;
  if (entity && state().policy) state().policy->spawnEntity(offer.slot, className, entity);
}

bool EntityClasses::mayHaveEntities(const NativePlugin& plugin) const { return plugin.lastMap() >= oldestMap_; }

// An engine that left a maker by longjmp, as Host_Error does, is out of all of them now.
void EntityClasses::mapStarted() {
  oldestMap_ = map_;
  depth_ = 0;
}

void EntityClasses::clear() {
  slots_.clear();
  lastGone_ = nullptr;
  ++map_;
  mapStarted();
}

}  // namespace mm
