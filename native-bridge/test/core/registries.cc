// Cvars and texts of plugins, which engines keep for longer than plugins live.
#include <memory>

#include "test/core/hooks.h"

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

TEST("a cvar is listed with its first owner that is there still, and without one when all are gone") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  plugin.engine->pfnCVarRegister(plugin.cvar);
  host.addScript(2, "script");
  host.core.addCvar(2, "PLUGIN_A_CVAR", "3", 0);
  host.core.addCvar(0, "metamod_version", "1", 0);
  const auto listed = [&host] {
    std::string all;
    for (const mm::RegisteredCvar& entry : host.core.cvars()) {
      all += std::string(entry.cvar->name) + ":" + std::to_string(entry.slot) + (entry.isAlive ? " " : "- ");
    }
    return all;
  };
  CHECK_EQ(listed(), "plugin_a_cvar:1 metamod_version:0 ");
  host.core.remove(1);
  CHECK_EQ(listed(), "plugin_a_cvar:2 metamod_version:0 ");
  host.core.remove(2);
  CHECK_EQ(listed(), "plugin_a_cvar:0- metamod_version:0 ");
  host.addScript(2, "again");
  host.core.addCvar(2, "plugin_a_cvar", "4", 0);
  CHECK_EQ(listed(), "plugin_a_cvar:2 metamod_version:0 ");
  CHECK_EQ(host.cvars["plugin_a_cvar"]->string, "7");
}

TEST("a plugin's own cvar_t is only read, and may be gone at once") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  auto name = std::make_unique<std::string>("from_the_heap");
  auto cvar = std::make_unique<cvar_t>(cvar_t{name->c_str(), nullptr, 8, 5, plugin.cvar});
  plugin.engine->pfnCVarRegister(cvar.get());
  CHECK(cvar->string == nullptr && cvar->next == plugin.cvar && cvar->flags == 8 && cvar->value == 5);
  cvar.reset();
  name.reset();
  const cvar_t* const live = host.cvars["from_the_heap"];
  CHECK_EQ(live->name, "from_the_heap");
  CHECK_EQ(live->string, "");
  CHECK_EQ(live->flags, 8);
}

TEST("a cvar without a name, or with the name of a command, is refused") {
  Server host;
  PluginControl& plugin = host.load(1, "plugin_a.so");
  cvar_t nameless = {nullptr, plugin.cvar->string, 0, 0, nullptr};
  plugin.engine->pfnCVarRegister(nullptr);
  plugin.engine->pfnCVarRegister(&nameless);
  plugin.engine->pfnAddServerCommand("greet", plugin.command);
  CHECK(host.core.addCvar(2, "Greet", "1", 0) == nullptr);
  CHECK_EQ(host.policyLines.size(), 3U);
  CHECK(host.policyLines.at(2).ends_with("a command has this name. Rename it."));
  CHECK(host.cvars.empty());
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
