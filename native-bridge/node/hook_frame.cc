#include "node/hook_frame.h"

#include <string>

#include "node/bridge.h"

namespace mm::node {

HookFrame::HookFrame(Bridge& bridge, const FunctionInfo& function, Phase phase, std::size_t size,
                     const void* const* arguments)
    : bridge_(bridge), function_(function), arguments_(arguments), outer_(bridge.innermost) {
  Scratch& scratch = bridge.scratch;
  if (!bridge.env || !bridge.gameStack.isCurrent()) [[unlikely]] {
    bridge.refuseStack(functionName(function.id));
    return;
  }
  if (bridge.nestedHooks == kMostNestedHooks) [[unlikely]] {
    complainOfDepth();
    return;
  }
  ++bridge.nestedHooks;
  base_ = scratch.data + scratch.top;
  offset_ = scratch.top;
  scratch.top += static_cast<uint32_t>(size);
  serial_ = bridge.nextSerial();
  bridge.innermost = this;
  fillHeader(phase);
}

void HookFrame::complainOfDepth() {
  bridge_.logOnce(std::string(functionName(function_.id)) + ": " + std::to_string(kMostNestedHooks) +
                  " hooks run inside one another, and further ones are skipped; a hook seems to call what it hooks");
}

HookFrame::~HookFrame() {
  if (!base_) return;
  header().serial = 0;
  --bridge_.nestedHooks;
  bridge_.scratch.top = offset_;
  bridge_.innermost = outer_;
}

void HookFrame::fillHeader(Phase phase) {
  const Dispatch& dispatch = *bridge_.dispatch;
  const meta_globals_t& globals = dispatch.globals;
  returned_ = phase == kPost && globals.status != MRES_SUPERCEDE;
  const bool hasResult = function_.hasResult;
  original_ = hasResult && phase == kPost ? globals.orig_ret : nullptr;
  overriding_ = hasResult && globals.status >= MRES_OVERRIDE ? globals.override_ret : nullptr;
  FrameHeader& frame = header();
  frame.functionId = function_.id;
  frame.phase = phase;
  frame.firstSlot = dispatch.hook->firstSlot;
  frame.lastSlot = dispatch.hook->lastSlot;
  frame.serial = serial_;
  frame.dirty = 0;
  frame.mres = MRES_IGNORED;
  frame.lastMres = MRES_IGNORED;
  frame.status = globals.status;
  frame.prevMres = globals.prev_mres;
  frame.flags = (original_ ? kOriginalReadable : 0) | (overriding_ ? kOverrideReadable : 0);
}

static META_RES answerFrom(int32_t word) {
  return word > MRES_UNSET && word <= MRES_SUPERCEDE ? static_cast<META_RES>(word) : MRES_IGNORED;
}

bool HookFrame::cross() {
  META_RES merged = MRES_IGNORED;
  META_RES last = MRES_IGNORED;
  {
    Crossing crossing(bridge_);
    napi_value base = nullptr;
    if (crossing.entered() && check(bridge_.env, napi_create_uint32(bridge_.env, offset_, &base)) &&
        crossing.call(ScriptCallback::dispatch, {base})) {
      merged = answerFrom(header().mres);
      last = answerFrom(header().lastMres);
    }
  }
  // Set after the crossing: hooks that ran inside it had these fields for themselves.
  bridge_.dispatch->globals.mres = merged;
  bridge_.dispatch->lastInRun = last;
  return merged >= MRES_OVERRIDE;
}

}  // namespace mm::node
