// Which cvar a client is being asked for, as IsQueryingClientCvar tells it.
#include "test/core/hooks.h"

namespace {

struct WithClient {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  edict_t* client = &host.edicts[1];

  void ask(const char* name) { plugin.engine->pfnQueryClientCvarValue(client, name); }
  std::string asked() const {
    const char* const name = plugin.util->pfnIsQueryingClientCvar(plugin.info, client);
    return name ? name : "nothing";
  }
};

}  // namespace

TEST("a cvar query is known until the client answers, leaves, comes anew, or the map ends") {
  WithClient test;
  CHECK_EQ(test.asked(), "nothing");
  test.ask("rate");
  CHECK_EQ(test.asked(), "rate");
  test.host.hooked.newDll()->pfnCvarValue(test.client, "1");
  CHECK_EQ(test.asked(), "nothing");
  test.ask("rate");
  test.host.hooked.dll()->pfnClientDisconnect(test.client);
  CHECK_EQ(test.asked(), "nothing");
  test.ask("rate");
  char reason[128] = "";
  test.host.hooked.dll()->pfnClientConnect(test.client, "Bob", "127.0.0.1", reason);
  CHECK_EQ(test.asked(), "nothing");
  test.ask("rate");
  test.host.hooked.dll()->pfnServerDeactivate();
  CHECK_EQ(test.asked(), "nothing");
}

TEST("a query is that of its client only, and the newest counts") {
  WithClient test;
  test.ask("rate");
  test.ask("cl_updaterate");
  CHECK_EQ(test.asked(), "cl_updaterate");
  test.client = &test.host.edicts[2];
  CHECK_EQ(test.asked(), "nothing");
}

TEST("what the game asks is known too") {
  WithClient test;
  test.host.hooked.engine()->pfnQueryClientCvarValue(test.client, "cl_lw");
  CHECK_EQ(test.asked(), "cl_lw");
}

TEST("a query with a request id is told from others by its answer, so it neither starts nor ends a plain one") {
  WithClient test;
  test.plugin.engine->pfnQueryClientCvarValue2(test.client, "cl_lw", 5);
  CHECK_EQ(test.asked(), "nothing");
  test.ask("rate");
  test.host.hooked.newDll()->pfnCvarValue2(test.client, 5, "cl_lw", "1");
  CHECK_EQ(test.asked(), "rate");
}

TEST("the query is over when plugins hear of the answer, so one may ask for the next at once") {
  WithClient test;
  test.plugin.newDll[mm::kPre]->pfnCvarValue = [](const edict_t* client, const char*) {
    answer(MRES_IGNORED);
    server->core.pluginEngine()->pfnQueryClientCvarValue(client, "second");
  };
  nextFrame();
  test.ask("first");
  test.host.hooked.newDll()->pfnCvarValue(test.client, "1");
  CHECK_EQ(test.asked(), "second");
}

TEST("a query without a name or client is none") {
  WithClient test;
  test.ask(nullptr);
  test.ask("");
  CHECK_EQ(test.asked(), "nothing");
  test.client = nullptr;
  test.ask("rate");
  CHECK_EQ(test.asked(), "nothing");
}

TEST("where the engine has no queries, plugins find null in their place") {
  constexpr int kBeforeQueries = mm::engineId(offsetof(enginefuncs_t, pfnQueryClientCvarValue));
  Server host({.engineFunctions = kBeforeQueries});
  const PluginControl& plugin = host.load(1, "plugin_a.so");
  CHECK(plugin.engine->pfnQueryClientCvarValue == nullptr);
  CHECK(plugin.engine->pfnQueryClientCvarValue2 == nullptr);
  CHECK(plugin.util->pfnIsQueryingClientCvar(plugin.info, &host.edicts[1]) == nullptr);
}
