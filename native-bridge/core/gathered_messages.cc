#include "core/gathered_messages.h"

#include <algorithm>
#include <utility>

#include "core/dispatch.h"
#include "core/format.h"
#include "core/functions.h"
#include "core/guest/guest.h"
#include "core/guest/guest_messages.h"
#include "core/message_functions.h"
#include "core/report.h"
#include "core/slots.h"
#include "core/state.h"

namespace mm {
namespace {

// More than any engine sends in one message: a game that writes on has forgotten to end its message.
constexpr std::size_t kMostParts = 4096;

bool isId(int id) { return id >= 0 && id < GatheredMessages::kMostIds; }

std::string nameOf(int id) {
  const UserMessage* const message = state().userMessages.byId(id);
  return message ? message->name : formatted("number %d", id);
}

}  // namespace

// What is begun before, or goes on after, is not seen.
void GatheredMessages::follow(bool on) {
  if (isFollowing_ == on) return;
  isFollowing_ = on;
  stream_ = Stream::Unknown;
  open_ = {};
  aimMessageSlots();
}

void GatheredMessages::gather(int slot, int id, bool on) {
  if (!isId(id)) return;
  const bool wasGathering = isGathering();
  if (on) {
    gatherers_.push_back({slot, id});
    wanted_.set(id);
  } else {
    stopGathering(slot, id);
  }
  if (isGuest() || wasGathering != isGathering()) aimMessageSlots();
}

void GatheredMessages::forgetOwner(int slot) {
  if (!isGathering()) return;
  for (int id = 0; id < kMostIds; ++id) stopGathering(slot, id);
  if (isGuest() || !isGathering()) aimMessageSlots();
}

void GatheredMessages::stopGathering(int slot, int id) {
  std::erase_if(gatherers_, [=](const Gatherer& each) { return each.slot == slot && each.id == id; });
  wanted_.reset(id);
  for (const Gatherer& each : gatherers_) wanted_.set(each.id);
  if (stream_ != Stream::Kept) return;
  if (isGuest() ? guestMessages().isOwner(slot) && !gathersFor(slot) : !isGathering()) letGo();
}

bool GatheredMessages::gathersFor(int slot) const {
  return std::ranges::any_of(gatherers_, [slot](const Gatherer& each) { return each.slot == slot; });
}

// A paused plugin's listeners are not called, so nothing is kept back for them.
bool GatheredMessages::isWantedBy(int slot, int id) const {
  if (!isId(id) || !wanted_[id] || delivering_[id]) return false;
  const Plugin* const plugin = state().plugins.find(slot);
  return plugin && plugin->isRunning &&
         std::ranges::any_of(gatherers_, [=](const Gatherer& each) { return each.slot == slot && each.id == id; });
}

bool GatheredMessages::isWanted(int id) const {
  if (!isId(id) || !wanted_[id] || delivering_[id]) return false;
  return std::ranges::any_of(gatherers_, [=, this](const Gatherer& each) { return isWantedBy(each.slot, id); });
}

void GatheredMessages::begin(int dest, int id, const float* origin, edict_t* entity) {
  if (stream_ == Stream::Kept) dropKept("was not ended when the game began " + nameOf(id));
  lastId_ = id;
  if (isWanted(id)) {
    hold(dest, id, origin, entity);
    return;
  }
  stream_ = Stream::Passing;
  passed(id);
  realFunctions.engine()->pfnMessageBegin(dest, id, origin, entity);
}

void GatheredMessages::hold(int dest, int id, const float* origin, edict_t* entity) {
  stream_ = Stream::Kept;
  kept_.dest = dest;
  kept_.id = id;
  kept_.hasOrigin = origin != nullptr;
  for (int axis = 0; axis < 3; ++axis) kept_.origin[axis] = origin ? origin[axis] : 0;
  kept_.entity = entity;
  kept_.parts.clear();
  kept_.slots.clear();
}

GatheredMessages::Way GatheredMessages::wayOfWrite(FunctionId function) {
  if (stream_ == Stream::Kept) {
    if (kept_.parts.size() < kMostParts) return Way::Kept;
    dropKept("has no end: more was written than any engine sends");
    return Way::Nowhere;
  }
  // What was begun before we looked, or by a plugin, is the engine's to judge.
  if (stream_ != Stream::None || open_.id != 0) return Way::Engine;
  const char* const name = functionRow(function).name;
  sayOnce(name, formatted("the game called %s outside of a message, the last one of which was %s; left out, because "
                          "engines end the server over it. Have it call pfnMessageBegin first.",
                          name, nameOf(lastId_).c_str()));
  return Way::Nowhere;
}

void GatheredMessages::end() {
  if (stream_ == Stream::Kept) {
    deliver();
    return;
  }
  if (wayOfWrite(kMessageEnd) == Way::Nowhere) return;
  stream_ = Stream::None;
  open_ = {};
  realFunctions.engine()->pfnMessageEnd();
}

// The message is out of the way while scripts have it: they may send others, and have them pass the hooks. Those of the
// same number are not gathered then, or a listener that answers a message by another of its kind would never end.
void GatheredMessages::deliver() {
  const DispatchScope scope;
  stream_ = Stream::None;
  delivered_.push_back(std::exchange(kept_, {}));
  const auto place = std::prev(delivered_.end());
  WholeMessage& message = *place;
  MessageAnswer answer = MessageAnswer::Same;
  if (state().policy && isWanted(message.id)) {
    const int id = message.id;
    delivering_.set(id);
    answer = state().policy->userMessage(message);
    delivering_.reset(id);
  }
  if (answer != MessageAnswer::None) send(message);
  if (!isKept()) {
    kept_.parts = std::move(message.parts);  // for the room it has
    kept_.parts.clear();
  }
  delivered_.erase(place);
}

void GatheredMessages::frameStarted() {
  delivering_.reset();
  delivered_.clear();
}

void GatheredMessages::send(const WholeMessage& message) {
  if (open_.id == 0) {
    sendWhole(message);
    return;
  }
  sayOnce("send " + std::to_string(message.id),
          formatted("message %s is left out, because %s was begun and not ended, and engines send one at a time",
                    nameOf(message.id).c_str(), nameOf(open_.id).c_str()));
}

void GatheredMessages::dropKept(const std::string& why) {
  stream_ = Stream::None;
  sayOnce("drop " + std::to_string(kept_.id),
          formatted("message %s %s; left out, because engines end the server over it. Have the game call pfnMessageEnd.",
                    nameOf(kept_.id).c_str(), why.c_str()));
  kept_.parts.clear();
}

void GatheredMessages::letGo() {
  stream_ = Stream::Passing;
  const WholeMessage message = std::exchange(kept_, {});
  open_ = {message.id, nullptr};
  beginWhole(message);
}

OpenMessage GatheredMessages::open() const {
  for (const auto& [slot, plugin] : state().plugins.bySlot()) {
    if (open_.caller && plugin->native && plugin->native->library().contains(open_.caller)) return {open_.id, slot};
  }
  return {open_.id, 0};
}

void GatheredMessages::mapEnded() {
  if (stream_ == Stream::Kept) dropKept("was not ended when the map was");
}

void GatheredMessages::clear() { *this = GatheredMessages(); }

void GatheredMessages::sayOnce(const std::string& key, const std::string& line) {
  if (said_.insert(key).second) report("[META] ERROR: " + line);
}

}  // namespace mm
