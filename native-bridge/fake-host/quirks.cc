#include "fake-host/quirks.h"

#include <algorithm>
#include <iterator>

namespace fakehost {
namespace {

// Under AddressSanitizer a library that is bound deeply would find libc's malloc instead of the sanitizer's.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kCanBindDeep = false;
#else
constexpr bool kCanBindDeep = true;
#endif

enum { kR, kP, kFwgs, kKinds };

struct KindName {
  const char* name;
  const char* version;
};

constexpr KindName kKindNames[kKinds] = {
    {"metamod-r", "1.3.0.150"}, {"metamod-p", "1.21p38"}, {"metamod-fwgs", "1.0.0.223"}};

struct Switch {
  const char* name;
  bool Quirks::*member;
  bool defaults[kKinds];
};

constexpr Switch kSwitches[] = {
    //                                                                                            -r     -p     -fwgs
    {"swallows-client-disconnect", &Quirks::swallowsClientDisconnect, {false, false, true}},
    {"loses-pre-override", &Quirks::losesPreOverride, {false, true, true}},
    {"ignores-post-override-after-supercede", &Quirks::ignoresPostOverrideAfterSupercede, {false, true, true}},
    {"dangles-override-ret", &Quirks::danglesOverrideRet, {false, true, true}},
    {"forgets-prev-mres-before-post", &Quirks::forgetsPrevMresBeforePost, {false, true, true}},
    {"starts-with-ignored", &Quirks::startsWithIgnored, {true, false, false}},
    {"complains-about-results", &Quirks::complainsAboutResults, {false, true, true}},
    {"answers-one-for-missing-function", &Quirks::answersOneForMissingFunction, {true, false, false}},
    {"crashes-on-unknown-owner", &Quirks::crashesOnUnknownOwner, {false, false, true}},
    {"leaves-commands-dead", &Quirks::leavesCommandsDead, {false, false, true}},
    {"calls-only-rebuilt-plugins", &Quirks::callsOnlyRebuiltPlugins, {true, false, false}},
    {"keeps-libraries-mapped", &Quirks::keepsLibrariesMapped, {true, false, true}},
    {"refuses-unload-by-handle", &Quirks::refusesUnloadByHandle, {false, true, false}},
    {"refuses-second-load", &Quirks::refusesSecondLoad, {false, true, false}},
    {"binds-deep", &Quirks::bindsDeep, {kCanBindDeep, false, kCanBindDeep}},
    {"has-158-engine-functions", &Quirks::has158EngineFunctions, {true, true, false}},
    {"gives-extension-functions", &Quirks::givesExtensionFunctions, {false, true, false}},
};

}  // namespace

bool takeKind(const std::string& name, Kind& kind) {
  const auto* found = std::ranges::find_if(kKindNames, [&](const KindName& known) { return name == known.name; });
  if (found == std::end(kKindNames)) return false;
  kind.name = found->name;
  kind.version = found->version;
  for (const Switch& each : kSwitches) kind.quirks.*each.member = each.defaults[found - kKindNames];
  return true;
}

bool takeSwitch(Quirks& quirks, const std::string& name, bool isOn) {
  const auto* found = std::ranges::find_if(kSwitches, [&](const Switch& each) { return name == each.name; });
  if (found == std::end(kSwitches)) return false;
  quirks.*found->member = isOn;
  return true;
}

}  // namespace fakehost
