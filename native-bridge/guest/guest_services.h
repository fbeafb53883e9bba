// Between a stub library and the core, when we are a guest of another Metamod. The host loads one stub for each
// TypeScript plugin and takes it for a plugin of its own; all that the host says to it is passed on to the core. A stub
// may be unmapped whenever the host has unloaded it, so what is to last lives in the core.
#pragma once

#include "core/core.h"

namespace mm {

inline constexpr int kGuestInterface = 1;

struct GuestServices;
struct GuestStub;

// One stub library, in its own static memory. The address of `info` is the plugin's PLID.
struct Stub {
  plugin_info_t info;  // what the host lists; filled in by GuestServices::query with texts of the core's
  const char* source;  // the plugin it stands for, as stamped: absolute, or relative to the game directory
  const char* path;    // the stub's own file
  const AnyFn* hooks[2];  // by phase, one for each function: what the host's tables are filled with
  GuestStub* record;   // the core's, while it knows the stub
};

// The tables a plugin may hook functions in.
enum class HookTable { Engine, Dll, NewDll };

struct GuestServices {
  // A stub's hook says here whose it is, and jumps to the entry: [phase][function], with the function's own signature.
  // The three variadic functions have (first, format, text) here, because hosts call them with "%s" and one text.
  const Stub** called;
  const AnyFn (*entries)[kFunctionCount];

  // Meta_Query. Null when the host may go on, else why not: a whole clause that names the cure.
  const char* (*query)(Stub* stub);
  // Meta_Attach. The host's getters follow, then hooks may come and go.
  bool (*attach)(Stub* stub, PLUG_LOADTIME now, meta_globals_t* globals);
  // A getter: the host's own table, all zeros, in which the core sets and clears hooks from now on.
  void (*takeTable)(Stub* stub, Phase phase, HookTable which, void* table);
  // Meta_Detach. False asks the host to leave the stub where it is.
  bool (*detach)(Stub* stub, PLUG_LOADTIME now, PL_UNLOAD_REASON reason);
  // The library is being unmapped, with or without a Meta_Detach before.
  void (*unmapped)(Stub* stub);
};

}  // namespace mm

// The core's export for stubs; null for an interface version that it does not speak.
MM_EXPORT const mm::GuestServices* MetamodGuest(int interfaceVersion);
