// A client types `meta`.
#include "test/core/hooks.h"

namespace {

constexpr mm::FunctionId kClientCommand = mm::dllId(offsetof(DLL_FUNCTIONS, pfnClientCommand));

// Whether plugin and game heard of the client's word.
std::string heardOf(Server& host, const std::string& word) {
  host.whenSeen = [](const pattern::Seen& call) {
    if (call.id == kClientCommand && call.who == pattern::kReal) note("game");
  };
  host.typed = {word};
  host.hooked.dll()->pfnClientCommand(&host.edicts[3]);
  return traced();
}

void hearCommands(PluginControl& plugin) {
  plugin.dll[mm::kPre]->pfnClientCommand = [](edict_t*) {
    note("plugin");
    answer(MRES_IGNORED);
  };
  nextFrame();
}

}  // namespace

TEST("a client's meta that the policy answers reaches neither plugins nor the game") {
  Server host;
  hearCommands(host.load(1, "plugin_a.so"));
  host.onClientCommand = [](edict_t* client) {
    note(client == &server->edicts[3] ? "policy" : "another client");
    return true;
  };
  CHECK_EQ(heardOf(host, "meta"), "policy");
  CHECK_EQ(heardOf(host, "META"), "policy");
}

TEST("a client's meta that nobody answers is a word like any other") {
  Server host;
  hearCommands(host.load(1, "plugin_a.so"));
  CHECK_EQ(heardOf(host, "meta"), "plugin game");
}

TEST("the policy is not asked for other words") {
  Server host;
  host.onClientCommand = [](edict_t*) { return true; };
  CHECK_EQ(heardOf(host, "metal"), "game");
  CHECK_EQ(heardOf(host, ""), "game");
}
