#include "core/guest/self_test.h"

#include "core/format.h"
#include "core/guest/guest.h"
#include "core/guest/host.h"
#include "core/guest/own_tables.h"
#include "core/report.h"

namespace mm {
namespace {

// What the two hooks answer, and whether they were called at all.
struct Answer {
  META_RES result = MRES_IGNORED;
  int value = 0;
};
Answer preAnswer, postAnswer;
bool wasCalled = false;

constexpr int kPreValue = 0x1234, kPostValue = 0x5678;  // not what any engine answers to "are you dedicated?"

int answered(const Answer& answer) {
  wasCalled = true;
  guest().globals->mres = answer.result;
  return answer.value;
}

int isDedicatedServer() { return answered(preAnswer); }
int isDedicatedServerPost() { return answered(postAnswer); }

// What a caller gets when the hooks answer so.
int resultOf(Answer pre, Answer post) {
  preAnswer = pre;
  postAnswer = post;
  return hookedTables().engine->pfnIsDedicatedServer();
}

bool tryRules(HostRules& rules) {
  enginefuncs_t* const pre = ownEngineTable(kPre);
  enginefuncs_t* const post = ownEngineTable(kPost);
  const enginefuncs_t* const hooked = hookedTables().engine;
  if (!pre || !post || !hooked || !hooked->pfnIsDedicatedServer) return false;
  pre->pfnIsDedicatedServer = isDedicatedServer;
  post->pfnIsDedicatedServer = isDedicatedServerPost;
  const Answer ignored, preOverride{MRES_OVERRIDE, kPreValue}, supercede{MRES_SUPERCEDE, kPreValue},
      postOverride{MRES_OVERRIDE, kPostValue};
  wasCalled = false;
  rules.keepsPreOverride = resultOf(preOverride, ignored) == kPreValue;
  rules.keepsPostOverride = resultOf(ignored, postOverride) == kPostValue;
  rules.postOverridesSupercede = resultOf(supercede, postOverride) == kPostValue;
  pre->pfnIsDedicatedServer = nullptr;
  post->pfnIsDedicatedServer = nullptr;
  return wasCalled;
}

std::string losses(const HostRules& rules) {
  std::string text;
  const auto add = [&text](const char* loss) { text += (text.empty() ? "" : "; ") + std::string(loss); };
  if (!rules.keepsPreOverride) add("it loses values of pre hooks' OVERRIDE, which post hooks answer again");
  if (!rules.keepsPostOverride) add("it loses values of post hooks' OVERRIDE; use SUPERCEDE");
  if (!rules.postOverridesSupercede) add("a post hook's OVERRIDE does not replace a SUPERCEDE");
  return text.empty() ? "every answer of a hook counts" : text;
}

}  // namespace

void testHost() {
  HostRules& rules = guest().rules;
  if (rules.isTested) [[likely]] return;
  rules.isTested = true;
  HostRules found = rules;
  if (!tryRules(found)) {
    report(formatted("[META] Guest of %s %s, which calls no hooks of ours on its own tables; values may get lost",
                     hostName(), hostVersion()));
    return;
  }
  rules = found;
  report(formatted("[META] Guest of %s %s: %s", hostName(), hostVersion(), losses(rules).c_str()));
}

}  // namespace mm
