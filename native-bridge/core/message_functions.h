// The engine's functions for user messages with our own before them: for the game, whose messages may be gathered, and
// for plugins, of whom one may leave a message open.
#pragma once

#include "core/function_table.h"

namespace mm {

inline constexpr FunctionId kMessageBegin = engineId(offsetof(enginefuncs_t, pfnMessageBegin));
inline constexpr FunctionId kMessageEnd = engineId(offsetof(enginefuncs_t, pfnMessageEnd));
inline constexpr FunctionId kFirstWrite = engineId(offsetof(enginefuncs_t, pfnWriteByte));
inline constexpr FunctionId kPastWrites = kFirstWrite + kPartTypes;
static_assert(kMessageEnd == kMessageBegin + 1 && kFirstWrite == kMessageEnd + 1);
static_assert(kPastWrites == engineId(offsetof(enginefuncs_t, pfnWriteEntity)) + 1);

constexpr bool isMessageFunction(FunctionId id) { return id >= kMessageBegin && id < kPastWrites; }

// What stands behind the hooks of a function in the place of the engine's own; null for the engine's own. Only where
// scripts are loaded are messages followed at all, and only where one wants them whole is looked at what is written.
AnyFn messageStandIn(FunctionId id);

// Aims the slots of these functions anew, since what messageStandIn says has changed.
void aimMessageSlots();

// Puts those for plugins into their table.
void addMessageFunctions(enginefuncs_t& table);

// Has the engine send a message; or only begin it, with the parts there are.
void sendWhole(const WholeMessage& message);
void beginWhole(const WholeMessage& message);

}  // namespace mm
