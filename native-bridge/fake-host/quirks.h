// How the three host Metamods differ, one named switch for each difference. The README says what each does to a plugin.
#pragma once

#include <string>

namespace fakehost {

struct Quirks {
  bool swallowsClientDisconnect;
  bool losesPreOverride;
  bool ignoresPostOverrideAfterSupercede;
  bool danglesOverrideRet;
  bool forgetsPrevMresBeforePost;
  bool startsWithIgnored;
  bool complainsAboutResults;
  bool answersOneForMissingFunction;
  bool crashesOnUnknownOwner;
  bool leavesCommandsDead;
  bool callsOnlyRebuiltPlugins;
  bool keepsLibrariesMapped;
  bool refusesUnloadByHandle;
  bool refusesSecondLoad;
  bool bindsDeep;
  bool has158EngineFunctions;
  bool givesExtensionFunctions;
};

// A host Metamod as it comes: its name, what its cvar metamod_version says, and its quirks.
struct Kind {
  std::string name;
  std::string version;
  Quirks quirks;
};

// False for a name that is none of metamod-r, metamod-p and metamod-fwgs.
bool takeKind(const std::string& name, Kind& kind);

// Turns one switch, by its name in the README; false for an unknown name.
bool takeSwitch(Quirks& quirks, const std::string& name, bool isOn);

}  // namespace fakehost
