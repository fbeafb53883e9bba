// How a host treats answers. Metamods agree on what a hook may answer and differ in what becomes of its value; what our
// host loses is found out by trying (self_test.h). Until then it counts as one that loses pre hooks' values.
#pragma once

namespace mm {

struct HostRules {
  bool isTested = false;
  // A pre hook's OVERRIDE value reaches the caller. Where it does not, override_ret too is left over from other calls
  // unless the status is SUPERCEDE before the real function, or OVERRIDE after it.
  bool keepsPreOverride = false;
  bool keepsPostOverride = true;
  // A post hook's OVERRIDE wins over a pre hook's SUPERCEDE.
  bool postOverridesSupercede = false;
};

}  // namespace mm
