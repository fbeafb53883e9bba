// What plugins register outlives them in the engine, and must not outlive them in our calls.
#include "test/core/hooks.h"

TEST("a command of a native plugin is called, known by the library its function lies in") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("greet", plugin.command);
  CHECK_EQ(host.commands.count("greet"), 1U);
  CHECK(host.commands["greet"] != plugin.command);
  host.type("GREET");
  CHECK_EQ(plugin.commandCalls, 1);
}

TEST("a command of an unloaded plugin says so, and lives again when the plugin is back") {
  Server host;
  PluginControl* plugin = &host.load(1, "plugin_a.so");
  plugin->engine->pfnAddServerCommand("greet", plugin->command);
  host.core.remove(1);
  host.type("greet");
  CHECK_EQ(host.console.at(0), "[META] Command 'greet' does nothing now: its plugin was unloaded.\n");
  plugin = &host.load(1, "plugin_a.so");
  plugin->engine->pfnAddServerCommand("greet", plugin->command);
  host.type("greet");
  CHECK_EQ(plugin->commandCalls, 1);
}

TEST("a command whose function lies in no library belongs to the plugin that is being called") {
  Server host;
  host.load(1, "plugin_a.so", [](PluginControl& plugin) {
    plugin.whenAttached = [](PluginControl& it) { it.engine->pfnAddServerCommand("mine", [] { note("called"); }); };
  });
  host.type("mine");
  CHECK_EQ(traced(), "called");
  host.core.remove(1);
  host.type("mine");
  CHECK_EQ(traced(), "");
}

TEST("a command that nobody can be found for works, and is not lost with any plugin") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("orphan", [] { note("called"); });
  host.core.remove(1);
  host.type("orphan");
  CHECK_EQ(traced(), "called");
}

TEST("a plugin may unload itself from its own command, and stays in memory until the next frame") {
  Server host;
  host.load(1, "plugin_a.so", [](PluginControl& plugin) {
    plugin.whenAttached = [](PluginControl& it) {
      it.engine->pfnAddServerCommand("leave", [] { server->core.remove(1); });
    };
  });
  host.type("leave");
  CHECK(host.core.info(1) == nullptr);
  CHECK(Server::isMapped("plugin_a.so"));
  nextFrame();
  CHECK(!Server::isMapped("plugin_a.so"));
  host.type("leave");
  CHECK_EQ(host.console.size(), 1U);
}

TEST("a script command may reload a native plugin and gets a fresh one, not the old one's memory") {
  Server host;
  host.addScript(2, "script");
  host.core.addScriptCommand(2, "reload");
  host.load(1, "plugin_a.so").commandCalls = 5;
  host.whenCommand = [] {
    server->core.remove(1);
    CHECK_EQ(server->load(1, "plugin_a.so").commandCalls, 0);
  };
  host.type("reload");
}

TEST("a script plugin's command arrives at the policy; a name that is taken is refused") {
  Server host;
  host.addScript(2, "script");
  CHECK(host.core.addScriptCommand(2, "hello"));
  CHECK(host.core.addScriptCommand(2, "hello"));
  CHECK(!host.core.addScriptCommand(3, "Hello"));
  host.core.addCvar(2, "a_cvar", "1", 0);
  CHECK(!host.core.addScriptCommand(2, "a_cvar"));
  host.type("hello");
  CHECK_EQ(traced(), "2:hello");
  host.core.remove(2);
  host.type("hello");
  CHECK_EQ(traced(), "");
}

TEST("a native plugin that wants another's command name is told so") {
  Server host;
  host.addScript(1, "script");
  host.core.addScriptCommand(1, "hello");
  PluginControl& plugin = host.load(2, "plugin_a.so");
  plugin.engine->pfnAddServerCommand("hello", plugin.command);
  CHECK_EQ(host.policyLines.at(0), "[META] ERROR: plugin 'plugin_a' cannot register command 'hello': the name belongs "
                                   "to another. Rename it.");
}

TEST("a command with a name of 300 characters is kept whole") {
  Server host;
  const std::string name(300, 'n');
  host.addScript(1, "script");
  CHECK(host.core.addScriptCommand(1, name.c_str()));
  host.type(name);
  CHECK_EQ(traced(), "1:" + name);
}

TEST("a native plugin's cvar is copied, and stays when the plugin is gone") {
  Server host;
  PluginControl* plugin = &host.load(1, "plugin_a.so");
  plugin->engine->pfnCVarRegister(plugin->cvar);
  cvar_t* const registered = host.cvars["plugin_a_cvar"];
  CHECK(registered && registered != plugin->cvar);
  CHECK_EQ(registered->string, "7");
  CHECK_EQ(registered->value, 7.0F);
  registered->value = 8;
  host.core.remove(1);
  CHECK_EQ(host.cvars["plugin_a_cvar"]->value, 8.0F);
  plugin = &host.load(1, "plugin_a.so");
  plugin->engine->pfnCvar_RegisterVariable(plugin->cvar);
  CHECK(host.cvars["plugin_a_cvar"] == registered);
}

TEST("addCvar gives the engine's own cvar where one of that name exists") {
  Server host;
  cvar_t developer = {};
  host.cvars["developer"] = &developer;
  CHECK(host.core.addCvar(1, "developer", "1", 0) == &developer);
  cvar_t* const own = host.core.addCvar(1, "own", "1.5", 4);
  CHECK_EQ(own->value, 1.5F);
  CHECK_EQ(own->flags, 4);
  CHECK(host.core.addCvar(1, "OWN", "2", 0) == own);
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

TEST("the engine keeps our copy of a name that a native plugin precaches, not the plugin's") {
  Server host;
  const enginefuncs_t& engine = *host.load(1, "plugin_a.so").engine;
  char name[] = "models/a.mdl";
  engine.pfnPrecacheModel(name);
  engine.pfnPrecacheSound(name);
  engine.pfnPrecacheGeneric(name);
  engine.pfnPrecacheEvent(1, name);
  engine.pfnLightStyle(0, name);
  engine.pfnForceUnmodified(force_exactfile, nullptr, nullptr, name);
  CHECK_EQ(host.seen.size(), 6U);
  name[0] = 'x';
  for (const std::size_t call : {0, 1, 2, 3, 4, 5}) {
    CHECK_EQ(reinterpret_cast<const char*>(host.seen.at(call).words.back()), "models/a.mdl");
  }
}

TEST("text is lent for the map and one more, or for good, and the same text only once") {
  Server host;
  const char* const once = host.core.lendForMap("models/a.mdl");
  CHECK(host.core.lendForMap("models/a.mdl") == once);
  host.hooked.dll()->pfnServerDeactivate();
  CHECK_EQ(once, "models/a.mdl");
  const char* const always = host.core.lendForProcess("name");
  host.hooked.dll()->pfnServerDeactivate();
  host.hooked.dll()->pfnServerDeactivate();
  CHECK_EQ(always, "name");
  CHECK(host.core.lendForProcess("name") == always);
}
