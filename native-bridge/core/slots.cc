#include "core/slots.h"

#include "core/functions.h"
#include "core/hook_lists.h"
#include "core/message_functions.h"
#include "core/own_hooks.h"

mm::FunctionTable mm_slots;

namespace mm {

FunctionTable realFunctions;
FunctionTable slotsBehindOwnHooks;
FunctionTable behindHooks;

namespace {

AnyFn targetOf(FunctionId id) {
  if (hookLists[kPre][id] || hookLists[kPost][id]) return functionRow(id).hooked;
  return behindHooks.at[id] ? behindHooks.at[id] : functionRow(id).absent;
}

FunctionTable makeThunkTable() {
  FunctionTable table;
  for (FunctionId id = 0; id < kFunctionCount; ++id) table.at[id] = functionRow(id).thunk;
  return table;
}

}  // namespace

void aimSlot(FunctionId id) {
  const AnyFn standIn = realFunctions.at[id] ? messageStandIn(id) : nullptr;
  behindHooks.at[id] = standIn ? standIn : realFunctions.at[id];
  const AnyFn own = ownHook(id);
  (own ? slotsBehindOwnHooks : mm_slots).at[id] = targetOf(id);
  if (own) mm_slots.at[id] = own;
}

void aimAllSlots() {
  for (FunctionId id = 0; id < kFunctionCount; ++id) aimSlot(id);
}

FunctionTable& thunkTable() {
  static FunctionTable table = makeThunkTable();
  return table;
}

}  // namespace mm
