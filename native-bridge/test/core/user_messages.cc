// User messages by name and number, and whose they are.
#include "test/core/hooks.h"

TEST("a user message keeps its size while it keeps its number, and is told anew when that changes") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  static int answers[] = {70, 70, 71, 71, 0};
  static int next;
  next = 0;
  plugin.engineHooks[mm::kPre]->pfnRegUserMsg = [](const char*, int) {
    answer(MRES_SUPERCEDE);
    return answers[next++];
  };
  nextFrame();
  const auto reg = [&](const char* name, int size) {
    int known = -9;
    host.hooked.engine()->pfnRegUserMsg(name, size);
    const int id = plugin.util->pfnGetUserMsgID(plugin.info, name, &known);
    return std::to_string(id) + "/" + std::to_string(known);
  };
  CHECK_EQ(reg("Text", 4), "70/4");
  CHECK_EQ(reg("Text", 5), "70/4");
  CHECK_EQ(reg("Text", 5), "71/5");
  CHECK_EQ(reg("Other", 6), "71/6");
  CHECK_EQ(plugin.util->pfnGetUserMsgID(plugin.info, "Text", nullptr), 0);
  CHECK_EQ(plugin.util->pfnGetUserMsgName(plugin.info, 71, nullptr), "Other");
  CHECK_EQ(reg("TooLong", 1), "0/-9");
}

TEST("user messages are listed with their owners; the game's stay the game's, whoever registers them again") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  host.addScript(2, "script");
  const auto slotOf = [&host](const std::string& name) {
    for (const mm::RegisteredMessage& message : host.core.userMessages()) {
      if (message.name == name) return message.slot;
    }
    return -1;
  };
  static char ofPlugin[] = "OfPlugin";
  plugin.engineHooks[mm::kPre]->pfnTime = [] {
    answer(MRES_IGNORED);
    server->core.pluginEngine()->pfnRegUserMsg(ofPlugin, 1);
    server->core.pluginEngine()->pfnRegUserMsg("OfGame", 1);
    return 0.0F;
  };
  nextFrame();
  host.hooked.engine()->pfnRegUserMsg("OfGame", 1);
  host.hooked.engine()->pfnTime();
  host.core.claimUserMessage(2, "OfScript", 1, 200);
  CHECK_EQ(slotOf("OfPlugin"), 1);
  CHECK_EQ(slotOf("OfGame"), 0);
  CHECK_EQ(slotOf("OfScript"), 2);
  CHECK_EQ(slotOf("svc_bad"), 0);
  host.core.remove(1);
  CHECK_EQ(slotOf("OfPlugin"), 0);
}

TEST("user messages are known by name and number, whoever registered them, and so are the engine's own") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  const int byGame = host.hooked.engine()->pfnRegUserMsg("GameMessage", 4);
  const int byPlugin = plugin.engine->pfnRegUserMsg("PluginMessage", -1);
  int size = 0;
  CHECK_EQ(plugin.util->pfnGetUserMsgID(plugin.info, "GameMessage", &size), byGame);
  CHECK_EQ(size, 4);
  CHECK_EQ(plugin.util->pfnGetUserMsgName(plugin.info, byPlugin, &size), "PluginMessage");
  CHECK_EQ(size, -1);
  CHECK_EQ(plugin.util->pfnGetUserMsgID(plugin.info, "svc_tempentity", nullptr), SVC_TEMPENTITY);
  CHECK_EQ(plugin.util->pfnGetUserMsgName(plugin.info, 58, nullptr), "svc_sendcvarvalue2");
  CHECK_EQ(plugin.util->pfnGetUserMsgID(plugin.info, "nothing", &size), 0);
  CHECK(plugin.util->pfnGetUserMsgName(plugin.info, 9999, &size) == nullptr);
}

TEST("the name of a user message stays where it is while others are registered") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  const int id = plugin.engine->pfnRegUserMsg("Short", 1);
  const char* const name = plugin.util->pfnGetUserMsgName(plugin.info, id, nullptr);
  for (int i = 0; i < 200; ++i) plugin.engine->pfnRegUserMsg(("Message" + std::to_string(i)).c_str(), 1);
  CHECK_EQ(name, "Short");
  CHECK(plugin.util->pfnGetUserMsgName(plugin.info, id, nullptr) == name);
}
